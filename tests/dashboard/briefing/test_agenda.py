"""One agenda: text, DOCX, PPTX, XLSX and the screens of the meeting agree in order, omissions and notes."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from dashboard.answers.answers import Answers
from dashboard.briefing import (
    Concluding,
    Material,
    Note,
    agenda,
    arrange,
    compose,
    concluding,
    gather,
    proposed,
    sections,
    titles,
    to_conclude,
    unsaid,
)
from dashboard.briefing.agenda import conclusions as alone
from dashboard.briefing.material import Tables
from dashboard.briefing.sections import conclusions
from dashboard.briefing.topic import Grid
from dashboard.drawing import hall as drawing
from dashboard.drawing.figure import Chart
from dashboard.exports import map_pictures, text
from dashboard.exports.excel.workbook import workbook
from dashboard.exports.slides import slides as slide_parts
from dashboard.exports.slides.slides import slides
from dashboard.exports.stamp import Stamp, stamp
from dashboard.exports.word.document import document
from dashboard.views.desk import desk
from dashboard.views.meeting.deck import build as deck
from dashboard.words import codes
from dashboard.words import concluding as words
from data_loaders.snapshot import SnapshotRef, current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import shown
from tests.dashboard.briefing import made
from tests.dashboard.exports.test_files import AT

pytestmark = pytest.mark.xdist_group("exports_demo")
EVERYTHING = Scope.everything()
NO_SHAPES = pd.DataFrame({"code": [], "name": [], "geojson": [], "label_lon": [], "label_lat": []})
MOVED = "Kiểm tra lại trước ngày 30"
NEW = '''
"""A section that a province adds for itself."""

from dashboard.briefing.topic import Asked, Grid, Printed, Sheet, Topic
from dashboard.drawing.figure import Chart

CHART = Chart("bars", ["Nhà một", "Nhà hai"], {"Số nhà": [31, 17]}, caption="Số nhà")

TOPIC = Topic(
    "houses",
    45,
    "Nhà tiếp công dân",
    "Nhà tiếp dân",
    "reception",
    sentences=lambda material: [("count", "có 48 nhà tiếp công dân")],
    figure=lambda material: CHART,
    printed=lambda material: [Printed("Nhà theo nơi", CHART, "Hai cột")],
    tables=lambda material: [Grid("Các nhà", ["Nơi", "Số"], [["Nhà một", "31"]], [8, 3], report=5)],
    sheets=(Sheet("overdue_by_field", "Nhà", "field_group overdue"),),
    matters=lambda material: [Asked("count", "48 nhà: giao ai quản lý?")],
    urgency=1,
)
'''


@pytest.fixture(scope="module")
def material(demo_ref: SnapshotRef) -> Material:
    return gather(Answers(open_snapshot(demo_ref.path), EVERYTHING), parse("2026-Q3"))


@dataclass(frozen=True)
class Outputs:
    """Every output of one arrangement, opened again."""

    text: str
    report: docx.document.Document
    slides: list[list[str]]
    charts: list[list[str]]
    book: openpyxl.Workbook
    screens: list


def outputs(material: Material, note: Note, *, pictures: tuple = ()) -> Outputs:
    arranged, mark = agenda(material, note), stamp(material, author="A", exported_at=AT)
    shown = list(Presentation(io.BytesIO(slides(arranged, mark, pictures=pictures))).slides)
    return Outputs(
        text.render(arranged, mark),
        docx.Document(io.BytesIO(document(arranged, mark, pictures=pictures))),
        [
            [p.text for shape in slide.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs]
            for slide in shown
        ],
        [list(shape.chart.plots[0].categories) for slide in shown for shape in slide.shapes if shape.has_chart],
        openpyxl.load_workbook(io.BytesIO(workbook(material, arranged, unsaid(material), {}, [], mark))),
        deck(material, arranged, shapes=NO_SHAPES).screens,
    )


def in_order(found: list[str]) -> list[str]:
    """Each once, where it stands first."""
    return list(dict.fromkeys(found))


def order_of(shown: Outputs, material: Material) -> dict[str, list[str]]:
    """The ids of the sections as each output has them, read from what stands in it."""
    ids = {title: name for name, title in titles().items()}
    of_text = ids | {said.text: said.section for said in compose(material)}
    listed = [ids[line] for line in re.findall(r"^\d+\. (.+)$", shown.text, flags=re.MULTILINE)]
    headed = [p.text.partition("- ")[2] for p in shown.report.paragraphs if re.match(r"\d+- ", p.text)]
    summary = shown.book["Tóm tắt"].iter_rows(min_row=6, max_col=1, values_only=True)
    return {
        "text": listed,
        "report": [ids[title] for title in headed if title in ids],
        "slides": in_order([of_text[slide[0]] for slide in shown.slides if slide[0] in of_text]),
        "book": in_order([ids[title] for (title,) in summary if title in ids]),
        "screens": [screen.id for screen in shown.screens if not screen.id.startswith("conclude")],
    }


def moved_and_dropped(material: Material) -> Note:
    """The officer moves *duty* first, drops *petitions*, and writes beside the backlog."""
    ids = [sentence.id for sentence in compose(material)]
    first = [name for name in ids if name.startswith("duty.")]
    return Note(
        [*first, *(name for name in ids if name not in first)],
        [name for name in ids if name.startswith("petitions.")],
        {"backlog.open": MOVED},
    )


def sheets_by_section(shown: Outputs) -> list[str]:
    owner = {sheet.title: topic.id for topic in sections.topics() for sheet in topic.sheets}
    return in_order([owner[name] for name in shown.book.sheetnames if name in owner])


def test_every_output_follows_the_officer_s_order_omissions_and_notes(material: Material) -> None:
    note = moved_and_dropped(material)
    shown = outputs(material, note)
    wanted = [section.id for section in agenda(material, note)]
    assert wanted[0] == "duty" and "petitions" not in wanted and len(wanted) >= 8
    for name, found in order_of(shown, material).items():
        assert found == wanted, name
    with_sheets = [section.id for section in agenda(material, note) if section.sheets]
    assert sheets_by_section(shown) == with_sheets and len(with_sheets) >= 6
    dropped = [sentence.text for sentence in compose(material) if sentence.section == "petitions"]
    report = "\n".join(paragraph.text for paragraph in shown.report.paragraphs)
    on_slides = "\n".join(line for slide in shown.slides for line in slide)
    cells = "\n".join(str(cell) for row in shown.book["Tóm tắt"].iter_rows(values_only=True) for cell in row)
    screens = "\n".join(str(screen) for screen in shown.screens)
    for whole in (shown.text, report, on_slides, cells, screens):
        assert MOVED in whole
        assert not any(said in whole for said in dropped)
    assert "Xử lý đơn" not in shown.book.sheetnames
    assert not any("Không thuộc thẩm quyền" in categories for categories in shown.charts)


def test_tables_charts_and_maps_of_a_report_stand_as_their_sections_do(
    material: Material, demo_ref: SnapshotRef
) -> None:
    """Areas first: their table and chart come before those that lead by default; dropped, they go with the map."""
    ids = [sentence.id for sentence in compose(material)]
    first = [name for name in ids if name.startswith("watch.")]
    moved = Note([*first, *(name for name in ids if name not in first)])

    def heads(note: Note) -> tuple[list[str], list[str], int]:
        arranged = agenda(material, note)
        pictures = map_pictures.of(arranged, Answers(open_snapshot(demo_ref.path), EVERYTHING))
        shown = outputs(material, note, pictures=tuple(pictures)).report
        tables = [table.rows[0].cells[0].text for table in shown.tables]
        described = re.findall(r'descr="(Biểu đồ (?:đường|cột, số vụ việc quá hạn))', shown.element.xml)
        return [name for name in tables if name in ("Chỉ số", "Địa bàn")], described, len(pictures)

    lines, bars = "Biểu đồ đường", "Biểu đồ cột, số vụ việc quá hạn"
    assert heads(Note())[0] == ["Chỉ số", "Địa bàn"]
    assert heads(moved)[0] == ["Địa bàn", "Chỉ số"]
    assert heads(Note())[1] == [lines, bars]
    assert heads(moved)[1] == [bars, lines]
    without = heads(Note(drop=first))
    assert without[0] == ["Chỉ số"] and without[1] == [lines] and without[2] == 0


MEETING = ("conclusions", "stages", "bouncing")
CELL = 0.38
"""Centimetres left and right of the text in a cell of Word."""


def test_conclusions_steps_and_bouncing_have_a_sentence_a_figure_and_a_list_everywhere(material: Material) -> None:
    found = {section.id: section for section in agenda(material) if section.id in MEETING}
    assert set(found) == set(MEETING)
    shown, report = Presentation(io.BytesIO(slides(list(found.values()), marked(material)))), reported(material)
    slides_of = {slide.shapes.title.text_frame.text: slide for slide in shown.slides}
    headings = [[cell.text for cell in table.rows[0].cells] for table in report.tables if table.rows]
    descriptions = re.findall(r'descr="([^"]+)"', report.element.xml)
    for section in found.values():
        (sentence,), (grid,) = section.texts, section.tables
        assert isinstance(section.figure, Chart)
        shapes = slides_of[sentence].shapes
        assert any(shape.has_chart for shape in shapes) and any(shape.has_table for shape in shapes)
        assert list(grid.headings) in headings
        assert section.printed[0].chart == section.figure and section.printed[0].alt in descriptions


def marked(material: Material) -> Stamp:
    return stamp(material, author="A", exported_at=AT)


def reported(material: Material) -> docx.document.Document:
    return docx.Document(io.BytesIO(document(agenda(material), marked(material))))


def test_no_caption_or_label_of_a_figure_is_cut_on_the_screens_of_the_meeting(material: Material) -> None:
    drawn = [
        drawing.draw(section.figure, alt="") for section in agenda(material) if section.id in (*MEETING, "petitions")
    ]
    assert len(drawn) == len(MEETING) + 1
    assert [words for each in drawn for words in re.findall(r">([^<>]*…)<", each)] == []


def test_no_number_or_date_of_a_list_is_broken_in_word_or_on_a_slide(material: Material) -> None:
    grids = [grid for section in agenda(material) for grid in section.tables]
    for grid in [grid for grid in grids if grid.report]:
        assert not wider(grid.top(grid.report), size=11, width=sum(grid.widths) / 2.54, margins=CELL / 2.54)
    for grid in [grid for grid in grids if grid.slide and grid.beside]:
        wide = len(grid.headings) >= slide_parts.WIDE_COLUMNS
        box, size = (slide_parts.WIDE, 13) if wide else (slide_parts.RIGHT_HALF, 16)
        assert not wider(grid.top(grid.slide), size=size, width=box[2], margins=slide_parts.MARGINS)


def wider(grid: Grid, *, size: int, width: float, margins: float) -> list[str]:
    """Words that are longer than their column, in inches: they would be broken inside."""
    room = [(width * part / sum(grid.widths) - margins) * slide_parts.LETTERS / size for part in grid.widths]
    return [
        word
        for row in [grid.headings, *grid.rows]
        for text, letters in zip(row, room, strict=True)
        for word in text.split()
        if len(word) > letters
    ]


def test_points_are_written_in_full_in_a_report(material: Material) -> None:
    cells = {cell.text for table in reported(material).tables for row in table.rows for cell in row.cells}
    assert any("điểm phần trăm" in text for text in cells) and not any("điểm %" in text for text in cells)


@pytest.mark.parametrize(
    ("day", "fate", "told"),
    [
        ("2026-12-01", "open", " 0 đã xong, 01 chưa đến hạn, 0 quá hạn"),
        (None, "undated", " 0 đã xong, 01 không ghi hạn, 0 quá hạn"),
    ],
)
def test_a_conclusion_without_a_day_is_not_said_to_be_before_its_day(day: str | None, fate: str, told: str) -> None:
    rows = [
        {
            "number": "1/CV",
            "summary": "Rà soát",
            "agency_name": "Sở A",
            "due_on": day,
            "days_over": None,
            "fate": fate,
        }
    ]
    material = made.material(
        "2026-Q3", now=made.figures(), tables={"directives": pd.DataFrame(rows).assign(due_on=pd.to_datetime([day]))}
    )
    ((_, sentence),), (grid,) = conclusions.sentences(material), conclusions.unfinished(material)
    assert told in sentence
    assert grid.rows[0][3] == ("01/12/2026" if day else "không ghi hạn")


def test_what_only_a_sentence_says_is_not_asked_for_the_conclusions(demo_ref: SnapshotRef) -> None:
    """The overview shows the conclusions alone, and they are those of the whole agenda."""
    asked: list[str] = []

    class Asking(Answers):
        def ask(self, name: str, **params: object) -> pd.DataFrame:
            asked.append(name)
            return super().ask(name, **params)

    found = gather(Asking(open_snapshot(demo_ref.path), Scope.everything()), parse("2026-Q4"))
    listed = alone(found, Note())
    only_said = {"results", "reception_volume", "duty_by_level", "overdue_by_field"}
    assert listed and only_said.isdisjoint(asked)
    assert compose(found)
    assert only_said <= set(asked)
    assert listed == concluding(agenda(found))


@pytest.mark.parametrize("area", ["D1", "C1"])
def test_who_sees_an_area_reads_its_visits_as_those_of_the_area(area: str) -> None:
    answers = Answers(open_snapshot(current(shown.tiny()).path), Scope("", area=area))
    said = {sentence.id: sentence.text for sentence in compose(gather(answers, parse("2026-Q3")))}
    assert said["reception.volume"].startswith(f"Tại {codes.inside(answers.info.place)} đã tiếp 02 lượt")
    assert not [text for text in said.values() if "toàn tỉnh" in text.lower()]


def test_where_a_change_came_from_has_its_slide_and_its_screen() -> None:
    parts = [
        ("area", "A", 400, 250),
        ("area", "B", 300, 250),
        ("field", "land", 600, 450),
        ("kind", "complaint", 700, 500),
    ]
    rows = [{"part": part, "code": code, "entered": now, "entered_base": base} for part, code, now, base in parts]
    areas = [{"area_code": code, "name": f"Huyện {code}", "overdue": 0, "mass_groups": 0} for code in "AB"]
    found = made.material(
        now=made.figures(visits=9, entered_dossiers=700),
        previous=made.figures(visits=9, entered_dossiers=500),
        tables={"contributions": rows, "areas": areas},
    )
    shown = outputs(found, Note())
    said = "Số vụ việc mới tăng 200 vụ việc so với quý trước; vượt mức dao động bình thường: huyện A (250 → 400)"
    assert [slide for slide in shown.slides if slide[0] == titles()["drivers"] or slide[0].startswith(said)]
    assert any(line.removeprefix("• ").startswith(said) for slide in shown.slides for line in slide)
    screen = next(screen for screen in shown.screens if screen.id == "drivers")
    assert screen.said[0].startswith(said) and len(screen.figures) == 2
    (grid,) = screen.tables
    assert grid.rows[0] == ["Huyện A", "250", "400", "+150"]
    assert all("▲ 150" in svg for svg in screen.figures)


def test_a_place_begins_small_and_matters_are_named_twice_in_a_sentence(material: Material) -> None:
    said = {sentence.id: sentence.text for sentence in compose(material)}
    assert len(said) > 20
    assert not [text for text in said.values() if re.search(r"(?:,|[a-zà-ỹ(]) ?(?:Xã|Phường|Huyện|Thị xã) ", text)]
    counted = {name: text.count("vụ việc") for name, text in said.items()}
    assert {name for name, count in counted.items() if count > 2} <= {
        name for name in said if name.split(".")[0] not in ("summary", "backlog", "drivers")
    }


@pytest.fixture
def houses(tmp_path: Path) -> Iterator[str]:
    """One file more in the folder of the sections."""
    (tmp_path / "houses.py").write_text(NEW, encoding="utf-8")
    sections.__path__.append(str(tmp_path))
    sections.topics.cache_clear()
    yield "houses"
    sections.__path__.remove(str(tmp_path))
    sys.modules.pop(f"{sections.__name__}.houses", None)
    sections.topics.cache_clear()


def test_a_new_section_is_one_file(material: Material, houses: str) -> None:
    shown = outputs(material, Note(notes={"houses.count": MOVED}))
    for name, found in order_of(shown, material).items():
        assert found.index(houses) == found.index("resolution") + 1, name
    assert "- Có 48 nhà tiếp công dân." in shown.text and MOVED in shown.text
    assert "Nhà theo nơi" in [paragraph.text for paragraph in shown.report.paragraphs]
    assert "Nơi" in [table.rows[0].cells[0].text for table in shown.report.tables]
    assert ["Nhà một", "Nhà hai"] in shown.charts
    assert "Nhà" in shown.book.sheetnames
    screen = next(screen for screen in shown.screens if screen.id == houses)
    assert (
        screen.matters == [words.line("48 nhà: giao ai quản lý?")]
        and len(screen.figures) == 2
        and screen.notes == [MOVED]
    )


def listed(shown: Outputs) -> list[list[str]]:
    """The list of what to conclude as the text, the report, the slides and the screens have it."""
    lines = shown.text.split(f"\n{words.TITLE}\n")[1].split("\n\n")[0].splitlines()
    paragraphs = [paragraph.text for paragraph in shown.report.paragraphs]
    after = paragraphs[paragraphs.index(words.TITLE) + 1 :]
    slide = next(slide for slide in shown.slides if slide[0] == words.TITLE)
    cells = [row[1] for row in shown.book["Tóm tắt"].iter_rows(values_only=True) if row[0] == words.TITLE]
    screens = [line for screen in shown.screens if screen.id.startswith("conclude") for line in screen.matters]
    return [
        [line.removeprefix("- ") for line in lines],
        [text.partition(") ")[2] for text in after if re.match(r"\d\) ", text)],
        [text.removeprefix("• ") for text in slide[1:] if text.removeprefix("• ") in screens],
        screens,
        cells,
    ]


def test_one_list_to_conclude_in_the_same_words_everywhere(material: Material) -> None:
    """Seven at most, the officer's own first; what is dropped makes room for the next, what is worded anew stays."""
    natural = concluding(agenda(material))
    first, second = natural[0], natural[1]
    note = desk.dropped(desk.added(Note(), Concluding("Giao ban hằng tháng", "Văn phòng", "01/12/2026")), first.id)
    note = desk.worded(note, second.id, Concluding("Rà soát từng vụ việc", by="15/12/2026"))
    kept = concluding(agenda(material, note))
    assert len(natural) == len(kept) == 7 < len(proposed(material, Note()))
    assert [each.text for each in kept[:2]] == ["Giao ban hằng tháng", "Rà soát từng vụ việc"]
    assert first.id not in [each.id for each in kept]
    lists = listed(outputs(material, note))
    assert all(found == lists[0] for found in lists)
    assert len(lists[0]) == 7
    assert lists[0][0] == "Giao ban hằng tháng. Chủ trì: Văn phòng; thời hạn: 01/12/2026."
    assert lists[0][1] == f"Rà soát từng vụ việc. Chủ trì: {words.TO_FILL}; thời hạn: 15/12/2026."
    assert concluding(agenda(material, desk.taken_back(desk.without_added(note, 0), first.id)))[0] == first


def test_a_list_that_is_full_asks_no_further(material: Material) -> None:
    """The list alone reads fewer answers than the whole agenda, and is the same list."""
    whole, asked = concluding(agenda(material)), []

    def noted(name: str) -> pd.DataFrame:
        asked.append(name)
        return material.tables[name]

    again = Material(**{**vars(material), "tables": Tables({name: partial(noted, name) for name in material.tables})})
    assert to_conclude(again, Note()) == whole
    assert "overdue_by_agency" in asked
    assert {"longest_waiting", "contributions", "quarterly_series"}.isdisjoint(asked)


def test_nothing_stands_on_the_list_without_a_question_and_no_ended_body_is_asked(material: Material) -> None:
    for each in proposed(material, Note()):
        assert each.text.endswith("?")
        assert "(nhận từ" not in each.who and "chưa rõ" not in each.who


def test_tables_of_which_nothing_is_said_are_kept_in_the_workbook(material: Material) -> None:
    """Nothing said is not dropped: the sheet of a section without a sentence still stands, after the others."""
    quiet = {**material.tables, "complex_cases": material.tables["complex_cases"].head(0)}
    without = Material(**{**vars(material), "tables": quiet})
    assert "complex" not in [section.id for section in agenda(without)]
    assert "Vụ việc phức tạp" in outputs(without, Note()).book.sheetnames


@st.composite
def notes(draw: st.DrawFn, ids: list[str]) -> Note:
    """Any order, any omissions, some ids that this period does not know."""
    order = draw(st.lists(st.sampled_from([*ids, "duty.unknown", "elsewhere.entirely"]), unique=True))
    drop = draw(st.lists(st.sampled_from(ids), unique=True, max_size=len(ids) - 1))
    beside = draw(st.dictionaries(st.sampled_from(ids), st.text(max_size=20), max_size=4))
    return Note(order, drop, beside)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_whatever_the_officer_does_all_outputs_have_the_same_sections(material: Material, data: st.DataObject) -> None:
    note = data.draw(notes([sentence.id for sentence in compose(material)]))
    wanted = [section.id for section in agenda(material, note)]
    assert wanted == in_order([sentence.section for sentence in arrange(compose(material), note)])
    shown = outputs(material, note)
    for name, found in order_of(shown, material).items():
        assert found == wanted, name
