"""A new row of law announces itself: its day, what is so from then on, and its article, made from the row alone."""

from datetime import date

import pytest

from dashboard.words import law
from data_loaders.law import rulebook, rules
from queries.periods import parse, straddles

LAST_ROW = {
    "deadlines": "KN28-thuong,complaint,1,normal,0,resolution,30,calendar,1",
    "suspensions": "KN11a,complaint",
    "reception_duty": "TCD18,agency_head,1,month,,0,1",
    "reporting_calendars": "TT06-2025,inspectorate,14",
}


def book(folder, name, row, *, ends=None, label=None):
    """The rules with one row more in a file; the row `LAST_ROW` names ends on `ends`."""
    lines = (rules.BUILT_IN / f"{name}.csv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    if ends:
        lines = [line.replace(",,V,", f",{ends},V,").replace(",,I,", f",{ends},I,").replace(",,M-h,", f",{ends},M-h,")
                 if line.startswith(LAST_ROW[name]) else line for line in lines]  # fmt: skip
    lines = [*lines, row]
    if label:
        lines = [f"{line},{cell}" for line, cell in zip(lines, ["label", *[""] * (len(lines) - 2), label], strict=True)]
    (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return rulebook.of_files(rules.load_all(directory=folder))


NEW = [
    (
        "deadlines",
        "N,complaint,1,normal,0,resolution,20,calendar,1,Luật X Điều 30,2027-08-01,,I,",
        "2027-07-31",
        "Từ 01/08/2027: thời hạn giải quyết khiếu nại lần đầu bình thường là 20 ngày (Luật X Điều 30).",
    ),
    (
        "suspensions",
        "N,petition,Luật X Điều 40,2027-08-01,,I,",
        None,
        "Từ 01/08/2027: thời gian tạm đình chỉ kiến nghị, phản ánh không tính vào thời hạn (Luật X Điều 40).",
    ),
    (
        "reception_duty",
        "N,agency_head,2,month,,0,1,Luật X Điều 18,2027-08-01,,I,",
        "2027-07-31",
        "Từ 01/08/2027: Người đứng đầu cơ quan tiếp công dân ít nhất 2 ngày mỗi tháng (Luật X Điều 18).",
    ),
    (
        "reporting_calendars",
        "N,inspectorate,20,Thông tư X,2028-01-01,,I,",
        "2027-12-31",
        "Từ 01/01/2028: tháng của kỳ báo cáo thanh tra chốt vào ngày 20 (Thông tư X).",
    ),
]


@pytest.mark.parametrize(("name", "row", "ends", "note"), NEW, ids=[case[0] for case in NEW])
def test_a_row_added_in_a_provinces_folder_is_announced_without_code(tmp_path, name, row, ends, note):
    known = book(tmp_path, name, row, ends=ends)
    assert law.notes(parse("2027-07-01..2028-06-30", rules=known)) == [note]
    assert law.notes(parse("2027-07-01..2028-06-30", rules=rulebook.built_in())) == []


def test_a_row_with_words_of_its_own_is_announced_in_them(tmp_path):
    known = book(tmp_path, *NEW[1][:2], label="kiến nghị cũng được tạm đình chỉ")
    assert law.notes(parse("2027-Q3", rules=known)) == [
        "Từ 01/08/2027: kiến nghị cũng được tạm đình chỉ (Luật X Điều 40)."
    ]


def test_a_row_that_answers_as_the_one_before_it_is_no_change(tmp_path):
    same = book(tmp_path, "reporting_calendars", "N,inspectorate,14,Thông tư X,2028-01-01,,I,", ends="2027-12-31")
    assert straddles(parse("2028-Q1", rules=same)) == []


def test_a_rule_that_ends_without_another_is_announced_on_the_day_after(tmp_path):
    lines = (
        (rules.BUILT_IN / "suspensions.csv")
        .read_text(encoding="utf-8")
        .replace("2019-01-01,,", "2019-01-01,2027-08-31,")
    )
    (tmp_path / "suspensions.csv").write_text(lines, encoding="utf-8")
    known = rulebook.of_files(rules.load_all(directory=tmp_path))
    (note,) = law.notes(parse("2027-Q3", rules=known))
    assert note.startswith("Từ 01/09/2027: không còn quy định: thời gian tạm đình chỉ tố cáo")


def test_where_an_event_names_the_day_it_speaks_for_the_rows_of_that_day():
    assert law.notes(parse("2026-Q3")) == ["Từ 01/07/2026: Luật 136/2025/QH15 có hiệu lực."]
    assert law.notes(parse("2025-Q3")) == [
        "Từ 01/07/2025: Kết thúc cấp huyện (Chính quyền địa phương hai cấp từ 1/7/2025)."
    ]


def test_a_day_with_many_changes_names_the_first_few_and_counts_the_others():
    (note,) = law.notes(parse("2018-12-01..2019-01-31"))
    assert note.startswith("Từ 01/01/2019: thời hạn ")
    assert note.endswith("; và 2 thay đổi khác.")
    changes = rulebook.built_in().changes
    assert len(changes[changes["changed_on"].dt.date == date(2019, 1, 1)]) == 5
