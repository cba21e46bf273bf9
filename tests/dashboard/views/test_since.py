"""'Đổi gì từ …': a refresh is kept light, and a later one says what happened since and what was recorded otherwise.

Kept on 20/11/2026 in the running quarter IV (15/09 to 14/12/2026) of the tiny province; after that:
 M1 comes in on 21/11, M2 is entered late (accepted 01/10), V09 is decided on 21/11, D1 (a denunciation) comes in.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from dashboard.answers import beside, earlier, lock_files
from dashboard.answers.answers import Answers
from dashboard.facts import lock_difference
from dashboard.screen import sessions, viewer, visits
from dashboard.views.locks import since
from dashboard.views.locks.rows import row_table
from dashboard.words import since as words
from data_loaders.snapshot import locks
from queries.ask import Scope, open_snapshot
from tests import on_screen
from tests.dashboard.province import Province
from tests.dashboard.test_pages import headline, html, opened

THEN, NOW = dt.datetime(2026, 11, 20, 7, 30), dt.datetime(2026, 11, 22, 7, 30)  # noqa: DTZ001
INSERT = (
    "insert into dossiers (dossier_id, kind, field_code, agency_code, place_unit_code, received_on, accepted_on,"
    " instance, complexity, remote_area) values ('{}', '{}', 'land', 'P', 'C2', '{}', '{}', 1, 'normal', 0)"
)
CHANGES = (
    INSERT.format("M1", "complaint", "2026-11-21", "2026-11-21"),
    INSERT.format("M2", "complaint", "2026-09-30", "2026-10-01"),
    INSERT.format("D1", "denunciation", "2026-11-21", "2026-11-21"),
    "update dossiers set closed_on = '2026-11-21', closing = 'decision', result = 'right' where dossier_id = 'V09'",
)


@pytest.fixture(scope="module")
def changed_once(tmp_path_factory: pytest.TempPathFactory) -> Province:
    made = Province(tmp_path_factory.mktemp("since"), at=THEN)
    made.refreshed(THEN, settings=made.settings.model_copy(update={"case_as_of": THEN.date()}))
    earlier.keep(made.folder, made.answers())
    made.change(*CHANGES, at=NOW)
    return made


@pytest.fixture
def changed(changed_once: Province, monkeypatch: pytest.MonkeyPatch) -> Province:
    monkeypatch.setenv("SNAPSHOT_DIR", str(changed_once.folder))
    return changed_once


def then(province: Province) -> earlier.Earlier:
    (found,) = earlier.listed(province.folder)
    return found


def test_what_happened_since_and_what_was_recorded_otherwise_each_with_its_reason(changed: Province) -> None:
    both = beside.an_earlier(changed.answers(), then(changed))
    reasons = dict(zip(both.rows["dossier_id"], both.rows["reason"], strict=True))
    assert reasons == {"M1": "new", "V09": "ended", "M2": "late"}
    assert both.reasons == {"new": 1, "ended": 1, "late": 1}
    assert (
        words.happened(both.reasons) == "01 vụ việc mới, 01 giải quyết xong, 01 hồ sơ ghi muộn, sửa, chuyển hoặc xóa."
    )


def test_the_listed_steps_and_the_denunciations_make_the_difference_of_every_figure(changed: Province) -> None:
    both = beside.an_earlier(changed.answers(), then(changed))
    assert since.secret(both) == {"entered": 1, "open_count": 1}
    assert "Vụ việc mới +1, Tồn cuối kỳ +1" in words.secret(since.secret(both))


def test_a_denunciation_is_in_the_counts_alone(changed: Province) -> None:
    found = then(changed)
    rows = pd.read_parquet(found.path.with_suffix(".parquet"))
    assert len(rows) and "denunciation" not in set(rows["kind"])
    told = json.loads(found.path.read_text(encoding="utf-8"))
    known = changed.answers().ask("window_dossiers", start="2015-01-01", end="2026-11-22")
    secret = known.loc[known["kind"].eq("denunciation"), "dossier_id"].tolist()
    assert secret and not any(name in json.dumps(told) for name in secret)
    for path in (found.path, found.path.with_suffix(".parquet"), found.path.parent):
        assert path.stat().st_mode & 0o077 == 0


def test_the_leader_of_an_area_reads_nothing_beyond_it(changed: Province) -> None:
    everything = then(changed).matters(Scope.everything())
    district = everything["district_code"].dropna().iloc[0]
    answers = Answers(open_snapshot(changed.ref.path), Scope("L", area=district))
    both = beside.an_earlier(answers, then(changed))
    here = answers.ask("window_dossiers", start="2026-09-15", end="2026-11-22")
    assert set(both.rows["dossier_id"]) <= set(here["dossier_id"])
    assert set(then(changed).matters(answers.scope)["district_code"]) == {district}
    assert both.now["open_dossiers"].numerator == here["open_count"].sum()
    assert set(both.then) == set(both.now) == set(since.facts.FIGURE_OF.values())


def test_the_leader_of_an_area_reads_what_is_new_there_as_new(changed: Province) -> None:
    both = beside.an_earlier(of_d1(changed), then(changed))
    reasons = dict(zip(both.rows["dossier_id"], both.rows["reason"], strict=True))
    assert (reasons["M1"], reasons["M2"]) == ("new", lock_difference.ARRIVED)


def of_d1(province: Province) -> Answers:
    return Answers(open_snapshot(province.ref.path), Scope("L", area="D1"))


def both_ways(recast: Province, monkeypatch: pytest.MonkeyPatch) -> Iterator[beside.Beside]:
    """What the leader of D1 is told beside the refresh that was kept, and beside the lock."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(recast.folder))
    (lock,) = lock_files.listed()
    answers = of_d1(recast)
    for both in (beside.an_earlier(answers, then(recast)), beside.a_lock(answers, lock)):
        assert both is not None
        yield both


@pytest.fixture(scope="module")
def recast(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Locked and kept; then V01, a complaint of D1, is entered anew as a denunciation, and D9 the other way round."""
    made = Province(tmp_path_factory.mktemp("recast"), at=THEN)
    made.change(INSERT.format("D9", "denunciation", "2026-07-01", "2026-07-01"), at=THEN)
    made.refreshed(THEN, settings=made.settings.model_copy(update={"case_as_of": THEN.date()}))
    earlier.keep(made.folder, made.answers())
    made.lock()
    recast = (("V01", "denunciation"), ("D9", "complaint"))
    made.change(*(f"update dossiers set kind = '{kind}' where dossier_id = '{name}'" for name, kind in recast), at=NOW)
    return made


def test_a_matter_that_became_a_denunciation_is_not_told_by_its_place_then(recast: Province) -> None:
    both = beside.an_earlier(recast.answers(), then(recast))
    assert dict(zip(both.rows["dossier_id"], both.rows["reason"], strict=True)) == {"D9": "late"}
    assert since.secret(both) == {"opening": -1, "open_count": -1, "overdue": -1}


def test_a_lock_tells_of_a_kind_that_changed_neither_place_nor_field(
    recast: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SNAPSHOT_DIR", str(recast.folder))
    (lock,) = lock_files.listed()
    rows = beside.a_lock(recast.answers(), lock).rows.set_index("dossier_id")
    told = [name for name in rows if name.startswith(("field_group", "agency", "commune", "district"))]
    assert len(told) == 8 and set(rows.index) == {"V01", "D9"} and rows[told].isna().all(axis=None)
    assert all("kind" in changed and "field_group" not in changed for changed in rows["changed"])


def test_the_leader_of_an_area_cannot_tell_it_from_one_that_was_deleted_or_lies_elsewhere(
    recast: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    for both in both_ways(recast, monkeypatch):
        assert both.rows.set_index("dossier_id").loc["V01", "reason"] == lock_difference.LEFT


class Noting(Answers):
    """Notes which matters it was asked for by code."""

    def __init__(self, province: Province, scope: Scope) -> None:
        super().__init__(open_snapshot(province.ref.path), scope)
        self.named: set[str] = set()

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        self.named |= set(str(params.get("dossiers") or "").split(beside.SEPARATOR)) - {""}
        return super().ask(name, **params)


@pytest.mark.parametrize("scope", [Scope.everything(), Scope("L", area="D1")])
def test_only_matters_that_the_window_does_not_name_are_asked_for_by_code(recast: Province, scope: Scope) -> None:
    answers = Noting(recast, scope)
    kept = set(then(recast).matters(scope)["dossier_id"])
    assert beside.an_earlier(answers, then(recast)) is not None and len(kept) > 1
    assert answers.named <= {"V01"}


def test_what_came_into_an_area_is_not_said_to_be_entered_late(
    recast: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D9 was there in time, as a denunciation."""
    for both in both_ways(recast, monkeypatch):
        told = row_table(both.rows).set_index("dossier_id").loc["D9"]
        assert told["lock_reason"] == "Mới vào địa bàn hoặc ghi muộn"
        assert told["lock_what"] == "Tiếp nhận 01/07/2026, thụ lý 01/07/2026"


def test_the_page_shows_it_and_any_refresh_can_be_chosen(changed: Province) -> None:
    app = opened("locked", xem="since")
    assert not app.exception
    assert "Từ ngày 20/11/2026, quý IV/2026: đang giải quyết " in headline(app)
    assert "01 vụ việc mới, 01 giải quyết xong" in html(app)
    assert app.selectbox(key="choice-tu").options == ["Cập nhật 07:30 ngày 20/11/2026, số liệu đến 20/11/2026"]


def test_nothing_kept_yet_is_said(changed: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Province(tmp_path)
    monkeypatch.setenv("SNAPSHOT_DIR", str(made.folder))
    app = opened("locked", xem="since")
    assert words.NONE in headline(app)
    earlier.keep_up(made.folder, viewer.keeper())
    assert len(earlier.listed(made.folder)) == 1 and earlier.listed(made.folder, before=made.ref) == []


def test_what_is_kept_is_bounded_the_last_of_each_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / earlier.FOLDER
    folder.mkdir()
    stems = ["20261118T070000-a", "20261119T070000-b", "20261119T190000-c", "20261120T070000-d", "20261120T190000-e"]
    for stem in stems:
        (folder / f"{stem}.json").write_text("{}")
        (folder / f"{stem}.parquet").write_text("")
    monkeypatch.setattr(earlier, "MOST", 2)
    earlier.thin(tmp_path)
    assert sorted(path.stem for path in folder.glob("*.json")) == [stems[2], stems[3], stems[4]]
    assert sorted(path.stem for path in folder.glob("*.parquet")) == [stems[2], stems[3], stems[4]]
    assert earlier.listed(tmp_path) == []


def test_the_overview_says_what_is_new_since_the_day_before_this_visit(
    changed: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "local_now", lambda: dt.datetime(2026, 11, 22, 9, 0))  # noqa: DTZ001
    assert visits.news(changed.page()) is None
    assert visits.news(changed.page()) is None
    sessions.put("visit", ("visit", ""), "2026-11-20")
    text, address = visits.news(changed.page())
    assert text.startswith("Từ lần xem trước (20/11/2026): 01 vụ việc mới, 01 giải quyết xong")
    assert address == {"xem": "since", "tu": then(changed).path.stem}
    assert visits.news(changed.page())[0] == text
    app = opened("overview")
    assert not app.exception and text in html(app)
    assert words.LINK in on_screen.links(app)


def test_a_period_that_is_over_is_locked_by_a_button_once_it_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Province(tmp_path)
    monkeypatch.setenv("SNAPSHOT_DIR", str(made.folder))
    monkeypatch.setenv("TRAIL_DIR", str(tmp_path / "trail"))
    app = opened("locked")
    app.button(key="lock-do").click().run()
    assert "Chưa chốt gì" in html(app) and locks.listed(made.folder) == []
    app.text_input(key="lock_by").set_value("Trần Thị B").run()
    app.button(key="lock-do").click().run()
    (lock,) = locks.listed(made.folder)
    assert (lock.code, lock.locked_by, lock.damaged) == ("2026-Q3", "Trần Thị B", ())
    assert "Quý III/2026 đã chốt lúc" in headline(app) and "Đã chốt quý III/2026" in html(app)
    told = [json.loads(line) for path in (tmp_path / "trail").glob("*.jsonl") for line in path.read_text().splitlines()]
    assert [line["period"] for line in told if line["what"] == "lock"] == ["2026-Q3"]
