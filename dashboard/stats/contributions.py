"""Which parts of the whole moved a figure between two windows, and which of them beyond chance."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.stats.change import Z95

BASES = {"entered": "entered_base", "resolved": "resolved_base", "open_count": "open_base"}


def contributions(answer: pd.DataFrame, *, part: str, measure: str) -> pd.DataFrame:
    """code, now, base, change, beyond of one part (area, field, agency, kind), the largest change first.

    What lies in no known part stands under a missing code. `answer` is that of the question `contributions`; a part
    with a withheld count is left out. `beyond`: more than ±1,96·√(x₁+x₀) (rule 9.7).
    """
    rows = answer[answer["part"] == part]
    rows = rows[rows[measure].notna() & rows[BASES[measure]].notna()]
    now, base = rows[measure].astype(int), rows[BASES[measure]].astype(int)
    found = pd.DataFrame({"code": rows["code"], "now": now, "base": base, "change": now - base})
    found["beyond"] = found["change"].abs() > Z95 * np.sqrt(now + base)
    order = found["change"].abs().sort_values(ascending=False, kind="stable").index
    return found.loc[order].reset_index(drop=True)


def net(answer: pd.DataFrame, *, measure: str) -> int | None:
    """The change of the whole: that of all kinds together; None where one is withheld."""
    kinds = answer[answer["part"] == "kind"]
    change = kinds[measure] - kinds[BASES[measure]]
    return None if change.isna().any() else int(change.sum())
