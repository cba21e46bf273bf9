"""The attack in whole numbers: all that is told of denunciations, solved together, gives away no part of it."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from dashboard.answers.answers import Answers
from data_loaders.snapshot import SnapshotRef
from queries import question
from queries.ask import Scope, Snapshot, ask, open_snapshot
from tests.dashboard.answers import equations, second_opinion
from tests.dashboard.answers.equations import LOCKED, SECRET, Cut, Sum, Window
from tests.dashboard.answers.shared import Both
from tests.dashboard.answers.test_elsewhere import FEW, PROVINCES, a_province, taken

QUARTER, BEFORE, HALF = ("2026-06-15", "2026-09-14"), ("2026-03-15", "2026-06-14"), ("2026-03-15", "2026-09-14")
RUNNING, WEEK, MONTH = ("2026-09-15", "2026-11-22"), ("2026-07-06", "2026-07-12"), ("2026-08-01", "2026-08-31")
TRIED = 8  # cells of denunciations in each province
LATE = 4


class Leaky:
    """What would be told if parts were counted with denunciations as soon as no kind is asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot, self.answers = snapshot, Answers(snapshot, Scope(""))

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        if name in equations.CUTS and not params.get("kind"):
            return ask(name, self.snapshot, Scope(""), **params)
        return self.answers.ask(name, **params)


class Province(NamedTuple):
    """As it stands, and a question that cuts it."""

    now: Snapshot
    cut: Cut
    seed: int

    def leaking(self) -> tuple[list[tuple[Sum, int]], list[Sum]]:
        """What would be told if it leaked, and what could be solved from that."""
        told = equations.told(self.cut, "now", Leaky(self.now), self.now, self.cut.windows)
        targets = [self.cut.cell("now", [part], [SECRET], "closing", QUARTER) for part in self.cut.parts]
        return [*told, *self.cut.balances()], targets


def locked(case: Path, folder: Path, dice: random.Random) -> Snapshot:
    """As it stood before a few matters came late; the case database has them again afterwards."""
    earlier = folder / "earlier.sqlite"
    earlier.write_bytes(case.read_bytes())
    with closing(sqlite3.connect(earlier)) as db, db:
        for number in dice.sample(range(40), LATE):
            db.execute("delete from petitions where dossier_id = ?", [f"M{number}"])
            db.execute("delete from dossiers where dossier_id = ?", [f"M{number}"])
    return open_snapshot(taken(earlier, folder / "locked"))


def asked(snapshot: Snapshot, seed: int) -> Cut:
    """One of the questions that cut the province; two quarters with their half year, and one more window."""
    more = random.Random(seed).choice([RUNNING, WEEK, MONTH])
    return equations.cut(list(equations.CUTS)[seed % len(equations.CUTS)], snapshot, [QUARTER, BEFORE, HALF, more])


def cells(cut: Cut, answers: Answers, seed: int) -> list[tuple[str, str, Window, int]]:
    """Part, column and window of hidden numbers, and the total that the province is told."""
    found = []
    for window in cut.windows:
        rows = answers.ask("balance", start=window[0], end=window[1])
        row = rows[rows["kind"] == SECRET].sum(numeric_only=True)  # there may be none in a short window
        whole = {column: int(row[column]) for column in (*equations.CAME, *equations.ENDED, *equations.STOCKS)}
        found += [(part, column, window, total) for column, total in whole.items() if total for part in cut.parts]
    return random.Random(seed).sample(found, min(TRIED, len(found)))


def stored(snapshot: Snapshot) -> Answers:
    """Who sees the whole province, reading what all keep together; leaders of an area asked before."""
    for area in ("D1", "C1"):
        for name in (name for name in equations.CUTS if question.load(name).accepts >= {"start", "end"}):
            leader = Answers(snapshot, Scope("", area=area), cache=Both())
            if leader.may_ask(name):
                leader.ask(name, start=QUARTER[0], end=QUARTER[1])
    return Answers(snapshot, Scope(""), cache=Both())


@pytest.mark.parametrize("seed", range(max(PROVINCES, 3)))
def test_all_that_is_told_bounds_a_part_by_the_total_of_the_province_alone(seed: int, tmp_path: Path) -> None:
    case = a_province(tmp_path / "case.sqlite", seed)
    before, now = locked(case, tmp_path, random.Random(seed)), open_snapshot(taken(case, tmp_path / "now"))
    cut, answers = asked(now, seed), stored(now)
    told = [*equations.told(cut, "now", answers, now, cut.windows), *cut.balances()]
    told += equations.told(cut, LOCKED, stored(before), before, [QUARTER])
    tried = cells(cut, answers, seed)
    assert len(cut.parts) > 1 and len(tried) == TRIED
    targets = [cut.cell("now", [part], [SECRET], column, window) for part, column, window, _ in tried]
    solved = equations.extremes(told, targets)
    narrowed = [(*cell, bounds) for cell, bounds in zip(tried, solved, strict=True) if bounds != (0, cell[-1])]
    assert narrowed == []


@pytest.mark.xdist_group("exports_demo")
@pytest.mark.parametrize("question", ["balance_by_area", "balance_by_field"])
def test_of_the_demo_nothing_is_recovered(question: str, demo_ref: SnapshotRef) -> None:
    """Two quarters with their half year and the one that runs, of some hundred times as many matters."""
    now = open_snapshot(demo_ref.path)
    cut, answers = equations.cut(question, now, [QUARTER, BEFORE, HALF, RUNNING]), Answers(now, Scope(""))
    told = [*equations.told(cut, "now", answers, now, cut.windows), *cut.balances()]
    tried = cells(cut, answers, 0)
    assert len(cut.parts) > 5 and len(tried) == TRIED
    targets = [cut.cell("now", [part], [SECRET], column, window) for part, column, window, _ in tried]
    solved = equations.extremes(told, targets)
    assert solved == [(0, total) for *_, total in tried]


@pytest.fixture(scope="module", params=FEW)
def province(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Province:
    seed, folder = int(request.param), tmp_path_factory.mktemp("province")
    now = open_snapshot(taken(a_province(folder / "case.sqlite", seed), folder))
    return Province(now, equations.cut(list(equations.CUTS)[seed % len(equations.CUTS)], now, [QUARTER]), seed)


def test_the_attack_finds_a_leak(province: Province) -> None:
    told, targets = province.leaking()
    assert [least for least, most in equations.extremes(told, targets) if least == most > 0]


def test_a_program_for_statistical_disclosure_says_the_same(province: Province, tmp_path: Path) -> None:
    cut, answers = province.cut, stored(province.now)
    told = [*equations.told(cut, "now", answers, province.now, cut.windows), *cut.balances()]
    tried = cells(cut, answers, province.seed)
    targets = [cut.cell("now", [part], [SECRET], column, window) for part, column, window, _ in tried]
    found = second_opinion.intervals(told, targets, tmp_path)
    assert [pytest.approx(each, abs=1e-6) for each in found] == [(0, total) for *_, total in tried]


def test_a_program_for_statistical_disclosure_finds_the_leak(province: Province, tmp_path: Path) -> None:
    told, targets = province.leaking()
    found = second_opinion.intervals(told, targets, tmp_path)
    assert [least for least, most in found if least == pytest.approx(most) and most > 0]
