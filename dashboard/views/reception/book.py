"""The ledger: the strip of every post, month by month, the card of the one that is tapped, who needs a closer look."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.drawing import grid
from dashboard.exports.excel import ledger as files
from dashboard.exports.mark import mark
from dashboard.facts.search import Entry
from dashboard.screen import cards, finding, ledger_sheet, paging, state, tables, tabs, viewer
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import bands, card, heads, lead
from dashboard.words import codes, ledger, search
from dashboard.words import numbers as vi
from dashboard.words import reception as words

GROUP = tabs.Choice("nhom", ledger.GROUPS, ledger.GROUP_LABEL, known={"deputies"}, quiet=True)
BAND = tabs.Choice("muc", {"": ledger.BANDS_ALL} | codes.BANDS, ledger.BAND_LABEL, quiet=True)
ORDER = tabs.Choice("thu-tu", ledger.ORDERS, ledger.ORDER_LABEL, quiet=True)
SPAN = tabs.Choice("thang", ledger.SPANS, ledger.SPAN_LABEL, quiet=True)
CARDS = ("duty_compliance", "delegated_share", "duty_sessions_missed", "visits", "people", "mass_groups")
NOTED = ["title", "holder_name", "band", "required", "credited", "note"]
POSTS = ["title", "compliance", "band", "required", "credited", "delegated", "missed", "ad_hoc", "months_unreported"]
MOST = 10
FEW = 3

Groups = list[tuple[str, pd.DataFrame]]
headline = lead.headline


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """Which posts, how they are grouped, of which band, in which order, over how many months."""
    return [heads.posts(page, chosen), GROUP, BAND, ORDER, SPAN]


def show(page: Page, chosen: Filters) -> None:
    """Strip, cases to look at, the figures of the period."""
    months = bands.whole_months(chosen.window.start, chosen.window.end)
    wanted = state.asked(finding.POST)
    if wanted:
        card.dialog(page, chosen, post=wanted)
    asked = chosen.params()
    if not months:
        start, end = bands.span(chosen.as_of, months=12)
        page.note(ledger.NO_MONTH.format(end=vi.date(end)))
        asked |= {"start": start, "end": end}
    posts = heads.of(heads.judged(page, asked), heads.posts(page, chosen).now)
    shown = posts[posts["band"] == BAND.now] if BAND.now else posts
    if shown.empty:
        page.note(ledger.NO_POST)
    else:
        best_first = ORDER.now == "best"
        _strip(page, chosen, posts=bands.ordered(shown, best_first=best_first), every=posts, judged=set(months))
    page.metrics(cards.compared(lead.now(page, chosen), CARDS), title=words.TITLES["cards"])
    _rules(page, posts, chosen)
    page.table(tables.with_more(bands.noted(posts), ["agency_name"]), title=ledger.NOTED, columns=NOTED,
               metric="duty_bands", empty=ledger.NOTED_NONE, rows=FEW)  # fmt: skip


@st.fragment
def _strip(page: Page, chosen: Filters, *, posts: pd.DataFrame, every: pd.DataFrame, judged: set[pd.Timestamp]) -> None:
    """The first posts in their order, or a page of all; a tap opens the post's card without drawing the page anew.

    `every`: the posts of every band, of which a group has its number.
    """
    part = paging.of(heads.LIST, len(posts))
    first = posts.iloc[part.first :].head(part.rows) if part else posts.head(MOST)
    start, end = bands.span(chosen.as_of, months=int(SPAN.now))
    months = page.answers.ask("ledger_strip", **chosen.params() | {"start": start, "end": end})
    with page.picture(posts, title=_title(first, posts, part), metric=["duty_bands", *lead.DUTY], columns=POSTS):
        of_first = months[months["post_code"].isin(first["post_code"])]
        html = grid.grid(bands.sections(first, every, by=GROUP.now), of_first, judged=judged)
        tapped = ledger_sheet.show(html, key="ledger-grid", colours=page.colours)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="ledger-foot"):
        if part:
            paging.links(part, below="st-key-ledger-grid")
        elif len(first) < len(posts):
            paging.open_all(heads.LIST, len(posts))
        _files(page, chosen, posts=posts, months=months[months["post_code"].isin(posts["post_code"])])
        st.html(f'<p class="figure-scope">{ledger.TAP}</p>', width="content")
    narrow = of_first["month_on"].nunique() >= grid.NARROW_FROM
    ledger_sheet.show(grid.legend(narrow=narrow), key="ledger-legend", colours=page.colours)
    tapped = tapped or _picked(posts)
    if tapped:
        state.ask(finding.POST, tapped)
        st.rerun()


def _title(first: pd.DataFrame, posts: pd.DataFrame, part: paging.Part | None) -> str:
    if part or len(first) == len(posts):
        return ledger.STRIP
    return ledger.STRIP_FIRST.format(first=vi.count(len(first)), order=vi.small(ledger.ORDERS[ORDER.now]))


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
