"""How long matters wait where none does: nothing breaks, and the page says so."""

from __future__ import annotations

import pytest

from dashboard.words import waiting as words
from tests import shown
from tests.dashboard.test_pages import headline, html, opened


@pytest.mark.parametrize("division", ["all", "agency"])
def test_where_no_matter_was_on_hand_no_curve_is_claimed(division, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("waiting", xem="open", theo=division, lich="tuy-chon", ky="2023-01-01..2023-02-01")
    assert not app.exception
    assert words.NOTHING in headline(app)


def test_one_day_told_is_a_row_of_the_table_and_no_curve(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    said = html(opened("waiting", xem="open"))
    assert words.TITLES["days"].split(" (")[0] in said and "30 ngày" in said
    assert '<svg class="over"' not in said and 'class="bars"' not in said
