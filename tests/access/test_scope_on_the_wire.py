"""Every role on every page, in every view, with addresses that reach for more: frames and files are searched."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from dashboard.answers.answers import Answers
from dashboard.screen import address, rights
from dashboard.screen.choice import BODY
from dashboard.words import numbers as vi
from dashboard.words import quality
from dashboard.words import sign_in as words
from data_loaders.snapshot import current
from queries.scope import Scope
from queries.snapshot import open_snapshot
from tests import addresses, shown
from tests.access import reaching, wire
from tests.access.house import House

pytestmark = pytest.mark.xdist_group("access")
OWN = "D1"
FOREIGN = {"area": "D2", "commune": "C3", "body": "S", "post": "GS", "matter": "V03"}
CLOSED = [(role, page) for role, right in rights.ROLES.items() for page in shown.PAGES if page not in right.pages]
EACH = "REACHING_EACH" in os.environ
Cookies = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def province() -> dict[str, set[str]]:
    """Of each side, own and foreign: codes of matters and posts, names of areas, as the database has them."""
    snapshot = open_snapshot(current(shown.tiny()).path)
    whole, own = Answers(snapshot, Scope.everything()), Answers(snapshot, Scope("x", area=OWN))
    window = {"start": "2020-01-01", "end": "2026-11-22"}

    def matters(asked: Answers) -> set[str]:
        return set(asked.ask("window_dossiers", **window)["dossier_id"]) | set(
            asked.ask("longest_waiting", as_of="2026-11-22", rows=99)["dossier_id"]
        )

    def titles(asked: Answers) -> set[str]:
        return set(asked.ask("duty_by_post", **window)["title"])

    areas = whole.ask("areas").set_index("code")
    inside = (areas.index == OWN) | (areas["district_code"] == OWN)
    return {
        "own": matters(own) | titles(own) | set(areas.loc[inside, "name"]),
        "foreign": (matters(whole) - matters(own)) | (titles(whole) - titles(own)) | set(areas.loc[~inside, "name"]),
    }


def test_there_is_something_to_be_found(province):
    assert len(province["foreign"]) >= 6 and len(province["own"]) >= 6, province


@pytest.mark.parametrize(("role", "page"), CLOSED)
def test_a_page_outside_the_role_is_refused_with_a_sentence(house: House, cookies: Cookies, province, role, page):
    seen = wire.look(house, shown.PAGES[page], cookies=cookies(role), files=True, ky="2026-Q3")
    assert seen.has(words.NOT_FOR_ROLE_TITLE)
    assert not seen.files
    assert [name for name in province["own"] | province["foreign"] if seen.has(name)] == []


@pytest.mark.parametrize("page", rights.ROLES["area_leader"].pages)
def test_the_leader_of_an_area_gets_no_row_of_another(
    house: House, cookies: Cookies, province, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """In every view of the page, every part of the address asking for what is another area's."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    for asked in reaching.every(page, FOREIGN, each=EACH):
        seen = wire.look(house, shown.PAGES[page], cookies=cookies("area_leader"), files=True, **asked)
        assert seen.has('class="headline"'), asked
        assert [name for name in province["foreign"] - set(asked.values()) if name.encode() in seen.all] == [], asked
        assert b"/media/" not in seen.frames, asked


def test_every_part_of_an_address_is_tried():
    assert set(addresses.parts()) >= {*address.NAMES, address.UNIT, BODY, "nguoi", "viec"}


def test_an_address_that_reaches_further_is_told_so(house: House, cookies: Cookies, province):
    seen = wire.look(house, "ton-dong", cookies=cookies("area_leader"), **{"dia-ban": FOREIGN["area"]})
    assert seen.has("địa bàn không hợp lệ")
    assert [name for name in province["own"] if seen.has(name)]


@pytest.mark.parametrize("view", quality.VIEWS)
def test_whoever_keeps_the_dashboard_running_gets_no_figure_and_no_file(house: House, cookies: Cookies, province, view):
    seen = wire.look(house, shown.PAGES["quality"], cookies=cookies("technician"), files=True, xem=view)
    assert seen.has('class="headline"') and not seen.files
    assert [name for name in province["own"] | province["foreign"] if seen.has(name)] == []


@pytest.mark.parametrize("role", ["bureau", "analyst"])
def test_a_role_for_the_whole_province_sees_all_of_it_and_takes_tables(house: House, cookies: Cookies, province, role):
    seen = wire.look(house, "ton-dong", cookies=cookies(role), files=True, xem="longest")
    assert [name for name in province["foreign"] if seen.has(name)]
    assert seen.files


def test_nothing_lies_in_media_before_it_is_asked_for(house: House, cookies: Cookies):
    """Downloads are made on click: frames name no file. (The pages of an area's leader are searched above.)"""
    for page in ("briefing", "presentation"):
        seen = wire.look(house, shown.PAGES[page], cookies=cookies("standing"), ky="2026-Q3")
        assert b"/media/" not in seen.frames, page


def test_the_leader_of_an_area_knows_the_total_of_the_province(house: House, cookies: Cookies):
    whole = Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())
    rows = whole.ask("figures", start="2026-09-15", end="2026-11-22").set_index("figure")["numerator"]
    seen = wire.look(house, "tong-quan", cookies=cookies("area_leader"), ky="2026-Q4")
    assert seen.has(f"Toàn tỉnh còn {vi.prose_count(int(rows['open_dossiers']))} vụ việc chưa giải quyết xong")
