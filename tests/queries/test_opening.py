"""Opening a snapshot: once a file, and a slow disk holds up only those who ask for what lies on it."""

from __future__ import annotations

import gc
import os
import threading
import weakref
from pathlib import Path

import duckdb

from queries import snapshot
from tests.machine import PATIENCE


def made(path: Path) -> Path:
    with duckdb.connect(str(path)) as db:
        db.execute("create table snapshot_info as select 1 as one")
    return path


def test_a_file_that_does_not_answer_holds_up_nobody_who_asks_for_another(tmp_path):
    """Reading a named pipe that nobody writes to waits, as a file on a dead network disk does."""
    stuck = tmp_path / "stuck.duckdb"
    os.mkfifo(stuck)
    waiting, failed = threading.Event(), []

    def ask() -> None:
        waiting.set()
        try:
            snapshot.open_snapshot(stuck)
        except duckdb.Error as error:
            failed.append(error)

    blocked = threading.Thread(target=ask, daemon=True)
    blocked.start()
    waiting.wait(PATIENCE)
    blocked.join(0.5)
    assert blocked.is_alive(), "the pipe must be waited for, or this tests nothing"
    answer: list[object] = []
    other = threading.Thread(
        target=lambda: answer.append(snapshot.open_snapshot(made(tmp_path / "other.duckdb")).run("select 1", {})[1]),
        daemon=True,
    )
    other.start()
    other.join(PATIENCE)
    assert answer == [[(1,)]]
    os.close(os.open(stuck, os.O_RDWR))  # whoever waits goes on
    with stuck.open("wb", buffering=0):
        blocked.join(PATIENCE)


def test_a_file_is_opened_once_however_many_ask_at_the_same_time(tmp_path):
    path, found = made(tmp_path / "one.duckdb"), []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait(PATIENCE)
        found.append(snapshot.open_snapshot(path))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def test_a_text_that_many_ask_at_the_same_time_answers_each_as_he_asked(tmp_path):
    asked, found = snapshot.open_snapshot(made(tmp_path / "one.duckdb")), {}
    start = threading.Barrier(8)

    def ask(number: int) -> None:
        start.wait(PATIENCE)
        found[number] = [asked.run("select cast($number as integer)", {"number": number})[1] for _ in range(50)]

    threads = [threading.Thread(target=ask, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert found == {number: [[(number,)]] * 50 for number in range(8)}


def test_a_snapshot_that_nobody_holds_any_more_is_closed_at_once(tmp_path):
    """Nothing it keeps refers back to it: its file is not held until Python next looks for circles."""
    asked = snapshot.DuckDBSnapshot(made(tmp_path / "one.duckdb"))
    asked.run("select 1", {})
    left = weakref.ref(asked)
    gc.disable()
    try:
        del asked
        assert left() is None
    finally:
        gc.enable()
