"""Every card leads to the list of what it counts, and every list is as long as its title says, on every page."""

from __future__ import annotations

import ast
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import html as markup

from dashboard.answers.answers import Answers
from dashboard.facts.change import figures
from dashboard.metrics import METRICS
from dashboard.screen import links, navigation
from dashboard.words import backlog, canvas, choices
from dashboard.words import unit as unit_words
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.question import load, names
from tests import on_screen, shown
from tests.dashboard.test_pages import EVERY_VIEW, html, opened

AS_OF = "2026-11-22"
BROKEN = choices.BROKEN_LINK.split("{")[0]
NUMBERED = re.compile(r"\((\d[\d.]*)\)$")
PAGES = {entry.slug: entry.key for entry in navigation.ENTRIES}
VIEWS_OF = shown.ROOT / "dashboard" / "views"
VIEW = "xem"
OFFERED = [name for name in backlog.LISTS if name in METRICS]


def leading() -> list[str]:
    """The pages whose code, or that of their views, gives a card somewhere to lead to."""
    rooms = {page: [shown.ROOT / "pages" / f"{page}.py", *(VIEWS_OF / page).glob("*.py")] for page in PAGES.values()}
    return [page for page, files in rooms.items() if any(map(_leads, filter(Path.is_file, files)))]


def _leads(file: Path) -> bool:
    calls = (node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    return any(
        ast.unparse(call.func).split(".")[-1] in ("replace", "Card") and "to" in {word.arg for word in call.keywords}
        for call in calls
    )


CHOSEN = [{}, {"dia_ban": "D1", "loai": "khieu-nai"}, {"ky": "2026-Q3"}]
KINDS = {"khieu-nai": "complaint"}
UNITS = [
    ("unit", {"xem": view} | named)
    for view in unit_words.VIEWS
    for named in ({"dia_ban": "C1"}, {"dia_ban": "D1"}, {"ma": "X1"})
]
MATTERS = [f'"{name}"' for name in names() if "dossier_id" in load(name).key]


def asks_for_matters(page: str) -> bool:
    """Whether a view of the page asks a question whose rows are matters."""
    code = "".join(file.read_text(encoding="utf-8") for file in (VIEWS_OF / page).glob("*.py"))
    return any(question in code for question in MATTERS)


OF_MATTERS = {"conclusions", "briefing", *filter(asks_for_matters, PAGES.values())}
SHOWN = [*[(page, {name: view}) for page, name, view in EVERY_VIEW if page in OF_MATTERS], *UNITS]


@pytest.fixture(autouse=True)
def tiny(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))


@pytest.fixture
def answers() -> Answers:
    return Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda part: "-".join(part.values()) or "all")
@pytest.mark.parametrize("page", leading())
def test_a_card_leads_to_as_many_matters_as_it_says(page, chosen, answers):
    now = figures(answers.ask("figures", **asked_of(chosen)))
    listed = {name: view for name, view in cards_of(opened(page, **chosen)).items() if VIEW in view[1]}
    assert listed
    for name, (to, view) in listed.items():
        assert matters(opened(to, **view)) == (now[name].numerator or 0), name


@pytest.mark.parametrize("name", OFFERED)
def test_a_list_that_can_be_chosen_holds_as_many_matters_as_its_figure_says(name, answers):
    now = figures(answers.ask("figures", **asked_of({})))
    assert matters(opened("backlog", xem="longest", so=name)) == (now[name].numerator or 0)


def test_each_figure_whose_matters_are_known_is_offered_as_a_list_or_has_a_view_of_its_own():
    named = {name for name in re.findall(r"\w+", load("matters_behind").header["figure"]) if name in METRICS}
    assert named == {*OFFERED, "overdue_dossiers"}


def asked_of(chosen: dict[str, str]) -> dict[str, str | None]:
    """The parameters of `figures` under these filters."""
    days = {"start": "2026-06-15", "end": "2026-09-14"} if "ky" in chosen else {"start": "2026-09-15", "end": AS_OF}
    return days | {"kind": KINDS.get(chosen.get("loai", "")), "area": chosen.get("dia_ban")}


def cards_of(app) -> dict[str, tuple[str, dict[str, str]]]:
    """Where each card leads: the page and how it is opened."""
    leads = {card.metric: urlsplit(card.to) for card in on_screen.cards(app) if card.to}
    return {
        metric: (
            PAGES[to.path.strip("/")],
            {part.replace("-", "_"): text for part, text in parse_qsl(to.query)},
        )
        for metric, to in leads.items()
    }


def matters(app, column: str = "dossier_id") -> int:
    """How many matters stand in the longest list of a page; `column`: what tells a list of something else."""
    assert not app.exception
    listed = any(column in table for table in on_screen.texts(app))
    return len(on_screen.whole(app, column)) if listed else 0


@pytest.mark.parametrize(
    ("page", "view"), SHOWN, ids=lambda part: part if isinstance(part, str) else "-".join(part.values())
)
def test_a_list_is_as_long_as_its_title_says(page, view):
    app = opened(page, **view)
    assert not app.exception
    whole = {button.label for button in app.button}
    for title, rows in lists(app):
        found = NUMBERED.search(title)
        count = int(found.group(1).replace(".", "")) if found else rows
        assert rows == count or (rows < count and canvas.ALL_ROWS.format(count=found.group(1)) in whole), title


def lists(app) -> list[tuple[str, int]]:
    """Title and number of rows of each table that names matters."""
    tables = [table for body in on_screen.bodies(app) for table in markup.fromstring(body).iter("table")]
    return [measured(table) for table in tables if table.xpath('.//th[@data-column="dossier_id"]')]


def captioned(app) -> list[tuple[str, int]]:
    """Title and number of rows of each table, whatever stands in it, from the top of the page."""
    return [measured(table) for body in on_screen.bodies(app) for table in markup.fromstring(body).iter("table")]


def measured(table) -> tuple[str, int]:
    return unescape(table.findtext("caption") or ""), len(table.xpath(".//tbody/tr"))


WITH_COUNTS = [
    ("waiting", {"xem": "steps"}),
    ("waiting", {"xem": "due"}),
    ("waiting", {"xem": "accepted"}),
    ("conclusions", {"xem": "bodies"}),
]
IN_FULL_ALONE = [
    ("waiting", {"xem": "steps", "loai": "to-cao"}),
    ("supervision", {"xem": "forwarded"}),
    ("supervision", {"xem": "escalated"}),
    ("supervision", {"xem": "escalated", "chia_theo": "commune"}),
]
"""Of these the tiny province has none."""


@pytest.mark.parametrize(("page", "view"), WITH_COUNTS)
def test_a_count_that_is_a_link_opens_a_list_as_long_as_it_says(page, view):
    found = counted(page, view)
    assert found
    for _, _, to, count in found:
        assert listed_at(to) == count, to


@pytest.mark.xdist_group("full")
def test_every_count_with_a_list_behind_it_is_a_link_and_leads_there(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.full()))
    met = set()
    for page, view in [*WITH_COUNTS, *IN_FULL_ALONE]:
        found = {(table, column): (to, count) for table, column, to, count in counted(page, view)}  # the last of each
        assert found, view
        assert {to: listed_at(to) for to, _ in found.values()} == dict(found.values())
        met |= {(page, column) for _, column in found}
    assert met == {(listed.page, column) for (_, column), listed in links.COUNTS.items()}


def counted(page: str, view: dict[str, str]) -> list[tuple[str, str, str, int]]:
    """Table, column, address and number of every count of the page's tables that is a link."""
    app = opened(page, **view)
    assert not app.exception
    cells = [cell for body in on_screen.bodies(app) for cell in markup.fromstring(body).iter("td")]
    rows = [(cell, link) for cell in cells for link in cell.iter("a")]
    named = [(_title(cell), _column(cell), link.get("href"), cell.text_content()) for cell, link in rows]
    columns = {column for _, column in links.COUNTS}
    return [(title, name, to, int(text.replace(".", ""))) for title, name, to, text in named if name in columns]


def _title(cell) -> str:
    return next(cell.iterancestors("table")).findtext("caption") or ""


def _column(cell) -> str:
    """The column of the data that a cell belongs to."""
    table = next(cell.iterancestors("table"))
    return list(table.iter("th"))[len(list(cell.itersiblings("td", preceding=True)))].get("data-column")


def listed_at(to: str) -> int:
    """How many stand in the list that address opens with, which shows some of them and says the number."""
    address = urlsplit(to)
    view = {part.replace("-", "_"): text for part, text in parse_qsl(address.query)}
    app = opened(PAGES[address.path.strip("/")], **view)
    assert not app.exception and BROKEN not in html(app), to
    title, rows = captioned(app)[0]
    assert NUMBERED.search(title), (to, title)
    count = int(NUMBERED.search(title)[1].replace(".", ""))
    assert 0 < rows <= count, title
    return count


@pytest.mark.parametrize(("page", "view"), [("supervision", {"xem": "listed"}), ("unit", {"ma": "X1"})])
def test_there_are_lists_to_measure(page, view):
    assert lists(opened(page, **view))
