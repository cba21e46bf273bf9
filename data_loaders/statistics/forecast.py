"""A quarter ahead: seasonal naive against ETS(A,N,A), tried out by rolling origin before anything is said.

Nothing is published that does not beat the seasonal naive on the same months. An interval is as wide as the errors of
the trial were (split conformal), and stands beside the share of months that such intervals held in the trial.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

from data_loaders.statistics import tet
from data_loaders.statistics.intervals import Floats

Forecaster = Callable[[Floats, int], Floats]
"""Known months and how many to look ahead → that many forecasts."""
YEAR, QUARTER = 12, 3
LEAST_MONTHS, LEAST_ORIGINS, PAST = 36, 12, 30
"""What a forecast needs to be published, and how many earlier errors an interval of the trial is made from."""
TET_FROM = 50
"""Tet is only modelled from so many a month: below, its coefficient is noise."""
LEVEL = 0.8


def seasonal_naive(values: Floats, ahead: int) -> Floats:
    """As in the same month of the last year known."""
    return values[len(values) - YEAR + np.arange(ahead) % YEAR]


def ets(values: Floats, ahead: int) -> Floats:
    """ETS(A,N,A), its start by the usual heuristic.

    The default start of the library stops in a poor optimum and takes thirty times as long.
    """
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # a flat series does not converge: what it then forecasts is tested all the same
        model = ETSModel(values, seasonal="add", seasonal_periods=YEAR, initialization_method="heuristic")
        return np.asarray(model.fit(disp=False, maxiter=200).forecast(ahead), float)


def with_tet(first_month: date, inner: Forecaster = ets) -> Forecaster:
    """`inner` on a series from which Tet is divided out, multiplied back afterwards; `first_month` is its first."""

    def forecaster(values: Floats, ahead: int) -> Floats:
        by = tet.factors(values, first_month, ahead=ahead)
        return inner(values / by[: len(values)], ahead) * by[len(values) :]

    return forecaster


def rolling(
    values: ArrayLike, forecaster: Forecaster, *, ahead: int, first: int, last: int | None = None
) -> pd.DataFrame:
    """Every forecast that could have been made, one origin after the other: origin, step, actual, forecast, error.

    Args:
        values: the months, in order.
        forecaster: what is tried.
        ahead: how many steps; those that lie beyond the last known month are left out.
        first: how many months are known at the first origin.
        last: only that many of the newest origins.
    """
    y = np.asarray(values, float)
    origins = range(first, len(y))[-last if last else None :]
    rows = [
        (origin, step, y[origin + step - 1], guess)
        for origin in origins
        for step, guess in enumerate(forecaster(y[:origin], min(ahead, len(y) - origin)), start=1)
    ]
    table = pd.DataFrame(rows, columns=["origin", "step", "actual", "forecast"])
    return table.assign(error=table["actual"] - table["forecast"])


def summed(trial: pd.DataFrame, *, ahead: int = QUARTER) -> pd.DataFrame:
    """The trial of a whole quarter: actual and forecast summed over all steps; origins that lack one are left out."""
    whole = trial[trial.groupby("origin")["step"].transform("size") == ahead]
    table = whole.groupby("origin", as_index=False)[["actual", "forecast"]].sum()
    return table.assign(step=ahead, error=table["actual"] - table["forecast"])


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


def coverage(errors: ArrayLike, *, level: float = LEVEL, past: int = PAST) -> tuple[int, int]:
    """How many intervals held the truth, each made from the errors before it alone; and how many were tried.

    `errors` in the order of their origins; the first `past` only serve to make intervals.
    """
    e = np.asarray(errors, float)
    held = [bool(abs(e[i]) <= half_width(e[:i], level=level)) for i in range(past, len(e))]
    return sum(held), len(held)


@dataclass(frozen=True)
class Outlook:
    """The next quarter of one series and how well such forecasts did; `reason` is empty where it may be published.

    value, low, high: the sum over the quarter (for a stock: at its end). held of tried: intervals of the trial that
    held the truth. error, naive_error: MASE of the trial, of this forecast and of the seasonal naive. origins: how many
    origins the trial had. reason: too_short, too_few_origins or not_better.
    """

    value: float
    low: float
    high: float
    held: int
    tried: int
    error: float
    naive_error: float
    origins: int
    reason: str

    @property
    def publishable(self) -> bool:
        return not self.reason


def outlook(values: ArrayLike, first_month: date, *, last: int | None = None) -> Outlook:
    """What a quarter brings in, if things go as in the years before.

    Args:
        values: whole months on end, the last one just over.
        first_month: the first of them.
        last: how many of the newest origins with a whole quarter the trial takes (all after three years if not given).
    """
    y = np.asarray(values, float)
    if len(y) < LEAST_MONTHS:
        return _nothing("too_short")
    model = with_tet(first_month) if y.mean() >= TET_FROM else ets
    trials = [_trial(y, tried, last) for tried in (model, seasonal_naive)]
    return _judged(float(model(y, QUARTER).sum()), *trials, unit=scale(y))


def stock_outlook(
    opening: float, coming: ArrayLike, leaving: ArrayLike, first_month: date, *, last: int | None = None
) -> Outlook:
    """What is open a quarter on: opening + what comes − what leaves, each looked ahead by itself.

    Args:
        opening: open before the first month.
        coming, leaving: month by month; `first_month` and `last` as in `outlook`.
    """
    flows = [np.asarray(flow, float) for flow in (coming, leaving)]
    stock = opening + np.cumsum(flows[0] - flows[1])
    if len(stock) < LEAST_MONTHS:
        return _nothing("too_short")
    models: list[Forecaster] = [with_tet(first_month) if flow.mean() >= TET_FROM else ets for flow in flows]
    tried: tuple[list[Forecaster], ...] = (models, [seasonal_naive, seasonal_naive])
    trials = [_stock_trial(stock, flows, some, last) for some in tried]
    inward, outward = (model(flow, QUARTER).sum() for model, flow in zip(models, flows, strict=True))
    return _judged(float(stock[-1] + inward - outward), *trials, unit=scale(stock))


def _trial(values: Floats, model: Forecaster, last: int | None) -> pd.DataFrame:
    newest = last + QUARTER - 1 if last else None
    return summed(rolling(values, model, ahead=QUARTER, first=LEAST_MONTHS, last=newest))


def _stock_trial(stock: Floats, flows: list[Floats], tried: list[Forecaster], last: int | None) -> pd.DataFrame:
    coming, leaving = (_trial(flow, model, last) for flow, model in zip(flows, tried, strict=True))
    before = stock[coming["origin"].to_numpy() - 1]
    table = coming[["origin", "step"]].assign(
        actual=before + coming["actual"] - leaving["actual"], forecast=before + coming["forecast"] - leaving["forecast"]
    )
    return table.assign(error=table["actual"] - table["forecast"])


def _judged(value: float, trial: pd.DataFrame, naive: pd.DataFrame, *, unit: float) -> Outlook:
    errors = trial["error"].to_numpy(float)
    width = half_width(errors)
    held, tried = coverage(errors)
    own, other = (mase(table["error"], unit=unit) for table in (trial, naive))
    reason = "too_few_origins" if len(errors) < LEAST_ORIGINS else "" if own < other else "not_better"
    return Outlook(
        max(value, 0.0), max(value - width, 0.0), value + width, held, tried, own, other, len(errors), reason
    )


def _nothing(reason: str) -> Outlook:
    return Outlook(math.nan, math.nan, math.nan, 0, 0, math.nan, math.nan, 0, reason)
