"""Of a time before the records begin nothing is said: it is neither zero nor a base."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.answers.answers import is_base
from dashboard.facts import kept
from dashboard.facts.change import NOT_KEPT, change, figures
from dashboard.metrics import METRICS
from dashboard.words import change as words
from tests.dashboard.province import Province

BEGINS = {"dossiers": dt.date(2026, 6, 15), "petitions": None}
Q3 = (dt.date(2026, 6, 15), dt.date(2026, 9, 14))
Q2 = (dt.date(2026, 3, 15), dt.date(2026, 6, 14))


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    return Province(tmp_path_factory.mktemp("kept"))


def test_a_window_is_kept_whole_in_part_or_not_at_all() -> None:
    assert kept.coverage(["dossiers"], *Q3, begins=BEGINS) == "whole"
    assert kept.coverage(["dossiers"], Q2[0], Q3[1], begins=BEGINS) == "part"
    assert kept.coverage(["dossiers"], *Q2, begins=BEGINS) == "none"
    assert kept.coverage(["dossiers", "petitions"], *Q3, begins=BEGINS) == "none", "an empty table begins nowhere"
    assert kept.coverage(["unknown"], *Q2, begins=BEGINS) == "whole", "a snapshot that does not say is believed"


def test_what_is_carried_over_needs_the_day_before() -> None:
    assert kept.of_metric(METRICS["entered_dossiers"], *Q3, begins=BEGINS) == "whole"
    assert kept.of_metric(METRICS["opening_dossiers"], *Q3, begins=BEGINS) == "none"
    assert kept.of_metric(METRICS["resolution_rate"], *Q3, begins=BEGINS) == "none"
    before = {"dossiers": Q3[0] - dt.timedelta(days=1)}
    assert kept.of_metric(METRICS["opening_dossiers"], *Q3, begins=before) == "whole"
    sessions = {"reception_sessions": dt.date(2026, 6, 10)}
    assert kept.of_metric(METRICS["duty_compliance"], *Q3, begins=sessions) == "part", "June is judged as a whole"
    assert kept.of_metric(METRICS["delegated_share"], *Q3, begins=sessions) == "whole"


def test_a_base_shares_no_day_with_its_window() -> None:
    assert kept.is_base("whole", end=Q2[1], before=Q3[0])
    assert not kept.is_base("whole", end=Q3[0], before=Q3[0])
    assert not kept.is_base("part", end=Q2[1], before=Q3[0])


def test_figures_before_the_records_are_no_zero_and_no_base(province: Province) -> None:
    answers = province.answers()
    now = figures(answers.ask("figures", start=Q3[0], end=Q3[1]))
    before = figures(answers.base("figures", before=Q3[0], start=Q2[0], end=Q2[1]))
    assert now["visits"].numerator, "visits are kept since 1/8/2026, within the quarter"
    assert before["visits"] == NOT_KEPT
    assert before["entered_dossiers"].numerator == 0, "matters are kept since 2024: none in that quarter is none"
    step = change(METRICS["visits"], now["visits"], before["visits"])
    assert words.brief(step) == "chưa có số liệu để so sánh"
    assert words.brief(change(METRICS["entered_dossiers"], now["entered_dossiers"], before["entered_dossiers"])) == (
        "phát sinh mới"
    )


def test_a_window_before_the_records_says_nothing(province: Province) -> None:
    found = figures(province.answers().ask("figures", start=Q2[0], end=Q2[1]))
    assert found["visits"] == found["mass_groups"] == found["duty_compliance"] == NOT_KEPT
    assert found["entered_dossiers"].kept


def test_areas_before_the_records_are_no_base(province: Province) -> None:
    answers = province.answers()
    before = answers.base("area_measures", before=Q3[0], start=Q2[0], end=Q2[1])
    assert before["visits"].isna().all()
    assert before["open_count"].notna().all()
    assert not is_base(before)
