"""contract.py says what the public contract says, and every way a value may be written is read as it is meant."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from data_loaders.contract import coerce, privacy
from data_loaders.contract.quarantine import REASONS, sift
from data_loaders.contract.tables import BY_NAME, TABLES, Column
from data_loaders.messages import REASONS as SAID

AS_OF = date(2026, 11, 22)
DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "data-contract.md"


def _read(kind: str, *texts: str) -> list[object]:
    values, broken = coerce.coerce(pa.array(texts), Column("x", kind, required=False))
    marks = broken.to_pylist() if broken is not None else [False] * len(texts)
    return ["broken" if bad else value for value, bad in zip(values.to_pylist(), marks, strict=True)]


def test_every_table_of_the_contract() -> None:
    assert [table.name for table in TABLES if not table.optional] == [
        "units",
        "agencies",
        "posts",
        "dossiers",
        "petitions",
        "reception_sessions",
        "reception_visits",
    ]
    assert len(TABLES) == 17


def test_the_document_and_the_code_say_the_same() -> None:
    """docs/data-contract.md, read as a stranger reads it, gives the same columns in the same order."""
    written = {}
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        name = re.match(r"`(\w+)`", cells[0])
        if name and name[1] in BY_NAME:
            optional = "(optional)" in cells[0]
            columns = re.findall(r"`([a-z_]+)` (.*?)(?=, `[a-z_]+` |$)", cells[1])
            written[name[1]] = (optional, [(column, _kind(said), "?" in said) for column, said in columns])
    assert written == {
        table.name: (table.optional, [(c.name, _plain(c), not c.required) for c in table.columns]) for table in TABLES
    }


def _kind(said: str) -> str:
    first = said.split()[0].rstrip("?,")
    vocabulary = {"as": "word", "huyen_cu": "text"}
    return first if first in ("text", "date", "timestamp", "int", "number", "bool") else vocabulary.get(first, "word")


def _plain(column: Column) -> str:
    """The contract's own words for a column's type: it writes codes as text and duty_code as text too."""
    if column.words and column.name != "duty_code":
        return "word"
    return "text" if column.kind in ("code", "word") else column.kind


def test_every_reason_has_words() -> None:
    assert {*REASONS, "broken_number", "ring_reference"} == set(SAID)


def test_dates() -> None:
    day = date(2026, 5, 1)
    good = ("2026-05-01", " 2026-05-01 ", "2026-05-01T00:00:00", "2026-05-01 00:00:00.000", "2026-05-01 00:00:00+07")
    assert _read("date", *good) == [day] * len(good)
    bad = ("2026-02-30", "01/05/2026", "2026-05-01 08:30:00", "20260501", "0026-05-01", "hôm qua", "2026-05-01Z")
    assert _read("date", *bad) == ["broken"] * len(bad)
    assert _read("date", "", "  ") == [None, None]


def test_booleans_numbers_and_moments() -> None:
    assert _read("bool", "0", "1", "true", "FALSE", "t", "f", "") == [False, True, True, False, True, False, None]
    assert _read("bool", "có", "2", "yes") == ["broken"] * 3
    assert _read("int", "7", "7.0", "+7", "-1", "7.5", "bảy") == [7, 7, 7, "broken", "broken", "broken"]
    assert _read("number", "0.25", "1", "0,5", "x", "nan") == [0.25, 1.0, 0.5, "broken", "broken"]
    moment = datetime(2026, 9, 16, 8, 30)  # noqa: DTZ001
    assert _read("timestamp", "2026-09-16T01:30:00Z") == [moment]
    assert _read("timestamp", "2026-09-16T08:30:00", "2026-09-16 08:30:00.5+07", "hôm qua") == [
        moment,
        moment,
        "broken",
    ]


def test_codes_keep_their_zeros() -> None:
    assert _read("code", "00123", " 07 ", "1e5", "") == ["00123", "07", "1e5", None]


PERSONAL = (
    "038301004567",
    "CCCD: 038 301 004 567.",
    "038.301.004.567",
    "0912345678",
    "gọi 0912 345 678 gặp chị",
    "091-234-5678",
    "0912.345.678",
    "+84912345678",
    "+84 912 345 678",
    "(+84) 91 234 5678",
    "0084912345678",
    "02373852246",
    "0237 3852 246",
)
HARMLESS = (
    "HS-2024-000123",
    "2026-11-22-0001",
    "038",
    "Quyết định 1849/QĐ-TTg ngày 27/12/2018",
    "100.000.000.000 đồng",
    "Số 12/CV-UBND",
    "từ 15/12/2025 đến 14/03/2026",
    "0000012345",
)


@pytest.mark.parametrize("kind", ["text", "code"])
@pytest.mark.parametrize("text", PERSONAL)
def test_personal_numbers_are_seen(text: str, kind: str) -> None:
    assert privacy.carries_personal_number(pa.array([text, None]), kind=kind).to_pylist() == [True, False]


@pytest.mark.parametrize("kind", ["text", "code"])
@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_texts_are_left_alone(text: str, kind: str) -> None:
    assert privacy.carries_personal_number(pa.array([text]), kind=kind).to_pylist() == [False]


@pytest.mark.parametrize("number", ["202600012345", "000000012345", "015-2024-123"])
def test_file_numbers_are_not_taken_for_citizens(number: str) -> None:
    assert privacy.carries_personal_number(pa.array([number]), kind="code").to_pylist() == [False]


@pytest.mark.parametrize("kind", ["text", "code"])
@pytest.mark.parametrize(
    "number",
    ["202600012345", "261122000123", "123456789012", "000301004567", "097301004567", "038401004567", "990301004567"],
)
def test_twelve_digits_that_no_citizen_has_are_a_serial_number(number: str, kind: str) -> None:
    texts = pa.array([number, f"số {number}"])
    assert privacy.carries_personal_number(texts, kind=kind).to_pylist() == [False, False]


@pytest.mark.parametrize("kind", ["text", "code"])
@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("CMND 171234567", True),
        ("số chứng minh nhân dân: 171 234 567", True),
        ("CCCD số 123456789012", True),
        ("căn cước 038.301.004567", True),
        ("hồ sơ 171234567", False),
        ("CMND của người nộp, hồ sơ 12/2026", False),
    ],
)
def test_nine_digits_are_a_citizen_where_a_word_says_so(text: str, is_one: bool, kind: str) -> None:
    assert privacy.carries_personal_number(pa.array([text]), kind=kind).to_pylist() == [is_one]


def test_keys_that_could_be_a_citizen_are_hidden() -> None:
    assert [privacy.safe_key(key) for key in ("HS-01/2026", "038301004567", "Nguyễn Thị A", None)] == [
        "HS-01/2026",
        "(ẩn)",
        "(ẩn)",
        None,
    ]


def test_a_column_the_source_lacks_is_empty_and_an_extra_one_is_not_read() -> None:
    raw = pa.table({"dossier_id": ["V01"], "from_date": ["2026-01-01"], "ho_ten": ["Nguyễn Thị A"]})
    sifted = sift(raw, BY_NAME["suspensions"], as_of=AS_OF)
    assert sifted.accepted.to_pylist() == [{"dossier_id": "V01", "from_date": date(2026, 1, 1), "to_date": None}]


def test_the_first_reason_is_the_gravest() -> None:
    raw = pa.table({"dossier_id": ["V01", "V02"], "from_date": ["x", None], "to_date": ["2026-13-01", "2026-01-01"]})
    sifted = sift(raw, BY_NAME["suspensions"], as_of=AS_OF)
    assert sifted.refused.to_pylist() == [
        {"row_key": "V01", "column_name": "from_date", "reason": "broken_date"},
        {"row_key": "V02", "column_name": "from_date", "reason": "missing_value"},
    ]
