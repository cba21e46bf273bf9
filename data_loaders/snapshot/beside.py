"""Work that goes on in one other thread while its inputs are still coming in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

_Given = TypeVar("_Given")


@contextmanager
def beside(work: Callable[[_Given], None]) -> Iterator[Callable[[_Given], None]]:
    """A way to hand something to ``work``, which takes one after the other in a thread of its own.

    All of it is done when the block is left. The first error of ``work`` is raised when the next thing is handed over
    or the block ends; nothing is taken after an error, be it of ``work`` or of the block.
    """
    handed: list[Future[None]] = []

    def take(given: _Given) -> None:
        if not any(one.done() and one.exception() for one in handed):
            work(given)

    def hand_over(given: _Given) -> None:
        for one in handed:
            if one.done():
                one.result()
        handed.append(worker.submit(take, given))

    with ThreadPoolExecutor(1) as worker:
        try:
            yield hand_over
            for one in handed:
                one.result()
        finally:
            worker.shutdown(cancel_futures=True)
