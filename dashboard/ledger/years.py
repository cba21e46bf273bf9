"""Over the years: the review of Quy định 11 by kind of post, and who improved, kept it throughout, or fell back."""

from __future__ import annotations

import math

import pandas as pd

from dashboard import choice, sentences, terms
from dashboard import format as vi
from dashboard.filters import Filters
from dashboard.ledger import bands, lines
from dashboard.page import Page

METRIC = "duty_over_years"
LEAST = 12
Z95 = 1.96
GROUPS = [
    *("duty_code", "year", "posts", "required", "credited", "compliance", "delegated", "visits", "dossiers"),
    *("dossiers_resolved", "resolved_share", "dossiers_with_dialogue"),
]
MOVED = ["title", "district_name", "first_share", "last_share", "first_days", "last_days", "ended_on"]


def show(page: Page, chosen: Filters) -> None:
    """Three years or a term: the shares by kind of post, the figures behind them, and the heads who moved."""
    years = int(choice.segments("khoang", terms.REVIEW_SPANS, label=terms.REVIEW_SPAN_LABEL))
    start, end = bands.span(chosen.as_of, months=12 * years)
    asked = chosen.params() | {"start": start, "end": end}
    rows = review(page.ask("review_by_duty", **asked))
    posts = moved(page.ask("review_by_post", **asked))
    improved, fell, throughout = (posts[posts["move"] == move] for move in ("improved", "fell", "throughout"))
    page.headline(
        sentences.review(rows, improved=len(improved), fell=len(fell), throughout=len(throughout)),
        more=terms.REVIEW_NOTE.format(least=LEAST),
    )
    scope = vi.sentence_case(vi.window(start, end))
    page.figure(
        lines.by_group(
            rows, group="duty_code", order=bands.DUTY_ORDER, value="compliance", colours=page.colours, at="year"
        ),
        data=rows,
        metric=METRIC,
        title=terms.LEDGER_TITLES["years"],
        columns=GROUPS,
        scope=scope,
    )
    page.table(rows, title=terms.LEDGER_TITLES["years_table"], metric=METRIC, columns=GROUPS, scope=scope)
    for name, found in (("improved", improved), ("throughout", throughout), ("fell", fell)):
        title = terms.LEDGER_TITLES[name]
        page.table(found, title=title, metric=METRIC, columns=MOVED, empty=terms.REVIEW_NO_ONE, scope=scope)


def review(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds compliance, resolved_share and year ('11/2025–10/2026') to `review_by_duty`, the oldest year first."""
    required, heard = rows["required"].astype(float), rows["dossiers"].astype(float)
    months = rows.groupby("block")[["first_month_on", "last_month_on"]].agg(
        {"first_month_on": "min", "last_month_on": "max"}
    )
    names = {block: f"{span.first_month_on:%m/%Y}–{span.last_month_on:%m/%Y}" for block, span in months.iterrows()}
    return rows.assign(
        compliance=(rows["credited"].astype(float) / required).where(required > 0),
        resolved_share=(rows["dossiers_resolved"].astype(float) / heard).where(heard > 0),
        year=rows["block"].map(names),
    ).sort_values(["block", "duty_code"], ascending=[False, True], ignore_index=True)


def moved(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a post with two years or more of at least LEAST days asked: first and last share, and `move`.

    improved, fell: more than chance explains (two shares, pooled, 95 %); throughout: every day of every year;
    steady: none of these.
    """
    asked = rows[rows["required"] >= LEAST].sort_values(["post_code", "block"], ascending=[True, False])
    grouped = asked.groupby("post_code")
    first, last = grouped.nth(0).set_index("post_code"), grouped.nth(-1).set_index("post_code")
    whole = grouped.apply(lambda years: bool((years["credited"] >= years["required"]).all()), include_groups=False)
    table = pd.DataFrame(
        {
            "title": first["title"],
            "duty_code": first["duty_code"],
            "district_name": first["district_name"],
            "ended_on": first["ended_on"],
            "first_share": _share(first),
            "last_share": _share(last),
            "first_days": first["credited"].astype(str) + "/" + first["required"].astype(str),
            "last_days": last["credited"].astype(str) + "/" + last["required"].astype(str),
            "first_asked": first["required"],
            "last_asked": last["required"],
        }
    )[grouped["block"].nunique() >= 2].reset_index()
    table = table.assign(move=[_move(row, kept=whole[row.post_code]) for row in table.itertuples()])
    return table.assign(step=table["last_share"] - table["first_share"]).sort_values(
        "step", key=lambda steps: -steps.abs(), ignore_index=True
    )


def _share(rows: pd.DataFrame) -> pd.Series:
    return rows["credited"].astype(float) / rows["required"].astype(float)


def _move(row: object, *, kept: bool) -> str:
    if kept:
        return "throughout"
    step = row.last_share - row.first_share  # type: ignore[attr-defined]
    asked = (row.first_asked, row.last_asked)  # type: ignore[attr-defined]
    pooled = (row.first_share * asked[0] + row.last_share * asked[1]) / sum(asked)  # type: ignore[attr-defined]
    spread = math.sqrt(pooled * (1 - pooled) * (1 / asked[0] + 1 / asked[1]))
    if abs(step) <= Z95 * spread:
        return "steady"
    return "improved" if step > 0 else "fell"
