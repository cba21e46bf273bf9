"""The app behind its proxies: page, WebSocket and doors come through nginx as through Caddy; messages have a limit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from dashboard.words import sign_in as words
from tests.access import wire
from tests.access.conftest import sign_in
from tests.access.house import House
from tests.access.test_proxy import _nginx
from tests.machine import PATIENCE, answers, ended

pytestmark = pytest.mark.xdist_group("access")


@pytest.fixture
def behind_nginx(house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The same house with nginx in Caddy's place, at the one address that the identity service leads back to."""
    folder = tmp_path_factory.mktemp("nginx")
    command, environment = _nginx(folder, house.ports["proxy"], house.ports["one"])
    house.kill("proxy")
    process = subprocess.Popen(command, env=os.environ | environment, stderr=(folder / "log").open("w"))
    try:
        answers(f"{house.origin}/_stcore/health", process)
        yield house
    finally:
        ended(process)
        house.start("proxy")


def test_the_page_and_its_connection_come_through_nginx(behind_nginx: House):
    status, body = wire.fetch(behind_nginx, "/tong-quan")
    assert status == 200 and b"<script" in body
    seen = wire.look(behind_nginx, "tong-quan")
    assert seen.has(words.BUTTON) and not seen.has('class="headline"')
    assert wire.fetch(behind_nginx, "/_stcore/metrics")[0] == 404


def test_a_viewer_signs_in_and_takes_a_file_through_nginx(behind_nginx: House, browser: Callable[[], BrowserContext]):
    context = browser()
    page = context.new_page()
    sign_in(page, "standing", f"{behind_nginx.origin}/ton-dong?xem=longest&ky=2026-Q2")
    page.wait_for_selector(".headline")
    page.wait_for_url("**/ton-dong?**ky=2026-Q2**")
    held = {cookie["name"]: cookie for cookie in context.cookies()}
    assert held["giamsat"]["httpOnly"] and all(cookie["secure"] for cookie in held.values() if "user" in cookie["name"])
    cookies = {name: cookie["value"] for name, cookie in held.items()}
    seen = wire.look(behind_nginx, "ton-dong", cookies=cookies, files=True, xem="longest")
    assert seen.has('class="headline"') and seen.files and all(seen.files.values())


def test_a_message_beyond_the_limit_ends_its_connection_and_nothing_else(house: House):
    asked = BackMsg()
    asked.rerun_script.query_string = "x" * 20_000_000
    with pytest.raises(ConnectionClosed), wire._connected(house, "x", "") as socket:
        socket.send(asked.SerializeToString())
        while True:
            socket.recv(timeout=PATIENCE)
    assert wire.look(house, "tong-quan").has(words.BUTTON)
