"""Over the years: the review of Quy định 11 by kind of post, and who improved, kept it throughout, or fell back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from dashboard.drawing.charts import ledger as lines
from dashboard.facts import among_many
from dashboard.facts import ledger as shares
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import bands
from dashboard.words import codes, headings, ledger
from dashboard.words import numbers as vi

METRIC = "duty_over_years"
LEAST = 12
FEW = 3
SPAN = tabs.Choice("khoang", ledger.REVIEW_SPANS, ledger.REVIEW_SPAN_LABEL)
GROUPS = [
    *("duty_code", "year", "posts", "required", "credited", "compliance", "delegated", "visits", "dossiers"),
    *("dossiers_resolved", "resolved_share", "dossiers_with_dialogue"),
]
MOVED = ["title", "district_name", "first_share", "last_share", "first_days", "last_days", "months"]

KEPT = ["title", "district_name", "months"]


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """Three years or a term."""
    return [SPAN]


def headline(page: Page, chosen: Filters) -> str:
    """The shares by kind of post, and how many heads moved."""
    asked = chosen.params() | _span(chosen)
    rows, posts = review(page.answers.ask("review_by_duty", **asked)), _moved(page, chosen)
    return ledger.review(rows, **{move: len(found) for move, found in posts.items()})


def show(page: Page, chosen: Filters) -> None:
    """The shares by kind of post side by side, all their figures behind the sign, the heads in office who moved."""
    span = _span(chosen)
    rows = review(page.answers.ask("review_by_duty", **chosen.params() | span))
    scope = vi.sentence_case(vi.window(span["start"], span["end"]))
    over_time = lines.by_group(
        rows[~shares.of_leaders(rows)],
        group="duty_code",
        order=bands.DUTY_ORDER,
        value="compliance",
        colours=page.colours,
        happened=page.rules.events,
        at="year",
    )
    with page.picture(rows, title=ledger.TITLES["years"], metric=METRIC, columns=GROUPS, scope=scope, figure=over_time):
        st.html(side_by_side(rows))
    page.said(ledger.REVIEW_NOTE.format(least=LEAST))
    for name, found in _moved(page, chosen).items():
        if len(found):
            columns = KEPT if name == "throughout" else MOVED
            page.table(found, title=ledger.TITLES[name], metric=METRIC, columns=columns, scope="", rows=FEW)


def side_by_side(rows: pd.DataFrame) -> str:
    """A row a kind of post, a column a year, the first year first: its share, and by a mark the way it went.

    An arrow only where the step from the year before is more than chance makes (two shares, pooled, 95 %).
    """
    years = rows.sort_values("block", ascending=False).drop_duplicates("block")[["block", "year"]]
    heads = "".join(f'<th scope="col" class="number">{escape(str(year))}</th>' for year in years["year"])
    lines_of = "".join(
        f'<tr role="row"><td role="cell">{escape(codes.DUTIES.get(duty, duty))}</td>{_cells(of_duty, years, duty)}</tr>'
        for duty, of_duty in ((str(duty), found) for duty, found in rows.groupby("duty_code", sort=False))
    )
    return (
        f'<div class="rows-frame"><table class="rows some" role="table"><caption>{ledger.TITLES["years"]}</caption>'
        f'<thead><tr role="row"><th scope="col">{headings.heading("duty_code")}</th>{heads}</tr></thead>'
        f"<tbody>{lines_of}</tbody></table></div>"
    )


def _cells(rows: pd.DataFrame, years: pd.DataFrame, duty: str) -> str:
    days = {row.block: (int(row.credited), int(row.required)) for row in rows.itertuples()}
    cells = []
    for block, year in years.itertuples(index=False):
        told = ledger.year_of(days.get(block), days.get(block + 1), duty=duty)
        cells.append(f'<td role="cell" class="number" data-label="{escape(str(year))}">{told}</td>')
    return "".join(cells)


def _span(chosen: Filters) -> dict[str, dt.date]:
    start, end = bands.span(chosen.as_of, months=12 * int(SPAN.now))
    return {"start": start, "end": end}


def _moved(page: Page, chosen: Filters) -> dict[str, pd.DataFrame]:
    posts = moved(page.answers.ask("review_by_post", **chosen.params() | _span(chosen)))
    return {move: posts[posts["move"] == move] for move in ("improved", "throughout", "fell")}


def review(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds compliance, resolved_share, year ('11/2025–10/2026'), start_on and end_on to `review_by_duty`.

    Ordered by duty, then year.
    """
    required, heard = rows["required"].astype(float), rows["dossiers"].astype(float)
    months = rows.groupby("block")[["first_month_on", "last_month_on"]].agg(
        {"first_month_on": "min", "last_month_on": "max"}
    )
    names = {block: f"{span.first_month_on:%m/%Y}–{span.last_month_on:%m/%Y}" for block, span in months.iterrows()}
    return rows.assign(
        compliance=(rows["credited"].astype(float) / required).where(required > 0),
        resolved_share=(rows["dossiers_resolved"].astype(float) / heard).where(heard > 0),
        year=rows["block"].map(names),
        start_on=rows["block"].map(months["first_month_on"]),
        end_on=rows["block"].map(months["last_month_on"] + pd.offsets.MonthEnd()),
        place=rows["duty_code"].map({code: place for place, code in enumerate(bands.DUTY_ORDER)}),
    ).sort_values(["place", "block"], ascending=[True, False], ignore_index=True)


def moved(rows: pd.DataFrame) -> pd.DataFrame:
    """Posts still in office with at least LEAST days asked in each half: the shares of both halves and `move`.

    improved, fell: more than chance moves any of so many heads (two shares, pooled; `among_many`); throughout: every
    day of every month; steady: none of these. The largest steps first. Who leads the province is never ranked.
    """
    asked = rows[(rows[["first_required", "last_required"]] >= LEAST).all(axis=1) & rows["ended_on"].isna()]
    table = asked.assign(
        first_share=asked["first_credited"].astype(float) / asked["first_required"].astype(float),
        last_share=asked["last_credited"].astype(float) / asked["last_required"].astype(float),
        first_days=asked["first_credited"].astype(str) + "/" + asked["first_required"].astype(str),
        last_days=asked["last_credited"].astype(str) + "/" + asked["last_required"].astype(str),
    )
    step = table["last_share"] - table["first_share"]
    table = table.assign(move=_moves(table, step), step=step.abs())
    return table.sort_values(["step", "months"], ascending=False, kind="stable", ignore_index=True)


def _moves(table: pd.DataFrame, step: pd.Series) -> pd.Series:
    """One word a head."""
    days = [table[name].astype(float) for name in ("first_required", "last_required")]
    credited = table["first_credited"].astype(float) + table["last_credited"].astype(float)
    pooled = credited / sum(days)
    spread = (pooled * (1 - pooled) * sum(1 / asked for asked in days)) ** 0.5
    sure = among_many.stand(among_many.chance_of_shares(step, spread)) & ~shares.of_leaders(table)
    moved = pd.Series("steady", index=table.index).mask(sure & (step > 0), "improved").mask(sure & (step < 0), "fell")
    return moved.mask(table["months_short"].astype(int) == 0, "throughout")
