"""Every address of the two pages that became one opens the view that shows what it named."""

from __future__ import annotations

import pytest

from dashboard.screen import navigation
from dashboard.words import choices
from tests import shown
from tests.dashboard.test_pages import headline, html, opened

OF_BEFORE = [
    ("", {"xem": "posts"}),
    ("xem=ledger", {"xem": "posts"}),
    ("xem=level", {"xem": "groups", "nhom": "duty_code"}),
    ("xem=district", {"xem": "groups", "nhom": "district_name"}),
    ("xem=delegation", {"xem": "groups", "nhom": "deputies"}),
    ("xem=volume", {"xem": "outcome", "phan": "volume"}),
    ("xem=outcome", {"xem": "outcome", "phan": "outcome"}),
    ("xem=posts&cap=commune", {"xem": "posts", "chuc-vu": "commune"}),
    ("nhom=duty_level&chuc-vu=commune_chair", {"xem": "posts", "nhom": "duty_level", "chuc-vu": "commune_chair"}),
    ("muc=kept&thu-tu=best&thang=36", {"xem": "posts", "muc": "kept", "thu-tu": "best", "thang": "36"}),
    ("xem=schedule&lich-thang=2026-12&buoi=missed", {"xem": "schedule", "lich-thang": "2026-12", "buoi": "missed"}),
    ("xem=years&khoang=5", {"xem": "years", "khoang": "5"}),
]


@pytest.mark.parametrize(("address", "now"), OF_BEFORE)
def test_an_address_of_before_opens_its_view(address, now, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("reception", **dict(part.split("=") for part in address.split("&") if part))
    assert not app.exception, app.exception
    assert {name: app.session_state[f"choice-{name}"] for name in now} == now
    assert headline(app) and choices.BROKEN_LINK.partition("{")[0] not in html(app)


def test_what_is_chosen_afterwards_stands_against_what_the_address_of_before_meant(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("reception", xem="district")
    app.selectbox(key="choice-nhom").select("duty_code").run()
    assert (app.session_state["choice-xem"], app.session_state["choice-nhom"]) == ("groups", "duty_code")
    app.button_group(key="choice-xem").select("years").run()
    assert app.session_state["choice-xem"] == "years" and app.query_params["xem"] == "years"


def test_the_addresses_of_the_page_that_went_are_served_by_the_one_that_took_it_over():
    assert {(entry.key, slug) for entry, slug in navigation.others() if slug in ("so-tiep-cong-dan", "ledger")} == {
        ("reception", "so-tiep-cong-dan"),
        ("reception", "ledger"),
    }
