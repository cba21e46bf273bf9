"""Every card leads to the list of what it counts, and every list is as long as its title says, on every page."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
from lxml import html as markup

from dashboard.answers.answers import Answers
from dashboard.facts.change import figures
from dashboard.metrics import METRICS
from dashboard.screen import navigation
from dashboard.words import canvas, shell
from dashboard.words import unit as unit_words
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from tests import on_screen, shown
from tests.dashboard.test_pages import EVERY_VIEW, opened

AS_OF = "2026-11-22"
NUMBERED = re.compile(r"\((\d[\d.]*)\)$")
LABELS = {shell.MORE_OF.format(label=metric.label): metric.id for metric in METRICS.values()}
PAGES = {entry.slug: entry.key for entry in navigation.ENTRIES}
LISTED = {
    "overview": {"open_dossiers", "overdue_share", "mass_groups"},
    "backlog": {
        *("overdue_dossiers", "overdue_share", "due_soon_dossiers"),
        *("open_over_180_days", "no_limit_dossiers"),
    },
}
"""The cards that count matters or crowds, page by page."""
CHOSEN = [{}, {"dia_ban": "D1", "loai": "khieu-nai"}, {"ky": "2026-Q3"}]
KINDS = {"khieu-nai": "complaint"}
UNITS = [
    ("unit", {"xem": view} | named)
    for view in unit_words.VIEWS
    for named in ({"dia_ban": "C1"}, {"dia_ban": "D1"}, {"ma": "X1"})
]
OF_MATTERS = ("backlog", "waiting", "bodies", "supervision", "conclusions", "briefing")
SHOWN = [*[(page, {name: view}) for page, name, view in EVERY_VIEW if page in OF_MATTERS], *UNITS]


@pytest.fixture(autouse=True)
def tiny(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))


@pytest.fixture
def answers() -> Answers:
    return Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda part: "-".join(part.values()) or "all")
@pytest.mark.parametrize("page", LISTED)
def test_a_card_leads_to_as_many_matters_as_it_says(page, chosen, answers):
    days = {"start": "2026-09-15", "end": AS_OF} if "ky" not in chosen else {"start": "2026-06-15", "end": "2026-09-14"}
    asked = {"kind": KINDS.get(chosen.get("loai", "")), "area": chosen.get("dia_ban")}
    now = figures(answers.ask("figures", **days, **asked))
    links = {LABELS[link.proto.label]: link.proto for link in opened(page, **chosen).get("page_link")
             if link.proto.label in LABELS}  # fmt: skip
    assert LISTED[page] <= set(links)
    for name in LISTED[page]:
        view = {part.replace("-", "_"): text for part, text in parse_qsl(links[name].query_string)}
        app = opened(PAGES[links[name].page], **view)
        assert not app.exception
        tables = [table for table in on_screen.texts(app) if "dossier_id" in table]
        assert (len(on_screen.whole(app, "dossier_id")) if tables else 0) == (now[name].numerator or 0), name


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
    named = [table for table in tables if table.xpath('.//th[@data-column="dossier_id"]')]
    return [(unescape(table.findtext("caption") or ""), len(table.xpath(".//tbody/tr"))) for table in named]


@pytest.mark.parametrize(("page", "view"), [("supervision", {"xem": "listed"}), ("unit", {"ma": "X1"})])
def test_there_are_lists_to_measure(page, view):
    assert lists(opened(page, **view))
