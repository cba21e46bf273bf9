"""A province in its first year, each table beginning at another date: of the time before nothing false is said."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import Any

import pytest
from pptx import Presentation

from dashboard.answers.answers import Answers
from dashboard.briefing import compose, gather
from dashboard.briefing.material import Material
from dashboard.briefing.sections import summary
from dashboard.exports import native_chart, pack, page_tables
from dashboard.exports.slides.parts import LONG_FOOT
from dashboard.metrics import METRICS
from dashboard.words import files as words
from dashboard.words.figures import LEGEND
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import Period, parse
from tests import first_year, shown
from tests.one_truth import office, reading

PROVINCES = int(os.environ.get("FIRST_YEAR_PROVINCES", "2"))
CODES = [
    *(f"{year}-{shape}" for year in (2025, 2026) for shape in ("Q1", "Q2", "Q3", "Q4", "H1", "9M", "Y")),
    "2026-M03", "2026-M10", "2025-08-01..2026-10-31", "2024-06-01..2026-11-22",
]  # fmt: skip
NO_LOCK = words.NOT_LOCKED.rstrip(".")
AT = dt.datetime.combine(first_year.AS_OF, dt.time())
SAYS_NONE = re.compile("không có số liệu|chưa có số liệu")
FALSE = re.compile(r"phát sinh mới|không phát sinh|(tăng|giảm|bằng)[^;,]*(cùng kỳ|trước)")
FIGURE_OF = {
    "summary.headline": "visits",
    "reception.volume": "visits",
    "reception.mass_groups": "mass_groups",
    "petitions.received": "petitions_received",
    "petitions.escalated": "petitions_escalated",
    "resolution.rate": "resolved_dossiers",
    "resolution.on_time": "on_time_rate",
    "backlog.open": "open_dossiers",
    "backlog.overdue": "overdue_share",
    "duty.compliance": "duty_compliance",
}


@pytest.fixture(scope="module", params=range(PROVINCES))
def answers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    place = tmp_path_factory.mktemp(f"first-{request.param}")
    folder = shown.taken(place, first_year.build(place, request.param))
    return Answers(open_snapshot(current(folder).path), Scope.everything())


def begins_of(answers: Answers, name: str) -> dt.date:
    return max(answers.begins[table] or dt.date.max for table in METRICS[name].needs)


def is_before(answers: Answers, name: str, window: Period) -> bool:
    return window.start < begins_of(answers, name)


def gathered(answers: Answers, code: str) -> Material:
    return gather(answers, parse(code))


@pytest.mark.parametrize("code", CODES)
def test_nothing_false_is_said_of_the_time_before(answers: Answers, code: str) -> None:
    material = gathered(answers, code)
    windows = material.windows
    said = {sentence.id: sentence.text for sentence in compose(material)}
    for sentence, name in FIGURE_OF.items():
        bases = (windows.previous, windows.last_year)
        if all(is_before(answers, name, base) or base.end >= windows.now.start for base in bases):
            assert not FALSE.search(said.get(sentence, "")), (code, said[sentence])
    rows = {row[0]: row for row in page_tables.figures(material).rows}
    for name in FIGURE_OF.values():
        metric, row = METRICS[name], rows[METRICS[name].label]
        for place, base in ((5, windows.previous), (7, windows.last_year)):
            if is_before(answers, name, base) or base.end >= windows.now.start:
                assert row[place : place + 2] == ["—", "—"], (code, metric.id)
    if material.now["visits"].kept:
        to_date, now = (found["visits"].numerator or 0 for found in (material.to_date, material.now))
        assert to_date >= now, "since the year began never less than in the window"


@pytest.mark.parametrize("table", ["quarterly_series", "reception_series"])
def test_a_series_begins_where_its_records_begin(answers: Answers, table: str) -> None:
    rows = gathered(answers, "2026-Q4").tables[table]
    needed = {"quarterly_series": ["dossiers"], "reception_series": ["reception_visits", "reception_sessions"]}[table]
    first = min(answers.begins[name] for name in needed)
    assert len(rows)
    assert (rows["start_on"].iloc[:-1].dt.date >= first).all()


def test_what_was_open_before_the_records_is_told_nowhere() -> None:
    """Neither as 0 nor as a part of what was to be resolved; what is recorded is told."""
    answers = Answers(open_snapshot(current(shown.first_year()).path), Scope.everything())
    material = gathered(answers, "2026-Q4")
    assert not any(material.now[name].kept for name in ("opening_dossiers", "resolution_rate", "petitions_processed"))
    balance = material.tables["balance"]
    assert balance[["opening", "residual"]].isna().all(axis=None) and (balance["entered_first"] > 0).any()
    said = {sentence.id: sentence.text for sentence in compose(material)}
    assert "tồn đầu kỳ 0" not in " ".join(said.values()) and "chưa rõ số tồn đầu kỳ" in said["resolution.rate"]
    assert "chưa rõ số đơn kỳ trước chuyển sang" in said["petitions.processed"]
    whole = gathered(answers, "2026-11-01..2026-11-22")
    assert whole.now["opening_dossiers"].numerator and whole.now["resolution_rate"].kept
    assert whole.tables["balance"]["residual"].eq(0).all()


def test_files_say_once_that_there_are_no_figures_to_compare_with() -> None:
    """In a note; the cells have a sign. All of the leading figures stand on their slide, and its foot is one line."""
    answers = Answers(open_snapshot(current(shown.first_year()).path), Scope.everything())
    files = {
        form: pack.build(answers, parse("2026-Q4"), order=pack.Order(form), author="x", exported_at=AT)
        for form in ("docx", "pptx", "xlsx")
    }
    cells = [cell for row in office.sheets(files["xlsx"])[words.FIGURES] for cell in row]
    assert sum(LEGEND in cell for cell in cells) == 1 and not [cell for cell in cells if SAYS_NONE.match(cell)]
    tables = [*reading.docx_tables(files["docx"]), *reading.pptx_tables(files["pptx"])]
    figures = [table for table in tables if table[0][0] == words.FIGURES]
    assert [len(table) for table in figures] == [1 + len(summary.HEADLINE)] * 2
    assert not [cell for table in figures for row in table for cell in row if SAYS_NONE.search(cell)]
    for form, read in (("docx", office.word_texts), ("pptx", office.slide_texts)):
        assert LEGEND in read(files[form])
    feet = [text for text in office.slide_texts(files["pptx"]) if text.endswith(NO_LOCK)]
    assert feet and max(map(len, feet)) <= LONG_FOOT


def test_one_column_alone_is_no_wall() -> None:
    made: Any = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    for names, gap in ((["IV/26"], 500), (list("abcdefgh"), 150)):
        numbers = native_chart.data(names, {"Lượt": [4] * len(names)})
        chart = slide.shapes.add_chart(native_chart.COLUMNS, 0, 0, 100, 100, numbers).chart
        assert native_chart.dress(chart, kind=native_chart.COLUMNS, font="Arial").plots[0].gap_width == gap
