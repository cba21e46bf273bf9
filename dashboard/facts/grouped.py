"""High areas that lie together, one group a row: 'a group of 4 around …'."""

from __future__ import annotations

import pandas as pd

HIGH = "high"


def groups(found: pd.DataFrame, neighbours: pd.DataFrame) -> pd.DataFrame:
    """Groups of high areas that touch one another: centre (code of the highest Gi*), areas (codes), the largest first.

    Args:
        found: an answer of `clusters`: area_code, gi_z, verdict.
        neighbours: code, neighbour, both ways.
    """
    high = found[found["verdict"].eq(HIGH)].set_index("area_code")["gi_z"].astype(float)
    near = neighbours[neighbours["code"].isin(high.index) & neighbours["neighbour"].isin(high.index)]
    beside = near.groupby("code")["neighbour"].agg(list).to_dict()
    left, rows = set(high.index), []
    while left:
        together = _reached(min(left), beside)
        left -= together
        members = high[sorted(together)]
        rows.append((str(members.idxmax()), sorted(together)))
    rows.sort(key=lambda row: (-len(row[1]), row[0]))
    return pd.DataFrame(rows, columns=["centre", "areas"])


def _reached(first: str, beside: dict[str, list[str]]) -> set[str]:
    seen, ahead = {first}, [first]
    while ahead:
        fresh = [code for code in beside.get(ahead.pop(), []) if code not in seen]
        seen.update(fresh)
        ahead += fresh
    return seen
