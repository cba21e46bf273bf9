"""A quarter ahead: seasonal naive against ETS(A,N,A), tried out by rolling origin before anything is said.

Nothing is published that does not beat the seasonal naive on the same months. An interval is as wide as the errors of
the trial were, in units of the root of what was forecast, at a level that follows the misses (adaptive conformal
inference); beside it stands the share of quarters that such intervals held in the trial.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np
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
    return seasonal_naive_rolled(values, ahead, len(values))[0]


def seasonal_naive_rolled(values: Floats, ahead: int, first: int) -> Floats:
    """`seasonal_naive` of the first `first` months, of one month more, … of all (origins, ahead)."""
    return values[np.arange(first, len(values) + 1)[:, None] - YEAR + np.arange(ahead) % YEAR]


def ets(values: Floats, ahead: int) -> Floats:
    """ETS(A,N,A) of counts: what fits best of a grid of `ALPHA`, `GAMMA` and `STARTS`; never below nothing.

    A grid finds as good an optimum as the library's search in a hundredth of its time, and never stops half-way.
    """
    return ets_rolled(values, ahead, len(values))[0]


def ets_rolled(values: Floats, ahead: int, first: int) -> Floats:
    """`ets` of the first `first` months, of one month more, … of all (origins, ahead), in one pass over them.

    Args:
        first: at least the three years that the recursion starts from, or all months.
    """
    alpha, gamma, part = (axis.ravel() for axis in np.meshgrid(ALPHA, GAMMA, STARTS))
    level, season = _start(values[:first])
    passed = enumerate(_passed(values, level, season[:, None] * part, alpha=alpha, gamma=gamma))
    return np.array([_fitting_best(known, ahead, *state) for known, state in islice(passed, first, None)])


def _fitting_best(known: int, ahead: int, levels: Floats, seasons: Floats, squares: Floats) -> Floats:
    best = int(np.argmin(squares))
    return np.maximum(levels[best] + seasons[(known + np.arange(ahead)) % YEAR, best], 0.0)


def smoothed(
    values: Floats, level: float, season: Floats, *, alpha: Floats, gamma: Floats
) -> tuple[Floats, Floats, Floats]:
    """The recursion of ETS(A,N,A) with every pair of `alpha` and `gamma` (Hyndman & Athanasopoulos, fpp2, 7.5).

    Args:
        level, season: where it starts; `season` is that of the first month, the second, … (12, pairs).

    Returns:
        The last level of each pair, the last season of each calendar month (12, pairs), and the sum of squared errors.
    """
    *_, last = _passed(values, level, season, alpha=alpha, gamma=gamma)
    return last


def _passed(
    values: Floats, level: float, season: Floats, *, alpha: Floats, gamma: Floats
) -> Iterator[tuple[Floats, Floats, Floats]]:
    """`smoothed` before the first month, after it, after the second, …; each is overwritten by the next."""
    levels, seasons, squares = np.full(len(alpha), level), season.copy(), np.zeros(len(alpha))
    yield levels, seasons, squares
    for month, value in enumerate(values):
        error = value - levels - seasons[month % YEAR]
        squares += error**2
        levels += alpha * error
        seasons[month % YEAR] += gamma * error
        yield levels, seasons, squares


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


@dataclass(frozen=True)
class Guesses:
    """What was forecast at each origin (rows) and what came, step by step (columns) or summed; missing where it lies
    beyond the last known month."""

    actual: Floats
    forecast: Floats

    @property
    def error(self) -> Floats:
        return self.actual - self.forecast


def rolling(values: ArrayLike, forecasts: Floats) -> Guesses:
    """Every forecast that could have been made and seen to come true in part, one origin after the other.

    Args:
        values: the months, in order.
        forecasts: of each origin, the last of which knows all months (origins, ahead).
    """
    y, (origins, ahead) = np.asarray(values, float), forecasts.shape
    came = np.append(y, np.full(ahead, np.nan))
    return Guesses(came[np.arange(len(y) - origins + 1, len(y))[:, None] + np.arange(ahead)], forecasts[:-1])


def summed(trial: Guesses, *, skip: int = 0) -> Guesses:
    """The trial of the sum of all steps after the first `skip`, of the origins that have all of them."""
    whole = ~np.isnan(trial.actual).any(axis=1)
    return Guesses(*(_added(steps[whole, skip:]) for steps in (trial.actual, trial.forecast)))


def _added(steps: Floats) -> Floats:
    """The sum of each row, from its last step to its first: the order decides over the last digit that is stored."""
    return np.add.accumulate(steps[:, ::-1], axis=1)[:, -1]


def scale(values: ArrayLike) -> float:
    """The mean absolute error of the seasonal naive within the series: what MASE is measured in."""
    y = np.asarray(values, float)
    return float(np.mean(np.abs(y[YEAR:] - y[:-YEAR])))


def mase(errors: ArrayLike, *, unit: float) -> float:
    """Mean absolute error in units of `scale` (Hyndman & Koehler 2006); missing where nothing was tried or every year
    repeats the last."""
    sizes = np.abs(np.asarray(errors, float))
    return float(sizes.mean()) / unit if len(sizes) and unit > 0 else math.nan


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


def outlook(values: ArrayLike, *, skip: int = 0) -> Outlook:
    """What a quarter brings in, if things go as in the years before; one that always holds Tet needs no `with_tet`.

    Args:
        values: whole months on end, the last one just over.
        skip: how many months lie between the last one known and the quarter.
    """
    y = np.asarray(values, float)
    if len(y) < LEAST_MONTHS:
        return _nothing("too_short")
    ahead = skip + QUARTER
    forecasts, naives = (tried(y, ahead, LEAST_MONTHS) for tried in (ets_rolled, seasonal_naive_rolled))
    trial, naive = (summed(rolling(y, found), skip=skip) for found in (forecasts, naives))
    quarters = np.convolve(y, np.ones(QUARTER), "valid")
    value = float(forecasts[-1, skip:].sum())
    return _judged(value, trial, naive.error, unit=scale(quarters), delay=ahead)


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
    ahead = skip + QUARTER
    year = np.ones(YEAR)
    left, on_hand = (np.convolve(months, year, "valid")[LEAST_MONTHS - YEAR :] for months in (outward, stock + outward))
    stays, at_end = 1 - left / np.maximum(on_hand, 1.0), stock[LEAST_MONTHS - 1 :]
    for month in ets_rolled(inward, ahead, LEAST_MONTHS).T:
        at_end = (at_end + month) * stays
    actual = stock[LEAST_MONTHS + ahead - 1 :]
    naive = actual - stock[LEAST_MONTHS + ahead - 1 - YEAR : len(stock) - YEAR]
    trial = Guesses(actual, at_end[: len(actual)])
    return _judged(float(at_end[-1]), trial, naive, unit=scale(stock), delay=ahead)


def _judged(value: float, trial: Guesses, naive: Floats, *, unit: float, delay: int) -> Outlook:
    sizes = trial.error / _root(trial.forecast)
    tried = coverage(sizes, delay=delay)
    width = half_width(sizes, level=tried.level) * float(_root(value))
    own, other = mase(trial.error, unit=unit), mase(naive, unit=unit)
    reason = "too_few_origins" if len(trial.actual) < LEAST_ORIGINS else "" if own < other else "not_better"
    low, high = max(value - width, 0.0), value + width
    return Outlook(max(value, 0.0), low, high, tried.held, tried.tried, own, other, len(trial.actual), reason)


def _root(forecast: ArrayLike) -> Floats:
    """By how much a count of that size varies by chance."""
    return np.sqrt(np.maximum(np.asarray(forecast, float), 1.0))


def _nothing(reason: str) -> Outlook:
    return Outlook(math.nan, math.nan, math.nan, 0, 0, math.nan, math.nan, 0, reason)
