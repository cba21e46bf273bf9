"""What is kept on the disk is what would be worked out; what is not whole is worked out."""

from __future__ import annotations

import datetime as dt
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from dashboard.answers import answers, cache, store
from dashboard.answers.answers import AnswerError, Answers
from dashboard.answers.store import Store
from data_loaders.snapshot import SnapshotRef, publish
from queries import question
from queries.ask import QueryError, Scope, ScopeError, open_snapshot
from tests.dashboard.answers.shared import Both
from tests.dashboard.test_pages import html, opened

WINDOW = {"start": dt.date(2026, 9, 15), "end": dt.date(2026, 11, 22), "as_of": dt.date(2026, 11, 22)}
EVERYTHING, LEADER = Scope.everything(), Scope("", area="D1")


@pytest.fixture
def ref(tiny_ref: SnapshotRef) -> Iterator[SnapshotRef]:
    """The tiny province with nothing kept of it."""
    yield tiny_ref
    folder = tiny_ref.path.parent / publish.STORE
    for path in [*folder.glob("*/*"), *folder.glob("*"), *([folder] if folder.exists() else [])]:
        path.rmdir() if path.is_dir() else path.unlink()


@pytest.fixture
def ask(ref: SnapshotRef) -> Callable[..., pd.DataFrame]:
    """One question asked by somebody, with a store and nothing else at hand."""

    def asked(name: str, scope: Scope = EVERYTHING, kept: Store | None = None, **params: object) -> pd.DataFrame:
        given = {key: value for key, value in (WINDOW | params).items() if key in question.load(name).accepts}
        return Answers(open_snapshot(ref.path), scope, cache=kept).ask(name, **given)

    return asked


def kept_files(ref: SnapshotRef) -> list[Path]:
    return sorted((ref.path.parent / publish.STORE).glob("*/*"))


def same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    assert_frame_equal(found, expected)
    assert found.attrs == expected.attrs


def told(answers: Answers, name: str, kind: str | None) -> pd.DataFrame | str:
    given = {key: value for key, value in (WINDOW | {"kind": kind}).items() if key in question.load(name).accepts}
    try:
        return answers.ask(name, **given)
    except (AnswerError, QueryError, ScopeError) as error:
        return type(error).__name__


def test_every_answer_is_the_same_from_the_store_whoever_asked_before(ref: SnapshotRef) -> None:
    """Kinds and reaches one after the other through one store: nobody gets what another may see."""
    snapshot = open_snapshot(ref.path)
    bare = {scope: Answers(snapshot, scope) for scope in (EVERYTHING, LEADER)}
    for scope in (EVERYTHING, LEADER, EVERYTHING):
        kept = Answers(snapshot, scope, cache=Both())
        for name, kind in product(question.names(), (None, "denunciation")):
            found, expected = told(kept, name, kind), told(bare[scope], name, kind)
            if isinstance(found, str) or isinstance(expected, str):
                assert str(found) == str(expected), name
            else:
                same(found, expected)
    assert len(kept_files(ref)) > 150


def test_what_is_kept_is_not_asked_again(ref: SnapshotRef) -> None:
    key = ("figures", str(ref.path), EVERYTHING.reach, ("what was asked",))
    made = pd.DataFrame({"numerator": pd.array([1, None], dtype="Int64")})
    made.attrs = {"question": "figures", "few": {"numerator": [1]}}
    Store().remember(key, lambda: made)
    same(Store().remember(key, lambda: pd.DataFrame()), made)
    assert Store().remember((*key[:2], LEADER.reach, key[3]), lambda: pd.DataFrame()).empty
    assert oct(kept_files(ref)[0].stat().st_mode)[-3:] == "600"


def test_what_is_no_answer_of_a_published_snapshot_is_not_kept(ref: SnapshotRef) -> None:
    made, other = pd.DataFrame({"a": [1]}), str(ref.path.parent / "locks" / "facts.duckdb")
    for key in [
        ("briefing", str(ref.path), EVERYTHING.reach, ()),
        ("figures", other, EVERYTHING.reach, ()),
        ("figures", str(ref.path), EVERYTHING.reach, (object(),)),
    ]:
        assert Store().remember(key, lambda: made) is made
    assert kept_files(ref) == []


def test_a_program_that_answers_otherwise_does_not_read_it(
    ask: Callable[..., pd.DataFrame], ref: SnapshotRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("figures", EVERYTHING, Store())
    before = kept_files(ref)
    monkeypatch.setattr(store, "program", lambda: "another")
    ask("figures", EVERYTHING, Store())
    assert len(kept_files(ref)) == 2 * len(before)


@pytest.mark.parametrize("damage", [
    lambda path: path.write_bytes(path.read_bytes()[:-1]),
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(bytes([*path.read_bytes()[:-40], *(byte ^ 1 for byte in path.read_bytes()[-40:])])),
    lambda path: path.write_bytes(next(other for other in path.parent.glob("*") if other != path).read_bytes()),
    lambda path: (path.unlink(), path.mkdir()),
], ids=["cut", "empty", "changed", "another's", "a folder"])  # fmt: skip
def test_a_damaged_entry_is_worked_out_anew(
    ask: Callable[..., pd.DataFrame], ref: SnapshotRef, damage: Callable[[Path], object]
) -> None:
    bare = ask("figures")
    ask("figures", EVERYTHING, Store())
    for path in kept_files(ref):
        damage(path)
    same(ask("figures", EVERYTHING, Store()), bare)
    same(ask("figures", EVERYTHING, Store()), bare)


def test_a_store_that_cannot_be_written_is_a_slower_page(ask: Callable[..., pd.DataFrame], ref: SnapshotRef) -> None:
    bare, place = ask("figures"), ref.path.parent / publish.STORE
    place.write_text("no folder")
    same(ask("figures", EVERYTHING, Store()), bare)
    place.unlink()


def test_a_full_disk_leaves_nothing_half_written(ask: Callable[..., pd.DataFrame], ref: SnapshotRef) -> None:
    bare, limits = ask("figures"), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, limits[1]))
    try:
        found = ask("figures", EVERYTHING, Store())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    same(found, bare)
    assert kept_files(ref) == []


def filled(disk: Path) -> None:
    """Not a byte more goes there; removing one file would not help."""
    with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while ballast.write(bytes(4096)):
            pass


def test_a_disk_of_its_own_that_is_full(
    ask: Callable[..., pd.DataFrame], ref: SnapshotRef, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept before it was full is still read; nothing more is kept, also not half of it."""
    place = ref.path.parent / publish.STORE
    place.symlink_to(small_disk)
    try:
        ask("areas", EVERYTHING, Store())
        filled(small_disk)
        before, bare = kept_files(ref), ask("figures")
        same(ask("figures", EVERYTHING, Store()), bare)
        assert kept_files(ref) == before != []
        monkeypatch.setattr(answers, "ask", lambda *_, **__: pytest.fail("the file was asked"))
        assert not ask("areas", EVERYTHING, Store()).empty
    finally:
        place.unlink()


def test_a_store_that_goes_while_it_is_used_is_begun_anew(ask: Callable[..., pd.DataFrame], ref: SnapshotRef) -> None:
    bare, kept = ask("figures"), Store()
    same(ask("figures", EVERYTHING, kept), bare)
    shutil.rmtree(ref.path.parent / publish.STORE)
    same(ask("figures", EVERYTHING, kept), bare)
    assert kept_files(ref)


@pytest.fixture
def anothers(ref: SnapshotRef) -> Iterator[SnapshotRef]:
    """The same in a folder that every account may enter, with a store that no other may, seen by another account."""
    with tempfile.TemporaryDirectory() as name:
        (folder := Path(name)).chmod(0o755)
        copy = replace(ref, path=Path(shutil.copy2(ref.path, folder)))
        Answers(open_snapshot(copy.path), EVERYTHING, cache=Store()).ask("figures", **WINDOW)
        assert kept_files(copy)
        place = folder / publish.STORE
        place.chmod(0)
        was = os.geteuid()
        os.seteuid(was or 65534)
        try:
            yield copy
        finally:
            os.seteuid(was)
            place.chmod(0o700)


def test_a_store_of_another_account_is_left_alone(anothers: SnapshotRef) -> None:
    with pytest.raises(PermissionError):
        list((anothers.path.parent / publish.STORE).iterdir())
    snapshot = open_snapshot(anothers.path)
    bare = Answers(snapshot, EVERYTHING).ask("figures", **WINDOW)
    same(Answers(snapshot, EVERYTHING, cache=Store()).ask("figures", **WINDOW), bare)


@pytest.mark.parametrize("harm", ["none", "changed", "gone", "no folder"])
def test_a_page_says_the_same_whatever_became_of_the_store(
    ref: SnapshotRef, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    monkeypatch.setenv("SNAPSHOT_DIR", str(ref.path.parent))
    bare = said()
    monkeypatch.setattr("dashboard.screen.shared.STORE", Store())
    assert said() == bare
    place = ref.path.parent / publish.STORE
    assert len(kept_files(ref)) > 5
    if harm == "changed":
        for path in kept_files(ref):
            path.write_bytes(path.read_bytes()[:-1] + b"?")
    elif harm != "none":
        shutil.rmtree(place)
    if harm == "no folder":
        place.write_text("no folder")
    assert said() == bare
    if harm == "no folder":
        place.unlink()


def said() -> str:
    """A page with nothing at hand in the process."""
    cache.SHARED.clear()
    app = opened("backlog")
    assert not app.exception
    return html(app)


def test_it_holds_no_more_than_its_bound(ask: Callable[..., pd.DataFrame], ref: SnapshotRef) -> None:
    ask("figures", EVERYTHING, Store())
    ask("areas", EVERYTHING, Store())
    held = sum(path.stat().st_size for path in kept_files(ref))
    store.thin(ref.path.parent / publish.STORE, most=held - 1)
    left = sum(path.stat().st_size for path in kept_files(ref))
    assert 0 < left <= held * 4 // 5


def test_it_goes_with_its_snapshot(ask: Callable[..., pd.DataFrame], ref: SnapshotRef) -> None:
    ask("figures", EVERYTHING, Store())
    gone = ref.path.parent / publish.STORE / "snapshot-20250101T000000-00000000"
    gone.mkdir()
    (gone / "entry").write_bytes(b"of a snapshot that went before")
    publish.prune(ref.path.parent, older_than=ref.taken_at)
    assert not gone.exists()
    assert kept_files(ref)
