"""The map as a picture: the same layer as on the screen in SVG, small enough to stand many side by side."""

from __future__ import annotations

import itertools
import json
import math
import textwrap
from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.drawing import inline, insets, layers
from dashboard.drawing import labels as names
from dashboard.drawing.layers import Layer
from dashboard.drawing.theme import FONT, LIGHT

TEXT, EDGE = "#1d2733", "#5b6672"
LINE = 24
NOTE_WIDTH = 165
TALLEST = 480  # pixels of the picture that is tapped: the screen below it stays in sight
LETTER = 8.6  # pixels of an average letter in the legend
HATCH = (
    '<defs><pattern id="{id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#f3f5f7"/><rect width="2.5" height="7" fill="#7c8591"/></pattern></defs>'
)


class Paper:
    """Longitude and latitude to pixels of a drawing this wide."""

    def __init__(self, bounds: insets.Box, *, width: float, margin: float = 6) -> None:
        south, west, north, east = bounds
        self._squeeze = math.cos(math.radians((south + north) / 2))
        self._scale = (width - 2 * margin) / max((east - west) * self._squeeze, 1e-9)
        self._west, self._north, self._margin = west, north, margin
        self.width, self.height = width, (north - south) * self._scale + 2 * margin

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        x = (lon - self._west) * self._squeeze * self._scale + self._margin
        return x, (self._north - lat) * self._scale + self._margin


def small(shapes: pd.DataFrame, layer: Layer, *, width: int, alt: str, key: str, labels: bool = False) -> str:
    """One map as inline SVG, without a title; `key` keeps its patterns apart from others' on the page."""
    drawn = insets.arranged(shapes)
    paper = Paper(drawn.bounds, width=width, margin=4)
    body = _areas(
        drawn, layer, paper, hatch=f"hatch-{key}", few=width > 500, labels=labels, digits=0 if width < 300 else 1
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {paper.width:.0f} {paper.height:.0f}" '
        f'role="img" aria-label="{escape(alt)}" font-family="{FONT}">{HATCH.format(id=f"hatch-{key}")}{body}</svg>'
    )


def tapped(shapes: pd.DataFrame, layer: Layer, *, width: int, alt: str, key: str, chosen: str | None) -> str:
    """The large map as inline SVG whose areas are tapped or reached by key; `chosen` is marked."""
    drawn = insets.arranged(shapes)
    paper = Paper(drawn.bounds, width=width, margin=4)
    if paper.height > TALLEST:
        paper = Paper(drawn.bounds, width=width * TALLEST / paper.height, margin=4)
    few, alt = len(shapes) <= layers.LABELS_UP_TO, escape(alt)
    body = _areas(drawn, layer, paper, hatch=f"hatch-{key}", few=few, labels=few, digits=1, chosen=chosen or "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {paper.width:.0f} {paper.height:.0f}" '
        f'class="map-tapped" role="group" aria-label="{alt}" font-family="{FONT}">'
        f"{HATCH.format(id=f'hatch-{key}')}{body}</svg>"
    )


def sheet(
    shapes: pd.DataFrame,
    layer: Layer,
    *,
    title: str = "",
    scope: str = "",
    notes: Sequence[str] = (),
    width: int = 1400,
) -> str:
    """The map as it stands, with legend and, for a file of its own, title, scope and notes."""
    few = len(shapes) <= layers.LABELS_UP_TO
    keys = layers.keys(layer, few=few)
    letters = int((width * 0.28 - 72) / LETTER)
    notes = [line for note in notes for line in textwrap.wrap(note, NOTE_WIDTH)]
    drawn = insets.arranged(shapes)
    paper = Paper(drawn.bounds, width=width * 0.7, margin=10)
    top = 2.6 * LINE if title else 0.0
    height = top + max(paper.height, _heights(keys, letters)[-1] + LINE) + (len(notes) + 1) * LINE
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" width="{width}" '
        f'height="{height:.0f}" font-family="{FONT}" fill="{TEXT}">{HATCH.format(id="hatch")}',
        f'<rect width="{width}" height="{height:.0f}" fill="#ffffff"/>',
        f'<text x="12" y="30" font-size="24" font-weight="600">{escape(title)}</text>',
        f'<text x="12" y="52" font-size="16">{escape(scope)}</text>',
        f'<g transform="translate(0 {top:.0f})">',
        _areas(drawn, layer, paper, hatch="hatch", few=few, labels=few, digits=1),
        "</g>",
        *(
            _key(key, x=width * 0.72, y=top + 20 + at, letters=letters)
            for key, at in zip(keys, _heights(keys, letters), strict=False)
        ),
        *(
            f'<text x="12" y="{height - (len(notes) - number) * LINE + 8:.0f}" font-size="15">{escape(note)}</text>'
            for number, note in enumerate(notes)
        ),
        "</svg>",
    ]
    return "".join(body)


def _heights(keys: Sequence[layers.Key], letters: int) -> list[float]:
    """Where each entry of the legend begins, and where the last one ends."""
    tall = [LINE * (1.4 + 0.85 * (len(textwrap.wrap(key.words, letters)) - 1)) for key in keys]
    return list(itertools.accumulate(tall, initial=0.0))


def scale(width: float) -> float:
    """How much smaller than on the large map circles are drawn at this width."""
    return 1.0 if width > 500 else width / 620


def image(svg: str, *, alt: str) -> str:
    """A drawing as an image in HTML."""
    return f'<img src="{inline.source(svg)}" alt="{escape(alt)}">'


def line(values: Sequence[float | None], *, top: float, alt: str, width: int = 150, height: int = 36) -> str:
    """A line over periods, the last one marked; all lines of a list share `top`."""
    step = (width - 12) / max(len(values) - 1, 1)
    spots = [
        (6 + number * step, height - 5 - (height - 10) * (value / top if top else 0))
        for number, value in enumerate(values)
        if value is not None and not pd.isna(value)
    ]
    if not spots:
        return ""
    drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    x, y = spots[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(alt)}"><polyline points="{drawn}" fill="none" stroke="#7f8f9f" '
        f'stroke-width="2"/><circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{LIGHT.bad}"/></svg>'
    )


def _areas(
    drawn: insets.Arranged,
    layer: Layer,
    paper: Paper,
    *,
    hatch: str,
    few: bool,
    labels: bool,
    digits: int,
    chosen: str | None = None,
) -> str:
    """`chosen`: the marked area of those that can be tapped; None where none can."""
    shapes, factor = drawn.shapes, scale(paper.width)
    areas = [
        _area(row, layer, _path(json.loads(row.geojson), paper, digits), hatch, chosen)
        for row in sorted(shapes.itertuples(), key=lambda row: row.code == chosen)  # its edge lies above the others'
    ]
    signs = list(shapes.dropna(subset=["label_lon", "label_lat"]).itertuples())
    spots = [_spot(row, layer, paper, few=few, labels=labels, factor=factor) for row in signs]
    places = names.places(spots)
    parts = [_symbol(spot, layer, place=places.get(spot.code, names.USUAL), full=factor == 1.0) for spot in spots]
    parts += [_frame(frame, paper) for frame in drawn.frames]
    return f'{"".join(areas)}<g pointer-events="none">{"".join(parts)}</g>'


def _frame(frame: insets.Frame, paper: Paper) -> str:
    """The frame of far islands with their name at its upper edge, in letters that fit."""
    south, west, north, east = frame.bounds
    (left, top), (right, bottom) = paper.at(west, north), paper.at(east, south)
    size = max(7, min(13, round((right - left) / (0.62 * len(frame.name)))))
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" fill="none" '
        f'stroke="{EDGE}"/>{_text(escape(frame.name), (left + right) / 2, top + size + 2, size=size, halo=True)}'
    )


def _area(row: Any, layer: Layer, path: str, hatch: str, chosen: str | None) -> str:
    said = escape(f"{row.name}: {layer.texts.get(row.code, '')}")
    fill = layers.fill(row.code, layer, hatch=f"url(#{hatch})")
    edge, tap = f'stroke="{EDGE}" stroke-width="0.7"', ""
    if chosen is not None:
        is_chosen = row.code == chosen
        tap = (
            f' data-row="{escape(row.code)}" tabindex="0" role="button" aria-pressed="{str(is_chosen).lower()}" '
            f'aria-label="{said}"'
        )
        edge = f'stroke="{TEXT}" stroke-width="3"' if is_chosen else edge
    return f'<path d="{path}" fill="{fill}" {edge} fill-rule="evenodd"{tap}><title>{said}</title></path>'


def _path(geometry: dict[str, Any], paper: Paper, digits: int) -> str:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [ring for polygon in polygons for ring in polygon]
    return "".join(
        "M" + "L".join(f"{x:.{digits}f} {y:.{digits}f}" for x, y in (paper.at(*point[:2]) for point in ring)) + "Z"
        for ring in rings
    )


def _spot(row: Any, layer: Layer, paper: Paper, *, few: bool, labels: bool, factor: float) -> names.Spot:
    x, y = paper.at(row.label_lon, row.label_lat)
    radius = layers.radius(row.code, layer, few=few or factor < 1) * factor
    named = (labels or row.code in layer.named) and not row.inset
    told = named or len(layer.texts) <= layers.LABELS_UP_TO
    beside = told and 0 < radius < layers.NUMBER_FROM and bool(layer.marks.get(row.code))
    return names.Spot(row.code, layers.short(row.name) if named else "", x, y, radius, beside)


def _symbol(spot: names.Spot, layer: Layer, *, place: names.Place, full: bool) -> str:
    """The circle of an area with its number, its name, and where the map is of `full` size the cases listed there."""
    x, y, radius = spot.x, spot.y, spot.radius
    mark = escape(layer.marks.get(spot.code, ""))
    parts = []
    if radius:
        hollow, shade = (layer.symbols or {})[spot.code] < 0, layers.symbol_colour(spot.code, layer)
        look = f'fill="none" stroke="{shade}" stroke-width="2.5"' if hollow else f'fill="{shade}" stroke="#fff"'
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {look} fill-opacity="{layers.SYMBOL_OPACITY}"/>'
        )
        if radius >= layers.NUMBER_FROM:
            colour = (TEXT if shade == layers.UNPROVEN_SYMBOL else shade) if hollow else "#ffffff"
            parts.append(_text(mark, x, y + 4.5, size=13, colour=colour, weight=700))
    if spot.beside:
        parts.append(_text(mark, x + radius + 9, y + 4.5, size=12, weight=700, halo=True))
    if spot.name:
        parts.append(_text(escape(spot.name), *spot.at(place), size=names.SIZE, halo=True))
    if spot.code in layer.listed and full:
        aside = radius + (26 if spot.beside else 10) if radius else -8
        parts.append(_listed(layer.listed[spot.code], x + aside, y + (0 if radius else -14)))
    return "".join(parts)


def _listed(number: int, x: float, y: float) -> str:
    """A diamond and how many cases: drawn, because fonts differ in which signs they have."""
    words = _text(str(number), x + 13, y + 4.5, size=13, colour=layers.LISTED, weight=700, halo=True)
    return _diamond(x, y, 5.5) + words


def _diamond(x: float, y: float, half: float) -> str:
    path = f"M{x:.1f} {y - half:.1f}l{half} {half}l{-half} {half}l{-half} {-half}z"
    return f'<path d="{path}" fill="{layers.LISTED}" stroke="#ffffff"/>'


def _text(
    text: str, x: float, y: float, *, size: int, colour: str = TEXT, weight: int = 600, halo: bool = False
) -> str:
    edge = ' stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round"' if halo else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" text-anchor="middle" '
        f'fill="{colour}"{edge}>{text}</text>'
    )


def _key(key: layers.Key, *, x: float, y: float, letters: int) -> str:
    if key.shape == "words":
        return _lines(key.words, x + 10, y, letters=letters)
    return _sign(key, x=x, y=y) + _lines(key.words, x + 66, y, letters=letters)


def _sign(key: layers.Key, *, x: float, y: float) -> str:
    if key.shape == "circle":
        fill = "none" if key.fill == "transparent" else key.fill
        look = f'r="{min(key.radius, 16):.1f}" fill="{fill}" stroke="{key.edge}"'
        return f'<circle cx="{x + 28:.0f}" cy="{y:.0f}" {look}/>'
    if key.shape == "diamond":
        return _diamond(x + 28, y, 8)
    fill = "url(#hatch)" if key.shape == "hatch" else key.fill
    return f'<rect x="{x + 10:.0f}" y="{y - 9:.0f}" width="36" height="18" fill="{fill}" stroke="{EDGE}"/>'


def _lines(words: str, x: float, y: float, *, letters: int) -> str:
    """Words of the legend, as many lines as they need."""
    return "".join(
        f'<text x="{x:.0f}" y="{y + 5 + number * LINE * 0.85:.0f}" font-size="16">{escape(line)}</text>'
        for number, line in enumerate(textwrap.wrap(words, letters))
    )
