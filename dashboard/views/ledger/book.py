"""The ledger itself: groups with their bands and sentences, the strip of every post, and who needs a closer look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.exports.excel import ledger as files
from dashboard.exports.mark import mark
from dashboard.facts.search import Entry
from dashboard.metrics.thresholds import NEARLY_KEPT
from dashboard.screen import choice, explain, finding, state, tabs, viewer
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.ledger import bands, card, grid, sheet
from dashboard.words import codes, definitions, headings, ledger, search, windows
from dashboard.words import numbers as vi

GROUP = tabs.Choice("nhom", ledger.GROUPS, ledger.GROUP_LABEL)
NOTED = ["title", "holder_name", "agency_name", "band", "required", "credited", "note"]


def posts_judged(page: Page, chosen: Filters) -> pd.DataFrame:
    """Every post of the window with its band."""
    return _judged(page, chosen.params()).copy(deep=False)


def _judged(page: Page, asked: dict[str, object]) -> pd.DataFrame:
    """Kept for all viewers of the same reach."""
    return page.answers.remember(
        "posts judged", lambda: bands.judged(page.answers.ask("ledger_by_post", **asked)), _key(asked), most=16
    )


def _key(asked: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(sorted(asked.items()))


def headline(page: Page, chosen: Filters) -> str:
    """How many heads kept their days."""
    counts = bands.counts(posts_judged(page, chosen))
    return ledger.headline(counts, period=windows.duty(chosen.window), place=chosen.place)


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """One kind of post, of those that are there, or all; and how the posts are grouped."""
    there = set(posts_judged(page, chosen)["duty_code"])
    words = {"": ledger.DUTY_ALL} | {code: codes.DUTIES[code] for code in bands.DUTY_ORDER if code in there}
    return [tabs.Choice("chuc-vu", words, headings.HEADINGS["duty_code"]), GROUP]


def show(page: Page, chosen: Filters) -> None:
    """groups, strip, cases to look at, files."""
    months = bands.whole_months(chosen.window.start, chosen.window.end)
    posts = posts_judged(page, chosen)
    wanted = state.asked(finding.POST)
    if wanted:
        card.dialog(page, chosen, post=wanted)
    if not months:
        page.note(ledger.NO_MONTH)
        start, end = bands.span(chosen.as_of, months=12)
        posts = _judged(page, chosen.params() | {"start": start, "end": end})
    duty, by = (offered.now for offered in offers(page, chosen))
    posts = posts[posts["duty_code"] == duty] if duty else posts
    view = (_key(chosen.params()), _key(chosen.view), duty, by)
    groups = page.answers.remember("groups of posts", lambda: bands.groups(posts, by=by), *view, most=16)
    bars = page.answers.remember("posts in groups", lambda: _bars(groups, chosen), *view, most=16)
    sheet.show(bars, key="ledger-groups", colours=page.colours)
    page.section(ledger.STRIP)
    _strip(page, chosen, groups=groups, judged=set(months), view=view)
    st.html(f'<p class="figure-scope">{_how(months)}</p>')
    _rules(page, posts, chosen)
    noted = page.answers.remember("posts with notes", lambda: bands.noted(posts), *view, most=16)
    page.table(noted, title=ledger.NOTED, columns=NOTED, metric="duty_bands", empty=ledger.NOTED_NONE)


@st.fragment
def _strip(
    page: Page,
    chosen: Filters,
    *,
    groups: list[tuple[str, pd.DataFrame]],
    judged: set[pd.Timestamp],
    view: tuple[object, ...],
) -> None:
    """The strip of every post of the band asked for; a tap opens the post's card without drawing the page anew."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="ledger-choices"):
        band = choice.segments("muc", {"": ledger.BANDS_ALL} | codes.BANDS, label=ledger.BAND_LABEL)
        order = choice.segments("thu-tu", ledger.ORDERS, label=ledger.ORDER_LABEL)
        span = int(choice.segments("thang", ledger.SPANS, label=ledger.SPAN_LABEL))
    picked = page.answers.remember(
        "posts in order", lambda: _in_order(groups, band, best_first=order == "best"), *view, band, order, most=16
    )
    if not picked:
        page.note(ledger.NO_POST)
        return
    start, end = bands.span(chosen.as_of, months=span)
    months = page.answers.ask("ledger_strip", **chosen.params() | {"start": start, "end": end})
    shown = pd.concat([posts for _, _, posts in picked])
    months = months[months["post_code"].isin(shown["post_code"])]
    sheet.show(grid.legend(narrow=span >= grid.NARROW_FROM), key="ledger-legend", colours=page.colours)
    html = page.answers.remember(
        "posts in a strip", lambda: grid.grid(picked, months, judged=judged), *view, band, order, span, most=16
    )
    tapped = sheet.show(html, key="ledger-grid", colours=page.colours, scroll=True)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="ledger-foot"):
        explain.popover(["duty_bands", "duty_compliance"], key="ledger", label=definitions.HOW_MANY, by=page.reading)
        _files(page, chosen, posts=shown, months=months)
        st.html(f'<p class="figure-scope">{ledger.TAP}</p>', width="content")
    tapped = tapped or _picked(shown)
    if tapped:
        state.ask(finding.POST, tapped)
        st.rerun()


def _in_order(
    groups: list[tuple[str, pd.DataFrame]], band: str, *, best_first: bool
) -> list[tuple[str, str, pd.DataFrame]]:
    """Each group with how many posts it has, those of that band or all of them, in the order asked for."""
    return [
        (name, ledger.POSTS.format(count=vi.count(len(shown))), bands.ordered(shown, best_first=best_first))
        for name, group in groups
        if len(shown := group[group["band"] == band] if band else group)
    ]


def _bars(groups: list[tuple[str, pd.DataFrame]], chosen: Filters) -> str:
    return grid.share_table((name, _said(name, group, chosen), bands.counts(group)) for name, group in groups)


def _said(name: str, group: pd.DataFrame, chosen: Filters) -> str:
    asked = group[group["band"].isin(bands.JUDGED)]
    return ledger.group(
        name,
        bands.counts(group),
        credited=int(asked["credited"].sum()),
        required=int(asked["required"].sum()),
        period=windows.duty(chosen.window),
    )


def _how(judged: list[pd.Timestamp]) -> str:
    months = ledger.months_judged(judged) or vi.MISSING
    return ledger.BANDS_NOTE.format(near=vi.percent(NEARLY_KEPT), months=months)


def _rules(page: Page, posts: pd.DataFrame, chosen: Filters) -> None:
    """Where the law changed within the months judged, it is said once a group, not at every name."""
    for duty in posts.loc[posts["rule_changed"].astype(bool), "duty_code"].unique():
        rules = page.answers.ask("duty_rules", duty=duty)
        in_force = rules[(rules["valid_to"].isna()) | (rules["valid_to"] >= pd.Timestamp(chosen.window.start))]
        in_force = in_force[in_force["valid_from"] <= pd.Timestamp(chosen.window.end)]
        told = [(card.amount(rule), rule.article, rule.valid_from) for rule in in_force.itertuples()]
        page.note(ledger.rule_change(codes.DUTIES.get(duty, duty), told))


def _files(page: Page, chosen: Filters, *, posts: pd.DataFrame, months: pd.DataFrame) -> None:
    if not viewer.may_take("ledger"):
        return
    name = f"so-tiep-cong-dan-{chosen.file_part}.xlsx"
    st.download_button(
        ledger.XLSX,
        page.told(name, lambda: files.workbook(posts, months, mark=mark(page.snapshot, chosen))),
        file_name=name,
        icon=":material/download:",
        on_click="ignore",
        key="ledger-xlsx",
    )


def _picked(posts: pd.DataFrame) -> str | None:
    """A post looked up by name, for those who know whom they want (and for keyboards)."""
    among = [Entry("post", *named) for named in zip(posts["post_code"], posts["title"], strict=True)]
    return finding.choose(among, label=search.POST, key="ledger-pick")
