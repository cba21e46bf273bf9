"""The ledger as a workbook and one post's card as a document, opened again and read."""

import datetime as dt
import io

import pandas as pd
import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from dashboard.exports.excel import ledger as files
from dashboard.exports.word import letterhead, post_card
from dashboard.views.reception import bands
from dashboard.views.reception.card import Card, rule_lines, said
from dashboard.words import ledger as words
from tests.spec.ledger import Ledger

WINDOW = {"start": "2026-08-01", "end": "2026-11-22"}
NOW = dt.datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001
MARK = files.Mark(
    "Quý IV/2026 · Tỉnh Mẫu", ("Lưu hành nội bộ", "Số liệu tính từ ngày 01/08/2026.", "DỮ LIỆU MẪU."), NOW
)
SESSIONS = """
    scheduled_on | held_on    | chaired
    2026-08-03   | 2026-08-03 | in_person
    2026-08-17   | 2026-08-18 | in_person
    2026-09-07   | 2026-09-07 | delegated
    2026-10-05   | 2026-10-05 | in_person
"""
HOLDERS = "post_code | holder_name | from_date | to_date\nP | Người Ấy | 2025-07-01 | -"


@pytest.fixture(scope="module")
def ledger():
    return Ledger(SESSIONS, post_holders=HOLDERS)


def test_the_workbook_has_the_strip_the_posts_and_how_it_is_counted(ledger):
    posts = bands.judged(ledger.ask("ledger_by_post", **WINDOW))
    book = load_workbook(io.BytesIO(files.workbook(posts, ledger.ask("ledger_strip", **WINDOW), mark=MARK)))
    assert book.sheetnames == list(words.SHEETS.values())
    strip = [row for row in book.worksheets[0].iter_rows(values_only=True) if row[0] == "Bí thư xã Nhất"]
    assert strip == [("Bí thư xã Nhất", "Người Ấy", "2", "CP", "1/2")]
    assert [cell.value for cell in book.worksheets[0]["A"][1:4]] == list(MARK.lines)
    heads = [cell.value for cell in book.worksheets[1][len(MARK.lines) + 3]]
    values = dict(zip(heads, [cell.value for cell in book.worksheets[1][len(MARK.lines) + 4]], strict=True))
    assert (values["Mức"], values["Phải tiếp"], values["Đã trực tiếp tiếp (tính vào nghĩa vụ)"], values["Tỷ lệ"]) == (
        "Thiếu",
        6,
        3,
        0.5,
    )
    assert values["Lý do"] == "thiếu 03 ngày; cấp phó tiếp thay 01 buổi"


def test_a_title_that_looks_like_a_formula_stays_text(ledger):
    posts = bands.judged(ledger.ask("ledger_by_post", **WINDOW)).assign(title="=1+1")
    book = load_workbook(io.BytesIO(files.workbook(posts, ledger.ask("ledger_strip", **WINDOW), mark=MARK)))
    cell = next(row[0] for row in book.worksheets[0].iter_rows() if row[0].value == "=1+1")
    assert cell.data_type == "s"


def test_the_card_of_a_post_tells_its_months_its_holder_its_sessions_and_the_law(ledger):
    post = next(bands.judged(ledger.ask("ledger_by_post", **WINDOW)).itertuples())
    made = Card(
        code="P",
        title=post.title,
        post=post,
        months=ledger.ask("ledger_strip", **WINDOW),
        holders=ledger.ask("post_holders_kept", **WINDOW, post="P"),
        sessions=ledger.ask("post_sessions", **WINDOW, post="P"),
        rules=ledger.ask("duty_rules", duty=post.duty_code),
    )
    sentence = said(made, period="quý IV/2026")
    assert sentence == "Quý IV/2026: thiếu (3/6 ngày); thiếu 03 ngày; cấp phó tiếp thay 01 buổi."
    document = Document(io.BytesIO(post_card.document(made, said=sentence, rules=rule_lines(made), mark=MARK)))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert sentence in text
    assert any("CP chỉ cấp phó tiếp thay" in line for line in text)
    page = document.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    assert all(table.rows[0]._tr.trPr.findall(qn("w:tblHeader")) for table in document.tables)
    assert any("2 ngày mỗi tháng, từ ngày 18/02/2019: Quy định 11-QĐi/TW, Điều 4" in line for line in text)
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["2026", *[""] * 7, "2", "CP", "1/2", "", ""]
    assert document.tables[1].rows[1].cells[0].text == "Người Ấy"
    kept, counted = (document.tables[1].rows[1].cells[place].paragraphs[0].alignment for place in (0, 3))
    assert (kept, counted) == (letterhead.LEFT, letterhead.RIGHT)
    assert len(document.tables[2].rows) == 5


def test_the_card_of_a_post_that_ended_before_the_period_says_the_months_it_tells_of(ledger):
    made = Card(
        code="P",
        title="Chủ tịch",
        post=next(bands.judged(ledger.ask("ledger_by_post", **WINDOW)).itertuples()),
        months=pd.DataFrame(),
        holders=pd.DataFrame(),
        sessions=pd.DataFrame(),
        rules=ledger.ask("duty_rules", duty="commune_chair"),
        own_days=(dt.date(2023, 11, 1), dt.date(2025, 6, 30)),
    )
    assert said(made, period="quý IV/2026").startswith("Từ ngày 01/11/2023 đến ngày 30/06/2025: thiếu (3/6 ngày)")
