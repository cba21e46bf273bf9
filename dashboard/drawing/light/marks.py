"""What light pictures share: plain texts, colours by their meaning, the key of the series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from html import escape, unescape
from typing import Any

from dashboard.drawing.theme import Palette

TAGS = re.compile(r"<br>|</?b>")


def variables(colours: Palette) -> str:
    """The palette of the mode as variables of the style sheet."""
    named = {name.replace("_", "-"): colour for name, colour in asdict(colours).items() if isinstance(colour, str)}
    return f"<style>:root{{{''.join(f'--{name}:{colour};' for name, colour in named.items())}}}</style>"


def plain(text: object) -> str:
    """A label of a chart, escaped once: a line break in it is a space."""
    return escape(unescape(TAGS.sub(lambda tag: " " if tag[0] == "<br>" else "", str(text))).strip("\u200b "))


def tint(colour: object, colours: Palette) -> str:
    """The variable of a colour of the palette; others as they are."""
    named = {value: name for name, value in asdict(colours).items() if isinstance(value, str)}
    name = named.get(str(colour))
    return "var(--" + name.replace("_", "-") + ")" if name else escape(str(colour or "currentColor"))


def each(value: Any, count: int) -> list[Any]:
    """One entry a mark, of a list or of one value for all."""
    if value is None or isinstance(value, (str, int, float)):
        return [value] * count
    return list(value)


def amounts(values: Iterable[Any]) -> list[float | None]:
    """Plain numbers; None where one is missing."""
    return [None if value is None or value != value else float(value) for value in values]


def key(entries: Sequence[tuple[str, str, str]]) -> str:
    """Names of the series in their colours: name, colour, look (`area`, `line`, or a dash)."""
    if len(entries) < 2:
        return ""
    items = "".join(f'<li><i class="{look}" style="--tint:{colour}"></i>{name}</li>' for name, colour, look in entries)
    return f'<ul class="key">{items}</ul>'
