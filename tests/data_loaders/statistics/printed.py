"""Data sets with their printed outputs, each with its source; a plus sign: still open on that day."""

from __future__ import annotations

import numpy as np
import pandas as pd


def waits(text: str) -> tuple[np.ndarray, np.ndarray]:
    """`9 13 13+`: days and whether it ended on that day."""
    marks = text.split()
    return np.array([float(mark.rstrip("+")) for mark in marks]), np.array(["+" not in mark for mark in marks])


def numbers(text: str) -> list[float]:
    return [float(piece) for piece in text.split()]


# Miller 1981, acute myelogenous leukaemia; printed in R survival, tests/doaml.Rout.save
AML_MAINTAINED = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+"
AML_NOT_MAINTAINED = "5 5 8 8 12 16+ 23 27 30 33 43 45"
# Freireich et al. 1963, 6-mercaptopurine; in every textbook
SIX_MP = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
# lifelines, test_kmf_confidence_intervals_output_against_R
AFTER_R = "9 19 32 34 48+ 50+"
# PSI CAMIS, "R vs SAS survival": the curve stops exactly at one half
AT_ONE_HALF = "54 75 77 84 87 92+ 103+ 105+ 112+ 118+"

# R forecast, USAccDeaths: accidental deaths in the USA, 1973–78 (R datasets)
ACCIDENTS = np.array(
    numbers(
        "9007 8106 8928 9137 10017 10826 11317 10744 9713 9938 9161 8927 7750 6981 8038 8422 8714 9512 10120 9823 8743"
        " 9129 8710 8680 8162 7306 8124 7870 9387 9556 10093 9620 8285 8466 8160 8034 7717 7461 7767 7925 8623 8945"
        " 10078 9179 8037 8488 7874 8647 7792 6957 7726 8106 8890 9299 10625 9302 8314 8850 8265 8796 7836 6892 7791"
        " 8192 9115 9434 10484 9827 9110 9070 8633 9240"
    )
)

# spdep, EBest, huddersfield of spData: 71 places
HUDDERSFIELD = pd.DataFrame(
    {
        "cases": numbers(
            "21 22 47 3 8 25 31 26 12 5 73 27 66 41 39 26 16 10 9 4 19 7 32 23 12 26 6 4 28 7 33 6 18 12 14 11 19 6"
            " 34 19 22 8 5 3 32 5 16 20 7 29 19 14 16 4 8 8 4 5 0 5 43 6 42 3 27 33 52 26 49 25 50"
        ),
        "of": numbers(
            "49 76 166 14 24 81 92 57 45 17 263 80 202 179 114 77 55 63 22 10 66 18 113 69 86 77 19 12 105 11 96 30 94"
            " 47 58 25 75 33 107 59 84 42 30 15 97 10 43 61 18 116 73 46 81 8 37 36 11 16 1 17 138 18 124 10 89 81 112"
            " 76 202 85 106"
        ),
    }
)

# lifelines, tests of the Aalen–Johansen fitter against SAS; 0: still open
SIX_AGAINST_SAS = (numbers("1 2 3 4 5 6"), [0, 1, 1, 2, 2, 0])
# statsmodels, tests of CumIncidenceRight, checked there against Stata; 0: still open
EIGHTEEN_WITH_TIES = (numbers("1 1 2 4 4 4 6 6 7 8 9 9 9 1 2 2 4 4"), [1, 1, 1, 2, 2, 2, 3, 3, 3, *[0] * 9])

CURVES = {
    "aml_maintained": (
        AML_MAINTAINED,
        numbers("9 13 18 23 31 34 48"),
        {
            "at_risk": numbers("11 10 8 7 5 4 2"),
            "open_share": numbers(".909 .818 .716 .614 .491 .368 .184"),
            "error": numbers(".0867 .1163 .1397 .1526 .1642 .1627 .1535"),
            "low": numbers(".5080802 .4474286 .3501904 .2657520 .1673309 .0928296 .0117385"),
            "high": numbers(".9866738 .9511622 .8990240 .8352992 .7533998 .6570408 .5250148"),
        },
        31,
    ),
    "aml_not_maintained": (
        AML_NOT_MAINTAINED,
        numbers("5 8 12 23 27 30 33 43 45"),
        {"open_share": numbers(".8333 .6667 .5833 .4861 .3889 .2917 .1944 .0972 0")},
        23,
    ),
    "six_mp": (
        SIX_MP,
        numbers("6 7 10 13 16 22 23"),
        {
            "open_share": numbers(".857143 .806723 .752941 .690196 .627451 .537815 .448179"),
            "error": numbers(".076360 .086935 .096350 .106815 .114054 .128234 .134591"),
            "low": numbers(".619718 .563147 .503200 .431610 .367511 .267779 .188052"),
            "high": numbers(".951552 .922809 .889362 .849066 .804912 .746791 .680143"),
        },
        23,
    ),
    "after_r": (
        AFTER_R,
        numbers("9 19 32 34"),
        {"low": numbers(".2731 .1946 .1109 .0461"), "high": numbers(".975 .904 .804 .676")},
        32,
    ),
    "at_one_half": (
        AT_ONE_HALF,
        numbers("54 75 77 84 87"),
        {"open_share": numbers(".9 .8 .7 .6 .5")},
        87,  # the first day on which half are through: R says 102.5, SAS none
    ),
}
"""Name → waits, the days printed, what is printed there by column, and the first day with half or less open."""


def digits(values: list[float]) -> float:
    """Half a unit of the last digit printed, and a hair."""
    places = max(len(f"{value:.10f}".rstrip("0").partition(".")[2]) for value in values)
    return 0.5001 * 10**-places
