"""Whole provinces without any effect, taken as snapshots and judged by the pages' own questions: hardly any alarm.

Every district has the same intake, the same speed, the same share in time. Two provinces by default; `make soak` and
CALM_PROVINCES take 200. Of their 5200 districts, each asked once for each question, 99 of 100 runs give at most 10
named on a funnel (4,7 expected), 19 outside its exact limit alone at the nominal .002 (10,4) and 242 newest months that
signal (208): the exact binomial of so many districts, one bound for each question and not one for them all.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from dashboard.facts import funnel, months
from data_loaders.contract.tables import TABLES
from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from data_loaders.statistics import funnel as funnel_limits
from queries.ask import Scope, ask, open_snapshot

PROVINCES = int(os.environ.get("CALM_PROVINCES", "2"))
DISTRICTS, MONTHS, A_MONTH, IN_TIME = 26, 40, 10, 0.82
AS_OF = date(2026, 11, 22)
ALL = PROVINCES * DISTRICTS
NAMED, SIGNALS, RISES = 0.0009, months.BY_CHANCE, months.BY_CHANCE / 2
OUTSIDE = 1 - funnel_limits.ALARM
"""Outside the exact limit alone: its nominal .002, which a count of whole matters seldom reaches."""
YEAR = {"start": date(2025, 11, 23), "end": AS_OF, "as_of": AS_OF}


def most(rate: float, *, of: int = ALL) -> int:
    """The most that 99 of 100 runs give, by the exact binomial of so many units that are asked one question each."""
    return int(stats.binom.ppf(0.99, of, rate))


def matters(dice: np.random.Generator) -> pd.DataFrame:
    """The same law for every district: ten a month, 82 of 100 ended within the 30 days of a first complaint."""
    days = MONTHS * 30
    home = np.repeat(np.arange(DISTRICTS), dice.poisson(A_MONTH * MONTHS, DISTRICTS))
    received = pd.Timestamp(AS_OF) - pd.to_timedelta(dice.integers(0, days, len(home)), "D")
    in_time = dice.random(len(home)) < IN_TIME
    took = np.where(in_time, dice.integers(4, 28, len(home)), dice.integers(40, 200, len(home)))
    closed = received + pd.to_timedelta(took, "D")
    ended = closed <= pd.Timestamp(AS_OF)
    return pd.DataFrame(
        {
            "dossier_id": [f"V{number:05d}" for number in range(len(home))],
            "kind": "complaint",
            "field_code": "land",
            "agency_code": [f"X{place:02d}" for place in home],
            "place_unit_code": [f"C{place:02d}" for place in home],
            "received_on": received.strftime("%Y-%m-%d"),
            "accepted_on": received.strftime("%Y-%m-%d"),
            "instance": 1,
            "complexity": "normal",
            "remote_area": 0,
            "closed_on": pd.Series(closed.strftime("%Y-%m-%d")).where(ended),
            "closing": pd.Series(["decision"] * len(home)).where(ended),
        }
    )


def places() -> dict[str, pd.DataFrame]:
    """A province of as many former districts as communes, a body in each."""
    names = [f"{place:02d}" for place in range(DISTRICTS)]
    old = [(f"D{n}", f"Huyện {n}", "district", "90", "2004-01-01", "2025-06-30") for n in names]
    new = [(f"C{n}", f"Xã {n}", "commune", "90", "2004-01-01", None) for n in names]
    units = [("90", "Tỉnh Mẫu", "province", None, "2004-01-01", None), *old, *new]
    columns = ["unit_code", "name", "level", "parent_code", "valid_from", "valid_to"]
    groups = [("huyen_cu", f"D{n}", f"Huyện {n}", f"C{n}", "2004-01-01") for n in names]
    bodies = [(f"X{n}", f"UBND xã {n}", "commune", f"C{n}", "2004-01-01") for n in names]
    return {
        "units": pd.DataFrame(units, columns=columns),
        "unit_groups": pd.DataFrame(
            groups, columns=["group_set", "group_code", "group_name", "unit_code", "valid_from"]
        ),
        "agencies": pd.DataFrame(bodies, columns=["agency_code", "name", "level", "unit_code", "valid_from"]),
    }


def answers(folder: Path, seed: int) -> dict[str, pd.DataFrame]:
    case, given = folder / f"{seed}.sqlite", places() | {"dossiers": matters(np.random.default_rng([2031, seed]))}
    with closing(sqlite3.connect(case)) as db, db:
        for table in TABLES:
            frame = given.get(table.name, pd.DataFrame()).reindex(columns=table.names)
            frame.to_sql(table.name, db, index=False)
    settings = Settings(
        case_database_url=f"sqlite:///{case}", case_as_of=AS_OF, snapshot_dir=folder / f"{seed}",
        geography_dir=folder / "none",
    )  # fmt: skip
    snapshot = open_snapshot(refresh(settings, progress=lambda _: None).path)
    case.unlink()
    given = {"funnel_points": YEAR, "unit_months": {"as_of": AS_OF}, "watchlist": {}}
    found = {name: ask(name, snapshot, Scope.everything(), **asked) for name, asked in given.items()}
    return found | {"watch_rules": ask("watch_rules", snapshot, Scope.everything())}


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, pd.DataFrame]]:
    folder = tmp_path_factory.mktemp("calm")
    return [answers(folder, seed) for seed in range(PROVINCES)]


def each(calm: list[dict[str, pd.DataFrame]], name: str) -> Iterator[pd.DataFrame]:
    return (found[name] for found in calm)


@pytest.mark.parametrize("judge", [funnel.on_time, funnel.backlog])
def test_hardly_any_district_is_named(calm, judge):
    judged = pd.concat([judge(points) for points in each(calm, "funnel_points")])
    assert len(judged) == ALL
    assert (judged["verdict"] != funnel.TOO_FEW).all()
    assert judged["verdict"].isin([funnel.LOW, funnel.HIGH]).sum() <= most(NAMED)
    assert (judged["exact"] != 0).sum() <= most(OUTSIDE)


def test_no_more_newest_months_signal_than_chance_gives(calm):
    signals = sum(len(months.newest(rows, "entered")) for rows in each(calm, "unit_months"))
    assert signals <= most(SIGNALS)


def test_the_watchlist_names_as_few_and_says_how_few(calm):
    watched = pd.concat(each(calm, "watchlist"))
    expected = pd.concat(each(calm, "watch_rules")).groupby("watch_measure")["expected_alarms"].sum()
    assert (watched["watch_measure"] == "on_time_low").sum() <= most(NAMED)
    assert (watched["watch_measure"] == "entered_jump").sum() <= most(RISES)
    assert expected["on_time_low"] <= NAMED * ALL
    assert expected["entered_jump"] == pytest.approx(RISES * ALL, rel=0.5)
