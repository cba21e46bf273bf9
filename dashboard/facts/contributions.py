"""Which parts of the whole moved a figure between two windows, and which of them beyond chance."""

from __future__ import annotations

import pandas as pd

from dashboard.facts import among_many

BASES = {"entered": "entered_base", "resolved": "resolved_base", "open_count": "open_base"}


def contributions(answer: pd.DataFrame, *, part: str, measure: str) -> pd.DataFrame:
    """`steps` of one part (area, field, kind) of an answer of the question `contributions`."""
    rows = answer[answer["part"] == part].set_index("code")
    return steps(rows[measure], rows[BASES[measure]])


def but_silent(moved: pd.DataFrame, silent: pd.Series) -> pd.DataFrame:
    """`steps` by body, a fall of one of the `silent` no longer `beyond` chance: it sent nothing, as `silent` says."""
    unheard = silent & moved["beyond"] & (moved["change"] < 0)
    return moved.assign(silent=unheard, beyond=moved["beyond"] & ~unheard)


def steps(now: pd.Series, base: pd.Series) -> pd.DataFrame:
    """code, now, base, change, beyond, the largest change first, of two counts by code (the index).

    What is absent on one side counts nothing there; what is withheld on either is left out; what lies in no known part
    stands under a missing code. `beyond`: more than chance moves any of so many parts (`among_many`).
    """
    codes = now.index.union(base.index, sort=False)
    both = pd.DataFrame({"now": now.reindex(codes, fill_value=0), "base": base.reindex(codes, fill_value=0)}).dropna()
    both = both.astype(int)
    found = both.assign(change=both["now"] - both["base"])
    found["beyond"] = among_many.stand(among_many.chance_of_counts(found["now"], found["base"]))
    found = found.rename_axis("code").reset_index()
    order = found["change"].abs().sort_values(ascending=False, kind="stable").index
    return found.loc[order].reset_index(drop=True)
