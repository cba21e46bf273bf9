"""The heads by group, level or former district: the share of days kept, how many kept them all; what deputies took."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.drawing import grid
from dashboard.facts import ledger as shares
from dashboard.metrics.thresholds import NEARLY_KEPT
from dashboard.screen import ledger_sheet, paging, tables, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import bands, deputies, heads, lead
from dashboard.words import ledger, windows
from dashboard.words import numbers as vi
from dashboard.words import reception as words

BY = tabs.Choice("nhom", words.GROUPS, words.GROUPS_LABEL)
DEPUTIES = "deputies"
QUESTIONS = {"duty_code": "duty_by_level", "district_name": "duty_by_district"}
COLUMNS = ("compliance", "credited", "required", "delegated", "missed")
ALSO = ("posts", "months_unreported")
SUMMED = ["required", "credited", "delegated", "missed", "months_unreported"]
MOST = 7


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """By what the heads are grouped, and which of them."""
    return [BY] if BY.now == DEPUTIES else [BY, heads.posts(page, chosen)]


def headline(page: Page, chosen: Filters) -> str:
    """How many heads kept their days; or what deputies took."""
    if BY.now == DEPUTIES:
        return deputies.headline(page, chosen)
    counts = bands.counts(heads.judged(page, chosen.params()))
    return ledger.headline(counts, period=windows.duty(chosen.window), place=chosen.place)


def show(page: Page, chosen: Filters) -> None:
    """One table of shares and days, then the bands of each group in words."""
    by = BY.now
    if by == DEPUTIES:
        deputies.show(page, chosen)
        return
    wanted = heads.posts(page, chosen).now
    groups = shares.kept(_groups(page, chosen, by=by, wanted=wanted))
    page.table(tables.with_more(groups, ALSO), title=words.TITLES[by], metric=lead.DUTY, columns=[by, *COLUMNS])
    _bands(page, chosen, by=by, wanted=wanted)
    page.said(_how(chosen))


def _groups(page: Page, chosen: Filters, *, by: str, wanted: str) -> pd.DataFrame:
    """The days of each group."""
    if not wanted and by in QUESTIONS:
        return page.answers.ask(QUESTIONS[by], **chosen.params()).fillna({"district_name": ledger.OF_PROVINCE})
    posts = lead.posts(page, chosen)
    named = heads.judged(page, chosen.params()).set_index("post_code")["district_name"]
    named = posts["post_code"].map(named).fillna(ledger.OF_PROVINCE)
    rows = heads.of(posts.assign(district_name=named), wanted)
    return rows.groupby(by, as_index=False).agg(
        posts=("post_code", "count"), **{name: (name, "sum") for name in SUMMED}
    )


def _bands(page: Page, chosen: Filters, *, by: str, wanted: str) -> None:
    """How many of each group kept their days, nearly, or not, and why."""
    posts = heads.of(heads.judged(page, chosen.params()), wanted)
    found = sorted(bands.groups(posts, by=by) if len(posts) else [], key=_share)
    if not found:
        return
    shown = found if paging.of(heads.LIST, len(found)) else found[:MOST]
    page.section(words.TITLES["bands"])
    bars = grid.share_table((name, _said(name, group, chosen, by=by), bands.counts(group)) for name, group in shown)
    ledger_sheet.show(bars, key="ledger-groups", colours=page.colours)
    if len(shown) < len(found):
        paging.open_all(heads.LIST, len(found))


def _share(group: tuple[str, pd.DataFrame]) -> float:
    """The lowest first, as in the table above; groups of which no day was asked and who leads the province last."""
    credited, required = group[1]["credited"].sum(), group[1]["required"].sum()
    return credited / required if required and not _of_leaders(group[1]) else 2.0


def _of_leaders(posts: pd.DataFrame) -> bool:
    """Whether nobody else is in the group."""
    return bool(shares.of_leaders(posts).all())


def _said(name: str, group: pd.DataFrame, chosen: Filters, *, by: str) -> str:
    asked = group[group["band"].isin(bands.JUDGED)]
    return ledger.group(
        name if by == "duty_code" else ledger.heads_of(name),
        bands.counts(group),
        credited=int(asked["credited"].sum()),
        required=int(asked["required"].sum()),
        period=windows.duty(chosen.window),
        by_days=_of_leaders(group),
    )


def _how(chosen: Filters) -> str:
    months = bands.whole_months(chosen.window.start, chosen.window.end)
    return ledger.BANDS_NOTE.format(near=vi.percent(NEARLY_KEPT), months=ledger.months_judged(months) or vi.MISSING)
