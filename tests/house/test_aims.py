"""What was aimed at is judged by the worst line that a measurement kept; what nobody measured is not met in silence."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from benchmarks import aims, kept
from benchmarks.aims import AIMS, TIMES, Aim
from benchmarks.kept import Measured

FAST, SLOW = Measured("4x overview, cards", 500, 500, "ms", "six metrics"), Measured(
    "4x hotspots, headline", 800, 500, "ms", "six metrics"
)  # fmt: skip
FLOOR = Measured("4x six metrics", 900, 100, "ms", "empty page")
BESIDE = next(aim for aim in AIMS if aim.what.startswith("headline and cards, 4x"))


@pytest.fixture
def results(tmp_path, monkeypatch):
    monkeypatch.setenv("BENCHMARK_RESULTS", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("lines", "met", "value"), [([FAST, FLOOR], "met", 1.0), ([FAST, SLOW], "not met", 1.6)])
def test_the_worst_line_counts_and_the_floor_is_none(results, lines, met, value):
    kept.keep("pages-visits", "visits", lines)
    found = aims.judge(BESIDE, results)
    assert (found.met, found.value) == (met, value)


def test_what_was_not_measured_is_neither_met_nor_missed(results):
    kept.keep("pages-visits", "visits", [FLOOR])
    assert aims.judge(BESIDE, results).met == "not measured"


def test_a_wait_that_never_ended_is_not_met(results):
    kept.keep("viewers", "viewers", [Measured("wait", float("nan"), 1, "s", "aim")])
    assert aims.judge(Aim("wait", 1, "s", "viewers", "wait", "x"), results).met == "not met"


def test_the_table_and_its_picture_hold_every_aim_that_was_measured(results, capsys):
    kept.keep("pages-visits", "visits", [FAST, SLOW])
    aims.main()
    table, drawn = (results / "aims.md").read_text("utf-8"), (results / "aims.svg").read_text("utf-8")
    assert table in capsys.readouterr().out
    assert all(f"| {aim.what} |" in table for aim in AIMS)
    assert BESIDE.what in drawn and "1.23" in drawn  # 1.6 of 1.3


@pytest.mark.parametrize("aim", AIMS, ids=lambda aim: aim.what)
def test_every_aim_names_the_command_that_measures_it(aim):
    if aim.table:
        assert find_spec(aim.command.split()[2]), aim.command
    assert aim.most > 0 or aim.unit != TIMES
