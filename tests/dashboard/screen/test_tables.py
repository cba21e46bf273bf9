"""Tables in Vietnamese on screen and in CSV; formulas harmless; withheld cells withheld in both."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from lxml import html

from dashboard.facts import small_cells
from dashboard.screen import links, tables
from dashboard.words import codes

FRAME = pd.DataFrame(
    {
        "agency_name": ["UBND xã A", '=HYPERLINK("http://x")', "+84"],
        "kind": ["complaint", "denunciation", None],
        "open_count": pd.array([1234, 5, None], dtype="Int64"),
        "overdue_share": [0.152, None, 1.0],
        "median_age": [1234.56, 7.0, None],
        "due_on": pd.to_datetime(["2026-11-02", None, "2026-01-31"]),
        "is_closed": pd.array([True, False, None], dtype="boolean"),
    }
)


def lines(content: bytes) -> list[str]:
    return content.decode("utf-8-sig").splitlines()


def test_csv_is_what_a_vietnamese_excel_opens():
    content = tables.csv(FRAME)
    assert content.startswith(b"\xef\xbb\xbf")
    assert lines(content)[:2] == [
        "Cơ quan;Loại;Đang giải quyết;Tỷ lệ quá hạn;Một nửa chờ trên (ngày);Hạn giải quyết;Đã kết thúc",
        "UBND xã A;Khiếu nại;1234;15,2%;1234,56;02/11/2026;Có",
    ]


def test_cells_that_would_be_formulas_are_text():
    assert '"\'=HYPERLINK(""http://x"")"' in lines(tables.csv(FRAME))[2]
    assert lines(tables.csv(FRAME))[3].startswith("'+84;")


def test_numbers_on_screen_are_vietnamese_and_missing_ones_a_dash():
    text = tables.markup(FRAME)
    for shown in ("1.234<", "15,2%", "1.234,6", ">—<"):
        assert shown in text


def test_only_the_columns_asked_for_in_their_order():
    assert list(tables.in_words(FRAME, ["open_count", "nothing", "kind"]).columns) == ["open_count", "kind"]


@pytest.fixture
def withheld() -> pd.DataFrame:
    frame = pd.DataFrame({"area_code": ["a", "b", "c"], "open_count": pd.array([2, 9, 30], dtype="Int64")})
    return small_cells.without(frame, kind="denunciation")


def test_withheld_cells_say_so_on_screen_and_in_the_file(withheld):
    assert tables.markup(withheld).count("…") == 3
    assert lines(tables.csv(withheld)) == ["Mã địa bàn;Đang giải quyết", "a;…", "b;…", "c;…"]


def test_times_as_many_are_told_to_a_hundredth():
    html = tables.markup(pd.DataFrame({"unit_name": list("abc"), "ratio": [0.987, 1.0, 1.151]}))
    assert re.findall(r">([\d,]+)</td>", html) == ["0,99", "1", "1,15"]


def test_a_name_with_markup_is_text_and_numbers_stand_to_the_right():
    frame = FRAME.assign(agency_name=["<script>alert(1)</script>", 'a & b * _c_ `d` [e](f) "g"', None])
    table = html.fragment_fromstring(tables.markup(frame, alt="<b>"), create_parent="div")
    assert not list(table.iter("script"))
    assert table.find(".//tbody/tr/td").text == "<script>alert(1)</script>"
    assert table.find(".//tbody/tr[2]/td").text == 'a & b * _c_ `d` [e](f) "g"'
    assert table.find(".//caption").text == "<b>"
    right = [cell.get("data-column") for cell in table.iter("th") if cell.get("class") == "number"]
    assert right == ["open_count", "overdue_share", "median_age"]


def test_ten_rows_stand_and_what_is_the_same_in_all_is_said_once():
    frame = pd.DataFrame({"name": [f"Xã {n}" for n in range(12)], "agency_name": "UBND tỉnh", "open_count": range(12)})
    table = html.fragment_fromstring(tables.markup(frame), create_parent="div")
    assert len(table.findall(".//tbody/tr")) == tables.MOST_ROWS
    assert table.find("p").text == "Cơ quan: UBND tỉnh"
    assert [cell.get("data-column") for cell in table.iter("th")] == ["name", "open_count"]


def test_a_column_without_a_word_in_it_is_not_told_and_a_number_of_a_dossier_is_not_broken():
    frame = pd.DataFrame(
        {"dossier_id": [f"HS-2026-00{n}" for n in range(4)], "answered_on": None, "age_days": range(4)}
    )
    table = html.fragment_fromstring(tables.markup(frame), create_parent="div")
    assert table.find("p") is None
    assert [(cell.get("data-column"), cell.get("class")) for cell in table.iter("th")] == [
        ("dossier_id", "code"), ("age_days", "number"),
    ]  # fmt: skip


def test_a_number_that_never_changes_is_said_once_and_one_that_names_its_row_begins_the_line():
    frame = pd.DataFrame({"times": range(4), "matters": range(4), "returned_matters": 0, "on_time_share": 1.0})
    table = html.fragment_fromstring(tables.markup(frame), create_parent="div")
    assert table.find("p").text == "Có quay lại nơi cũ: 0"
    assert [(cell.get("data-column"), cell.get("class")) for cell in table.iter("th")] == [
        ("times", "code"), ("matters", "number"), ("on_time_share", "number dotted"),
    ]  # fmt: skip


def test_lines_of_a_row_that_is_a_card_are_alike_long():
    def across(columns: int) -> str:
        names = [
            "name",
            *(f"after_{day}" for day in (30, 45, 60, 90, 180, 365)),
            "kind",
            "matters",
            "times",
            "transfers",
            "age_days",
        ]
        frame = pd.DataFrame({name: ["a", "b"] for name in names[:columns]})
        return html.fragment_fromstring(tables.markup(frame), create_parent="div").find(".//table").get("style")

    assert [across(columns) for columns in (2, 6, 7, 8, 12)] == [
        "--across:1", "--across:5", "--across:3", "--across:4", "--across:4",
    ]  # fmt: skip


def test_a_share_of_too_small_a_base_stands_as_counts() -> None:
    frame = pd.DataFrame({"title": ["A", "B", "C"], "required": [2, 0, 10], "credited": [2, 0, 7]})
    frame["compliance"] = [1.0, None, 0.7]
    table = html.fragment_fromstring(tables.markup(frame), create_parent="div")
    rows = [[cell.text_content() for cell in row.iter("td")] for row in table.iter("tr")][1:]
    assert [row[3] for row in rows] == ["2/2", "—", "70%"]


def test_a_month_is_written_as_a_month_and_a_day_as_a_day():
    days = pd.to_datetime(["2026-09-01", "2026-10-01"])
    shown = tables.markup(pd.DataFrame({"month_on": days, "held_on": days}))
    assert [cell.text for cell in html.fragment_fromstring(shown, create_parent="div").iter("td")] == [
        "09/2026", "01/09/2026", "10/2026", "01/10/2026",
    ]  # fmt: skip


def test_of_a_judgement_only_what_differs_from_the_usual_is_to_be_read():
    said = ["usual", "usual", "high", "usual", "too_few"]
    frame = pd.DataFrame({"name": [f"Xã {n}" for n in range(5)], "evidence": said, "overdue": range(5)})
    table = html.fragment_fromstring(tables.markup(frame), create_parent="div")
    cells = [row.findall("td")[1] for row in table.findall(".//tbody/tr")]
    assert [cell.text for cell in cells] == [None, None, "Cao hơn", None, "Chưa đủ số liệu"]
    heard = [cell.text_content() for cell in cells if cell.get("class") == "usual"]
    assert heard == [codes.EVIDENCE["usual"]] * 3
    assert table.find("p").text == "So với mức chung: “–” là trong mức ngẫu nhiên"
    assert "“–”" not in tables.markup(frame.assign(evidence=["high", "high", "high", "usual", "too_few"]))


def test_rows_that_share_a_text_stand_below_it_and_their_file_keeps_it_as_a_column():
    frame = pd.DataFrame({"label": list("abcd"), "over": ["T9", "T9", "T10", "T10"], "now": ["1", "2", "3", "4"]})
    frame = tables.grouped(frame, "over")
    table = html.fragment_fromstring(tables.markup(frame, rows=3), create_parent="div")
    assert [row.text_content() for row in table.iter("tr")][1:] == ["T9", "a1", "b2", "T10", "c3"]
    assert {cell.get("colspan") for cell in table.iter("th") if cell.get("scope") == "rowgroup"} == {"2"}
    assert lines(tables.csv(frame))[3] == "c;T10;3"


def test_a_step_stands_to_the_right_as_the_numbers_it_is_between():
    frame = pd.DataFrame({"label": list("ab"), "change_previous": ["Giảm 2,2 điểm %", "Không thay đổi"]})
    table = html.fragment_fromstring(tables.markup(frame), create_parent="div")
    assert [cell.get("class") for cell in table.iter("td")] == ["short", "number"] * 2


def test_a_part_of_a_long_list_has_the_columns_of_the_whole_list():
    kinds = ["petition"] * 60 + ["complaint"] * 60
    frame = pd.DataFrame({"dossier_id": [f"HS-{n}" for n in range(120)], "kind": kinds})
    table = html.fragment_fromstring(tables.markup(frame, rows=50, start=50), create_parent="div")
    rows = [[cell.text_content() for cell in row.iter("td")] for row in table.findall(".//tbody/tr")]
    assert (rows[0], rows[-1], len(rows)) == (
        ["HS-50", "Kiến nghị, phản ánh"],
        ["HS-99", "Khiếu nại"],
        50,
    )


def test_columns_put_behind_the_sign_stand_in_the_file_and_not_on_the_screen_also_of_sorted_rows():
    frame = tables.with_more(
        pd.DataFrame({"dossier_id": ["HS-1", "HS-2"], "age_days": [3, 9], "kind": "complaint"}), ["kind"]
    )
    sorted_rows = frame.sort_values("age_days", ascending=False)
    assert list(tables.also(sorted_rows)) == ["kind"]
    assert "Loại" not in tables.markup(sorted_rows, columns=["dossier_id", "age_days"])
    assert "Loại" in tables.csv(sorted_rows, ["dossier_id", "age_days", *tables.also(sorted_rows)]).decode("utf-8-sig")


def test_numbers_of_documents_with_several_strokes_are_kept_in_one_piece_and_ranges_stand_to_the_right():
    html = tables.markup(pd.DataFrame({"number": ["981/CV/TU", "3576/UBND-TCD"], "by_chance": ["0–5", "1–9"]}))
    assert html.count('class="code"') == 3
    assert html.count('class="number"') == 3


def test_on_another_page_of_a_long_list_a_row_leads_to_the_matter_that_it_names(monkeypatch):
    monkeypatch.setattr(links, "addresses", lambda rows: {"dossier_id": rows["dossier_id"].map("/ho-so?ma={}".format)})
    frame = pd.DataFrame({"dossier_id": [f"V{number:03d}" for number in range(120)], "age_days": range(120)})
    table = html.fragment_fromstring(tables.markup(frame, rows=50, start=50), create_parent="div")
    leads = {link.text: link.get("href") for link in table.iter("a")}
    assert leads == {f"V{number:03d}": f"/ho-so?ma=V{number:03d}" for number in range(50, 100)}


def test_a_column_of_numbers_where_some_have_no_records_stands_to_the_right():
    frame = pd.DataFrame({"name": ["A", "B"], "previous": ["15", "không có số liệu"],
                          "change_previous": ["Giảm 26,7%", "Chưa có số liệu để so sánh"]})  # fmt: skip
    sides = {head.get("data-column"): head.get("class") for head in html.fromstring(tables.markup(frame)).iter("th")}
    assert sides == {"name": None, "previous": "number", "change_previous": "number"}


@pytest.mark.parametrize("columns", [["held_on", "dossier_id"], ["held_on"]])
def test_a_column_of_links_that_leads_nowhere_in_any_row_is_left_out_and_one_not_shown_is_no_matter(columns):
    days = pd.to_datetime(["2026-11-02"] * 3 + ["2026-11-03"])
    frame = pd.DataFrame({"held_on": days, "dossier_id": pd.Series([None] * 4, dtype=object)})
    heads = [head.get("data-column") for head in html.fromstring(tables.markup(frame, columns=columns)).iter("th")]
    assert heads == ["held_on"]
    led = frame.assign(dossier_id=["HS-1", None, None, None])
    assert "dossier_id" not in tables.markup(led, columns=["held_on"])


def test_a_share_of_few_matters_is_told_as_their_count():
    rows = pd.DataFrame({"name": ["A", "B"], "overdue": [1, 8], "with_limit": [2, 40], "overdue_share": [None, 0.2]})
    shown = tables.markup(rows, columns=["name", "overdue_share"])
    assert ">1/2<" in shown and ">20%<" in shown
