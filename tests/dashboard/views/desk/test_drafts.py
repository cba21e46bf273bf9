"""Drafts as files: what is kept comes back, who comes later is told, what is none is refused in one sentence."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing import Concluding, Note, Reworded, drafts
from dashboard.briefing.drafts import Draft, DraftError, Overtaken
from dashboard.words import drafts as words

AT = dt.datetime(2026, 11, 22, 10, 5)  # noqa: DTZ001
TEXT = st.text(max_size=12)
NAMES = st.lists(TEXT, max_size=3).map(tuple)
NOTES = st.builds(
    Note,
    NAMES,
    NAMES,
    st.none() | st.dictionaries(TEXT, TEXT, min_size=1, max_size=2),
    st.none() | st.dictionaries(TEXT, st.builds(Concluding, TEXT, TEXT, TEXT), min_size=1, max_size=2),
    st.lists(st.builds(Concluding, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    st.none() | st.dictionaries(TEXT, st.builds(Reworded, TEXT, TEXT), min_size=1, max_size=2),
)


@given(NOTES)
def test_a_draft_comes_back_from_its_file_as_it_was(note: Note) -> None:
    draft = Draft("2026-Q4", "inspectorate", note, "Cán bộ A", AT, 3)
    assert drafts.parsed(drafts.as_bytes(draft)) == draft
    assert drafts.is_untouched(note) == (note == Note())


def test_each_period_has_its_own_and_only_the_servers_account_reads_it(tmp_path: Path) -> None:
    kept = drafts.keep(tmp_path / "d", Draft("2026-Q4", "inspectorate", Note(drop=("a.b",)), "A", AT))
    assert drafts.read(tmp_path / "d", "2026-Q4", "inspectorate") == kept and kept.number == 1
    assert drafts.read(tmp_path / "d", "2026-Q3", "inspectorate") == Draft("2026-Q3", "inspectorate")
    assert drafts.read(tmp_path / "d", "2026-Q4", "calendar").note == Note()
    (path,) = (tmp_path / "d").glob("*.json")
    assert path.stat().st_mode & 0o077 == 0 and (tmp_path / "d").stat().st_mode & 0o077 == 0


def test_who_began_from_an_older_one_changes_nothing_and_learns_whose_stands_there(tmp_path: Path) -> None:
    began = Draft("2026-Q4", "inspectorate")
    first = drafts.keep(tmp_path, replace(began, by="A", at=AT))
    with pytest.raises(Overtaken) as told:
        drafts.keep(tmp_path, replace(began, by="B", note=Note(drop=("x.y",))))
    assert told.value.other == first == drafts.read(tmp_path, "2026-Q4", "inspectorate")
    over = drafts.keep(tmp_path, replace(began, by="B", number=first.number), over=True)
    assert (over.by, over.number) == ("B", 2)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff\xfe", b'{"kind": "khac"}', b"x" * (drafts.LARGEST + 1)]
    + [
        json.dumps({"kind": drafts.KIND, "period": "2026-Q4", "calendar": "inspectorate", **odd}).encode()
        for odd in ({"notes": []}, {"at": "hôm qua"}, {"worded": {"a": 3}}, {"number": "x"}, {"added": [["a"] * 9]})
    ],
)
def test_what_is_no_draft_is_one_sentence(content: bytes) -> None:
    with pytest.raises(DraftError) as told:
        drafts.parsed(content)
    assert str(told.value) == words.BROKEN


def test_a_broken_draft_is_not_written_over_unasked(tmp_path: Path) -> None:
    draft = drafts.keep(tmp_path, Draft("2026-Q4", "inspectorate"))
    path = next(tmp_path.glob("*.json"))
    path.write_bytes(b"broken")
    with pytest.raises(DraftError):
        drafts.keep(tmp_path, draft)
    assert path.read_bytes() == b"broken"
    assert drafts.keep(tmp_path, draft, over=True).number == 2
