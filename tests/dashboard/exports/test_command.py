"""python -m dashboard.exports: what it writes, what it refuses, and that a refusal leaves nothing behind."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from dashboard.briefing import Note, Reworded, drafts
from dashboard.briefing.drafts import Draft
from dashboard.exports.__main__ import main
from dashboard.exports.stamp import lock_line
from data_loaders.snapshot import SnapshotRef, locks
from queries.periods import parse


@pytest.fixture
def _tiny(tiny_ref: SnapshotRef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNAPSHOT_DIR", str(tiny_ref.path.parent))


@pytest.mark.usefixtures("_tiny")
def test_the_text_says_its_window_its_stamp_and_its_figures(tmp_path: Path) -> None:
    out = tmp_path / "giao-ban.txt"
    assert (
        main(["2026-Q4", "--calendar", "inspectorate", "--format", "text", "--out", str(out), "--by", "Cán bộ A"]) == 0
    )
    text = out.read_text(encoding="utf-8")
    assert "Số liệu tính từ ngày 15/09/2026 đến ngày 22/11/2026." in text
    assert "LƯU HÀNH NỘI BỘ" in text and "Người xuất: Cán bộ A" in text and "Số liệu chưa chốt." in text
    assert "DỮ LIỆU MẪU" not in text
    assert "Đến hết ngày 22/11/2026, còn 05 vụ việc chưa giải quyết xong" in text
    assert "chờ thụ lý 01 vụ việc" in text.lower()


@pytest.mark.usefixtures("_tiny")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2026-Q9"], "2026-Q9"),
        (["2027-Q3"], "22/11/2026"),
        ([], "Câu lệnh chưa đúng"),
        (["2026-Q3", "--format", "pdf"], "Câu lệnh chưa đúng"),
        (["2026-Q3", "--notes", "khong-co.json"], "khong-co.json"),
    ],
)
def test_a_bad_order_is_one_sentence_and_nothing_written(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--out", str(tmp_path / "x.txt")]) == 1
    error = capsys.readouterr().err.strip()
    assert said in error and "\n" not in error and "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


def test_without_a_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "none"))
    assert main(["2026-Q3", "--out", str(tmp_path / "x.txt")]) == 1
    assert "Chưa có bản số liệu" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_tiny")
def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["2026-Q4", "--out", str(tmp_path / "no" / "x.txt")]) == 1
    assert "thư mục không có" in capsys.readouterr().err


@pytest.mark.usefixtures("_tiny")
def test_the_officer_orders_drops_and_notes(tmp_path: Path) -> None:
    notes = tmp_path / "notes.json"
    given = {"order": ["backlog.awaiting"], "drop": ["summary.headline"], "notes": {"backlog.open": "Đề nghị báo cáo"}}
    notes.write_text(json.dumps(given), encoding="utf-8")
    out = tmp_path / "x.txt"
    assert main(["2026-Q4", "--notes", str(notes), "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "Khái quát" not in text and "1. Tồn đọng, quá hạn\n- Chờ thụ lý" in text
    assert "Ghi chú của cán bộ: Đề nghị báo cáo" in text


@pytest.mark.usefixtures("_tiny")
@pytest.mark.parametrize("kind", ["text", "docx", "pptx", "xlsx"])
def test_a_note_pasted_from_an_office_program_is_written(kind: str, tmp_path: Path) -> None:
    notes, out = tmp_path / "notes.json", tmp_path / f"x.{kind}"
    pasted = {"backlog.open": "Đề nghị\x0b- báo cáo\x01gấp\r\n"}
    notes.write_text(json.dumps({"notes": pasted}), encoding="utf-8")
    assert main(["2026-Q4", "--format", kind, "--notes", str(notes), "--out", str(out)]) == 0
    if kind == "text":
        assert "  Ghi chú của cán bộ: Đề nghị\n  - báo cáo gấp\n" in out.read_text(encoding="utf-8")
    else:
        with zipfile.ZipFile(out) as parts:
            written = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
        assert "báo cáo gấp" in written and "_x0001_" not in written and "_x000B_" not in written


@pytest.mark.usefixtures("_tiny")
def test_every_note_stands_whole_on_a_slide(tmp_path: Path) -> None:
    notes, out = tmp_path / "notes.json", tmp_path / "x.pptx"
    given = {"backlog.open": "Đề nghị báo cáo. " * 60 + "HẾT", "backlog.awaiting": "Hai", "summary.headline": "Ba"}
    notes.write_text(json.dumps({"notes": given}), encoding="utf-8")
    assert main(["2026-Q4", "--format", "pptx", "--notes", str(notes), "--out", str(out)]) == 0
    frames = [shape.text_frame for slide in Presentation(out).slides for shape in slide.shapes if shape.has_text_frame]
    noted = [
        [line.text for line in frame.paragraphs]
        for frame in frames
        if "cáo. Đề" in frame.text or "ghi chú" in frame.text.lower()
    ]
    told = " ".join(line.removeprefix("• ") for page in noted for line in page)
    assert told.count("Đề nghị báo cáo.") == 60
    assert all(part in told for part in ("HẾT", "Ghi chú của cán bộ: Hai", "Ghi chú của cán bộ: Ba"))
    assert max(sum(map(len, page)) for page in noted) < 600


@pytest.mark.usefixtures("_tiny")
def test_a_draft_of_the_page_is_taken_for_its_own_period_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = Note(drop=("backlog.open",), said={"backlog.awaiting": Reworded("Lời của cán bộ", "")})
    path = tmp_path / "ban-nhap.json"
    path.write_bytes(drafts.as_bytes(Draft("2026-Q4", "inspectorate", note, "Cán bộ A")))
    assert main(["2026-Q4", "--notes", str(path)]) == 0
    assert "- Lời của cán bộ.\n" in capsys.readouterr().out
    assert main(["2026-Q3", "--notes", str(path)]) == 1
    assert "bản nháp kỳ 2026-Q4, không dùng cho kỳ 2026-Q3" in capsys.readouterr().err


@pytest.mark.usefixtures("_tiny")
def test_a_lock_is_named_and_can_be_exported(tmp_path: Path, tiny_ref: SnapshotRef) -> None:
    at = dt.datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001
    locks.lock(tiny_ref.path.parent, tiny_ref, code="2026-Q3", calendar="inspectorate", by="TTr", now=at)
    out = tmp_path / "x.txt"
    assert main(["2026-Q3", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "Đã chốt số liệu lúc 08:00 ngày 22/11/2026 (TTr)." in text and "hiện hành" not in text
    newer = lock_line(tiny_ref.path.parent, parse("2026-Q3"), snapshot_id="another")
    assert newer.endswith("Số trong tệp này là số hiện hành, có thể khác số đã chốt.")
    again = tmp_path / "y.txt"
    assert main(["2026-Q3", "--locked", "--out", str(again)]) == 0
    assert again.read_text(encoding="utf-8").split("---")[0] == text.split("---")[0]


@pytest.mark.usefixtures("_tiny")
def test_no_lock_no_locked_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["2025-Q1", "--locked", "--out", str(tmp_path / "x.txt")]) == 1
    assert "Kỳ 2025-Q1 chưa chốt số liệu" in capsys.readouterr().err
