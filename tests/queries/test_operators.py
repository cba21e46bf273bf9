"""Commands on the server: told to the trail before anything is given, and no more than the account's role is given."""

from __future__ import annotations

import getpass
import json

import openpyxl
import pytest

from dashboard.exports.__main__ import main as exports
from dashboard.screen import rights
from data_loaders import trail
from queries import operators
from queries.__main__ import main as queries

ASKED = ["balance", "--period", "2026-Q3"]
SECRET, OPEN = ["2024 01-XLD", "2024 03-XLD"], ["2024 01-TCD"]
MADE = ["2026-Q3", "--format", "text"]


@pytest.fixture
def place(tiny_snapshots, monkeypatch, tmp_path):
    """The tiny province, a trail, and a file of roles to be written."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(tiny_snapshots))
    monkeypatch.setenv("LOG_FILE", str(tmp_path / "log.txt"))
    monkeypatch.setenv("TRAIL_DIR", str(tmp_path / "trail"))
    return tmp_path


def named(place, monkeypatch, text: str) -> None:
    (place / "roles.toml").write_text(f'[roles]\n"a" = "office"\n{text}', encoding="utf-8")
    monkeypatch.setenv("ACCESS_ROLES", str(place / "roles.toml"))


def told(place) -> list[dict]:
    trail.check(place / "trail")
    lines = [line for path in sorted((place / "trail").glob("*.jsonl")) for line in path.read_bytes().splitlines()]
    return [json.loads(line) for line in lines]


def test_roles_are_those_of_the_pages():
    assert {*operators.PROVINCE, operators.OPERATION, operators.AREA} == set(rights.ROLES)
    assert set(operators.BRIEFING) == {role for role, right in rights.ROLES.items() if "briefing" in right.files}


def test_what_is_asked_and_what_is_made_stand_in_the_trail(place):
    assert queries(ASKED) == 0
    assert exports([*MADE, "--out", str(place / "giao-ban.txt")]) == 0
    asked, made = told(place)
    assert (asked["what"], asked["operator"], asked["question"]) == ("command", getpass.getuser(), "balance")
    assert asked["view"]["start"] == "2026-06-15" and asked["rows"] > 0
    assert (made["what"], made["file"], made["page"]) == ("file", "giao-ban.txt", "briefing")
    assert made["bytes"] == (place / "giao-ban.txt").stat().st_size


def test_what_cannot_be_told_is_not_given(place, capsys):
    (place / "trail").write_text("in the way", encoding="utf-8")
    assert queries(ASKED) == 1
    assert exports([*MADE, "--out", str(place / "giao-ban.txt")]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("Không ghi được nhật ký truy cập") == 2
    assert not (place / "giao-ban.txt").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[operators]\n"someone" = "office"\n', "không có trong phần"),
        (f'[operators]\n"{getpass.getuser()}" = "technician"\n', "không xem số liệu"),
        (f'[operators]\n"{getpass.getuser()}" = "minister"\n', "không có; vai viết"),
        ("operators = 1\n[operators\n", "không dùng được"),
    ],
)
def test_an_account_is_given_what_the_file_says(place, monkeypatch, capsys, text, said):
    named(place, monkeypatch, text)
    assert queries(ASKED) == 1
    out, err = capsys.readouterr()
    assert said in err and out == ""
    assert exports(MADE) == 1
    assert capsys.readouterr().out == ""


def test_an_account_of_the_office_takes_everything_and_may_act_as_less(place, monkeypatch, capsys):
    named(place, monkeypatch, f'[operators]\n"{getpass.getuser()}" = "office"\n')
    assert (queries(ASKED), exports(MADE)) == (0, 0)
    capsys.readouterr()
    assert queries([*ASKED, "--role", "technician"]) == 1
    assert exports([*MADE, "--role", "analyst"]) == 1
    assert capsys.readouterr().out == ""


def test_one_area_is_asked_alone(place, capsys):
    assert queries(["figures", "--period", "2026-Q3", "--role", "area_leader:D1", "--format", "json"]) == 0
    own = capsys.readouterr().out
    assert queries(["figures", "--period", "2026-Q3", "--area", "D1", "--format", "json"]) == 0
    assert own == capsys.readouterr().out
    assert queries(["figures", "--period", "2026-Q3", "--role", "area_leader:D1", "--area", "D2"]) == 1
    assert told(place)[0]["area"] == "D1"


def test_no_role_is_gained(place, monkeypatch, capsys):
    named(place, monkeypatch, f'[operators]\n"{getpass.getuser()}" = "analyst"\n')
    assert queries(ASKED) == 0
    capsys.readouterr()
    for wanted in ("office", "standing"):
        assert queries([*ASKED, "--role", wanted]) == 1
    assert exports(MADE) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("role", operators.BRIEFING)
def test_only_the_office_makes_forms_that_tell_denunciations_by_unit(place, role):
    """02/XLD is of complaints alone: it has its units for everybody who takes the briefing."""
    asked = ["2026-Q4", "--format", "xlsx", "--all-forms", "--role", role, "--out", str(place / "a.xlsx")]
    assert exports(asked) == 0
    book = openpyxl.load_workbook(place / "a.xlsx")
    names = {title: [row[0] for row in book[title].iter_rows(values_only=True)] for title in SECRET + OPEN}
    units = {title: len(rows[rows.index("MS") + 1 : rows.index("Tổng")]) for title, rows in names.items()}
    assert {title: count > 0 for title, count in units.items()} == {
        **dict.fromkeys(SECRET, role == "office"),
        **dict.fromkeys(OPEN, True),
    }


@pytest.mark.parametrize("role", sorted({*operators.PROVINCE, operators.OPERATION, "area_leader:D1"} - {"office"}))
@pytest.mark.parametrize("asked", [["form_petitions"], ["balance_by_agency", "--kind", "denunciation"],
                                   ["reception_by_area", "--kind", "complaint"]])  # fmt: skip
def test_only_the_office_asks_for_denunciations_by_unit(place, capsys, role, asked):
    """Visits by kind neither: those of all kinds less the others are the denunciations."""
    assert queries([*asked, "--period", "2026-Q3", "--role", role]) == 1
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1


def test_an_answer_without_denunciations_says_so(place, capsys):
    assert queries([*ASKED, "--role", "analyst"]) == 0
    assert "không tính tố cáo" in capsys.readouterr().err
    assert queries([*ASKED, "--role", "office"]) == 0
    assert "không tính tố cáo" not in capsys.readouterr().err
