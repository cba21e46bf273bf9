"""Units beside their peers: whose on-time share, whose backlog is not explained by chance and their common spread.

A unit is named only outside the exact limit *and* the limit widened by the spread that all units share. That is a
reason to ask, not a finding of fault; there are no ranks.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from data_loaders.statistics import dispersion, funnel
from data_loaders.statistics.dispersion import Transformed

LEAST_CASES, LEAST_UNITS = 5, 10
DOMINANT = 1 / 3
LOW, HIGH, USUAL, TOO_FEW = "low", "high", "usual", "too_few"
VERDICTS = {-1: LOW, 0: USUAL, 1: HIGH}
Judge = Callable[[pd.DataFrame], pd.DataFrame]


def on_time(points: pd.DataFrame, *, peers: str | list[str] = "level") -> pd.DataFrame:
    """`points` with what their on-time share says of them.

    Args:
        points: as the question `funnel_points` answers it.
        peers: the columns whose values make units peers.

    Returns:
        `points` with share, base (that of all peers), low and high (limits widened by the peers' spread, 99,8 %),
        phi, tau2, exact (−1, 0, +1), dominant (over a third of all peers' cases) and verdict: low, high, usual, or
        too_few: fewer than 5 cases, or than 10 peers with as many.
    """
    return _by_peers(points, peers, cases="judged", judge=_shares)


def backlog(points: pd.DataFrame, *, peers: str | list[str] = "level") -> pd.DataFrame:
    """`points` with what their open matters say of them against those expected; as `on_time`.

    expected is scaled so that it sums to the observed of the peers; ratio is open_count/expected, base is 1.
    """
    return _by_peers(points, peers, cases="matters", judge=_ratios)


def share_lines(base: float, most: int) -> pd.DataFrame:
    """The exact lines from 1 to `most` cases: cases, low and high (95 %), low_outer and high_outer (99,8 %)."""
    cases = np.unique(np.geomspace(LEAST_CASES, max(most, LEAST_CASES), 80).round())
    inner, outer = (funnel.exact_limits(base, cases, level=level) for level in (funnel.WARN, funnel.ALARM))
    return pd.DataFrame(
        {"cases": cases, "low": inner[0], "high": inner[1], "low_outer": outer[0], "high_outer": outer[1]}
    )


def ratio_lines(most: float, *, level: float = funnel.ALARM) -> pd.DataFrame:
    """The exact lines of observed/expected up to `most` expected: expected, ratio, side (−1: too few, +1: too many)."""
    observed = np.arange(0, int(most + 6 * np.sqrt(most) + 10))
    high, low = funnel.ratio_limits(observed, level=level)
    lines = [
        pd.DataFrame({"expected": at, "ratio": observed / np.where(at > 0, at, np.nan), "side": side})
        for at, side in ((low, -1), (high, 1))
    ]
    both = pd.concat(lines, ignore_index=True)
    return both[both["expected"].between(0, most, inclusive="right")].reset_index(drop=True)


def _by_peers(points: pd.DataFrame, peers: str | list[str], *, cases: str, judge: Judge) -> pd.DataFrame:
    number = points[cases].astype("Float64").fillna(0).astype(float)
    enough = number >= LEAST_CASES
    parts = []
    for labels in points.groupby(peers, dropna=False).groups.values():
        those = points.loc[labels]
        fit = those[enough.loc[labels]]
        said = judge(fit) if len(fit) >= LEAST_UNITS else pd.DataFrame(index=fit.index)
        parts.append(said.assign(dominant=number.loc[fit.index] > DOMINANT * number.loc[labels].sum()))
    said = pd.concat(parts) if parts else pd.DataFrame()
    answer = points.join(said)
    exact, widened = (answer.get(name, pd.Series(np.nan, index=answer.index)) for name in ("exact", "widened"))
    agreed = exact.where(exact == widened, 0).where(exact.notna())
    return answer.drop(columns="widened", errors="ignore").assign(verdict=agreed.map(VERDICTS).fillna(TOO_FEW))


def _shares(points: pd.DataFrame) -> pd.DataFrame:
    x, n = points["on_time"].to_numpy(float), points["judged"].to_numpy(float)
    base = x.sum() / n.sum()
    exact = funnel.outside_share(x, n, base=base)
    said = pd.DataFrame({"share": x / n, "base": base, "exact": exact}, index=points.index)
    return _widened(said, dispersion.of_shares(x, n, base=base), back=dispersion.as_share)


def _ratios(points: pd.DataFrame) -> pd.DataFrame:
    observed, expected = points["open_count"].to_numpy(float), points["expected_open"].to_numpy(float)
    expected = expected * observed.sum() / expected.sum()
    exact = funnel.outside_ratio(observed, expected)
    said = pd.DataFrame(
        {"expected": expected, "ratio": observed / expected, "base": 1.0, "exact": exact}, index=points.index
    )
    return _widened(said, dispersion.of_ratios(observed, expected), back=dispersion.as_ratio)


def _widened(said: pd.DataFrame, units: Transformed, *, back: Callable[..., np.ndarray]) -> pd.DataFrame:
    found = dispersion.spread(units)
    low, high = limits = dispersion.additive_limits(units, found)
    return said.assign(
        widened=dispersion.outside(units, limits), low=back(low), high=back(high), phi=found.phi, tau2=found.tau2
    )
