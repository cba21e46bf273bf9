"""The app behind its proxies: page, WebSocket and doors come through nginx as through Caddy; messages have a limit."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from dashboard.words import sign_in as words
from tests.access import wire
from tests.access.house import House
from tests.access.test_proxy import _nginx
from tests.machine import PATIENCE, answers, ended, free_ports

pytestmark = pytest.mark.xdist_group("access")


@pytest.fixture
def behind_nginx(house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The same processes at the address of an nginx."""
    folder = tmp_path_factory.mktemp("nginx")
    (port,) = free_ports(1)
    command, environment = _nginx(folder, port, house.ports["one"])
    process = subprocess.Popen(command, env=os.environ | environment, stderr=(folder / "log").open("w"))
    try:
        answers(f"https://localhost:{port}/_stcore/health", process)
        yield dataclasses.replace(house, ports={**house.ports, "proxy": port})
    finally:
        ended(process)


def test_the_page_and_its_connection_come_through_nginx(behind_nginx: House):
    status, body = wire.fetch(behind_nginx, "/tong-quan")
    assert status == 200 and b"<script" in body
    seen = wire.look(behind_nginx, "tong-quan")
    assert seen.has(words.BUTTON) and not seen.has('class="headline"')
    assert wire.fetch(behind_nginx, "/_stcore/metrics")[0] == 404


def test_a_message_beyond_the_limit_ends_its_connection_and_nothing_else(house: House):
    asked = BackMsg()
    asked.rerun_script.query_string = "x" * 20_000_000
    with pytest.raises(ConnectionClosed), wire._connected(house, "x", "") as socket:
        socket.send(asked.SerializeToString())
        while True:
            socket.recv(timeout=PATIENCE)
    assert wire.look(house, "tong-quan").has(words.BUTTON)
