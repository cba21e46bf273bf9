"""Odd addresses, each with its right outcome: the page opens with the usual view and one sentence says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from tests import shown
from tests.cases.handed_over import AS_OF, BASE

DATA = BASE.parent
ENTRY = str(shown.ROOT / "dashboard" / "app.py")
CASES = sorted(path.parent.name for path in DATA.glob("a*/right.json"))
NOT_USED = "không hợp lệ nên đã dùng giá trị mặc định"


def _taken(folder: Path) -> None:
    settings = Settings(
        case_database_url=f"csv:///{BASE}",
        case_as_of=AS_OF,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    refresh(settings, progress=lambda _: None)


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.once("case-base", _taken) / "snapshots"))


def opened(page: str, view: dict[str, str]) -> str:
    """What the page says; it never ends in an error."""
    app = AppTest.from_file(ENTRY, default_timeout=300).switch_page(f"../pages/{page}.py")
    for name, text in view.items():
        app.query_params[name] = text
    app.run()
    assert not app.exception
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("case", CASES)
def test_an_address_from_the_field(base: None, case: str) -> None:
    right = json.loads((DATA / case / "right.json").read_text(encoding="utf-8"))
    assert opened(right["page"], right["view"]).count(NOT_USED) == 1


@pytest.mark.parametrize(
    ("page", "view"),
    [
        ("hotspots", {"do": "khong-co"}),
        ("hotspots", {"do": "attention", "trong-so": "²-1-1-1-1-1"}),
        ("hotspots", {"do": "attention", "trong-so": "0-0-0-0-0-0"}),
        ("hotspots", {"do": "attention", "trong-so": "10-20"}),
        ("reception", {"xem": "posts", "cap": "khong-co"}),
        ("comparison", {"xem": "<b>"}),
    ],
)
def test_whatever_else_an_address_holds(base: None, page: str, view: dict[str, str]) -> None:
    assert opened(page, view).count(NOT_USED) == 1


def test_a_view_that_is_there_is_not_remarked_on(base: None) -> None:
    assert NOT_USED not in opened("hotspots", {"do": "attention", "trong-so": "50-20-20-5-5-0"})
