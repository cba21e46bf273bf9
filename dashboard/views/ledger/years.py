"""Over the years: the review of Quy định 11 by kind of post, and who improved, kept it throughout, or fell back."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing.charts import ledger as lines
from dashboard.facts import among_many
from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.ledger import bands
from dashboard.words import ledger
from dashboard.words import numbers as vi

METRIC = "duty_over_years"
LEAST = 12
GROUPS = [
    *("duty_code", "year", "posts", "required", "credited", "compliance", "delegated", "visits", "dossiers"),
    *("dossiers_resolved", "resolved_share", "dossiers_with_dialogue"),
]
MOVED = ["title", "district_name", "first_share", "last_share", "first_days", "last_days", "months"]


def show(page: Page, chosen: Filters) -> None:
    """Three years or a term: the shares by kind of post, the figures behind them, and the heads in office who moved."""
    years = int(choice.segments("khoang", ledger.REVIEW_SPANS, label=ledger.REVIEW_SPAN_LABEL))
    start, end = bands.span(chosen.as_of, months=12 * years)
    asked = chosen.params() | {"start": start, "end": end}
    rows = review(page.answers.ask("review_by_duty", **asked))
    posts = moved(page.answers.ask("review_by_post", **asked))
    improved, fell, throughout = (posts[posts["move"] == move] for move in ("improved", "fell", "throughout"))
    page.headline(
        ledger.review(rows, improved=len(improved), fell=len(fell), throughout=len(throughout)),
        more=ledger.REVIEW_NOTE.format(least=LEAST),
    )
    scope = vi.sentence_case(vi.window(start, end))
    page.chart(
        lines.by_group(
            rows,
            group="duty_code",
            order=bands.DUTY_ORDER,
            value="compliance",
            colours=page.colours,
            happened=page.rules.events,
            at="year",
        ),
        data=rows,
        metric=METRIC,
        title=ledger.TITLES["years"],
        columns=GROUPS,
        scope=scope,
    )
    page.table(rows, title=ledger.TITLES["years_table"], metric=METRIC, columns=GROUPS, scope=scope)
    for name, found in (("improved", improved), ("throughout", throughout), ("fell", fell)):
        title = ledger.TITLES[name]
        page.table(found, title=title, metric=METRIC, columns=MOVED, empty=ledger.REVIEW_NO_ONE, scope=scope)


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
    day of every month; steady: none of these. The largest steps first.
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
    sure = among_many.stand(among_many.chance_of_shares(step, spread))
    moved = pd.Series("steady", index=table.index).mask(sure & (step > 0), "improved").mask(sure & (step < 0), "fell")
    return moved.mask(table["months_short"].astype(int) == 0, "throughout")
