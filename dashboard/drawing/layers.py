"""What a map says: colours for rates and scores, circles for counts, hatch for what is not known; and its legend.

One layer is drawn by folium on the screen (`maps`) and as a picture (`map_picture`), with the same colours and words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from dashboard.drawing.theme import LIGHT
from dashboard.facts.classes import CLASSES, class_of
from dashboard.facts.hotspots import Form
from dashboard.words import change, former, legend
from dashboard.words import numbers as vi

NEUTRAL, UNPROVEN, UNPROVEN_SYMBOL = "#eef1f4", "#d3d8de", LIGHT.quiet
SYMBOL, SYMBOL_EDGE, FALL, LISTED = "#8f330a", "#ffffff", "#27598a", "#5a2d82"
SYMBOL_OPACITY = 0.86
"""The land is light in either mode: what stands on it is measured against it, numbers against their circles."""
SHADES = LIGHT.attention
SCORE = (*SHADES[:2], NEUTRAL, *SHADES[3:])
"""Of a score below the first band nothing is said: no colour of alarm."""
DIVERGING = ("#2f6b9a", "#9cc3e0", NEUTRAL, "#fdcf80", "#d3601c")
LARGEST = {True: 27.0, False: 17.0}
SMALLEST = 3.5
LABELS_UP_TO = 40
"""Areas up to which a map has room for all their names."""
NUMBER_FROM = 11
"""Pixels of a circle's radius from which its number fits in it."""


@dataclass(frozen=True)
class Layer:
    """What the map shows.

    Attributes:
        values: area code → value that is coloured; missing ones are hatched. Not used where there are symbols.
        breaks: the upper ends of all classes but the last, ascending.
        texts: area code → the value in words, for the tooltip.
        withheld: codes whose count is too small to show.
        symbols: area code → count, drawn as a circle of that area; a negative one as a ring. None: colours instead.
        top: the count of the largest circle, the same for all periods compared.
        marks: area code → the number written in its circle.
        listed: area code → cases on the official list, drawn as a diamond.
        unproven: codes of which chance would explain as much; grey.
        named: codes whose name stands on the map however many areas there are.
        shades: colours of the classes, the last ones are used.
        names: words for classes that have a name (bands of the score), in the order of the classes.
        turn: a number that changes with every choice, so that the same area can be tapped again.
    """

    values: Mapping[str, float]
    breaks: Sequence[float]
    texts: Mapping[str, str]
    withheld: frozenset[str] = frozenset()
    symbols: Mapping[str, float] | None = None
    top: float = 0.0
    marks: Mapping[str, str] = field(default_factory=dict)
    listed: Mapping[str, int] = field(default_factory=dict)
    unproven: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    shades: Sequence[str] = SHADES
    names: Sequence[str] = ()
    form: Form = "number"
    turn: int = 0


@dataclass(frozen=True)
class Key:
    """One entry of the legend."""

    words: str
    shape: Literal["box", "circle", "diamond", "hatch", "words"] = "box"
    fill: str = ""
    edge: str = SYMBOL_EDGE
    radius: float = 0.0


def circles(counts: Mapping[str, float], *, marked: bool = True) -> Layer:
    """Counts alone, as circles with their numbers in them; `marked` off: without. A missing count is hatched."""
    said = {code: vi.count(count) for code, count in counts.items()}
    top = max((count for count in counts.values() if not vi.is_missing(count)), default=0.0)
    return Layer(counts, [], said, symbols=counts, top=top, marks=said if marked else {}, form="count")


def fill(code: str, layer: Layer, *, hatch: str) -> str:
    """The colour of an area; `hatch` where nothing is known or may be said."""
    value = (layer.values if layer.symbols is None else layer.symbols).get(code)
    if value is None or vi.is_missing(value):
        return hatch
    if code in layer.unproven:
        return UNPROVEN
    return NEUTRAL if layer.symbols is not None else _shade(class_of(value, layer.breaks), layer)


def symbol_colour(code: str, layer: Layer) -> str:
    """The colour of an area's circle, or ring where its count fell; grey without evidence."""
    if code in layer.unproven:
        return UNPROVEN_SYMBOL
    count = (layer.symbols or {}).get(code)
    return FALL if count is not None and not vi.is_missing(count) and count < 0 else SYMBOL


def radius(code: str, layer: Layer, *, few: bool) -> float:
    """Pixels of an area's circle, whose area is in proportion to the count; 0 for none."""
    value = (layer.symbols or {}).get(code)
    if value is None or vi.is_missing(value) or not value or not layer.top:
        return 0.0
    return max(SMALLEST, LARGEST[few] * math.sqrt(abs(value) / layer.top))


def keys(layer: Layer, *, few: bool = True, scale: float = 1.0) -> list[Key]:
    """The legend, only what is on the map; `scale` is that of its circles, as drawn."""
    found = _classes(layer) if layer.symbols is None else _circles(layer, few=few, scale=scale)
    if layer.unproven:
        found.append(Key(legend.UNPROVEN, fill=UNPROVEN))
    values = layer.values if layer.symbols is None else layer.symbols
    missing = {code for code in layer.texts if vi.is_missing(values.get(code))}
    if missing - layer.withheld or not layer.texts:
        found.append(Key(legend.SMALL_BASE if layer.form == "share" else legend.NO_DATA, "hatch"))
    if layer.withheld:
        found.append(Key(legend.UNDER_FIVE, "hatch"))
    if layer.listed:
        found.append(Key(legend.LISTED, "diamond", LISTED))
    return found


def short(name: str) -> str:
    """Without the kind of unit before it, which every label would repeat, nor the mark of a former district."""
    name = former.plain(name)
    for prefix in vi.UNIT_PREFIXES:
        if name.lower().startswith(prefix):
            return name[len(prefix) :]
    return name


@lru_cache(maxsize=8192)
def say(value: float, form: Form) -> str:
    """A value in words: 15,2% · 3,4 · +2,1 điểm phần trăm · 1.234."""
    if form == "points":
        return f"{vi.number(value * 100)} {change.POINTS}"
    return vi.percent(value) if form == "share" else vi.count(value) if form == "count" else vi.number(value)


def _classes(layer: Layer) -> list[Key]:
    return [Key(_range(step, layer), fill=_shade(step, layer)) for step in range(len(layer.breaks) + 1)]


def _circles(layer: Layer, *, few: bool, scale: float) -> list[Key]:
    """Two round sizes of what is there and, where counts fell, a ring."""
    most = max((value for value in (layer.symbols or {}).values() if not vi.is_missing(value)), default=0.0)
    sizes = [size for size in dict.fromkeys((_round(most / 6), _round(most))) if size > 0]
    shade = UNPROVEN_SYMBOL if layer.unproven and not layer.named else ""
    made = [
        Key(
            vi.count(size),
            "circle",
            shade or SYMBOL,
            radius=scale * _scaled(size, layer, few=few),
        )
        for size in sizes
    ]
    if any(not vi.is_missing(value) and value < 0 for value in (layer.symbols or {}).values()):
        made = [Key(f"{legend.RISE} {key.words}", key.shape, key.fill, radius=key.radius) for key in made]
        made.append(Key(legend.FALL, "circle", "transparent", shade or FALL, radius=8))
    return [Key(legend.SCALE, "words"), *made] if made else []


def _scaled(size: float, layer: Layer, *, few: bool) -> float:
    return max(SMALLEST, LARGEST[few] * math.sqrt(size / layer.top))


def _round(size: float) -> int:
    """Two figures at most, rounded down: 347 → 340."""
    whole = int(size)
    step = 10 ** max(0, len(str(whole)) - 2)
    return whole // step * step


def _shade(step: int, layer: Layer) -> str:
    """With fewer classes the darkest stays the darkest."""
    return layer.shades[CLASSES - 1 - (len(layer.breaks) - step)]


def _range(step: int, layer: Layer) -> str:
    ends = [say(end, layer.form) for end in layer.breaks]
    if not ends:
        return legend.ALL
    if step == 0:
        words = legend.TO.format(high=ends[0])
    elif step == len(ends):
        words = legend.FROM.format(low=ends[-1])
    else:
        words = legend.RANGE.format(low=ends[step - 1], high=ends[step])
    return f"{words}: {layer.names[step]}" if layer.names else words
