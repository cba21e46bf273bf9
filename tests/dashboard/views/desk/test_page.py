"""The page that prepares the meeting, used as the officer uses it: arranged, checked, exported, kept nowhere else."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import sqlite3
from contextlib import closing
from html import escape
from pathlib import Path

import docx
import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.answers.answers import Answers
from dashboard.briefing import MOST_CONCLUSIONS, Note, Sentence, compose, drafts, gather
from dashboard.briefing.drafts import Draft, DraftError
from dashboard.screen import drafts as screen_drafts
from dashboard.screen import viewer
from dashboard.views.desk import draft
from dashboard.views.desk import opened as opened_parts
from dashboard.views.desk.files import MADE
from dashboard.words import desk
from dashboard.words import drafts as words
from data_loaders.snapshot import locks
from data_loaders.snapshot.publish import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import shown, tiny_province
from tests.dashboard.conftest import refreshed
from tests.dashboard.test_pages import headline, html, opened
from tests.on_screen import drawn

OPEN, AWAITING = "backlog.open", "backlog.awaiting"
PERIOD = "2026-Q4"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    return opened("briefing", ky=PERIOD)


def ready_sentences() -> list[Sentence]:
    ref = current(shown.tiny())
    return compose(gather(Answers(open_snapshot(ref.path), Scope.everything()), parse(PERIOD)))


def kept(code: str = PERIOD) -> Note:
    """The officer's hand as the server has it."""
    return drafts.read(Path(os.environ["DRAFTS_DIR"]), code, "inspectorate").note


def tools(app: AppTest, name: str) -> AppTest:
    """A sentence or a section opened by its address, as by a tap."""
    app.query_params["cau"] = name
    return app.run()


def read(app: AppTest) -> str:
    """The document as it is drawn, where a tap opens what is tapped."""
    return " ".join(drawn(app))


def offered(app: AppTest) -> list[str]:
    """The conclusions that the list offers to be opened, by their names."""
    return [name for name in re.findall(r'data-row="([^"]+)"', read(app)) if name.startswith("conclude:")]


def conclusion(app: AppTest, name: str) -> AppTest:
    """A conclusion opened by its address, as by a tap."""
    app.query_params[opened_parts.PARTS["conclusions"]] = name
    return app.run()


def returned(app: AppTest) -> list[str]:
    """Where who reads on is put."""
    return re.findall(r'data-row="([^"]+)"[^>]* data-arrived', read(app))


def click(app: AppTest, key: str) -> AppTest:
    made = app.button(key=key).click().run()
    assert not made.exception, made.exception
    return made


def files(app: AppTest) -> AppTest:
    return app.segmented_control(key="choice-xem").set_value("files").run()


def export(app: AppTest, form: str, *, by: str = "Cán bộ A") -> bytes:
    made = files(app)
    made.text_input(key="briefing-author").set_value(by).run()
    click(made, f"briefing-make-{form}")
    return made.session_state[MADE][form].content


def test_what_is_dropped_noted_and_worded_anew_is_said_and_exported(page: AppTest) -> None:
    count = int(headline(page).split("Bản giao ban: ")[1].split()[0])
    click(tools(page, OPEN), f"briefing-drop-{OPEN}")
    assert "cau" not in page.query_params
    tools(page, AWAITING)
    field = next(area for area in page.text_area if area.key.startswith("briefing-note-"))
    field.set_value("Đề nghị Thanh tra báo cáo").run()
    own = next(said.text for said in ready_sentences() if said.id == AWAITING)
    field = next(area for area in page.text_area if area.key.startswith("briefing-text-"))
    assert field.value == own
    field.set_value("Còn vụ việc chờ thụ lý, xem phụ lục").run()
    assert f"{count - 1:02d} câu" in headline(page) and "không đưa vào 01 câu, 01 ghi chú" in headline(page)
    assert "<del>Đến hết ngày" in read(page) and desk.WAS.format(text=own) in html(page)
    click(page, "briefing-done")
    assert "<ins>Còn vụ việc chờ thụ lý, xem phụ lục.</ins>" in read(page) and desk.WAS.format(text=own) in read(page)
    assert "Đề nghị Thanh tra báo cáo" in read(page)
    text = export(page, "text").decode()
    assert "còn 05 vụ việc chưa giải quyết xong" not in text
    assert "- Còn vụ việc chờ thụ lý, xem phụ lục.\n" in text and own not in text
    assert "Ghi chú của cán bộ: Đề nghị Thanh tra báo cáo" in text and "Người xuất: Cán bộ A" in text


def test_the_whole_document_is_read_in_its_order_and_one_thing_is_opened_at_a_time(page: AppTest) -> None:
    said = ready_sentences()
    assert [name for name in re.findall(r'data-row="([^"]+)"', read(page)) if "." in name] == [each.id for each in said]
    assert all(escape(each.text) in read(page) for each in said)
    tools(page, AWAITING)
    assert f'data-row="{AWAITING}"' not in read(page) and f'data-row="{OPEN}"' in read(page)
    assert [area.value for area in page.text_area if "-text-" in area.key] == [
        each.text for each in said if each.id == AWAITING
    ]
    assert "Đường dẫn có mục không hợp lệ" in html(tools(page, "backlog.nothing"))


def test_a_section_of_which_nothing_is_left_has_no_number(page: AppTest) -> None:
    of_summary = [each.id for each in ready_sentences() if each.section == "summary"]
    drafts.keep(Path(os.environ["DRAFTS_DIR"]), Draft(PERIOD, "inspectorate", Note(drop=tuple(of_summary))))
    shown_now = read(page.run())
    assert ">Khái quát (không đưa vào)<" in shown_now
    numbers = [int(number) for number in re.findall(r">(\d+)\. [^<]+</span></h3>", shown_now)]
    assert numbers == list(range(1, len({each.section for each in ready_sentences()})))


def test_the_figures_own_words_come_back_by_one_button(page: AppTest) -> None:
    tools(page, OPEN)
    field = next(area for area in page.text_area if area.key.startswith("briefing-text-"))
    own = field.value
    field.set_value("Khác").run()
    assert kept().said[OPEN].was == own
    click(page, f"briefing-own-{OPEN}")
    assert not kept().said and own in read(page) and "Khác." not in read(page)


def test_a_sentence_and_a_section_move_by_one_action(page: AppTest) -> None:
    natural = [said.id for said in ready_sentences() if said.section == "backlog"]
    last = len(natural) - 1
    tools(page, natural[-1])
    for place in (0, last, 1):
        next(box for box in page.selectbox if box.key.startswith("briefing-place-")).set_value(place).run()
        arranged = [name for name in kept().order if name.startswith("backlog.")]
        assert (
            arranged.index(natural[-1]) == place and [name for name in arranged if name != natural[-1]] == natural[:-1]
        )
    click(tools(page, "backlog"), "briefing-section-up")
    assert read(page).index("Tồn đọng, quá hạn") < read(page).index("Giải quyết vụ việc")
    text = export(page, "text").decode()
    assert text.index("Tồn đọng, quá hạn") < text.index("Giải quyết vụ việc")


def test_what_was_written_for_one_period_never_stands_on_another(page: AppTest) -> None:
    click(tools(page, OPEN), f"briefing-drop-{OPEN}")
    page.selectbox(key="filter-period").set_value("2026-Q3").run()
    assert kept("2026-Q3") == Note() and "không đưa vào" not in headline(page)
    page.selectbox(key="filter-period").set_value("2026-Q4").run()
    assert "không đưa vào 01 câu" in headline(page)
    click(tools(page, OPEN), f"briefing-back-{OPEN}")
    assert "không đưa vào" not in headline(page)
    click(tools(page, OPEN), f"briefing-drop-{OPEN}")
    click(page, "briefing-reset")
    assert drafts.is_untouched(kept()) and words.NEW.format(period="quý IV/2026") in html(page)


def test_another_browser_finds_the_draft_with_whose_and_when(page: AppTest) -> None:
    page.text_input(key="draft-author").set_value(" Cán bộ  A ").run()
    click(tools(page, OPEN), f"briefing-drop-{OPEN}")
    other = opened("briefing", ky=PERIOD)
    assert "không đưa vào 01 câu" in headline(other)
    assert "Bản nháp quý IV/2026: lưu lúc" in html(other) and ", Cán bộ A." in html(other)
    assert files(page).text_input(key="briefing-author").value == "Cán bộ A"


def test_the_later_of_two_officers_is_told_and_nothing_of_either_is_lost(page: AppTest) -> None:
    later = tools(opened("briefing", ky=PERIOD), AWAITING)
    click(tools(page, OPEN), f"briefing-drop-{OPEN}")
    click(later, f"briefing-drop-{AWAITING}")
    assert "đã được người khác lưu" in html(later)
    assert kept().drop == (OPEN, AWAITING) and "không đưa vào 02 câu" in headline(later)
    click(page, "briefing-reset")
    assert "đã được người khác lưu" in html(page) and kept().drop == (OPEN, AWAITING)
    click(page, "briefing-reset")
    assert drafts.is_untouched(kept())


def test_a_folder_that_cannot_be_used_keeps_the_work_in_the_session_and_says_so(
    page: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DRAFTS_DIR", str(tmp_path / "file"))
    click(tools(page, OPEN), f"briefing-drop-{OPEN}")
    assert words.UNKEPT.format(period="quý IV/2026") in html(page) and "không đưa vào 01 câu" in headline(page)


def test_the_note_is_not_in_the_address(page: AppTest) -> None:
    tools(page, OPEN)
    next(area for area in page.text_area if area.key.startswith("briefing-note-")).set_value("riêng tư").run()
    assert "riêng" not in str(page.query_params)


def test_no_file_without_a_name(page: AppTest) -> None:
    app = files(page)
    click(app, "briefing-make-text")
    assert [error.value for error in app.error] == [desk.NO_AUTHOR]
    app.text_input(key="briefing-author").set_value("   ").run()
    click(app, "briefing-make-text")
    assert app.session_state[MADE] == {}


def test_a_file_made_before_a_change_is_not_offered(page: AppTest) -> None:
    export(page, "text")
    offered = desk.DOWNLOAD.split("{")[0] + "giao-ban-2026-Q4-thanh-tra.txt"
    assert any(offered in button.proto.label for button in page.get("download_button"))
    page.segmented_control(key="choice-mau").set_value("state").run()
    assert not any(offered in button.proto.label for button in page.get("download_button"))
    assert desk.STALE in html(page)


def test_the_word_file_opens_and_says_what_the_page_says(page: AppTest) -> None:
    said = read(page)
    document = docx.Document(io.BytesIO(export(page, "docx")))
    texts = [paragraph.text for paragraph in document.paragraphs if "vụ việc chưa giải quyết xong" in paragraph.text]
    assert texts and all(text in said for text in texts)


def test_denunciations_by_unit_are_never_in_the_files_of_the_page(page: AppTest) -> None:
    page.query_params["bieu"] = "all"
    book = openpyxl.load_workbook(io.BytesIO(export(page, "xlsx")))
    for name in ("2024 01-XLD", "2024 03-XLD", "2024 03-KQGQ"):
        column = [cell.value for cell in book[name]["A"]]
        after = column[column.index("MS") + 1 :]
        assert after[0] == "Tổng" and any("chỉ in dòng Tổng" in str(text) for text in after)


def test_warnings_stand_before_the_buttons_with_their_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update petitions set within_authority = 0, processing = 'filed' where petition_id = 'T1'")
    monkeypatch.setenv("SNAPSHOT_DIR", str(refreshed(tmp_path, path).path.parent))
    app = opened("briefing", ky="2026-Q3", xem="files")
    assert "cảnh báo đối chiếu cần xem trước khi xuất" in headline(app)
    parts = [element for element in app.main if element.type in ("html", "horizontal", "button", "flex_container")]
    bodies = [element.proto.body if element.type == "html" else element.type for element in parts]
    warned = next(place for place, body in enumerate(bodies) if 'class="findings"' in body)
    assert "T1" in bodies[warned]
    assert warned < next(place for place, body in enumerate(bodies) if desk.FILES in body)
    assert html(app).count("để trống vì hồ sơ vụ việc không có") == 1
    assert "số phải thi hành; số tiền, diện tích đất" in html(app)


def test_a_locked_period_is_exported_as_it_was_or_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "snapshots"
    shutil.copytree(shown.tiny(), folder)
    ref = current(folder)
    at = dt.datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001
    locks.lock(folder, ref, code="2026-Q3", calendar="inspectorate", by="TTr", now=at)
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    app = opened("briefing", ky="2026-Q3")
    app.segmented_control(key="choice-so").set_value("locked").run()
    assert not app.exception
    assert "Đã chốt số liệu lúc 08:00 ngày 22/11/2026 (TTr)." in export(app, "text").decode()
    next((folder / "locks").rglob("snapshot.duckdb")).write_bytes(b"broken")
    app.run()
    assert not app.exception
    assert f'<p class="notice">{desk.LOCK_BROKEN}</p>' in html(app)
    beside = html(opened("comparison", ky="2026-Q3"))
    assert '<p class="notice">Kỳ này đã chốt lúc 08:00 ngày 22/11/2026 nhưng bản chốt không đọc được' in beside


def test_a_period_that_is_not_locked_has_nothing_to_choose(page: AppTest) -> None:
    assert "choice-so" not in page.session_state


def test_a_file_of_another_period_is_refused_in_one_sentence() -> None:
    ours, theirs = Draft("2026-Q4", "inspectorate", number=5), Draft("2026-Q3", "inspectorate")
    assert draft.of_period(ours, parse(PERIOD)).number == 0
    with pytest.raises(DraftError, match="kỳ 2026-Q3, không dùng cho kỳ 2026-Q4"):
        draft.of_period(theirs, parse(PERIOD))
    with pytest.raises(DraftError):
        draft.of_period(Draft("2026-Q4", "calendar"), parse(PERIOD))


def test_who_only_presents_reads_the_draft_and_changes_nothing(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    click(tools(page, OPEN), f"briefing-drop-{OPEN}")
    monkeypatch.setattr(viewer, "role", lambda: "bureau")
    assert screen_drafts.note(parse(PERIOD)).drop == (OPEN,)
    screen_drafts.change(parse(PERIOD), lambda _: Note())
    screen_drafts.replaced(parse(PERIOD), Note())
    assert kept().drop == (OPEN,)
    monkeypatch.setattr(viewer, "role", lambda: "area_leader")
    assert screen_drafts.note(parse(PERIOD)) == Note()


def test_what_to_conclude_is_left_out_added_and_kept_for_this_period(page: AppTest) -> None:
    page.segmented_control(key="choice-xem").set_value("conclusions").run()
    conclusion(page, offered(page)[0])
    first = next(button.key for button in page.button if str(button.key).startswith("drop-conclude:"))
    click(page, first)
    page.text_input(key="conclude-new-text").set_value("Giao ban hằng tháng").run()
    click(page, "conclude-added")
    note = kept()
    assert note.drop == (first.removeprefix("drop-"),)
    assert [each.text for each in note.added] == ["Giao ban hằng tháng"]
    assert "Giao ban hằng tháng. Chủ trì: " in read(page) and kept("2026-Q3") == Note()


def test_what_is_written_into_a_conclusion_is_kept_when_another_is_opened(page: AppTest) -> None:
    page.segmented_control(key="choice-xem").set_value("conclusions").run()
    page.text_input(key="conclude-new-text").set_value("Giao ban hằng tháng").run()
    click(page, "conclude-added")
    first, second = offered(page)[:2]
    conclusion(page, second).text_input(key=f"field-{second}-text").set_value("Rà soát từng vụ việc").run()
    page.text_input(key=f"field-{second}-by").set_value("15/12/2026").run()
    conclusion(page, first).text_input(key=f"field-{first}-text").set_value("").run()
    assert "không hợp lệ" not in html(page) and [each.text for each in kept().added] == ["Giao ban hằng tháng"]
    assert "Rà soát từng vụ việc. Chủ trì: " in read(page) and "thời hạn: 15/12/2026." in read(page)
    assert kept().worded[second].by == "15/12/2026"
    click(page, f"done-{first}")
    assert offered(page)[:2] == [first, second] and returned(page) == [first]


def test_another_period_has_nothing_open(page: AppTest) -> None:
    names = list(opened_parts.PARTS.values())
    page.segmented_control(key="choice-xem").set_value("conclusions").run()
    tools(conclusion(page, offered(page)[0]), OPEN)
    assert all(name in page.query_params for name in names)
    page.selectbox(key="filter-period").set_value("2026-Q3").run()
    assert not [name for name in names if name in page.query_params] and "không hợp lệ" not in html(page)


@pytest.mark.parametrize("view", ["sentences", "conclusions"])
def test_what_is_not_there_is_told_and_hides_nothing(page: AppTest, view: str) -> None:
    page.query_params["xem"] = view
    page.query_params[opened_parts.PARTS[view]] = "1"
    page.run()
    assert "Đường dẫn có" in html(page) and "không hợp lệ" in html(page)
    assert any(field.key == "draft-author" for field in page.text_input), "the draft is at hand"


def test_who_reads_on_does_so_where_it_was_once_and_each_step_for_itself(page: AppTest) -> None:
    page.segmented_control(key="choice-xem").set_value("conclusions").run()
    name = offered(page)[0]
    click(conclusion(tools(page, OPEN), name), f"done-{name}")
    assert returned(page) == [name] and OPEN in page.query_params[opened_parts.PARTS["sentences"]]
    assert returned(page.run()) == []
    page.segmented_control(key="choice-xem").set_value("sentences").run()
    click(page, "briefing-done")
    assert returned(page) == [OPEN] and returned(page.run()) == []


def test_the_desk_says_how_many_conclusions_there_are_at_most(page: AppTest) -> None:
    page.segmented_control(key="choice-xem").set_value("conclusions").run()
    assert f"không quá {MOST_CONCLUSIONS} việc" in html(page)
    assert not re.search(r"\d", desk.HOW_CONCLUSIONS)
