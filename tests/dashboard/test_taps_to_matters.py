"""What a bar, a row of the map's list and a line of a unit's page count is what their lists hold."""

from __future__ import annotations

import ast
import re

import pytest
from lxml import html as markup

from dashboard.words import bodies, canvas, headings
from dashboard.words import unit as unit_words
from tests import on_screen, shown
from tests.dashboard.test_figures_to_matters import BROKEN, VIEWS_OF, matters
from tests.dashboard.test_pages import html, opened

TAPPED = {("backlog", "agency"): "co-quan", ("backlog", "field"): "linh-vuc", ("supervision", "mass"): "huyen-cu"}
"""Page and view whose bars open a list → the part of the address that names what was tapped."""
ROWS = {"mass": "held_on"}
"""What a list of no matters is told by."""
BACKLOG = {"open_count": "open_dossiers", "over_180": "open_over_180_days"}
FIRST = re.compile(r"\d[\d.]*")
TITLES = re.compile(r'class="figure-title"[^>]*>([^<]*)')


def tapped(page: str) -> set[str]:
    """The views of a page, by their files, that draw bars to be tapped."""
    files = (VIEWS_OF / page).glob("*.py")
    calls = ((file.stem, node) for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    return {
        view
        for view, call in calls
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "page.chart"
        and "select" in {word.arg for word in call.keywords}
    }  # fmt: skip


def test_every_view_whose_bars_are_tapped_is_tried():
    assert {(page, view) for page in shown.PAGES for view in tapped(page)} == set(TAPPED)


@pytest.mark.parametrize("where", ["tiny", pytest.param("full", marks=pytest.mark.xdist_group("full"))])
@pytest.mark.parametrize(("page", "view"), TAPPED)
def test_a_bar_that_is_tapped_opens_a_list_as_long_as_it_says(monkeypatch, where, page, view):
    monkeypatch.setenv("SNAPSHOT_DIR", str(getattr(shown, where)()))
    counts = bars(opened(page, xem=view))
    assert sum(counts.values())
    for code in {"tiny": [*counts], "full": [*counts][:1]}[where]:
        asked = {TAPPED[page, view].replace("-", "_"): code}
        assert matters(opened(page, xem=view, **asked), ROWS.get(view, "dossier_id")) == counts[code], code


def bars(app) -> dict[str, int]:
    """Code of each bar that can be tapped → the count at its end."""
    assert not app.exception
    rows = [row for drawing in on_screen.drawn(app) for row in markup.fromstring(drawing).iter("li")]
    return {row.get("data-row"): number(row.findtext("b") or row.findtext(".//span/b")) for row in rows if
            row.get("data-row")}  # fmt: skip


def number(text: str) -> int:
    """The first number of a text: 32 of '32 (285 người)', 1 of '1/2'."""
    return int(FIRST.search(text).group().replace(".", ""))


@pytest.mark.parametrize("area", ["D1", "D2", "C1", "C2"])
def test_an_area_of_the_map_counts_what_its_lists_hold(monkeypatch, area):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    holds(opened("hotspots", dia_ban=area), area)


@pytest.mark.xdist_group("full")
def test_a_district_of_the_whole_province_counts_what_its_lists_hold(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.full()))
    holds(opened("hotspots", dia_ban="978"), "978")


def holds(app, area: str) -> None:
    """The line of the area's figures, each beside the list of it."""
    assert not app.exception
    counted = area_figures(app)
    assert {"open_count", "overdue", "over_180", "mass_groups", "complex_listed"} <= set(counted)
    assert counted["overdue"] == matters(opened("backlog", xem="overdue", dia_ban=area))
    for name, listed in BACKLOG.items():
        assert counted[name] == matters(opened("backlog", xem="longest", so=listed, dia_ban=area)), name
    assert counted["mass_groups"] == matters(opened("supervision", xem="mass", dia_ban=area), "held_on")
    assert counted["complex_listed"] == matters(opened("supervision", xem="listed", dia_ban=area))


def area_figures(app) -> dict[str, int]:
    """Column → number in the line of an area's figures."""
    named = {heading.lower(): column for column, heading in headings.HEADINGS.items()}
    items = markup.fragment_fromstring(html(app), create_parent="div").xpath("//ul[@class='area-figures']/li")
    return {
        named[item.find("b").tail.strip()]: number(item.findtext("b"))
        for item in items
        if FIRST.search(item.findtext("b"))
    }


def test_a_district_without_shapes_lists_its_communes_and_what_they_count_is_what_it_counts(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("hotspots", dia_ban="D1")
    rows = on_screen.whole(app, "overdue")
    assert rows["overdue"].astype(int).sum() == area_figures(app)["overdue"] > 0
    assert "01 vụ việc quá hạn" in html(app)


@pytest.mark.parametrize("named", [{"dia_ban": "D1"}, {"dia_ban": "C1"}, {"ma": "X1"}, {"ma": "P"}], ids=str)
def test_a_line_of_a_units_page_counts_what_its_list_holds(monkeypatch, named):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("unit", **named)
    assert not app.exception
    lines = {line.split(":")[0]: line.split(":")[1] for line in measured(app)}
    overdue = number(lines[unit_words.FIGURES["overdue"]])
    if "ma" in named:
        assert matters(opened("backlog", xem="agency", co_quan=named["ma"])) == overdue
        return
    part, base = map(number, lines[unit_words.FIGURES["over_180"]].split("/"))
    assert matters(opened("backlog", xem="overdue", **named)) == overdue
    assert matters(opened("backlog", xem="longest", so="open_over_180_days", **named)) == part
    assert matters(opened("backlog", xem="longest", so="open_dossiers", **named)) == base
    crowds = number(lines[unit_words.FIGURES["mass_groups"]])
    assert matters(opened("supervision", xem="mass", **named), "held_on") == crowds


def measured(app) -> list[str]:
    """The lines of a unit's figures."""
    lists = markup.fragment_fromstring(html(app), create_parent="div").xpath("//ol[@class='findings']/li")
    return [item.text_content() for item in lists if ":" in item.text_content()]


@pytest.mark.parametrize(
    ("page", "view", "named"),
    [
        ("waiting", {"xem": "due"}, {"co_quan": "X1"}),
        ("waiting", {"xem": "steps"}, {"co_quan": "P"}),
        ("waiting", {"xem": "steps", "ky": "2026-Q3"}, {"buoc": "dialogue"}),
        ("supervision", {"xem": "escalated"}, {"noi": "D1"}),
        ("supervision", {"xem": "mass", "ky": "2026-Q1"}, {"huyen_cu": "D1"}),
    ],
    ids=str,
)
def test_what_is_known_but_not_in_the_list_of_this_view_leaves_the_page_as_it_stands(monkeypatch, page, view, named):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    plain, asked, unknown = (
        html(opened(page, **view | parts)) for parts in ({}, named, dict.fromkeys(named, "khong-co"))
    )
    assert TITLES.findall(plain) == TITLES.findall(asked) == TITLES.findall(unknown) != []
    assert (BROKEN in asked, BROKEN in unknown) == (False, True)


def test_a_kind_that_the_picture_of_groups_does_not_count_is_said_beside_its_days(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    told = html(opened("supervision", xem="mass", loai="khieu-nai"))
    assert re.search(rf"Số đoàn từng tháng[^<]*{canvas.ALL_KINDS}", told)


def test_matters_passed_on_so_often_stand_first_where_they_are_asked_for(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    usual, asked = (TITLES.findall(html(opened("bodies", xem="bouncing", **parts))) for parts in ({}, {"lan": "1"}))
    listed = bodies.BOUNCED.partition("{")[0]
    assert [bool(titles[0].startswith(listed)) for titles in (usual, asked)] == [False, True]


@pytest.mark.xdist_group("full")
def test_a_list_is_sorted_by_what_stands_behind_its_sign_too(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.full()))
    up, down = (
        [table["dossier_id"].tolist() for table in on_screen.texts(app) if "dossier_id" in table]
        for app in (opened("supervision", xem="escalated", xep=by) for by in ("received_on", "-received_on"))
    )
    assert up and up != down
