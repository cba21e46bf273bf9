"""What a page did stands in the log; an error nobody foresaw is one sentence that names its entry, without a value."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from dashboard.views.hotspots import view
from dashboard.words import shell
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from tests import shown

ENTRY = str(shown.ROOT / "dashboard" / "app.py")
SECRET = "một giá trị của dòng"


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOG_FILE", str(tmp_path / "log.txt"))
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    assert Settings().log_path == tmp_path / "log.txt"
    return tmp_path / "log.txt"


def test_a_page_that_opened_is_one_line(log_file: Path) -> None:
    app = AppTest.from_file(ENTRY, default_timeout=300).run()
    assert not app.exception
    lines = [line for line in log_file.read_text(encoding="utf-8").splitlines() if " page " in line]
    assert len(lines) == 1 and re.search(r"INFO \d+ page page=\S+ seconds=[\d.]+$", lines[0]), lines


def broken(*_: object, **__: object) -> None:
    raise RuntimeError(SECRET)


def told_once(app: AppTest, log_file: Path, what: str) -> None:
    """One sentence in Vietnamese on the page; kind and place of the error under its entry; its value nowhere."""
    assert not app.exception
    said = [element.proto.body for element in app.get("html") if 'class="state failed"' in element.proto.body]
    assert len(said) == 1
    entry = re.search(r"nhật ký: ([0-9a-f]{4})", said[0])
    logged = log_file.read_text(encoding="utf-8")
    assert entry and f"{what} failed [{entry[1]}]" in logged and logged.count(" failed [") == 1
    assert "RuntimeError" in logged and "test_journal.py" in logged
    assert SECRET not in logged and SECRET not in said[0]


def test_an_error_nobody_foresaw_is_one_sentence_and_an_entry(log_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.screen.page.Page.headline", broken)
    monkeypatch.setattr("dashboard.screen.journal.TELLS", True)
    app = AppTest.from_file(ENTRY, default_timeout=300).run()
    told_once(app, log_file, "page")


@pytest.fixture
def the_map(log_file: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page whose map is a part that runs alone."""
    app = AppTest.from_file(ENTRY, default_timeout=300).switch_page("../pages/hotspots.py").run()
    monkeypatch.setattr("dashboard.screen.journal.TELLS", True)
    return app


def test_an_error_in_a_part_of_a_page_is_told_once(
    the_map: AppTest, log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(view.VIEWS, "map", broken)
    told_once(the_map.run(), log_file, "part")


def test_an_error_in_what_a_tap_calls_is_told_once(
    the_map: AppTest, log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.screen.choice._changed", broken)
    app = the_map.run()
    (measure,) = [box for box in app.selectbox if box.key == "choice-do"]
    told_once(measure.select_index(1).run(), log_file, "part")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(RuntimeError(SECRET), shell.FILE_FAILED), (LoaderError("Không ghi được nhật ký truy cập."),) * 2],
    ids=["unforeseen", "one of our own"],
)
def test_a_file_that_cannot_be_made_says_so_below_its_button(
    log_file: Path, capsys: pytest.CaptureFixture[str], error: Exception, sentence: object
) -> None:
    AppTest.from_file(ENTRY, default_timeout=300).run()

    def make() -> bytes:
        raise error

    files = MediaFileManager(MemoryMediaFileStorage("/media"))
    name = files.add_deferred(make, "text/csv", "here", "a.csv")
    request = BackendOperationRequest(request_id="1")
    request.deferred_file.file_id = name
    with ThreadPoolExecutor(1) as apart:  # a browser's test before this one leaves its loop running in this thread
        handled = apart.submit(lambda: asyncio.run(DeferredFileHandler(lambda: files).handle(request, "one")))
        answer: BackendOperationResponse = handled.result()
    entry = re.search(r" \(nhật ký: ([0-9a-f]{4})\)\.$", answer.error_msg)
    assert entry and answer.error_msg == str(sentence).removesuffix(".") + entry[0]
    logged = log_file.read_text(encoding="utf-8")
    assert f"file failed [{entry[1]}]" in logged and type(error).__name__ in logged
    assert SECRET not in logged + answer.error_msg + capsys.readouterr().err
