"""Forecasts: recursion and trial against Hyndman & Athanasopoulos and R forecast; Tet on planted series."""

from datetime import date

import numpy as np
import pytest
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

from data_loaders.statistics import forecast, tet
from tests.data_loaders.statistics.printed import ACCIDENTS, numbers

FIRST = date(2018, 1, 1)


def test_simple_smoothing_as_printed():
    """fpp2, 7.1: α .8339, ℓ₀ 446.5868, RMSE 28.12234; next 542.6806."""
    oil = numbers(
        "445.3640981 453.1950104 454.409641 422.3789058 456.0371217 440.3866047 425.1943725 486.2051735 500.4290861"
        " 521.2759092 508.947617 488.8888577 509.870575 456.7229123 473.8166029 525.9508706 549.8338076 542.3404698"
    )
    fitted = ETSModel(np.array(oil)).fit(disp=False)
    assert fitted.params[0] == pytest.approx(0.8339, abs=1e-4)
    assert np.sqrt(np.mean(fitted.resid**2)) == pytest.approx(28.12234, abs=1e-5)
    assert fitted.forecast(1)[0] == pytest.approx(542.6806, abs=3e-4)


def test_the_recursion_with_the_parameters_of_r():
    """R forecast, ETS(A,N,A) on USAccDeaths: RMSE 262.698, MASE .4634, and its six forecasts."""
    newest_first = [-51.3449, -255.3528, 218.2901, -121.771, 970.7387, 1683.237]
    newest_first += [756.092, 306.4212, -489.5627, -739.9004, -1537.792, -739.0552]
    model = ETSModel(ACCIDENTS, seasonal="add", seasonal_periods=12)
    library = model.smooth(np.array([0.5946, 0.0020, 9248.3628, *newest_first]))
    levels, seasons, squares = forecast.smoothed(
        ACCIDENTS, 9248.3628, np.array(newest_first[::-1])[:, None], alpha=np.array([0.5946]), gamma=np.array([0.0020])
    )
    ours = levels[0] + seasons[:6, 0]
    printed = [8397.497, 7599.221, 8396.595, 8646.510, 9443.412, 9893.065]
    assert ours == pytest.approx(printed, abs=0.02)  # parameters are printed to four digits
    assert ours == pytest.approx(library.forecast(6), rel=1e-12)
    assert np.sqrt(squares[0] / 72) == pytest.approx(262.698, abs=0.005)
    assert forecast.mase(library.resid, unit=forecast.scale(ACCIDENTS)) == pytest.approx(0.4634, abs=5e-5)


def test_our_grid_forecasts_as_r_does_and_the_trial_better_than_the_library():
    theirs = [8397.497, 7599.221, 8396.595, 8646.510, 9443.412, 9893.065]
    assert forecast.ets(ACCIDENTS, 6) == pytest.approx(theirs, rel=0.015)

    def library(values, ahead):
        fitted = ETSModel(values, seasonal="add", seasonal_periods=12, initialization_method="heuristic")
        return np.asarray(fitted.fit(disp=False).forecast(ahead))

    one_by_one = np.array([library(ACCIDENTS[:known], 3) for known in range(49, len(ACCIDENTS) + 1)])
    ours, its = (
        np.nanmean(np.abs(forecast.rolling(ACCIDENTS, found).error))
        for found in (forecast.ets_rolled(ACCIDENTS, 3, 49), one_by_one)
    )
    assert ours <= its


@pytest.mark.parametrize("first", [36, 49, 72])
@pytest.mark.parametrize("model", ["ets", "seasonal_naive"])
def test_one_pass_forecasts_at_each_origin_what_its_months_alone_would(model, first):
    one, all_of_them = getattr(forecast, model), getattr(forecast, f"{model}_rolled")
    alone = [one(ACCIDENTS[:known], 14).tolist() for known in range(first, len(ACCIDENTS) + 1)]
    assert all_of_them(ACCIDENTS, 14, first).tolist() == alone


def test_rolling_origin_of_the_seasonal_naive():
    """R forecast: tsCV(USAccDeaths, snaive, h=3, initial=48); the first origin has 49 months."""
    trial = forecast.rolling(ACCIDENTS, forecast.seasonal_naive_rolled(ACCIDENTS, 3, 49))
    assert np.nanmean(np.abs(trial.error), axis=0).round(4).tolist() == [274.3478, 263.9091, 274.5238]
    assert (~np.isnan(trial.error)).sum(axis=0).tolist() == [23, 22, 21]
    assert trial.actual[0].tolist() == ACCIDENTS[49:52].tolist()


def test_ets_beats_the_seasonal_naive_there():
    found = forecast.outlook(ACCIDENTS)
    assert found.error < found.naive_error
    assert not found.unpublished
    assert found.low < found.value < found.high


def test_only_whole_quarters_are_summed():
    trial = forecast.rolling(ACCIDENTS, forecast.seasonal_naive_rolled(ACCIDENTS, 3, 49))
    quarters = forecast.summed(trial)
    assert len(quarters.actual) == len(range(49, 70))
    assert quarters.actual[0] == trial.actual[0].sum() == ACCIDENTS[49:52].sum()
    assert quarters.actual[-1] == ACCIDENTS[-3:].sum()


def test_pinball():
    """At level q: (y − q̂)·q above, (q̂ − y)·(1 − q) below; at one half half the absolute error."""
    assert forecast.pinball([10, 4], [6, 6], level=0.9) == pytest.approx((4 * 0.9 + 2 * 0.1) / 2)
    assert forecast.pinball([10, 4], [6, 6], level=0.5) == pytest.approx(1.5)


def test_half_width_is_an_order_statistic_of_past_errors():
    assert forecast.half_width([-3, 1, 2, -4], level=0.6) == 3  # the third of 1 2 3 4
    assert forecast.half_width(range(1, 10), level=0.8) == 8
    assert forecast.half_width([1, 2, 3], level=0.8) == float("inf")  # three errors cannot promise four in five


def test_coverage_is_measured_on_errors_that_the_interval_had_not_seen():
    seen = forecast.coverage([1] * 20 + [0.5, 2, 1])
    assert (seen.held, seen.tried) == (2, 3)
    assert forecast.coverage([1] * 20) == forecast.Trial(0, 0, 0.8)
    late = forecast.coverage([1] * 20 + [9, 9, 9, 9, 9], delay=4)
    assert (late.held, late.tried) == (0, 2)  # what is known four origins later helps no interval before


def test_a_miss_widens_the_next_interval_and_a_hit_narrows_it():
    """Gibbs & Candès 2021: the level goes up by gain · level after a miss, down by gain · (1 − level) after a hit."""
    assert forecast.coverage([1.0] * 20 + [9.0]).level == pytest.approx(0.8 + 0.05 * 0.8)
    assert forecast.coverage([1.0] * 20 + [0.5]).level == pytest.approx(0.8 - 0.05 * 0.2)
    assert forecast.coverage(1.5 ** np.arange(40)).level == pytest.approx(0.95)


def test_intervals_cover_what_they_promise_on_planted_series():
    rng = np.random.default_rng(11)
    tried = [forecast.coverage(rng.normal(size=60)) for _ in range(200)]
    assert sum(one.held for one in tried) / sum(one.tried for one in tried) == pytest.approx(0.8, abs=0.02)


def test_intervals_cover_three_to_four_and_a_quarter_of_five_quarters_in_random_provinces():
    """Twelve districts that grow, shrink and swing with the season; a month before the quarter."""
    rng, found = np.random.default_rng(2026), []
    for _ in range(12):
        months, stock = np.arange(96), int(rng.uniform(50, 300))
        opening, mean = stock, rng.uniform(5, 60) * np.exp(rng.normal(0, 0.006) * months)
        coming = rng.poisson(mean * (1 + rng.uniform(0, 0.3) * np.sin(months * np.pi / 6)))
        leaving, rate = [], rng.uniform(0.12, 0.35)
        for entered in coming:
            leaving.append(rng.binomial(stock + entered, rate))
            stock += entered - leaving[-1]
        found += [forecast.outlook(coming, skip=1), forecast.stock_outlook(opening, coming, leaving, skip=1)]
    told = [one for one in found if not one.unpublished]
    assert len(told) >= 12
    assert 0.75 <= sum(one.held for one in told) / sum(one.tried for one in told) <= 0.85


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("months", "reason"), [(35, "too_short"), (36, "too_few_origins"), (37, "too_few_origins"), (48, "too_few_origins")]
)
def test_too_little_is_not_published(months, reason):
    found = forecast.outlook(ACCIDENTS[:months])
    assert found.unpublished == reason


def test_what_does_not_beat_last_year_is_not_published():
    repeated = np.tile(np.arange(1.0, 13.0), 5)  # each year as the last: nothing is better than the naive
    assert forecast.outlook(repeated).unpublished == "not_better"


def test_the_stock_is_simulated_month_by_month():
    """A steady province: 100 come in a month, a fifth of what is on hand leaves, 400 stay open for ever."""
    coming, leaving = np.full(60, 100.0), np.full(60, 100.0)
    found = forecast.stock_outlook(400.0, coming, leaving, skip=1)
    assert found.value == pytest.approx(400)
    assert found.origins == 60 - 36 - 4 + 1


def test_a_stock_that_grows_with_its_intake_is_foreseen_better_than_by_last_year():
    rng = np.random.default_rng(5)
    stock, coming, leaving = 300.0, [], []
    for month in range(96):
        coming.append(float(rng.poisson(60 * 1.01**month)))
        leaving.append(float(rng.binomial(int(stock + coming[-1]), 0.2)))
        stock += coming[-1] - leaving[-1]
    found = forecast.stock_outlook(300.0, coming, leaving)
    assert not found.unpublished
    assert found.error < 0.7 * found.naive_error
    assert found.held / found.tried > 0.6


def test_a_quarter_that_begins_later_is_summed_from_there():
    trial = forecast.rolling(ACCIDENTS, forecast.seasonal_naive_rolled(ACCIDENTS, 5, 49))
    quarters = forecast.summed(trial, skip=2)
    assert quarters.actual[0] == ACCIDENTS[51:54].sum()
    assert forecast.outlook(ACCIDENTS, skip=2).value == pytest.approx(forecast.ets(ACCIDENTS, 5)[2:].sum())


def test_the_first_days_of_tet():
    days = [day.isoformat() for day in tet.first_days() if 2018 <= day.year <= 2027]
    assert days == [
        *("2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01"),
        *("2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06"),
    ]


def test_the_regressor_is_centred_by_calendar_month_and_nothing_outside_tet():
    months = tet.regressor(date(2010, 1, 1), 27 * 12).reshape(27, 12)
    assert months.mean(axis=0) == pytest.approx(np.zeros(12), abs=1e-12)
    assert not months[:, 3:].any()
    # 2023: 15/1 to 31/1, all seventeen days in January; 2018: 9/2 to 25/2, none of them
    january = tet.regressor(date(2018, 1, 1), 12 * 6)[::12]
    assert january[5] - january[0] == pytest.approx(1.0)


def planted(a_month: float, seed: int) -> np.ndarray:
    """Nine years of counts with a season and Tet taking a third of what its window would bring."""
    rng = np.random.default_rng(seed)
    season = 0.15 * np.sin(np.arange(108) * np.pi / 6)
    return rng.poisson(a_month * np.exp(season - 0.45 * tet.regressor(FIRST, 108))).astype(float)


def test_the_planted_effect_of_tet_is_found_and_worth_modelling_only_where_there_is_much():
    """Planted −.45 over nine years, January to March: with 200 a month Tet is found, with 15 a month it is noise."""
    much = [tet.effect(planted(200, seed), FIRST) for seed in range(40)]
    little = [tet.effect(planted(15, seed), FIRST) for seed in range(40)]
    assert np.mean(much) == pytest.approx(-0.45, abs=0.03)
    assert np.std(much) < 0.07
    assert np.std(little) == pytest.approx(0.16, abs=0.03)


@pytest.mark.parametrize(
    ("a_month", "printed"),
    [(200, [1.80, 1.15, 0.58]), (60, [1.43, 1.02, 0.73]), (15, [1.28, 0.92, 0.90])],
)
def test_first_quarters_gain_by_tet_as_simulated_and_with_few_matters_nothing(a_month, printed):
    """MASE of January to March: naive, ETS, with Tet. Within a quarter: it is another draw of the same plan."""
    models = (forecast.seasonal_naive, forecast.ets, forecast.with_tet(FIRST))
    trials = [(planted(a_month, seed), 12 * year) for seed in range(6) for year in (6, 7, 8)]
    naive, ets, with_tet = found = [
        np.mean([forecast.mase(s[at : at + 3] - model(s[:at], 3), unit=forecast.scale(s[:at])) for s, at in trials])
        for model in models
    ]
    assert found == pytest.approx(printed, rel=0.25)
    assert ets < naive
    assert (with_tet < 0.9 * ets) == (a_month >= 60)


def test_with_tet_first_quarters_are_forecast_better():
    errors = {name: [] for name in ("naive", "ets", "tet")}
    tried = {"naive": forecast.seasonal_naive, "ets": forecast.ets, "tet": forecast.with_tet(FIRST)}
    for seed in range(3):
        series = planted(200, seed)
        for year in (6, 7, 8):
            for name, model in tried.items():
                errors[name] += list(np.abs(series[12 * year : 12 * year + 3] - model(series[: 12 * year], 3)))
    means = {name: np.mean(sizes) for name, sizes in errors.items()}
    assert means["tet"] < means["ets"] < means["naive"]
