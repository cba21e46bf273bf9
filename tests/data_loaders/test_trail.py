"""The trail holds with several writers, kills and new files; whatever is done to it afterwards is found and named."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data_loaders import trail
from data_loaders.__main__ import main
from data_loaders.messages import LoaderError
from tests.machine import PATIENCE, until

WRITER = """
import sys
from pathlib import Path
from data_loaders import trail
for number in range(int(sys.argv[2])):
    trail.write(Path(sys.argv[1]), "open", {"page": "backlog", "number": number}, largest=8000)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten records in several files."""
    made = tmp_path / "trail"
    for number in range(10):
        trail.write(made, "open", {"page": "backlog", "number": number}, largest=700)
    return made


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def _start(folder: Path, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder), str(count)])


def test_four_writers_lose_nothing(tmp_path):
    writers = [_start(tmp_path, 100) for _ in range(4)]
    assert [writer.wait(PATIENCE) for writer in writers] == [0, 0, 0, 0]
    assert trail.check(tmp_path).records == 400
    assert len(files(tmp_path)) > 5


def test_writers_that_are_killed_leave_a_whole_chain(tmp_path):
    writers = [_start(tmp_path, 100_000) for _ in range(3)]
    until(lambda: len(files(tmp_path)) > 1)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    before = trail.check(tmp_path).records
    trail.write(tmp_path, "open", {})
    assert trail.check(tmp_path).records >= before + 1 > 1


def test_a_new_file_names_the_one_before(folder):
    first, second = files(folder)[:2]
    begins = json.loads(lines(second)[0])
    assert begins["after"] == first.name
    assert begins["p"] == json.loads(lines(first)[-1])["h"]
    assert trail.check(folder).records == 10


def test_half_a_line_is_closed_and_named(folder):
    last = files(folder)[-1]
    with last.open("ab") as file:
        file.write(b'{"n":11,"p":"')
    unfinished = (last.name, len(lines(last)))
    trail.write(folder, "open", {})
    checked = trail.check(folder)
    assert checked.records == 11
    assert checked.unfinished == [unfinished]


def test_a_whole_line_without_its_end_counts(folder):
    last = files(folder)[-1]
    last.write_bytes(last.read_bytes().rstrip(b"\n"))
    trail.write(folder, "open", {})
    assert (trail.check(folder).records, trail.check(folder).unfinished) == (11, [])


def test_a_file_of_which_nothing_was_written_yet(folder):
    (folder / "trail-000099.jsonl").touch()
    trail.write(folder, "open", {})
    assert trail.check(folder).records == 11


def test_the_newest_come_first_whatever_the_parts_of_reading(folder, monkeypatch):
    with files(folder)[-1].open("ab") as file:
        file.write(b'{"n":11,"p":"')
    for size in (1, 7, 200, 64 * 2**10):
        monkeypatch.setattr(trail, "FIRST_TAIL", size)
        assert [record["n"] for record in trail.newest(folder)] == list(range(10, 0, -1))
        assert [record["n"] for record in trail.newest(folder, before=3)] == [2, 1]


def test_what_a_check_found_is_kept_beside_the_anchors(tmp_path):
    anchors = tmp_path / "anchors.jsonl"
    assert trail.last_check(anchors) is None
    trail.note_check(anchors, "Nhật ký nguyên vẹn.", whole=True)
    found = trail.last_check(anchors)
    assert found and (found["whole"], found["said"]) == (True, "Nhật ký nguyên vẹn.")
    (tmp_path / trail.LAST_CHECK).write_bytes(b"half")
    assert trail.last_check(anchors) is None


def _changed(folder: Path) -> str:
    path = files(folder)[1]
    path.write_bytes(path.read_bytes().replace(b"backlog", b"waiting", 1))
    return f"{path.name}, dòng 1: nội dung"


def _taken_out(folder: Path) -> str:
    path = files(folder)[1]
    path.write_bytes(b"".join(lines(path)[:1] + lines(path)[2:]))
    return f"{path.name}, dòng 2: chờ"


def _swapped(folder: Path) -> str:
    path = files(folder)[0]
    one, two, *rest = lines(path)
    path.write_bytes(b"".join([two, one, *rest]))
    return f"{path.name}, dòng 1: chờ bản ghi số 1"


def _file_gone(folder: Path) -> str:
    files(folder)[1].unlink()
    return f"{files(folder)[1].name}, dòng 1: chờ"


def _cut(folder: Path) -> str:
    path = files(folder)[-1]
    path.write_bytes(b"".join(lines(path)[:-1]))
    return "cắt mất phần cuối: chỉ còn đến bản ghi số 9, mốc đã lưu là số 10"


def _rewritten(folder: Path) -> str:
    for path in files(folder):
        path.unlink()
    for _ in range(12):
        trail.write(folder, "open", {"page": "other"})
    return "dòng 10: bản ghi số 10 khác với mốc"


@pytest.mark.parametrize("harm", [_changed, _taken_out, _swapped, _file_gone, _cut, _rewritten])
def test_what_was_done_to_it_is_named(folder, tmp_path, harm):
    anchors = tmp_path / "anchors"
    anchors.mkdir()
    trail.anchor(trail.check(folder, anchors), anchors)
    assert trail.check(folder, anchors).records >= 10
    said = harm(folder)
    with pytest.raises(LoaderError, match=said):
        trail.check(folder, anchors)


def test_what_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(LoaderError, match="Không ghi được nhật ký truy cập"):
        trail.write(tmp_path / "file", "open", {})


def test_the_command(folder, tmp_path, monkeypatch, capsys):
    for name, value in {"TRAIL_DIR": folder, "TRAIL_ANCHOR": tmp_path / "anchor", "SNAPSHOT_DIR": tmp_path}.items():
        monkeypatch.setitem(os.environ, name, str(value))
    assert main(["trail", "--anchor"]) == 0
    assert "10 bản ghi" in capsys.readouterr().out
    said = _changed(folder)
    assert main(["trail"]) == 1
    found = capsys.readouterr().err
    assert said in found
    assert found.count("\n") == 1
