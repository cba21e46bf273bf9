"""The officer's hand: nothing is lost, nothing changes its section, every move has its way back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing import Note, Sentence, arrange, titles
from dashboard.views.desk import desk

FOUR = [section for section in titles() if section in ("summary", "reception", "petitions", "resolution")]
SAID = [Sentence(f"{section}.{name}", section, f"{section} {name}.") for section in FOUR for name in "abc"]
IDS = [sentence.id for sentence in SAID]
MOVES = st.lists(
    st.tuples(
        st.sampled_from(["sentence", "section", "drop", "back", "note"]), st.sampled_from(IDS), st.sampled_from([-1, 1])
    )
)


def ids(sentences: list[Sentence]) -> list[str]:
    return [sentence.id for sentence in sentences]


def applied(note: Note, kind: str, name: str, by: int) -> Note:
    changes = {
        "sentence": lambda: desk.placed(note, SAID, name, 0 if by < 0 else 2),
        "section": lambda: desk.moved_section(note, SAID, name.split(".")[0], by=by),
        "drop": lambda: desk.dropped(note, name),
        "back": lambda: desk.taken_back(note, name),
        "note": lambda: desk.noted(note, name, f"ghi {by}"),
    }
    return changes[kind]()


@given(MOVES)
def test_whatever_is_done_every_sentence_is_still_there_in_its_section(moves: list[tuple[str, str, int]]) -> None:
    note = Note()
    for kind, name, by in moves:
        note = applied(note, kind, name, by)
    listed = desk.shown(SAID, note)
    assert sorted(ids(listed)) == sorted(IDS)
    runs = [sentence.section for sentence in listed]
    assert runs == [section for section in desk.sections(listed) for _ in range(3)]
    assert ids(arrange(SAID, note)) == [name for name in ids(listed) if name not in note.drop]


@given(MOVES, st.sampled_from(IDS), st.integers(0, 2))
def test_a_sentence_goes_to_any_place_by_one_move_and_back_by_another(
    moves: list[tuple[str, str, int]], name: str, place: int
) -> None:
    note = Note()
    for kind, other, by in moves:
        note = applied(note, kind, other, by)
    before = ids(desk.shown(SAID, note))
    section = [other for other in before if other.split(".")[0] == name.split(".")[0]]
    put = desk.placed(note, SAID, name, place)
    after = ids(desk.shown(SAID, put))
    assert [other for other in after if other in section].index(name) == place
    assert [other for other in after if other != name] == [other for other in before if other != name]
    assert ids(desk.shown(SAID, desk.placed(put, SAID, name, section.index(name)))) == before


def test_a_sentence_in_the_officers_words_keeps_the_figures_own_beside_it() -> None:
    note = desk.reworded(Note(), SAID[0], "  Lời của cán bộ ")
    said = arrange(SAID, note)[0]
    assert (said.text, said.was, said.stale) == ("Lời của cán bộ.", "summary a.", False)
    again = arrange(SAID, desk.reworded(note, said, "lời khác"))[0]
    assert (again.text, again.was) == ("Lời khác.", "summary a.")
    assert arrange(SAID, desk.reworded(note, said, " "))[0] == SAID[0]
    assert arrange(SAID, desk.reworded(note, said, "summary a."))[0] == SAID[0]
    moved_on = [replace(SAID[0], text="summary 2."), *SAID[1:]]
    assert arrange(moved_on, note)[0].stale and arrange(moved_on, note)[0].was == "summary 2."


def test_a_section_moves_whole() -> None:
    note = desk.moved_section(Note(), SAID, "petitions", by=-1)
    assert desk.sections(desk.shown(SAID, note)) == ["summary", "petitions", "reception", "resolution"]
    assert desk.moved_section(Note(), SAID, "summary", by=-1) == Note()


def test_another_period_keeps_the_order_and_a_new_sentence_stands_where_it_usually_does() -> None:
    earlier = [sentence for sentence in SAID if sentence.id != "reception.b" and sentence.section != "petitions"]
    note = desk.moved_section(desk.placed(Note(), earlier, "reception.c", 0), earlier, "resolution", by=-1)
    now = desk.completed(desk.dropped(note, "summary.a"), SAID)
    listed = ids(desk.shown(SAID, now))
    assert listed[:3] == ["summary.a", "summary.b", "summary.c"]
    assert listed.index("resolution.a") < listed.index("reception.c") < listed.index("reception.a")
    assert listed.index("reception.b") == listed.index("reception.a") + 1
    assert "summary.a" not in ids(arrange(SAID, now))


def test_an_empty_note_is_no_note() -> None:
    note = desk.noted(Note(), "summary.a", " Đề nghị báo cáo ")
    assert note.notes == {"summary.a": "Đề nghị báo cáo"}
    assert desk.noted(note, "summary.a", "  ").notes == {}
