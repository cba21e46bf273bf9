"""The briefing as plain text: heading, numbered sections, officer's notes, stamp."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.briefing import Section, Sentence, concluding
from dashboard.exports.stamp import Stamp
from dashboard.words import concluding as listed
from dashboard.words import files as words


def render(sections: Sequence[Section], mark: Stamp) -> str:
    """The whole text, UTF-8, one sentence a line."""
    head = [mark.sample, mark.internal.upper(), "", mark.title.upper(), f"{mark.period} – {mark.place}", mark.window]
    body = []
    for place, section in enumerate(sections, start=1):
        body += ["", f"{place}. {section.title}", *_lines(section.sentences)]
    lines = [f"- {listed.line(each.text, each.who, each.by)}" for each in concluding(sections)]
    body += ["", listed.TITLE, *lines] if lines else []
    tail = ["", "---", *mark.lines]
    return "\n".join([line for line in head if line or line == ""] + body + tail).lstrip("\n") + "\n"


def _lines(said: Iterable[Sentence]) -> list[str]:
    lines = []
    for sentence in said:
        lines.append(f"- {sentence.text}")
        if sentence.note:
            lines += [f"  {line}" for line in words.NOTE.format(note=sentence.note).splitlines()]
    return lines
