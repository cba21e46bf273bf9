"""A part of a page is run again before the browser has fetched what was told: it gets every place it is sent to."""

from collections.abc import Iterable

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from dashboard.screen import unsent

Told = tuple[str, tuple[int, ...]]
PAGE: list[Told] = [("", (0, 0)), ("map", (0, 1)), ("map", (0, 1, 0)), ("sign", (0, 1, 1)), ("sign", (0, 1, 1, 0)),
                    ("map", (0, 1, 2)), ("", (0, 2))]  # fmt: skip
AGAIN = [each for each in PAGE if each[0]]


@pytest.fixture
def queue() -> Iterable[ForwardMsgQueue]:
    before = ForwardMsgQueue.clear
    unsent.kept()
    yield ForwardMsgQueue()
    ForwardMsgQueue.clear = before  # type: ignore[method-assign]


def put(queue: ForwardMsgQueue, told: Iterable[Told]) -> None:
    for part, place in told:
        message = ForwardMsg()
        message.metadata.delta_path.extend(place)
        message.delta.fragment_id = part
        message.delta.add_block.vertical.SetInParent()
        queue.enqueue(message)


def missing(queue: ForwardMsgQueue) -> list[tuple[int, ...]]:
    """Places that the browser is sent to although the one before or around them was never told."""
    there: dict[tuple[int, ...], int] = {(0,): 0}
    lost = []
    for message in queue.flush():
        place = tuple(message.metadata.delta_path)
        if there.get(place[:-1], -1) < place[-1]:
            lost.append(place)
        there.setdefault(place, 0)
        there[place[:-1]] = max(there.get(place[:-1], 0), place[-1] + 1)
    return lost


@pytest.mark.parametrize("first", [PAGE, [PAGE[0], *AGAIN[:-1]]], ids=["page", "part"])
def test_nobody_is_sent_to_a_place_that_is_not_there(queue: ForwardMsgQueue, first: list[Told]) -> None:
    put(queue, first)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=["map"])
    put(queue, AGAIN)
    assert not missing(queue)


def test_streamlit_alone_loses_a_place() -> None:
    """Where this fails the queue of Streamlit needs no help any more."""
    queue = ForwardMsgQueue()
    put(queue, PAGE)
    unsent.PLAIN(queue, retain_lifecycle_msgs=True, fragment_ids_this_run=["map"])
    put(queue, AGAIN)
    assert missing(queue)


def test_a_whole_run_tells_everything_anew(queue: ForwardMsgQueue) -> None:
    put(queue, PAGE)
    queue.clear(retain_lifecycle_msgs=True)
    assert queue.is_empty()
