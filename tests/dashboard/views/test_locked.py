"""A locked quarter beside today's figures: the tiny province, locked and then changed in its case database.

Quarter III/2026 (15/06 to 14/09/2026) as locked: V01, V08 and V09 came in, V08 was merged, V01 and V09 stayed open,
V01 overdue. After that, in the case database:
 N1 is entered late (accepted 25/08, decided 10/09), V01 turns out withdrawn on 01/09, V09 is gone,
 V08 was passed from the province to the department on 01/07.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from dashboard.answers import beside, lock_files, locked
from dashboard.facts import lock_difference, since
from dashboard.screen import viewer
from dashboard.views.locks import view
from dashboard.views.locks.rows import row_table
from dashboard.words import locks as words
from data_loaders.snapshot import locks
from queries.ask import Scope, ask
from queries.periods import parse
from tests import on_screen
from tests.case_databases import case_databases, in_memory
from tests.dashboard.province import Province
from tests.dashboard.test_pages import headline, html, opened
from tests.queries.two_engines import InMemory

CHANGES = (
    "insert into dossiers (dossier_id, kind, field_code, agency_code, place_unit_code, received_on, accepted_on,"
    " instance, complexity, remote_area, closed_on, closing, result) values ('N1', 'complaint', 'land', 'P', 'C2',"
    " '2026-08-20', '2026-08-25', 1, 'normal', 0, '2026-09-10', 'decision', 'right')",
    "update dossiers set closed_on = '2026-09-01', closing = 'withdrawn' where dossier_id = 'V01'",
    "delete from suspensions where dossier_id = 'V09'",
    "delete from dossiers where dossier_id = 'V09'",
    "insert into transfers (dossier_id, from_agency_code, to_agency_code, moved_on, kind)"
    " values ('V08', 'P', 'S', '2026-07-01', 'transfer')",
    "update dossiers set agency_code = 'S' where dossier_id = 'V08'",
)


@pytest.fixture
def province(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Province:
    made = Province(tmp_path)
    monkeypatch.setenv("SNAPSHOT_DIR", str(made.settings.snapshot_dir))
    return made


@pytest.fixture(scope="module")
def changed_once(tmp_path_factory: pytest.TempPathFactory) -> Province:
    made = Province(tmp_path_factory.mktemp("changed"))
    made.lock()
    made.change(*CHANGES)
    return made


@pytest.fixture
def changed(changed_once: Province, monkeypatch: pytest.MonkeyPatch) -> Province:
    """Locked, then changed in each of the four ways."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(changed_once.settings.snapshot_dir))
    return changed_once


def tables(app: AppTest) -> dict[str, list[dict[str, str]]]:
    """The page's tables by their first heading, rows as dictionaries."""
    return {str(table.columns[0]): table.to_dict("records") for table in on_screen.texts(app)}


def test_each_matter_that_changed_stands_with_its_reason(changed):
    app = opened("locked")
    assert not app.exception, app.exception
    assert headline(app).split(">", 1)[1] == (
        "Quý III/2026 đã chốt lúc 07:30 ngày 16/09/2026; từ đó 02 hồ sơ làm số tồn cuối kỳ đổi từ 02 thành 0: "
        "01 sửa, 01 xóa.</p>"
    )
    assert "Cũng đổi: số đã giải quyết (+2), số quá hạn (−1)." in html(app)
    rows = {row["dossier_id"].rpartition("=")[2]: row for row in tables(app)["dossier_id"]}
    assert {
        name: (row["lock_reason"], row["lock_effect"], row["lock_what"], row["agency_name"], row["district_name"])
        for name, row in rows.items()
    } == {
        "N1": ("Ghi muộn", "Vụ việc mới +1, Đã giải quyết +1",
               "Tiếp nhận 20/08/2026, thụ lý 25/08/2026, kết thúc 10/09/2026", "UBND tỉnh", "Huyện Hạ (cũ)"),
        "V01": ("Sửa", "Đã giải quyết +1, Rút đơn, đình chỉ, chuyển điều tra +1, Tồn cuối kỳ −1, Quá hạn −1",
                "Kết thúc: chưa có → 01/09/2026; Cách kết thúc: chưa có → rút đơn", "UBND xã Nhất", "Huyện Hạ (cũ)"),
        "V09": ("Xóa", "Vụ việc mới −1, Tồn cuối kỳ −1", "Tiếp nhận 01/07/2026, thụ lý 06/07/2026", "UBND tỉnh", "—"),
        "V08": ("Chuyển", "Không đổi số toàn tỉnh", "Cơ quan: UBND tỉnh → Sở Mẫu", "Sở Mẫu", "Huyện Hạ (cũ)"),
    }  # fmt: skip


def test_locked_and_current_stand_side_by_side(changed):
    shown = {row["label"]: row for row in tables(opened("locked"))["label"]}
    pairs = {label: (row["locked"], row["current"], row["lock_difference"]) for label, row in shown.items()}
    assert pairs["Vụ việc mới trong kỳ"] == ("3", "3", "Không đổi")
    assert pairs["Đã giải quyết"] == ("0", "2", "+2")
    assert pairs["Đang giải quyết"] == ("2", "0", "−2")


def test_the_steps_of_the_matters_sum_to_the_difference_of_the_figures(changed):
    (lock,) = lock_files.listed()
    both = beside.a_lock(changed.answers(), lock)
    for count, figure in view.FIGURE_OF.items():
        assert both.rows[count].sum() == both.now[figure].numerator - both.then[figure].numerator, figure
    assert both.rows["otherwise"].sum() == 1


class _Snapshot:
    """Random cases to ask."""

    def __init__(self, as_of: dt.date, cases: dict[str, list[dict[str, object]]]) -> None:
        self.memory = InMemory(in_memory(as_of, cases))

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        return ask(name, self.memory, Scope.everything(), **params)

    def may_ask(self, _: str) -> bool:
        return True


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(case_databases(), case_databases(), st.sampled_from(["2026-Q3", "2025-Q3", "2026-Y"]))
def test_the_steps_sum_to_the_difference_between_any_two_case_databases(one, other, code):
    (as_of, cases), (_, later) = one, other
    then, now = _Snapshot(as_of, cases), _Snapshot(as_of, {**later})
    period = parse(code)
    window = {"start": period.start, "end": period.end}
    rows = beside.moved(then, now, window)
    before, after = (asked.ask("figures", **window).set_index("figure")["numerator"] for asked in (then, now))
    for count, figure in view.FIGURE_OF.items():
        assert rows[count].sum() == after[figure] - before[figure], figure
    balances = [asked.ask("balance", **window).set_index("kind") for asked in (then, now)]
    left = [_left(balance) for balance in balances]
    assert rows["otherwise"].sum() == left[1] - left[0]


def _left(balance: pd.DataFrame) -> int:
    ways = ["withdrawn", "discontinued", "to_investigation"]
    return int(balance.loc["all", ways].sum()) if "all" in balance.index else 0


def test_a_change_of_kind_and_a_matter_that_is_refused_now(province):
    lock = province.lock()
    province.change(
        "update dossiers set kind = 'petition' where dossier_id = 'V01'",
        "update dossiers set accepted_on = '2026-06-01' where dossier_id = 'V09'",
    )
    rows = beside.a_lock(province.answers(), lock).rows.set_index("dossier_id")
    told = row_table(rows.reset_index()).set_index("dossier_id")
    assert told.loc["V01", ["lock_reason", "lock_what"]].tolist() == [
        "Sửa", "Loại: Khiếu nại → Kiến nghị, phản ánh"
    ]  # fmt: skip
    assert told.loc["V09", "lock_reason"] == "Bị loại khi đọc"  # accepted before it was received


def test_a_denunciation_is_listed_without_body_and_area(province):
    lock = province.lock("2025-Y")
    province.change(
        "update dossiers set kind = 'denunciation', agency_code = 'S', place_unit_code = 'C1', closing = 'conclusion'"
        " where dossier_id = 'V02'"
    )
    both = beside.a_lock(province.answers(), lock)
    row = row_table(both.rows).set_index("dossier_id").loc["V02"]
    assert row[["agency_name", "district_name"]].isna().all()
    assert not re.search("Sở|Xã|Huyện", row["lock_what"])


def test_nothing_differs(province):
    lock = province.lock()
    province.change("update dossiers set people_count = 7 where dossier_id = 'V01'")
    assert beside.a_lock(province.answers(), lock).rows.empty
    assert "từ đó không hồ sơ nào làm" in headline(opened("locked"))


def test_a_damaged_lock_says_so_and_shows_no_figure(province):
    made = province.lock()
    opened("locked")
    path = made.folder / "dossiers.parquet"
    path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    app = opened("locked")
    assert not app.exception
    assert "Bản chốt quý III/2026 đã hỏng nên không hiển thị số liệu." in headline(app)
    shown = tables(app)
    assert set(shown) == {"locked_period"}
    assert shown["locked_period"][0]["lock_state"] == words.BROKEN
    (made.folder / "manifest.json").write_text("{", encoding="utf-8")
    assert "Bản chốt 2026-Q3 đã hỏng" in headline(opened("locked")).replace("quý III/2026", "2026-Q3")


def test_a_lock_of_an_older_contract_is_kept_and_said(province):
    made = province.lock()
    _without_a_column(made)
    app = opened("locked")
    assert not app.exception
    assert "lập theo cấu trúc số liệu khác" in headline(app)
    assert tables(app)["locked_period"][0]["lock_state"] == words.WHOLE


def _without_a_column(made: locks.Lock) -> None:
    """The lock as a version would have made it whose dossiers had no column `counted`; sealed anew."""
    import json

    snapshot = made.folder / locks.SNAPSHOT
    copy = made.folder.parent / "copy.duckdb"
    copy.write_bytes(snapshot.read_bytes())
    snapshot.unlink()
    with duckdb.connect(str(copy)) as db:
        db.execute("alter table dossiers drop column counted")
    copy.rename(snapshot)
    manifest = made.folder / locks.MANIFEST
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    facts["files"][locks.SNAPSHOT] = locks.sha256(snapshot)
    manifest.write_text(json.dumps(facts), encoding="utf-8")
    (made.folder / locks.SEAL).write_text(locks.sha256(manifest) + "\n", encoding="ascii")


def test_without_a_lock_the_page_offers_the_button_to_who_may(province, monkeypatch):
    app = opened("locked")
    assert "Chưa có kỳ nào được chốt số liệu." in headline(app)
    assert words.NONE_MORE in html(app)
    assert "lock-do" in [button.key for button in app.button]
    assert not on_screen.texts(app)
    monkeypatch.setattr(viewer, "may_do", lambda _: False)
    assert "lock-do" not in [button.key for button in opened("locked").button]


def test_other_pages_can_ask_for_the_figures_of_a_locked_period(changed):
    found = locked.of(changed.answers(), parse("2026-Q3"))
    assert found.problem is None
    assert found.figures["resolved_dossiers"].numerator == 0
    of_petitions = locked.of(changed.answers(), parse("2026-Q3"), kind="petition")
    assert of_petitions.figures["entered_dossiers"].numerator == 0
    assert locked.of(changed.answers(), parse("2026-Q3", calendar="calendar")) is None
    assert locked.of(changed.answers(), parse("2026-Q2")) is None


def test_reasons_are_counted_in_one_order():
    assert lock_difference.REASONS[:3] == ("late", "corrected", "deleted")
    assert set(words.REASONS) == set(since.REASONS)
    assert set(words.FIELDS) == {*lock_difference.RECORDED, *lock_difference.COMPUTED, *lock_difference.PLACES}
