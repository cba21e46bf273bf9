"""Work handed over to a thread of its own: in order, all of it, nothing after an error."""

from __future__ import annotations

import threading

import pytest

from data_loaders.snapshot.beside import beside


def test_everything_is_done_in_order_when_the_block_is_left() -> None:
    done: list[tuple[int, bool]] = []
    here = threading.get_ident()
    with beside(lambda given: done.append((given, threading.get_ident() == here))) as hand_over:
        for given in range(20):
            hand_over(given)
    assert done == [(given, False) for given in range(20)]


def test_an_error_of_the_work_is_raised_and_nothing_is_taken_after_it() -> None:
    begun, taken = threading.Event(), []

    def work(given: int) -> None:
        taken.append(given)
        begun.wait()
        raise ValueError(given)

    with pytest.raises(ValueError, match="1"), beside(work) as hand_over:
        for given in (1, 2, 3):
            hand_over(given)
        begun.set()
    assert taken == [1]


def test_an_error_of_the_work_ends_the_block_early() -> None:
    failed = threading.Event()

    def work(given: int) -> None:
        failed.set()
        raise ValueError(given)

    handed = []
    with pytest.raises(ValueError, match="0"), beside(work) as hand_over:
        for given in range(1_000_000):
            hand_over(given)
            handed.append(given)
            failed.wait()
    assert len(handed) < 1_000_000


def test_an_error_of_the_block_waits_for_what_runs() -> None:
    begun, go_on, done = threading.Event(), threading.Event(), []

    def work(given: int) -> None:
        begun.set()
        go_on.wait()
        done.append(given)

    with pytest.raises(KeyError), beside(work) as hand_over:
        hand_over(1)
        begun.wait()
        go_on.set()
        raise KeyError
    assert done == [1]
