"""Whatever leaves the dashboard says the same of two provinces whose denunciations lie elsewhere.

Not asked for by name but found: each page with each view it offers, as who sees the whole province and as the leader
of an area; a file of each format; a locked quarter and an earlier refresh beside today. Both provinces have a history
of their own: the denunciations lay elsewhere at every refresh.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import random
import re
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from dashboard.answers import beside, cache, earlier
from dashboard.answers.answers import Answers
from dashboard.answers.beside import Beside
from dashboard.answers.store import Store
from dashboard.exports import pack
from dashboard.screen import rights
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, locks, publish, refresh
from queries.periods import parse
from queries.scope import Scope
from queries.snapshot import open_snapshot
from tests import shown
from tests.dashboard.answers.test_elsewhere import FEW, a_province, elsewhere
from tests.dashboard.test_dossier import acts_as
from tests.dashboard.test_pages import opened
from tests.one_truth import views

THEN, NOW = dt.datetime(2026, 11, 20, 7, 30), dt.datetime(2026, 11, 22, 7, 30)  # noqa: DTZ001
LATE = 6
PAGES_TRIED = len(shown.PAGES) if "DISCLOSURE_PROVINCES" in os.environ else 3
MARK = re.compile(r'^\s*\w*id: "[^"]*"\n', re.MULTILINE)


class Twin(NamedTuple):
    """A province with a lock and an earlier refresh, and its snapshot in force."""

    folder: Path
    ref: SnapshotRef

    def asked_by(self, area: str | None) -> Answers:
        return Answers(open_snapshot(self.ref.path), Scope("", area=area), cache=Store())


def with_a_past(case: Path, folder: Path, late: list[int]) -> Twin:
    """Refreshed and locked before those matters were entered, then again."""
    folder.mkdir()
    first = folder / "earlier.sqlite"
    first.write_bytes(case.read_bytes())
    with closing(sqlite3.connect(first)) as db, db:
        those = ", ".join(f"'M{number}'" for number in late)
        for table in ("directives", "reception_visits"):  # they were there, about no matter that was known
            db.execute(f"update {table} set dossier_id = null where dossier_id in ({those})")
        for table in ("petitions", "transfers", "complex_list", "dossiers"):
            db.execute(f"delete from {table} where dossier_id in ({those})")
        unknown = "petition_id not in (select petition_id from petitions)"
        db.execute(f"update reception_visits set petition_id = null where {unknown}")
    then = _refreshed(first, folder, THEN)
    directory = folder / "snapshots"
    earlier.keep(directory, Answers(open_snapshot(then.path), Scope.everything()))
    locks.lock(directory, then, code="2026-Q3", calendar="inspectorate", by="Văn phòng", now=THEN)
    return Twin(directory, _refreshed(case, folder, NOW))


def _refreshed(case: Path, folder: Path, at: dt.datetime) -> SnapshotRef:
    settings = Settings(
        case_database_url=f"sqlite:///{case}",
        case_as_of=at.date(),
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    return refresh(settings, progress=lambda _: None, now=lambda: at)


class Twins(NamedTuple):
    seed: int
    before: Twin
    after: Twin


@pytest.fixture(scope="module", params=FEW)
def twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Twins:
    seed, folder = int(request.param), tmp_path_factory.mktemp("outlets")
    late = random.Random(seed).sample(range(40), LATE)
    case = a_province(folder / "case.sqlite", seed)
    before = with_a_past(case, folder / "before", late)
    elsewhere(case, seed + 1000)
    return Twins(seed, before, with_a_past(case, folder / "after", late))


@pytest.mark.parametrize("role", ["office", "area_leader"])
def test_where_denunciations_lie_changes_no_page(twins: Twins, monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    acts_as(monkeypatch, role)
    monkeypatch.setattr("dashboard.screen.shared.STORE", Store())
    pages = rights.of(role).pages
    looked = 0
    for page in random.Random(f"{twins.seed} {role}").sample(pages, min(PAGES_TRIED, len(pages))):
        monkeypatch.setenv("SNAPSHOT_DIR", str(twins.before.folder))
        for chosen in views.of(page, deep=False):
            seen = []
            for twin in (twins.before, twins.after):
                monkeypatch.setenv("SNAPSHOT_DIR", str(twin.folder))
                seen.append(told(page, chosen, twin))
            assert seen[0] == seen[1], (page, chosen)
            looked += 1
    assert looked >= min(PAGES_TRIED, len(pages))
    assert all(any((twin.folder / publish.STORE).glob("*/*")) for twin in (twins.before, twins.after))


def told(page: str, chosen: Mapping[str, str], twin: Twin) -> list[str]:
    """All that reaches the browser, without the marks that Streamlit makes of it and the snapshot's own.

    The process has nothing at hand: what the store keeps of the twin is read from there. Nodes that nothing was sent
    for, with which the tree of a test is held together, are none of it.
    """
    cache.SHARED.clear()
    app = opened(page, **chosen)
    assert not app.exception, app.exception
    sent = (element for element in (*app.main, *app.sidebar) if element.proto is not None)
    texts = (MARK.sub("", str(element.proto)) for element in sent)
    return [text.replace(twin.ref.snapshot_id, "") for text in texts]


@pytest.mark.parametrize("wanted", [name for name in pack.FORMATS if name != "xlsx"])
def test_where_denunciations_lie_changes_no_file(twins: Twins, wanted: str) -> None:
    """Of the whole of a file but who made it when; the workbook is read by its sheets elsewhere."""
    before, after = (parts(twin, wanted) for twin in (twins.before, twins.after))
    assert before and before == after


def parts(twin: Twin, wanted: str) -> dict[str, bytes]:
    order = pack.Order(wanted)
    made = pack.build(twin.asked_by(None), parse("2026-Q3"), order=order, author="A", exported_at=NOW)
    return {name: held.replace(twin.ref.snapshot_id.encode(), b"") for name, held in unpacked(made).items()}


def unpacked(made: bytes, inside: str = "") -> dict[str, bytes]:
    """The parts of a file and of files within it, but when it was made."""
    if not zipfile.is_zipfile(io.BytesIO(made)):
        return {inside: made}
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        names = [name for name in held.namelist() if name != "docProps/core.xml"]
        return {part: told for name in names for part, told in unpacked(held.read(name), f"{inside}/{name}").items()}


@pytest.mark.parametrize("area", [None, "D1", "C1"])
def test_where_denunciations_lie_changes_nothing_of_what_differs_from_a_lock_or_an_earlier_refresh(
    twins: Twins, area: str | None
) -> None:
    before, after = (differences(twin, area) for twin in (twins.before, twins.after))
    assert area or any(len(both.rows) for both in before)  # six matters over six places: an area may have none
    for one, other in zip(before, after, strict=True):
        assert (one.then, one.now) == (other.then, other.now)
        assert one.rows.equals(other.rows)


def differences(twin: Twin, area: str | None) -> list[Beside]:
    """The lock beside today, the earlier refresh beside today."""
    answers = twin.asked_by(area)
    (then,) = earlier.listed(twin.folder, before=twin.ref)
    (lock,) = [locks.inspect(path) for path in (twin.folder / locks.FOLDER).iterdir()]
    return [beside.a_lock(answers, lock), beside.an_earlier(answers, then)]
