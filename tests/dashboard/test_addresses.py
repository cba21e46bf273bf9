"""Every part of an address that any page reads holds what is meant to break it: each view stands as usual."""

from __future__ import annotations

import pytest

from dashboard.screen import address, links
from dashboard.words import choices
from tests import addresses, shown
from tests.dashboard.test_pages import html, opened

VALUES = (
    "'; drop table dossiers; --",
    "D2' or '1'='1",
    "<script>window.hacked=1</script>",
    "../../etc/passwd",
    "-1",
    "9" * 400,
    "NaN",
    "\u202e%00\x00",
    "2026-Q9..2026-99-99",
    "1e999:-1,a:b,:",
)
UNFILTERED = {"dossier", "locked", "trail"}
VIEWS = [(page, view) for page, views in addresses.views().items() for view in views]


def test_pages_and_parts_are_found_in_the_code():
    assert set(addresses.views()) == set(shown.PAGES)
    assert sum(len(views) > 1 for views in addresses.views().values()) >= 12
    assert {"dia-ban", "ky", "loai", "ma", "co-quan", "chot", "trong-so", "nguoi", "mau"} <= set(addresses.parts())
    assert {"ca", "so-trang", "cau", "ket-luan-so"} <= set(addresses.parts())
    assert {listed.keeps for listed in links.COUNTS.values() if listed.keeps} <= set(addresses.parts())


def test_a_part_that_every_page_reads_or_a_sentence_names_is_no_choice_of_a_page():
    of_every_page = addresses.looked_at(shown.ROOT / "dashboard" / "screen") | set(address.NAMES)
    with_a_name = addresses.looked_at() & set(choices.LINK_PARTS)
    assert {"so-trang", "xep"} <= of_every_page and {"cau", "ket-luan-so"} <= with_a_name
    assert {"muc", "viec", "trang"} <= addresses.offered()
    assert not (of_every_page | with_a_name) & addresses.offered()


@pytest.mark.parametrize(("number", "page", "view"), [(number, *view) for number, view in enumerate(VIEWS)])
def test_what_is_meant_to_break_a_view_is_said_in_a_sentence(monkeypatch, number, page, view):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    broken = {name: VALUES[(number + place) % len(VALUES)] for place, name in enumerate(addresses.parts())}
    app = opened(page, **broken | {"xem": view or broken["xem"]})
    assert not app.exception, app.exception
    said = html(app)
    assert 'class="headline"' in said
    assert "<script>window.hacked" not in said and "Traceback" not in said
    assert (choices.BROKEN_LINK.partition("{")[0] in said) is (page not in UNFILTERED)


def test_a_card_of_a_post_that_nobody_knows_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("reception", nguoi="khong-co")
    assert not app.exception, app.exception
    assert choices.broken_link(["nguoi"]) in html(app) and 'class="headline"' in html(app)
