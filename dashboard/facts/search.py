"""Finding a place, a body, a post or a matter by what somebody types: no diacritics needed, the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

KINDS = ("commune", "district", "agency", "post")
"""What can be found, in the order in which equals stand."""
LEAST_DIGITS = 3
STROKED_D = chr(0x111)  # the one letter that is no letter with a mark


@dataclass(frozen=True)
class Entry:
    """Something with a name: its kind (one of KINDS), its code, the name as it is written."""

    kind: str
    code: str
    name: str

    @cached_property
    def folded(self) -> str:
        return fold(self.name)


def fold(text: str) -> str:
    """'Xã Đình Khê (huyện cũ)' → 'xa dinh khe huyen cu'."""
    bare = unicodedata.normalize("NFD", text.lower().replace(STROKED_D, "d"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", letters))


def found(typed: str, among: Iterable[Entry], *, recent: Collection[str] = (), most: int = 8) -> list[Entry]:
    """The entries of which every typed word begins a word, at most `most` of them.

    First what was used lately (codes), then names that have the words side by side, then by kind and length of name.
    """
    wanted = fold(typed)
    if not wanted:
        return []
    fitting = [entry for entry in among if _fits(wanted.split(), entry.folded.split())]
    return sorted(fitting, key=lambda entry: _place(entry, wanted, recent))[:most]


def numbers(typed: str, *, like: Iterable[str]) -> list[str]:
    """Numbers of matters somebody may mean, written as those of `like` are: 'hs 2023 1011' → 'HS-2023-001011'."""
    parts = fold(typed).upper().split()
    if sum(letter.isdigit() for part in parts for letter in part) < LEAST_DIGITS:
        return []
    written = (_written(parts, example) for example in like)
    return list(dict.fromkeys(filter(None, [typed.strip().upper(), *written])))


def _fits(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _place(entry: Entry, wanted: str, recent: Collection[str]) -> tuple[bool, bool, int, int, str]:
    apart = f" {wanted}" not in f" {entry.folded}"
    return entry.code not in recent, apart, KINDS.index(entry.kind), len(entry.folded), entry.folded


def _written(parts: list[str], example: str) -> str | None:
    """The typed parts in the shape of an example, its first parts taken over where fewer are typed."""
    shape = re.split(r"([^A-Z0-9]+)", example.upper())
    places = shape[::2]
    missing = len(places) - len(parts)
    if missing < 0 or any(
        each.isdigit() != place.isdigit() for each, place in zip(parts, places[missing:], strict=True)
    ):
        return None
    filled = [*places[:missing], *(_filled(each, place) for each, place in zip(parts, places[missing:], strict=True))]
    between = [*shape[1::2], ""]
    return "".join(text for pair in zip(filled, between, strict=True) for text in pair)


def _filled(typed: str, place: str) -> str:
    return typed.zfill(len(place)) if place.isdigit() else typed
