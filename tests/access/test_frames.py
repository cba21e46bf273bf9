"""Frames that no browser sends: the connection ends, the process lives, and another viewer goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.access import wire
from tests.access.house import House

pytestmark = pytest.mark.xdist_group("access")
Cookies = Callable[[str], dict[str, str]]


def unknown_part() -> bytes:
    """A run of a part of the page that does not exist, with a value of another kind under a name nobody gave."""
    asked = BackMsg()
    asked.rerun_script.page_script_hash = asked.rerun_script.fragment_id = "\u202e'; drop table dossiers; --"
    asked.rerun_script.query_string = "ky=%ff%00&ky=&=&&&" + "a=1&" * 2000
    asked.rerun_script.widget_states.widgets.add(id="$$ID-0-none", int_value=-(2**31))
    return asked.SerializeToString()


FRAMES = {
    "garbage": b"\xff\xfe\x00garbage" * 50,
    "text": "not a message of the app",
    "unknown part": unknown_part(),
    "huge": b"\x00" * (32 * 1024 * 1024),
}


@pytest.mark.parametrize("kind", FRAMES)
def test_after_a_frame_that_no_browser_sends_another_viewer_goes_on(house: House, cookies: Cookies, kind):
    assert b"Traceback" not in wire.send(house, FRAMES[kind], cookies=cookies("office"))
    assert {name: process.poll() for name, process in house.running.items()} == dict.fromkeys(house.running)
    assert wire.look(house, "dinh-nghia", cookies=cookies("office")).has('class="headline"')
