"""Rule files: read, typed, overridden by a province, refused with file and line named."""

import pandas as pd
import pytest

from data_loaders.law import rules
from data_loaders.law.rule_columns import FILES
from data_loaders.law.rules import RuleError

HEADERS = {name: ",".join(file.columns) for name, file in FILES.items()}
SUSPENSIONS = "rule_id,kind,article,valid_from,valid_to"


def refusal(tmp_path, name: str, text: str) -> str:
    (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        rules.load(name, directory=tmp_path)
    return str(caught.value)


@pytest.mark.parametrize("name", FILES)
def test_every_built_in_row_has_its_article_and_dates(name):
    table = rules.load(name)
    assert len(table)
    assert table["article"].str.len().min() > 5
    assert table["valid_from"].notna().all()
    assert str(table["valid_from"].dtype) == str(table["valid_to"].dtype) == "datetime64[us]"
    assert table["confidence"].notna().all()


def test_cells_get_their_types():
    table = rules.load("deadlines").set_index("rule_id")
    assert table["days"].dtype == "Int64"
    assert table.loc["KN28-thuong", ["days", "remote"]].tolist() == [30, False]
    assert pd.isna(table.loc["TC30", "remote"])
    assert pd.isna(table.loc["TC30", "valid_to"])
    assert table.loc["TC21-2011", "valid_to"] == pd.Timestamp(2018, 12, 31)


def test_a_province_replaces_one_file_and_keeps_the_others(tmp_path):
    text = f"{SUSPENSIONS}\nA,complaint,Điều 11a,2026-08-01,\n"
    (tmp_path / "suspensions.csv").write_text(text, encoding="utf-8")
    assert rules.load("suspensions", directory=tmp_path)["rule_id"].tolist() == ["A"]
    assert len(rules.load("deadlines", directory=tmp_path)) == len(rules.load("deadlines"))
    assert len(rules.load_all(directory=tmp_path)["suspensions"]) == 1


def test_files_as_office_programs_write_them_are_read(tmp_path):
    """A byte order mark, semicolons, dd/mm/yyyy, Windows line ends and an empty last line."""
    text = "\ufeffrule_id;kind;article;valid_from;valid_to\r\nA;complaint;Điều 11a, khoản 1;01/08/2026;\r\n;;;;\r\n"
    (tmp_path / "suspensions.csv").write_bytes(text.encode())
    table = rules.load("suspensions", directory=tmp_path)
    assert table.loc[0, ["article", "valid_from"]].tolist() == ["Điều 11a, khoản 1", pd.Timestamp(2026, 8, 1)]


DUTY = "rule_id,duty_code,minimum,per,article,valid_from,valid_to"
BROKEN = {
    "thiếu điều luật": ("suspensions", f"{SUSPENSIONS}\nA,complaint,,2026-08-01,", 2),
    "cột days phải là số nguyên không âm, không phải '-3'": (
        "deadlines",
        "rule_id,kind,instance,complexity,remote,stage,days,unit,article,valid_from,valid_to\n"
        "A,complaint,1,,,resolution,-3,calendar,Điều 28,2026-01-01,",
        2,
    ),
    "cột minimum phải là số nguyên không âm, không phải '1.5'": (
        "reception_duty",
        f"{DUTY}\nA,agency_head,1,month,Điều 18,2020-01-01,2020-12-31\nB,agency_head,1.5,month,Điều 18,2021-01-01,",
        3,
    ),
    "không phải là ngày hợp lệ: '2026-02-30'": ("suspensions", f"{SUSPENSIONS}\nA,complaint,Điều 11a,2026-02-30,", 2),
    "ngày hết hiệu lực 2026-07-31 trước ngày có hiệu lực 2026-08-01": (
        "suspensions",
        f"{SUSPENSIONS}\n\nA,complaint,Điều 11a,2026-08-01,2026-07-31",
        3,
    ),
    "trùng thời gian hiệu lực với dòng 2 (cùng kind)": (
        "suspensions",
        f"{SUSPENSIONS}\nA,complaint,Điều 11a,2026-01-01,2026-07-01\nB,complaint,Điều 11a,2026-07-01,",
        3,
    ),
    "mã A đã dùng ở dòng 2": (
        "suspensions",
        f"{SUSPENSIONS}\nA,complaint,Điều 11a,2026-01-01,2026-06-30\nA,complaint,Điều 11a,2026-07-01,",
        3,
    ),
    "cột kind chỉ nhận complaint, denunciation, petition, không nhận 'khiếu nại'": (
        "suspensions",
        f"{SUSPENSIONS}\nA,khiếu nại,Điều 11a,2026-01-01,",
        2,
    ),
    "cột is_working phải là 0 hoặc 1, không phải 'x'": (
        "holidays",
        "day,is_working,name,article\n2027-01-04,x,Nghỉ,Thông báo",
        2,
    ),
    "trùng thời gian hiệu lực với dòng 2 (cùng day)": (
        "holidays",
        "day,is_working,name,article\n2027-01-04,0,Nghỉ,Thông báo\n2027-01-04,1,Làm,Thông báo",
        3,
    ),
    "thiếu giá trị ở cột rule_id": ("suspensions", f"{SUSPENSIONS}\n,complaint,Điều 11a,2026-01-01,", 2),
    "thiếu giá trị ở cột valid_from": ("suspensions", f"{SUSPENSIONS}\nA,complaint,Điều 11a,,", 2),
    "thiếu cột article": ("suspensions", "rule_id,kind,valid_from,valid_to\nA,complaint,2026-01-01,", 1),
    "có cột lạ artikel": ("suspensions", f"{SUSPENSIONS},artikel\nA,complaint,Điều 11a,2026-01-01,,", 1),
    "có nhiều ô hơn số cột": ("suspensions", f"{SUSPENSIONS}\nA,complaint,Điều 11a,2026-01-01,,,,", 2),
    "cột closing_day chỉ nhận": (
        "reporting_calendars",
        "rule_id,calendar,closing_day,article,valid_from,valid_to\nA,inspectorate,30,Thông tư,2027-01-01,",
        2,
    ),
}


@pytest.mark.parametrize("problem", BROKEN)
def test_a_bad_file_is_refused_with_its_line_in_one_sentence(tmp_path, problem):
    name, text, line = BROKEN[problem]
    sentence = refusal(tmp_path, name, text)
    assert sentence.startswith(f"Tệp quy tắc {name}.csv, dòng {line}: ")
    assert problem in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_row_for_any_value_clashes_with_one_for_a_single_value(tmp_path):
    header = "rule_id,kind,instance,complexity,remote,stage,days,unit,article,valid_from,valid_to"
    any_complexity = "A,complaint,1,,,resolution,30,calendar,Điều 28,2026-01-01,"
    one_complexity = "B,complaint,1,complex,,resolution,45,calendar,Điều 28,2026-01-01,"
    assert "trùng thời gian hiệu lực" in refusal(tmp_path, "deadlines", f"{header}\n{any_complexity}\n{one_complexity}")
    apart = one_complexity.replace("complaint,1", "complaint,2")
    (tmp_path / "deadlines.csv").write_text(f"{header}\n{any_complexity}\n{apart}", encoding="utf-8")
    assert len(rules.load("deadlines", directory=tmp_path)) == 2


def test_a_file_without_rows_or_not_in_utf8_is_refused(tmp_path):
    assert refusal(tmp_path, "suspensions", SUSPENSIONS) == (
        "Tệp quy tắc suspensions.csv: tệp không có dòng quy tắc nào."
    )
    (tmp_path / "events.csv").write_bytes("event_id,name\nA,Luật".encode("utf-16"))
    with pytest.raises(RuleError, match=r"events\.csv: không đọc được tệp"):
        rules.load("events", directory=tmp_path)


def test_an_unknown_rule_file_has_no_rows():
    with pytest.raises(RuleError, match=r"^Tệp quy tắc fees\.csv: không có tệp quy tắc này\.$"):
        rules.load("fees")
