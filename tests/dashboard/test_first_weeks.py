"""Every view of every page stands in a province whose records have just begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import addresses, shown
from tests.dashboard.exports.test_first_year import first_year
from tests.dashboard.test_pages import html, opened

NUMBERS = {"unit": "C1", "dossier": "D0"}
VIEWS = [(page, view) for page, views in addresses.views().items() for view in views]


def begun() -> Path:
    """The SNAPSHOT_DIR of a province in its first year, one district, body and commune with all of its matters."""
    return shown.once("first-year", lambda folder: first_year(folder, 0)) / "snapshots"


@pytest.mark.parametrize(("page", "view"), VIEWS)
def test_a_view_of_a_province_whose_records_have_just_begun_stands(monkeypatch, page, view):
    monkeypatch.setenv("SNAPSHOT_DIR", str(begun()))
    app = opened(page, **{"xem": view} if view else {}, **{"ma": NUMBERS[page]} if page in NUMBERS else {})
    assert not app.exception, app.exception
    assert 'class="headline"' in html(app)
