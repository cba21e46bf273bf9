"""Definitions: each with its own owner, day of review and articles, cited by the law of the day that is shown."""

from __future__ import annotations

import datetime as dt
import importlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.answers.answers import Answers
from dashboard.metrics import GROUPS, METRICS, Reading, basis, counted
from dashboard.screen import explain
from dashboard.views import definitions
from dashboard.words import definitions as words
from data_loaders.settings import Settings
from data_loaders.snapshot import current, refresh
from queries.ask import Scope, open_snapshot
from tests import tiny_province

DAYS = st.dates(dt.date(2012, 7, 1), dt.date(2030, 12, 31))


def test_a_group_is_a_file_and_every_figure_stands_in_one():
    assert list(GROUPS) == list(words.GROUPS)
    for name, entries in GROUPS.items():
        assert entries == importlib.import_module(f"dashboard.metrics.{name}").ENTRIES
    assert len(METRICS) == sum(map(len, GROUPS.values())) == 70


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_an_entry_carries_its_owner_its_review_and_articles_without_a_gap(metric):
    assert metric.owner and metric.reviewed_on <= dt.date.today()  # noqa: DTZ011
    assert metric.articles[-1].until is None
    for before, after in pairwise(metric.articles):
        assert before.until == after.since - dt.timedelta(days=1)
        assert before.text != after.text


@given(DAYS)
def test_what_is_cited_was_in_force_on_that_day(day):
    for metric in METRICS.values():
        cited = basis(metric, day)
        (found,) = [a for a in metric.articles if a.text == cited]
        assert day < metric.articles[0].since or (found.since <= day and (found.until is None or day <= found.until))


@pytest.mark.parametrize(
    ("day", "circular"),
    [(dt.date(2021, 5, 9), "03/2013"), (dt.date(2021, 5, 10), "02/2021"), (dt.date(2024, 1, 19), "02/2021"),
     (dt.date(2024, 1, 20), "01/2024"), (dt.date(2025, 9, 29), "01/2024"), (dt.date(2025, 9, 30), "06/2025")],
)  # fmt: skip
def test_the_circular_of_the_day_is_cited(day, circular):
    for name in ("open_dossiers", "visits", "on_time_rate", "delegated_share"):
        cited = basis(METRICS[name], day)
        assert f"Thông tư {circular}/TT-TTCP" in cited and cited.count("Thông tư") == 1
        assert f"Thông tư {circular}/TT-TTCP" in explain.text(METRICS[name], Reading(day))


def test_columns_of_forms_without_an_annex_are_said_to_be_the_old_ones():
    assert basis(METRICS["on_time_rate"], dt.date(2026, 11, 22)) == (
        "Thông tư 06/2025/TT-TTCP, biểu 03/GQKN, 04/GQTC "
        "(cột theo biểu cũ: biểu 01/KQGQ cột 25, 26; 03/KQGQ cột 30, 31; phụ lục mới chưa có)"
    )
    assert "cột 25, 26" in basis(METRICS["on_time_rate"], dt.date(2025, 9, 29))
    assert "chưa có" not in basis(METRICS["on_time_rate"], dt.date(2025, 9, 29))


def test_the_law_of_reception_is_that_of_the_day():
    duty = METRICS["duty_compliance"]
    assert "Điều 12, 13, 15, 18" in basis(duty, dt.date(2025, 6, 30)) and "11-QĐi/TW" in basis(
        duty, dt.date(2025, 6, 30)
    )
    assert "Điều 12, 15, 18" in basis(duty, dt.date(2025, 7, 1)) and "136" not in basis(duty, dt.date(2026, 6, 30))
    assert "sửa đổi bởi Luật 136/2025/QH15" in basis(duty, dt.date(2026, 7, 1))
    assert "Luật Tố cáo 03/2011/QH13" in basis(METRICS["overdue_dossiers"], dt.date(2018, 12, 31))


def test_the_page_of_definitions_cites_every_text_with_its_days():
    card = definitions.card(METRICS["open_dossiers"], people=5)
    assert "Thông tư 01/2024/TT-TTCP (từ ngày 20/01/2024 đến ngày 29/09/2025)" in card
    assert "Thông tư 06/2025/TT-TTCP (từ ngày 30/09/2025)" in card
    assert "Thông tư 03/2013/TT-TTCP (đến ngày 09/05/2021)" in card


def test_numbers_in_a_definition_are_those_the_figure_is_counted_with():
    assert counted(METRICS["mass_groups"]) == "Số lượt tiếp có từ 5 người trở lên"
    assert counted(METRICS["mass_groups"], people=7) == "Số lượt tiếp có từ 7 người trở lên"
    assert "từ 7 người" in definitions.card(METRICS["mass_groups"], people=7)
    assert "từ 7 người" in explain.text(METRICS["mass_groups"], Reading(dt.date(2026, 11, 22), people=7))
    score = METRICS["attention_score"]
    assert "quá hạn (0,25), chờ trên 180 ngày (0,20), đoàn đông người 90 ngày qua" in score.numerator
    assert score.exclusions.startswith("Địa bàn dưới 3.000 dân hoặc dưới 5 vụ việc")
    assert "từ 75% số ngày" in METRICS["duty_bands"].numerator


def test_a_snapshot_tells_how_many_people_made_a_mass_group(tmp_path):
    settings = Settings(
        case_database_url=f"sqlite:///{tiny_province.build(tmp_path / 'case.sqlite')}",
        case_as_of=tiny_province.AS_OF,
        snapshot_dir=tmp_path / "snapshots",
        geography_dir=tmp_path / "geography",
        mass_group_size=9,
    )
    refresh(settings, progress=lambda _: None)
    snapshot = open_snapshot(current(settings.snapshot_dir).path)
    assert Answers(snapshot, Scope.everything()).info.mass_group_size == 9
