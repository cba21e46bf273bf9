"""The page of the trail: narrowed by day, person, deed and page, in parts, with what the last check found."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from dashboard.screen import choice, paging, rights
from dashboard.views.trail import rows, view
from dashboard.words import choices
from dashboard.words import trail as words
from data_loaders import trail
from data_loaders.__main__ import main
from tests import on_screen, shown
from tests.dashboard.test_pages import headline, html, opened

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    monkeypatch.setenv("LOG_FILE", str(tmp_path / "log.txt"))
    monkeypatch.setenv("TRAIL_DIR", str(tmp_path / "trail"))
    monkeypatch.setenv("TRAIL_ANCHOR", str(tmp_path / "anchors" / "anchors"))
    (tmp_path / "anchors").mkdir()
    return tmp_path / "trail"


def record(number: int, at: str, **facts: object) -> trail.Record:
    return {"n": number, "at": at, "what": "open", "sub": "u1", "page": "backlog", **facts}


RECORDS = [
    record(5, "2026-11-21T01:00:00+00:00"),
    record(4, "2026-11-20T17:30:00+00:00"),  # past midnight in the province
    record(3, "2026-11-20T16:30:00+00:00", what="file", sub="u2", file="so.csv"),
    record(2, "2026-11-19T17:00:00+00:00", page="quality", operator="truc-may", sub=""),
    record(1, "2026-11-19T16:59:00+00:00"),
]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [3, 2]),
        ({"who": "u2"}, [3]),
        ({"who": "truc"}, [2]),
        ({"deed": "file"}, [3]),
        ({"page": "quality"}, [2]),
        ({"deed": "file", "page": "quality"}, []),
    ],
)
def test_lines_of_a_day_of_the_province_narrowed(wanted, numbers):
    found = rows.chosen(iter(RECORDS), rows.Wanted(DAY, DAY, **wanted), most=10)
    assert [each["n"] for each in found] == numbers
    assert [each["n"] for each in rows.chosen(iter(RECORDS), rows.Wanted(DAY, DAY), most=1)] == [3]


def test_reading_ends_at_the_first_day():
    def endless():
        yield from RECORDS
        raise AssertionError("read beyond the first day")

    assert rows.chosen(endless(), rows.Wanted(DAY, DAY), most=10)


def test_a_line_is_told_in_words():
    (row,) = rows.table(
        [record(3, "2026-11-20T16:30:00+00:00", what="file", file="so.csv", view={"ky": "2026-Q2"})]
    ).to_dict("records")
    assert row["trail_at"] == "23:30:00 20/11/2026"
    assert (row["trail_did"], row["trail_page"]) == ("Lấy tệp", "Vụ việc chưa giải quyết xong")
    assert row["trail_what"] == "so.csv; ky=2026-Q2"
    assert rows.table([]).columns.tolist() == list(rows.COLUMNS)


def test_the_page_shows_what_was_done_and_its_own_opening(folder):
    trail.write(folder, "file", {"sub": "nguoi-7", "page": "backlog", "file": "so.csv"})
    app = opened("trail")
    assert not app.exception
    assert headline(app).count(words.NOT_CHECKED)
    shown_rows = on_screen.texts(app)[0]
    assert shown_rows["trail_did"].tolist() == [words.DEEDS["open"], words.DEEDS["file"]]
    one = opened("trail", tai_khoan="nguoi-7", viec="file")
    assert on_screen.texts(one)[0]["trail_who"].tolist() == ["nguoi-7"]
    assert on_screen.texts(opened("trail", nguoi="nguoi-7"))[0]["trail_who"].tolist() == ["nguoi-7"]  # of before


def test_older_lines_come_in_parts(folder, monkeypatch):
    monkeypatch.setattr(view, "MOST", 3)
    for number in range(7):
        trail.write(folder, "file", {"sub": f"u{number}", "page": "backlog"})
    app = opened("trail", viec="file")
    assert on_screen.texts(app)[0]["trail_who"].tolist() == ["u6", "u5", "u4"]
    app.button(key="trail-older").click().run()
    assert on_screen.texts(app)[0]["trail_who"].tolist() == ["u3", "u2", "u1"]
    app.button(key="trail-newest").click().run()
    assert on_screen.texts(app)[0]["trail_who"].tolist() == ["u6", "u5", "u4"]


def test_a_page_of_the_lines_keeps_the_filter_of_pages(folder):
    for number in range(120):
        trail.write(folder, "open", {"sub": f"u{number}", "page": "quality"})
    app = opened("trail", trang="quality", ca=paging.name(words.TITLE))
    ways = dict(re.findall(r'<a href="[?]([^"]+)" target="_self">([^<]+)</a>', html(app)))
    (to,) = [href for href, said in ways.items() if said == "50 tiếp"]
    asked = {name: text for name, (text,) in parse_qs(unescape(to)).items()}
    app = opened("trail", **asked)
    assert asked["trang"] == "quality" and choices.BROKEN_LINK.partition("{")[0] not in html(app)
    assert on_screen.texts(app)[0]["trail_who"].tolist() == [f"u{number}" for number in range(69, 19, -1)]


@pytest.fixture
def long(folder, monkeypatch):
    """The second page of many lines, and older ones before them."""
    monkeypatch.setattr(view, "MOST", 110)
    for number in range(120):
        trail.write(folder, "file", {"sub": f"u{number}", "page": "quality"})
    return partial(opened, "trail", ca=paging.name(words.TITLE))


def test_other_lines_begin_at_their_first_page(long):
    app = long(so_trang="2")
    app.selectbox(key="choice-viec").set_value("file").run()
    assert "so-trang" not in app.query_params and "ca" in app.query_params
    assert on_screen.texts(app)[0]["trail_who"].tolist()[0] == "u119"
    app.query_params["so-trang"] = "3"
    app.button(key="trail-older").click().run()
    assert "so-trang" not in app.query_params


def test_what_is_no_page_is_said_once(long):
    assert html(long(so_trang="hai")).count(choices.broken_link([choice.AT])) == 1
    assert html(opened("trail", ca="khong-co", so_trang="hai")).count(choices.broken_link([choice.AT])) == 0


def test_the_last_check_is_told(folder):
    trail.write(folder, "open", {"sub": "u1", "page": "backlog"})
    assert main(["trail", "--anchor"]) == 0
    assert "Nhật ký nguyên vẹn ở lần kiểm tra lúc" in headline(opened("trail"))
    path = folder / "trail-000001.jsonl"
    path.write_bytes(path.read_bytes().replace(b"backlog", b"waiting"))
    assert main(["trail", "--anchor"]) == 1
    assert "không còn nguyên vẹn" in headline(opened("trail"))


def test_a_check_long_ago_is_said():
    at = dt.datetime.combine(DAY, dt.time(8))
    _, more = words.headline((at, True, "Tốt."), now=at + dt.timedelta(hours=4), late_hours=3)
    assert "quá 3 giờ" in more
    assert "quá" not in words.headline((at, True, "Tốt."), now=at, late_hours=3)[1]


def test_without_a_place_for_it_the_page_says_so(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    monkeypatch.delenv("TRAIL_DIR", raising=False)
    assert words.NOT_KEPT in headline(opened("trail"))


def test_only_the_office_reads_it():
    assert [role for role, right in rights.ROLES.items() if "trail" in right.pages] == ["office"]
    assert "trail" in rights.LOCAL.pages
