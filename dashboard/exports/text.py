"""The briefing as plain text: heading, numbered sections, officer's notes, stamp."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from dashboard.briefing import SECTIONS, Sentence
from dashboard.exports.stamp import Stamp
from dashboard.words import files as words


def render(sentences: Iterable[Sentence], mark: Stamp) -> str:
    """The whole text, UTF-8, one sentence a line."""
    head = [mark.sample, mark.internal.upper(), "", mark.title.upper(), f"{mark.period} – {mark.place}", mark.window]
    body = []
    for place, (section, said) in enumerate(groupby(sentences, key=lambda sentence: sentence.section), start=1):
        body += ["", f"{place}. {SECTIONS[section]}", *_lines(said)]
    tail = ["", "---", *mark.lines]
    return "\n".join([line for line in head if line or line == ""] + body + tail).lstrip("\n") + "\n"


def _lines(said: Iterable[Sentence]) -> list[str]:
    lines = []
    for sentence in said:
        lines.append(f"- {sentence.text}")
        if sentence.note:
            lines += [f"  {line}" for line in words.NOTE.format(note=sentence.note).splitlines()]
    return lines
