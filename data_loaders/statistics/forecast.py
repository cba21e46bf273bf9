"""A quarter ahead: seasonal naive against ETS(A,N,A), tried out by rolling origin before anything is said.

Nothing is published that does not beat the seasonal naive on the same months. An interval is as wide as the errors of
the trial were, in units of the root of what was forecast, at a level that follows the misses (adaptive conformal
inference); beside it stands the share of quarters that such intervals held in the trial.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from data_loaders.statistics import tet
from data_loaders.statistics.intervals import Floats

Forecaster = Callable[[Floats, int], Floats]
"""Known months and how many to look ahead → that many forecasts."""
YEAR, QUARTER = 12, 3
LEAST_MONTHS, LEAST_ORIGINS, PAST = 36, 12, 20
"""What a forecast needs to be published, and of how many known errors the first interval of the trial is made."""
LEVEL, LEVELS, GAIN = 0.8, (0.5, 0.95), 0.05
"""What an interval is to hold; between which levels that is sought, and how far one miss moves the level."""
ALPHA = np.array([0.01, 0.05, *np.arange(0.1, 1.0, 0.1)])
GAMMA = np.array([0.0, 0.02, 0.05, 0.1, 0.2])
STARTS = np.array([0.0, 0.5, 1.0])
"""Errors followed by level and season, and how much of the season of the first years to begin with."""


def seasonal_naive(values: Floats, ahead: int) -> Floats:
    """As in the same month of the last year known."""
    return values[len(values) - YEAR + np.arange(ahead) % YEAR]


def ets(values: Floats, ahead: int) -> Floats:
    """ETS(A,N,A) of counts: what fits best of a grid of `ALPHA`, `GAMMA` and `STARTS`; never below nothing.

    A grid finds as good an optimum as the library's search in a hundredth of its time, and never stops half-way.
    """
    alpha, gamma, part = (axis.ravel() for axis in np.meshgrid(ALPHA, GAMMA, STARTS))
    level, season = _start(values)
    levels, seasons, squares = smoothed(values, level, season[:, None] * part, alpha=alpha, gamma=gamma)
    best = int(np.argmin(squares))
    return np.maximum(levels[best] + seasons[(len(values) + np.arange(ahead)) % YEAR, best], 0.0)


def smoothed(
    values: Floats, level: float, season: Floats, *, alpha: Floats, gamma: Floats
) -> tuple[Floats, Floats, Floats]:
    """The recursion of ETS(A,N,A) with every pair of `alpha` and `gamma` (Hyndman & Athanasopoulos, fpp2, 7.5).

    Args:
        level, season: where it starts; `season` is that of the first month, the second, … (12, pairs).

    Returns:
        The last level of each pair, the last season of each calendar month (12, pairs), and the sum of squared errors.
    """
    levels, seasons, squares = np.full(len(alpha), level), season.copy(), np.zeros(len(alpha))
    for month, value in enumerate(values):
        error = value - levels - seasons[month % YEAR]
        squares += error**2
        levels = levels + alpha * error
        seasons[month % YEAR] += gamma * error
    return levels, seasons, squares


def _start(values: Floats) -> tuple[float, Floats]:
    """The level of the first year, and how each calendar month of the first three years differs from its year."""
    years = values[: YEAR * min(3, len(values) // YEAR)].reshape(-1, YEAR)
    return float(years[0].mean()), (years - years.mean(axis=1, keepdims=True)).mean(axis=0)


def with_tet(first_month: date, inner: Forecaster = ets) -> Forecaster:
    """`inner` on a series from which Tet is divided out, multiplied back afterwards; `first_month` is its first.

    Worth it only for single months with about 50 a month or more: below, the coefficient is noise.
    """

    def forecaster(values: Floats, ahead: int) -> Floats:
        by = tet.factors(values, first_month, ahead=ahead)
        return inner(values / by[: len(values)], ahead) * by[len(values) :]

    return forecaster


def rolling(values: ArrayLike, forecaster: Forecaster, *, ahead: int, first: int) -> pd.DataFrame:
    """Every forecast that could have been made, one origin after the other: origin, step, actual, forecast, error.

    Args:
        values: the months, in order.
        forecaster: what is tried.
        ahead: how many steps; those that lie beyond the last known month are left out.
        first: how many months are known at the first origin.
    """
    y = np.asarray(values, float)
    rows = [
        (origin, step, y[origin + step - 1], guess)
        for origin in range(first, len(y))
        for step, guess in enumerate(forecaster(y[:origin], min(ahead, len(y) - origin)), start=1)
    ]
    table = pd.DataFrame(rows, columns=["origin", "step", "actual", "forecast"])
    return table.assign(error=table["actual"] - table["forecast"])


def summed(trial: pd.DataFrame, *, skip: int = 0, ahead: int = QUARTER) -> pd.DataFrame:
    """The trial of a sum: the `ahead` steps after the first `skip`, of the origins that have all of them."""
    whole = trial[trial.groupby("origin")["step"].transform("size") == skip + ahead]
    table = whole[whole["step"] > skip].groupby("origin", as_index=False)[["actual", "forecast"]].sum()
    return table.assign(error=table["actual"] - table["forecast"])


def scale(values: ArrayLike) -> float:
    """The mean absolute error of the seasonal naive within the series: what MASE is measured in."""
    y = np.asarray(values, float)
    return float(np.mean(np.abs(y[YEAR:] - y[:-YEAR])))


def mase(errors: ArrayLike, *, unit: float) -> float:
    """Mean absolute error in units of `scale` (Hyndman & Koehler 2006); missing where every year repeats the last."""
    return float(np.mean(np.abs(np.asarray(errors, float)))) / unit if unit > 0 else math.nan


def pinball(actual: ArrayLike, quantile: ArrayLike, *, level: float) -> float:
    """Mean loss of a forecast quantile: what lies above it counts `level`, what lies below 1 − `level`."""
    over = np.asarray(actual, float) - np.asarray(quantile, float)
    return float(np.mean(np.where(over >= 0, level * over, (level - 1) * over)))


def half_width(errors: ArrayLike, *, level: float = LEVEL) -> float:
    """The ⌈(n+1)·level⌉-th smallest absolute error: as wide as an interval must be to hold `level` of what comes."""
    sizes = np.sort(np.abs(np.asarray(errors, float)))
    rank = math.ceil((len(sizes) + 1) * level)
    return float(sizes[rank - 1]) if rank <= len(sizes) else math.inf


@dataclass(frozen=True)
class Trial:
    """Intervals tried: `held` of `tried` held the truth; `level`: of the errors at which the next one is made."""

    held: int
    tried: int
    level: float


def coverage(errors: ArrayLike, *, level: float = LEVEL, past: int = PAST, delay: int = 1) -> Trial:
    """Intervals each made from the errors that were known by then alone, wider after a miss, narrower after none
    (adaptive conformal inference: Gibbs & Candès 2021).

    Args:
        errors: in the order of their origins.
        past: how many must be known before the first interval.
        delay: how many origins pass until an error is known.
    """
    e = np.asarray(errors, float)
    held: list[bool] = []
    at = level
    for i in range(past + delay - 1, len(e)):
        at = _after(at, held[-delay:][: len(held) >= delay], level=level)
        held.append(bool(abs(e[i]) <= half_width(e[: i - delay + 1], level=at)))
    return Trial(sum(held), len(held), _after(at, held[-delay:], level=level))


def _after(at: float, held: list[bool], *, level: float) -> float:
    """The level after these intervals: a miss raises it by `GAIN` times `level`, a hit lowers it by the rest."""
    for each in held:
        at = min(max(at + GAIN * (level - each), LEVELS[0]), LEVELS[1])
    return at


@dataclass(frozen=True)
class Outlook:
    """The next quarter of one series and how well such forecasts did; `unpublished` is empty where it may be published.

    value, low, high: the sum over the quarter (for a stock: at its end). held of tried: intervals of the trial that
    held the truth. error, naive_error: MASE of the trial, of this forecast and of the seasonal naive. origins: how many
    origins the trial had. unpublished: too_short, too_few_origins or not_better.
    """

    value: float
    low: float
    high: float
    held: int
    tried: int
    error: float
    naive_error: float
    origins: int
    unpublished: str

    @property
    def publishable(self) -> bool:
        return not self.unpublished


def outlook(values: ArrayLike, *, skip: int = 0, model: Forecaster = ets) -> Outlook:
    """What a quarter brings in, if things go as in the years before.

    Args:
        values: whole months on end, the last one just over.
        skip: how many months lie between the last one known and the quarter.
        model: what is tried; a quarter that always holds Tet needs no `with_tet`.
    """
    y = np.asarray(values, float)
    if len(y) < LEAST_MONTHS:
        return _nothing("too_short")
    trial, naive = (_trial(y, tried, skip) for tried in (model, seasonal_naive))
    quarters = np.convolve(y, np.ones(QUARTER), "valid")
    value = float(model(y, skip + QUARTER)[skip:].sum())
    return _judged(value, trial, naive["error"], unit=scale(quarters), delay=skip + QUARTER)


def stock_outlook(opening: float, coming: ArrayLike, leaving: ArrayLike, *, skip: int = 0) -> Outlook:
    """What is open at the end of a quarter, simulated: opening + intake − leaving, month by month.

    Intake as ETS sees it; of what is on hand in a month the share of the last twelve months leaves. The seasonal naive
    it must beat is what was open a year before.

    Args:
        opening: open before the first month.
        coming, leaving: month by month; `skip` as in `outlook`.
    """
    inward, outward = np.asarray(coming, float), np.asarray(leaving, float)
    stock = opening + np.cumsum(inward - outward)
    if len(stock) < LEAST_MONTHS:
        return _nothing("too_short")
    on_hand = stock + outward
    ahead = skip + QUARTER

    def at_end(known: int) -> float:
        last = slice(known - YEAR, known)
        stays, then = 1 - outward[last].sum() / max(on_hand[last].sum(), 1.0), stock[known - 1]
        for month in ets(inward[:known], ahead):
            then = (then + month) * stays
        return float(then)

    origins = range(LEAST_MONTHS, len(stock) - ahead + 1)
    trial = pd.DataFrame(
        {"actual": stock[LEAST_MONTHS + ahead - 1 :], "forecast": [at_end(known) for known in origins]}
    )
    trial = trial.assign(error=trial["actual"] - trial["forecast"])
    naive = trial["actual"] - stock[LEAST_MONTHS + ahead - 1 - YEAR : len(stock) - YEAR]
    return _judged(at_end(len(stock)), trial, naive, unit=scale(stock), delay=ahead)


def _trial(values: Floats, model: Forecaster, skip: int) -> pd.DataFrame:
    return summed(rolling(values, model, ahead=skip + QUARTER, first=LEAST_MONTHS), skip=skip)


def _judged(value: float, trial: pd.DataFrame, naive: pd.Series, *, unit: float, delay: int) -> Outlook:
    sizes = trial["error"] / _root(trial["forecast"])
    tried = coverage(sizes, delay=delay)
    width = half_width(sizes, level=tried.level) * float(_root(value))
    own, other = mase(trial["error"], unit=unit), mase(naive, unit=unit)
    reason = "too_few_origins" if len(trial) < LEAST_ORIGINS else "" if own < other else "not_better"
    low, high = max(value - width, 0.0), value + width
    return Outlook(max(value, 0.0), low, high, tried.held, tried.tried, own, other, len(trial), reason)


def _root(forecast: ArrayLike) -> Floats:
    """By how much a count of that size varies by chance."""
    return np.sqrt(np.maximum(np.asarray(forecast, float), 1.0))


def _nothing(reason: str) -> Outlook:
    return Outlook(math.nan, math.nan, math.nan, 0, 0, math.nan, math.nan, 0, reason)
