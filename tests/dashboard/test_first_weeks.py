"""Every view of every page stands in a province whose records have just begun."""

from __future__ import annotations

import pytest

from tests import addresses, shown
from tests.dashboard.test_pages import html, opened

NUMBERS = {"unit": "C1", "dossier": "D0"}
VIEWS = [(page, view) for page, views in addresses.views().items() for view in views]


@pytest.mark.parametrize(("page", "view"), VIEWS)
def test_a_view_of_a_province_whose_records_have_just_begun_stands(monkeypatch, page, view):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.first_year()))
    app = opened(page, **{"xem": view} if view else {}, **{"ma": NUMBERS[page]} if page in NUMBERS else {})
    assert not app.exception, app.exception
    assert 'class="headline"' in html(app)
