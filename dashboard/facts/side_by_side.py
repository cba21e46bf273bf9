"""Tables of this period beside the one before and the same one last year."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from queries.periods import Period

PART = "part_name"


def beside(frames: Mapping[str, pd.DataFrame], *, by: str, column: str) -> pd.DataFrame:
    """`column` of several sums side by side by `by` (now, previous, last_year), most now first.

    What is absent in a window counts nothing there; what is withheld stays missing, told in `small_cells.few`.
    """
    parts = {name: frame.set_index(by)[column].astype("Int64") for name, frame in frames.items()}
    codes = pd.concat([part.index.to_series() for part in parts.values()]).drop_duplicates()
    table = pd.DataFrame({name: part.reindex(codes, fill_value=0) for name, part in parts.items()}, index=codes)
    table = table.rename_axis(by).reset_index().sort_values("now", ascending=False, na_position="last", kind="stable")
    table = table.reset_index(drop=True)
    table.attrs["few"] = {name: table.index[table[name].isna()].tolist() for name in parts if table[name].isna().any()}
    return table


def series_kind(period: Period) -> str:
    """Which periods stand in a row behind this one: months behind a month, quarters behind anything else."""
    return "month" if period.kind == "month" else "quarter"
