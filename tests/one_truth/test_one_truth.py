"""One figure has one value wherever it is told, and says over which days it is counted."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from dashboard.answers.answers import Answers
from dashboard.briefing import gather
from dashboard.drawing import charts, hall, theme
from dashboard.drawing.charts import ledger
from dashboard.drawing.figure import Chart, Running
from dashboard.exports import pack
from dashboard.exports.native_chart import COUNT
from dashboard.facts.windows import window
from dashboard.words import numbers as vi
from dashboard.words import windows
from dashboard.words.sections import duty
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import shown
from tests.one_truth import office, reading, views
from tests.one_truth.claims import CLAIMS, Claim, Days, claims, conflicts

SIZES = [300 + 100 * number for number in range(int(os.environ.get("ONE_TRUTH_PROVINCES", "3")))]
SNAPSHOTS = [
    ("tiny", "2026-Q3"),
    ("first_year", "2026-Q4"),
    pytest.param("full", "2026-Q4", marks=pytest.mark.xdist_group("full")),
    *((size, f"2026-Q{3 + size // 100 % 2}") for size in SIZES),
]
"""A whole quarter, one that runs, and one within which the records begin."""
OLD = {
    "delegated_share": [
        "Tháng 9 và 10/2026: cấp phó tiếp thay 17,4% (206/1.181) số buổi đã tổ chức.",
        "Tháng 9 và 10/2026, cấp phó tiếp thay 187 trên 1.119 buổi.",
    ],
    "duty_sessions_missed": [
        "Tháng 9 và 10/2026, 167 buổi đã lên lịch nhưng không tổ chức.",
        "Tháng 9 và 10/2026, 228 buổi không tổ chức.",
    ],
    "overdue_dossiers": [
        "Đến hết ngày 22/11/2026, tỉnh Hoa Lam còn 229/1.096 (20,9%) vụ việc có hạn bị quá hạn.",
        "Đến hết ngày 22/11/2026, tỉnh Hoa Lam có 222 vụ việc quá hạn.",
    ],
    "change of what is open": [
        "Đến hết ngày 22/11/2026, còn 2.441 vụ việc chưa giải quyết xong, tăng 94 vụ việc (4%) so với đầu quý.",
        "Đến hết ngày 22/11/2026, còn 2.441 vụ việc chưa giải quyết xong, tăng 223 vụ việc (10,1%) so với đầu quý.",
    ],
    "change of what is open: share": [
        "Đến hết ngày 22/11/2026, còn 2.441 vụ việc chưa giải quyết xong, tăng 94 vụ việc (4%) so với đầu quý.",
        "Đến hết ngày 22/11/2026, còn 2.441 vụ việc chưa giải quyết xong, tăng 94 vụ việc (16,1%) so với đầu quý.",
    ],
    "matters heard": [
        "Từ ngày 15/09/2026 đến ngày 22/11/2026 đã tiếp 6.190 lượt, nêu 6.517 vụ việc.",
        "Từ ngày 15/09/2026 đến ngày 22/11/2026, qua 6.190 lượt tiếp, nêu 2.303 vụ việc.",
    ],
    "people": [
        "Từ ngày 15/09/2026 đến ngày 22/11/2026 đã tiếp 6.190 lượt với 8.198 lượt người.",
        "Từ ngày 15/09/2026 đến ngày 22/11/2026 đã tiếp 6.190 lượt với 8.198 người.",
    ],
    "duty_compliance: share": [
        "Tháng 9 và 10/2026, người đứng đầu trực tiếp tiếp công dân định kỳ 932/1.284 ngày phải tiếp, đạt 73%.",
        "Tháng 9 và 10/2026: người đứng đầu trực tiếp tiếp công dân 72,6% (932/1.284) số ngày phải tiếp.",
    ],
    "places where more is overdue than chance gives": [
        "Đến hết ngày 22/11/2026, 6 trên 28 vụ việc có hạn. 03 địa bàn cao hơn mức chung: xã Lam Khê, xã Sen Lãng.",
        "Đến hết ngày 22/11/2026, 6 trên 28 vụ việc có hạn. 03 địa bàn cao hơn mức chung: xã Sen Lãng, xã Đan Sơn.",
    ],
}
"""As the screens told them before every figure had a window and a base of its own."""
OLD_TABLES = {
    "Cấp phó tiếp thay: Chủ tịch UBND tỉnh": (["Chức danh", "Cấp phó tiếp thay"], ["Chủ tịch UBND tỉnh"], ["0", "2"]),
    "Lãnh đạo tiếp: Quý IV/2026": (["Kỳ", "Lãnh đạo tiếp"], ["Quý IV/2026"], ["88,2%", "72,6%"]),
    "Tỷ lệ: Người đứng đầu sở, ngành": (["Chức danh", "Tỷ lệ"], ["Người đứng đầu sở, ngành"], ["88%", "87,5%"]),
}
ODD = {
    "a zero after the comma": re.compile(r"\d,0+(?=%| điểm| ngày\b)"),
    "a zero before a step": re.compile(r"[+−]0\d\b"),
    "a quarter by a letter": re.compile(r"\bQ[1-4]/\d"),
    "a quarter without its name": re.compile(r"\b(?![Qq]uý )\w+ [IV]{1,3}/20\d\d"),
    "points by a sign": re.compile(r"(?<![▲▼] )(?<![\d,])\d[\d.,]* điểm %|\(điểm %\)"),
    "a zero in the count of a title": re.compile(r"^[^,;:(]*\(0[1-9]\)$"),
    "a stock without its kỳ": re.compile(r"[Tt]ồn (?:đầu|cuối)\b(?! kỳ)"),
    "another name of kết luận, chỉ đạo": re.compile(r"[Ýý] kiến chỉ đạo"),
    "a person's count as a share": re.compile(r"\b\d+%\s*người\b"),
}
"""Two ways to write one thing: 4% and 4,0%, −9 and −09, quý I/2024 and Q1/24, tồn cuối and tồn cuối kỳ."""
AT_THE_START = re.compile(
    r"^Tồn đầu kỳ|: (?:Tồn đầu kỳ|Đơn kỳ trước chuyển sang)\b|^card (?:opening_dossiers|petitions_carried_over)"
)
SAID_OF_IT = re.compile(r"(?:[Tt]ồn đầu kỳ|[Kk]ỳ trước chuyển sang) \d")
LEAST_WORDS = 4
COUNTED = "vụ việc|vụ|đơn|lượt|người|buổi|xã|địa bàn|nơi|cơ quan|nội dung|ý kiến|kết luận|báo cáo|chức danh|hồ sơ"
SMALL = {
    "a count of one digit without its zero": re.compile(
        rf"(?<![\d/.,+−–-])(?<![Tt]ừ )(?<![Dd]ưới )(?<![Đđ]ến )\b[1-9] (?:trên \d|(?:{COUNTED})\b(?! trở lên))"
        rf"|\d trên [1-9] (?:{COUNTED})\b"
    )
}
DRAWN = ("Biểu đồ", "Bản đồ")
ZERO = re.compile(r"0[1-9](?: .*)?")
"""In a cell, on a card, at a point of a chart a count stands as it is."""


def test_two_values_of_one_thing_are_found():
    """As the screens told them before."""
    for name, texts in OLD.items():
        found = [claim for text in texts for claim in claims(text, where=text)]
        assert name in {key[0] for key in conflicts(found)}, name
    for name, (heads, row, values) in OLD_TABLES.items():
        found = [
            claim for value in values for claim in reading.cells(heads, [[*row, value]], where=value, of="", title="")
        ]
        assert {key[0] for key in conflicts(found)} == {name}


@pytest.mark.parametrize(
    ("head", "row", "scope", "is_false"),
    [
        ("Kỳ", "Quý I/2024", "Quý IV/2026 · Tỉnh Hoa Lam", True),
        (reading.DATED, "30/09/2025", "Quý IV/2026 · Tỉnh Hoa Lam", True),
        (reading.TIMELESS, "1.096", "Quý IV/2026 · Tỉnh Hoa Lam", True),
        ("Kỳ", "Quý IV/2026", "Quý IV/2026 · Tỉnh Hoa Lam", False),
        ("Kỳ", "Quý I/2024", "12 kỳ đến hết ngày 22/11/2026", False),
    ],
)
def test_a_scope_line_of_another_period_is_found(head, row, scope, is_false):
    """'Quý IV/2026' stood under twelve quarters, the table of events and the load log."""
    title = f'<p class="figure-title">Qua các kỳ</p><p class="figure-scope">{scope}</p>'
    table = f"<table><tr><th>{head}</th></tr><tr><td>{row}</td></tr></table>"
    assert bool(reading.false_scopes([title, table])) == is_false
    assert reading.false_scopes([title, '<p class="figure-title">Khác</p>', table]) == []


def slides(*, share: float, told: str, number_format: str) -> bytes:
    """One slide with a share at a bar in that number format, and a sentence about the same share."""
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    given = CategoryChartData(number_format=number_format)
    given.categories = ["Người đứng đầu sở, ngành"]
    given.add_series(duty.SERIES, [share])
    plot = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, 99, 99, given).chart.plots[0]
    plot.has_data_labels, plot.data_labels.show_value = True, True
    slide.shapes.add_textbox(0, 0, 99, 99).text_frame.text = told
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("number_format", "differs"), [('0"%"', True), ('0.0"%"', False)])
def test_a_chart_that_rounds_what_its_sentence_says_is_found(number_format, differs):
    told = "Tháng 9 và 10/2026, theo chức danh: người đứng đầu sở, ngành 21/24 ngày, đạt 87,5%."
    made = slides(share=87.5, told=told, number_format=number_format)
    found = conflicts(reading.pptx(made, where="pptx", usual=Days()).claims)
    assert bool(found) == differs
    if differs:
        ((said,),) = [found.values()]
        assert {value for value, _, _ in said} == {"88%", "87,5%"}


def test_what_stands_in_boxes_headers_and_notes_of_a_document_is_read():
    paper = Document()
    paper.sections[0].header.paragraphs[0].text = OLD["people"][0]
    run = paper.add_paragraph("Ngoài hộp")._p
    run.append(parse_xml(
        f'<w:r {nsdecls("w")}><w:pict><w:txbxContent><w:p><w:r><w:t>{OLD["people"][1]}</w:t></w:r></w:p>'
        "</w:txbxContent></w:pict></w:r>"
    ))  # fmt: skip
    out = io.BytesIO()
    paper.save(out)
    told = reading.docx(out.getvalue(), where="docx", usual=Days())
    assert "Ngoài hộp" in told.texts
    assert "people" in {key[0] for key in conflicts(told.claims)}


def test_a_cell_is_read_as_excel_shows_it():
    book = openpyxl.Workbook()
    for row in (["Bảng"], [], ["Chức danh", "Tỷ lệ"], ["Giám đốc sở", 0.875], ["Giám đốc sở", 0.875]):
        book.active.append(row)
    book.active["B4"].number_format, book.active["B5"].number_format = "0%", "0.0%"
    out = io.BytesIO()
    book.save(out)
    ((key, said),) = conflicts(reading.xlsx(out.getvalue(), where="xlsx", usual=Days()).claims).items()
    assert key[0] == "Tỷ lệ: Giám đốc sở" and {value for value, _, _ in said} == {"88%", "87,5%"}


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [(1_234_567, COUNT, "1.234.567"), (1004, COUNT, "1.004"), (7, COUNT, "7"), (87.5, '0"%"', "88%"),
     (0.875, "0.0%", "87,5%"), (5, "00", "05"), (0.912, "0.0###", "0,912"), (1234.5, "#,##0.0", "1.234,5")],
)  # fmt: skip
def test_numbers_are_written_as_office_writes_them(value, code, shown):
    assert office.written(value, code) == shown


@pytest.mark.parametrize(
    "text",
    ["tăng 4,0% (10/250)", "Tăng 2,3 điểm %", "Tăng, giảm (điểm %)", "Chờ thụ lý (05)", "−09 vụ việc", "Q1/24",
     "kỳ I/2024", "Đến nay tỉnh Mẫu còn 2 vụ việc chưa xong.", "Trong kỳ có 06 trên 9 địa bàn cao hơn mức chung.",
     "Trong kỳ có 2 trên 12 vụ việc quá hạn.", "Tồn cuối −1, Quá hạn −1", "Thực hiện ý kiến chỉ đạo"],
)  # fmt: skip
def test_two_ways_to_write_one_thing_are_found(text):
    assert odd(text)


def test_one_way_to_write_it_is_not_odd():
    assert odd("Quý I/2024: tăng 4% (10/250), −9 vụ việc; quý IV/2026, trục I/24") == []
    assert odd("Có 05 lượt đoàn từ 5 người trở lên, 2/2 ngày, 06 trên 24 vụ việc, 0 vụ việc trong 7 ngày tới.") == []


def test_two_windows_of_one_thing_are_no_conflict():
    told = "Tháng 9 và 10/2026, 167 buổi không tổ chức; tháng 11 đến ngày 22 thêm 61 buổi không tổ chức."
    found = list(claims(told, where="now"))
    assert [(claim.window, claim.value) for claim in found] == [
        ("tháng 9 và 10/2026", "167"),
        ("tháng 11 đến ngày 22", "61"),
    ]
    assert conflicts(found) == {}


def test_a_day_since_when_holds_for_its_own_sentence():
    told = "Đã tiếp 6.190 lượt. Lũy kế từ ngày 15/12/2025, đã tiếp 26.691 lượt. Tiếp nhiều lần 12/6.190 lượt."
    usual = Days("từ ngày 15/09/2026 đến ngày 22/11/2026")
    found = {(claim.value, claim.window) for claim in claims(told, where="now", usual=usual) if claim.name == "visits"}
    assert found == {("6.190", usual.flow), ("26.691", "từ ngày 15/12/2025")}


def told_in_words(claim: Claim) -> bool:
    return claim.name.removesuffix(": of").removesuffix(": share") in CLAIMS


def odd(text: str) -> list[str]:
    """How a text is written otherwise than the house writes; in a sentence a count of one digit has its zero."""
    told = text.endswith(".") and len(text.split()) > LEAST_WORDS and "\n" not in text
    sentence = told and not text.startswith(DRAWN)  # a picture put in words has its numbers as they are drawn
    looked = ODD | SMALL if sentence else ODD
    return [name for name, pattern in looked.items() if pattern.search(text)]


def of_the_start(found: list[Claim], texts: list[str]) -> list[str]:
    """Where a number is told of what was open when the period began, of which nothing is known."""
    numbers = [f"{claim.where}: {claim.name}" for claim in found
               if AT_THE_START.search(claim.name) and claim.value[:1].isdigit()]  # fmt: skip
    return numbers + [text for text in texts if SAID_OF_IT.search(text)]


def test_a_number_of_a_stock_nothing_is_known_of_is_found():
    """As §4 of the report told it while §5 said that of that day there are no records."""
    said = "Tổng số phải giải quyết 34 vụ việc (tồn đầu kỳ 0, vụ việc mới trong kỳ 34)."
    table = list(reading.cells(["Loại", "Tồn đầu kỳ"], [["Khiếu nại", "0"]], where="xlsx", of="", title=""))
    assert len(of_the_start(table, [said])) == 2
    assert of_the_start([], ["Chưa tính được tỷ lệ giải quyết: chưa rõ số tồn đầu kỳ."]) == []


def of_files(folder: Path, code: str) -> Iterator[reading.Told]:
    """The report, the slides and the workbook of a period."""
    ref = current(folder)
    answers = Answers(open_snapshot(ref.path), Scope.everything())
    period = parse(code, rules=answers.rules)
    now = gather(answers, period).windows.now
    usual = Days(windows.said(window("flow", now)), vi.date(now.end))
    at = dt.datetime.combine(ref.as_of, dt.time())
    for form, read in reading.READERS.items():
        made = pack.build(answers, period, order=pack.Order(form), author="x", exported_at=at)
        yield read(made, where=form, usual=usual)


@pytest.mark.parametrize(("snapshot", "code"), SNAPSHOTS)
def test_every_view_and_every_file_tells_one_truth(snapshot, code, monkeypatch):
    """Pages with all their views, the hall and its deck, the report, the slides, the workbook."""
    folder = shown.demo(snapshot) if isinstance(snapshot, int) else getattr(shown, snapshot)()
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    found, seen, strange, texts = [], set(), [], []
    for page, chosen, app in views.every(ky=code):
        assert not app.exception, (page, chosen, app.exception)
        told = reading.of_page(app, where=f"{page} {dict(chosen)}", title=" ".join(chosen.values()))
        found += told.claims
        texts += told.texts
        strange += [(page, text, odd(text)) for text in told.texts if odd(text)]
        strange += [(page, scope, ["a scope line of another period"]) for scope in told.false_scopes]
        seen.add(page)
    for told in of_files(folder, code):
        found += told.claims
        texts += told.texts
        strange += [("file", text, odd(text)) for text in told.texts if odd(text)]
    assert seen == set(shown.PAGES)
    assert conflicts(found) == {}
    assert [claim for claim in found if not told_in_words(claim) and ZERO.fullmatch(claim.value)] == []
    assert [claim for claim in found if claim.name in CLAIMS and not claim.window] == []
    assert strange == []
    if snapshot == "first_year":
        assert of_the_start(found, texts) == []
    if snapshot == "full":
        places = {name: {claim.where for claim in found if claim.name == name} for name in CLAIMS}
        assert [name for name, where in places.items() if not where] == [], "a pattern that no text has any more"


def test_the_running_period_looks_so():
    """Hollow and dashed, told how far it is, with the same days of last year beside it."""
    series = pd.DataFrame({"code": ["2026-Q3", "2026-Q4"], "visits": [7316, 6190]})
    series["start_on"] = series["end_on"] = pd.Timestamp("2026-09-15")
    running = Running("69/91 ngày", {"visits": 5552.0}, "cùng 69 ngày năm trước")
    none = series.iloc[:0].assign(happened_on=None, label=None, name=None, kind=None, article=None)
    look = {"lines": {"visits": "volume"}, "colours": theme.LIGHT, "happened": none}
    over, way, same = charts.trend(series, **look, running=running).data
    assert list(over.y) == [7316] and list(way.y) == [7316, 6190] and way.line.dash == "dash"
    assert way.marker.symbol == "circle-open" and way.x[-1] == "IV/2026<br>69/91 ngày"
    assert list(same.y) == [5552.0] and same.name == "Cùng 69 ngày năm trước"
    (whole,) = charts.trend(series, **look).data
    assert list(whole.y) == [7316, 6190] and whole.line.dash is None
    shares = series.assign(duty_level="commune", share=[0.4, 0.2])
    over, way = ledger.by_group(shares, group="duty_level", order=["commune"], value="share", colours=theme.LIGHT,
                                happened=none, running="tháng 9, 10").data  # fmt: skip
    assert list(over.y) == [0.4] and way.line.dash == "dash" and way.marker.symbol.endswith("-open")
    assert list(way.y) == [0.4, 0.2] and way.x[-1] == "IV/2026<br>tháng 9, 10"
    chart = Chart("columns", ["III/26", "IV/26"], {"Lượt": [7316, 6190]}, running=True, elapsed="69/91 ngày",
                  same={"Lượt": 5552.0})  # fmt: skip
    drawn = hall.draw(chart, alt="Lượt tiếp")
    assert 'class="running"' in drawn and ">69/91 ngày<" in drawn and chart.named[-1] == "IV/26 69/91 ngày"
