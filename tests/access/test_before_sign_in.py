"""A stranger at a process nobody has signed in to yet: nothing of the province comes, whatever is asked."""

from __future__ import annotations

import json
import re

import pytest

from dashboard.screen.navigation import ENTRIES
from dashboard.words import shell
from dashboard.words import sign_in as words
from tests import shown, tiny_province
from tests.access import wire
from tests.access.house import House

pytestmark = pytest.mark.xdist_group("access")
ADDRESSES = ["", "cua", "khong-co", *(entry.slug for entry in ENTRIES), *(entry.key for entry in ENTRIES[:2])]
DOORS = ("/_stcore/metrics", "/_stcore/agent/openapi.json", "/media/0123456789abcdef.csv")


def telling() -> list[str]:
    """Names of areas, bodies, posts and matters of the tiny province, and the words that stand around figures."""
    found = {
        str(row[column])
        for table, column in (("dossiers", "dossier_id"), ("agencies", "name"), ("communes", "name"))
        if table in tiny_province.ROWS
        for row in tiny_province.rows(table)
    }
    pages = {name for name in shell.NAVIGATION.values() if name not in shell.APP_NAME}
    return sorted({name for name in found if len(name) > 2} | pages | {"Tỉnh Mẫu"})


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_shows_the_way_in_and_nothing_else(house: House, address):
    assert len(telling()) > 20
    seen = wire.look(house, address, ky="2026-Q3", **{"dia-ban": "D1"})
    assert seen.has(words.BUTTON)
    assert [name for name in telling() if seen.has(name)] == []
    assert not re.search(rb"/media/", seen.frames)


def test_a_made_up_or_foreign_identity_is_none(house: House):
    seen = wire.look(house, "tong-quan", cookies={"_streamlit_user": "2|1:0|10:1|15:_streamlit_user|4:e30=|0000"})
    assert seen.has(words.BUTTON) and not seen.has("Tỉnh Mẫu")


@pytest.mark.parametrize("path", DOORS)
def test_doors_beside_the_gate_are_closed_at_the_proxy(house: House, path):
    assert wire.fetch(house, path)[0] in (403, 404)


@pytest.mark.parametrize("address", ["/", *(f"/{entry.slug}" for entry in ENTRIES[:3])])
def test_what_is_answered_without_a_connection_is_the_empty_shell(house: House, address):
    status, body = wire.fetch(house, address)
    assert status == 200
    assert [name for name in telling() if name.encode() in body] == []


def test_where_the_stranger_wanted_to_go_is_kept_without_a_name(house: House):
    wire.look(house, "ton-dong", ky="2026-Q3")
    kept = list((house.folder / "access" / "link").iterdir())
    assert {len(path.name) for path in kept} == {64}
    assert ["ton-dong", {"ky": "2026-Q3"}] in [json.loads(path.read_text(encoding="utf-8")) for path in kept]


def test_without_sign_in_a_proxied_viewer_stays_out():
    """As it was before sign-in existed: the app alone answers its own machine and nobody else."""
    assert shown.ROOT.joinpath(".streamlit/config.toml").read_text(encoding="utf-8").count('address = "127.0.0.1"') == 1
