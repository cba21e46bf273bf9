"""Which test holds which printed number of which source: each test is there, and each number stands in its file.

The letters follow the methods: curves A to E, ways of leaving F and G, funnel H to J, months K and L, shares M,
forecasts N to P, smoothing Q.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[2]
HERE, FACTS = "data_loaders/statistics", "dashboard/facts"
CURVES = (f"{FACTS}/test_waiting.py::test_curves_as_printed", "queries/test_waiting.py::test_curves_as_printed")
PRINTED = f"{HERE}/printed.py"
"""Where the data of A to E, O, P and Q stand, for the library's method and for the SQL of both engines alike."""
MAP: dict[str, tuple[str, tuple[str, ...]]] = {
    "A R survival, tests/doaml.Rout.save": (
        ".909 .818 .716 .614 .491 .368 .184 .0867 .1163 .1397 .1526 .1642 .1627 .1535"
        " .5080802 .4474286 .3501904 .2657520 .1673309 .0928296 .0117385"
        " .9866738 .9511622 .8990240 .8352992 .7533998 .6570408 .5250148",
        CURVES,
    ),
    "B AML, not maintained": (".8333 .6667 .5833 .4861 .3889 .2917 .1944 .0972", CURVES),
    "C Freireich 1963": (
        ".857143 .806723 .752941 .690196 .627451 .537815 .448179 .076360 .086935 .096350 .106815 .114054 .128234"
        " .134591 .619718 .563147 .503200 .431610 .367511 .267779 .188052 .951552 .922809 .889362 .849066 .804912"
        " .746791 .680143",
        CURVES,
    ),
    "D lifelines, after R": (".2731 .1946 .1109 .0461 .975 .904 .804 .676", CURVES),
    "E PSI CAMIS": (
        ".1836 .7532 102.5 120",
        (
            f"{FACTS}/test_waiting.py::test_the_band_at_one_half",
            f"{FACTS}/test_waiting.py::test_where_r_takes_the_middle_of_the_flat_step_the_first_day_is_said",
        ),
    ),
    "F lifelines, after SAS": (
        ".032 .048 .00836904 .58185303 .05197575 .75281579",
        (f"{FACTS}/test_leaving.py::test_six_against_sas",),
    ),
    "G statsmodels, after Stata": (
        ".11111111 .17037037 .20740741 .17777778 .26666667 .07407407 .08976251 .10610391 .11196147 .12787781",
        (
            f"{FACTS}/test_leaving.py::test_eighteen_with_ties",
            "queries/test_waiting.py::test_ways_of_leaving_as_printed",
        ),
    ),
    "H PHEindicatormethods, proportions": (
        "3.204264 56.154344 42.03259 75.024492 86.260404 71.784739 89.500157 80.408963 80.875933 80.274317 81.010578",
        (f"{HERE}/test_funnel.py::test_normal_limits_of_a_share",),
    ),
    "H Spiegelhalter 2005, exact": (
        "3.77 30.46 98.65 99.95 49.33 61.01 94.63 99.74 68.79 73.65 88.74 92.41 76.42 78.47 85.20 87.02",
        (f"{HERE}/test_funnel.py::test_exact_limits_of_a_share_with_interpolation",),
    ),
    "I PHEindicatormethods, ratios": (
        "5.571644585 0.025317898 9.233410143 0.001000547 17.08479966 4.11537405 22.65737951 2.452425215"
        " 57.92070564 31.1193069 67.37273073 25.54230739 737.2376756 633.6939776 768.7368323 606.0208883",
        (f"{HERE}/test_funnel.py::test_limits_of_observed_against_expected",),
    ),
    "I FunnelPlotR, another definition": (
        ".5596924 .6108260 .6746958 1.649348 1.544419 1.427562 .386265 .4479107 .5289724 2.082907 1.902094 1.702771"
        " .4907 1.5055",
        (f"{HERE}/test_funnel.py::test_another_definition_of_poisson_limits_is_not_used",),
    ),
    "J FunnelPlotR, phi and tau": (
        "2.948033 2.94803318 .0194775306 2.32717826 .00343978015 5.79098172 .0282963243 .784610 3.328887 1.142351"
        " 1.605045 1.908902 .335206 1.194827 2.618895 .849 1.151 .721 1.325",
        (
            f"{HERE}/test_dispersion.py::test_phi_on_the_log_scale_as_printed",
            f"{HERE}/test_dispersion.py::test_phi_and_tau2_of_ratios",
            f"{HERE}/test_dispersion.py::test_phi_and_tau2_of_shares",
            f"{HERE}/test_dispersion.py::test_limits_are_squared_back",
            f"{HERE}/test_dispersion.py::test_limits_without_squaring_are_not_ours",
        ),
    ),
    "phi without any spread": (
        ".69 .697 .24 .681 .83",
        (f"{HERE}/test_dispersion.py::test_without_any_true_difference_phi_is_about_seven_tenths_and_tau2_nothing",),
    ),
    "K NHSRplotthedots, deviations": (
        "1.94 0.72 4.6 3.06 6.95",
        (f"{HERE}/test_xmr.py::test_limits_of_the_vignette_with_and_without_screening",),
    ),
    "L NHSRplotthedots, snapshots": (
        ".1416238 3.01138 3.294627 .6694159 2.383666 3.722497 4.596625 5.935457",
        (f"{HERE}/test_xmr.py::test_limits_of_its_snapshots",),
    ),
    "M Newcombe 1998": (
        ".2553 .3662 .0624 .1605 .1611 .0061 .1718",
        (f"{HERE}/test_intervals.py::test_wilson_as_newcombe_1998_prints_it",),
    ),
    "M PHEindicatormethods": (
        ".552544 .736358 .495495 .778354 .197955 .220491 .191794 .227316",
        (f"{HERE}/test_intervals.py::test_wilson_as_phe_indicator_methods_prints_it",),
    ),
    "N fpp2, 7.1": (
        ".8339 446.5868 28.12234 542.6806",
        (f"{HERE}/test_forecast.py::test_simple_smoothing_as_printed",),
    ),
    "O R tsCV": (
        "274.3478 263.9091 274.5238",
        (f"{HERE}/test_forecast.py::test_rolling_origin_of_the_seasonal_naive",),
    ),
    "P R forecast, ETS(A,N,A)": (
        "9248.3628 51.3449 255.3528 218.2901 121.771 970.7387 1683.237 756.092 306.4212 489.5627 739.9004 1537.792"
        " 739.0552 262.698 8397.497 7599.221 8396.595 8646.510 9443.412 9893.065 .4634",
        (
            f"{HERE}/test_forecast.py::test_the_recursion_with_the_parameters_of_r",
            f"{HERE}/test_forecast.py::test_our_grid_forecasts_as_r_does_and_the_trial_better_than_the_library",
        ),
    ),
    "Q spdep EBest": (
        ".3004823 .0008372289 358.901 .31586927 .29855850 .29499542 .29724616",
        (f"{FACTS}/test_smoothing.py::test_marshall_is_the_same_formula_with_a_prior_of_its_own",),
    ),
    "Q Martuzzi & Elliott 1996": (
        "34.44 29.56 28.94 28.93 30.72 30.43 31.85 35.93 42.86 28.95 28.31 21.43 33.33 30.86 33.70 45.61",
        (f"{FACTS}/test_smoothing.py::test_shares_as_printed",),
    ),
    "Tet, planted": (
        ".45 1.80 1.15 .58 1.43 1.02 .73 1.28 .92 .90 .16",
        (
            f"{HERE}/test_forecast.py::test_first_quarters_gain_by_tet_as_simulated_and_with_few_matters_nothing",
            f"{HERE}/test_forecast.py::test_the_planted_effect_of_tet_is_found_and_worth_modelling_only_where_there_is_much",
        ),
    ),
    "exact, normal and arcsine limits without any difference; spread of 3 and 5 points": (
        ".0007 .0004 .0021 .0034 .0050 .0123 .0008 .0003 .0037 .0112 .0012 .0322",
        (f"{FACTS}/test_false_alarms.py::test_each_limit_calls_as_often_as_was_simulated",),
    ),
    "power at 62 of a hundred": (
        ".45 .57",
        (
            f"{FACTS}/test_false_alarms.py::test_a_district_at_62_of_a_hundred_against_82_is_found_about_every_second_time",
        ),
    ),
    "alarms by chance": (
        "10 19 242 .011 .026 .005 .07 .18 .29 .47 .16 .09 .21 .33 .54 .10 .25 .36 .57",
        (
            f"{FACTS}/test_false_alarms.py::test_hardly_any_district_is_named",
            f"{FACTS}/test_false_alarms.py::test_no_more_newest_months_signal_than_chance_gives",
            f"{FACTS}/test_false_alarms.py::test_a_chart_with_one_old_signal_is_normal",
            f"{FACTS}/test_false_alarms.py::test_seven_on_one_side_alone_signal_in_a_sixth_of_charts_of_three_years",
            f"{FACTS}/test_calm_provinces.py::test_hardly_any_district_is_named",
        ),
    ),
}
"""Method and source → the numbers printed there (without signs), and the tests that compare with them."""
NUMBER = re.compile(r"(?<![\w.])\d*\.?\d+(?![\w.])")


def stated(text: str) -> set[float]:
    """The numbers that stand in a test, those of per cent as shares too."""
    found = {float(number) for number in NUMBER.findall(text.replace("_", ""))}
    return found | {round(number / 100, 10) for number in found} | {round(100 * number, 8) for number in found}


@pytest.mark.parametrize("source", MAP)
def test_each_printed_number_stands_in_a_test_that_is_there(source: str) -> None:
    numbers, tests = MAP[source]
    texts = [(TESTS / PRINTED).read_text(encoding="utf-8")]
    for test in tests:
        file, _, name = test.partition("::")
        texts.append((TESTS / file).read_text(encoding="utf-8"))
        assert re.search(rf"^def {name}\(", texts[-1], re.MULTILINE), test
    held = stated("\n".join(texts))
    assert [number for number in numbers.split() if float(number) not in held] == []
