"""Tables of this period beside the one before and the same one last year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.answers.standing import Standing
from dashboard.facts.change import SMALL_BASE
from dashboard.metrics import METRICS
from dashboard.screen.cards import value
from dashboard.words import change
from dashboard.words import codes as codes_words
from dashboard.words import numbers as vi
from queries.periods import Period

PART = "part_name"


def figure_table(state: Standing, names: Sequence[str]) -> pd.DataFrame:
    """One row a figure, in words: label, now, previous, change_previous, last_year, change_last_year."""
    rows = []
    for name in names:
        before, year_before = state.previous[name], state.last_year[name]
        metric = METRICS[name]
        rows.append(
            {
                "label": metric.label,
                "now": value(metric, state.now[name]),
                "previous": value(metric, before.base),
                "change_previous": vi.sentence_case(change.brief(before)) or vi.MISSING,
                "last_year": value(metric, year_before.base),
                "change_last_year": vi.sentence_case(change.brief(year_before)) or vi.MISSING,
            }
        )
    return pd.DataFrame(rows)


def beside(frames: Mapping[str, pd.DataFrame], *, by: str, column: str) -> pd.DataFrame:
    """`column` of several sums side by side by `by` (now, previous, last_year), most now first.

    What is absent in a window counts nothing there; what is withheld stays missing, told in `disclosure.few`.
    """
    parts = {name: frame.set_index(by)[column].astype("Int64") for name, frame in frames.items()}
    codes = pd.concat([part.index.to_series() for part in parts.values()]).drop_duplicates()
    table = pd.DataFrame({name: part.reindex(codes, fill_value=0) for name, part in parts.items()}, index=codes)
    table = table.rename_axis(by).reset_index().sort_values("now", ascending=False, na_position="last", kind="stable")
    table = table.reset_index(drop=True)
    table.attrs["few"] = {name: table.index[table[name].isna()].tolist() for name in parts if table[name].isna().any()}
    return table


def count_table(state: Standing, names: Sequence[str]) -> pd.DataFrame:
    """The same figures as counts: label, now, previous, last_year."""
    return pd.DataFrame(
        {
            "label": METRICS[name].label,
            "now": state.now[name].numerator,
            "previous": state.previous[name].base.numerator,
            "last_year": state.last_year[name].base.numerator,
        }
        for name in names
    )


def beside_shares(frames: dict[str, pd.DataFrame], *, by: str, part: str, base: str) -> pd.DataFrame:
    """'12/15 (80%)' of several answers side by side by `by`, in the order of the first."""
    order = next(iter(frames.values()))[by]
    said = {
        name: {row[by]: _share(row[part], row[base]) for row in frame.to_dict("records")}
        for name, frame in frames.items()
    }
    columns = {name: order.map(words).fillna(vi.MISSING) for name, words in said.items()}
    return pd.DataFrame({by: order, **columns}).reset_index(drop=True)


def _share(part: int, base: int) -> str:
    """The counts, and the share where the base carries one."""
    if not base:
        return vi.MISSING
    counts = f"{vi.count(part)}/{vi.count(base)}"
    return f"{counts} ({vi.share(part, base)})" if base >= SMALL_BASE else counts


def named(table: pd.DataFrame, *, by: str, names: Mapping[str, str]) -> pd.DataFrame:
    """The table with its parts in words, as `part_name`; what lies in no known one is said to."""
    columns = [PART, *(column for column in table.columns if column != by)]
    answer = table.assign(**{PART: table[by].map(dict(names)).fillna(codes_words.NO_AREA)})[columns]
    answer.attrs["few"] = table.attrs.get("few", {})
    return answer


def series_kind(period: Period) -> str:
    """Which periods stand in a row behind this one: months behind a month, quarters behind anything else."""
    return "month" if period.kind == "month" else "quarter"
