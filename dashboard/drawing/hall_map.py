"""The map of overdue matters as a figure for a hall: circles by count, the three largest numbered and named below."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing import hall as drawing
from dashboard.drawing import insets, layers, map_picture
from dashboard.words import numbers as vi

NAMED = 3
BELOW = drawing.LINE + NAMED * drawing.LINE + 16


def draw(shapes: pd.DataFrame, areas: pd.DataFrame, *, alt: str, caption: str, height: int) -> str:
    """The figure, "" without a map or without an overdue matter.

    Args:
        shapes: an answer of `boundaries`, in the division of `areas`.
        areas: an answer of `area_measures`; a withheld count is missing.
    """
    known = areas[areas["name"].notna() & (areas["overdue"] > 0).fillna(False)]
    if shapes.empty or known.empty:
        return ""
    ordered = known.sort_values(["overdue", "area_code"], ascending=[False, True])
    top = ordered.head(NAMED)
    arranged = insets.arranged(shapes)
    paper = _paper(arranged.bounds, room=height - BELOW)
    drawn = map_picture.small(shapes, _layer(areas), width=int(paper.width), alt=alt, key=f"deck-{height}")
    left = (drawing.WIDTH - paper.width) / 2
    parts = [
        drawing.text(caption, 0, 30, tint="quiet"),
        f'<g transform="translate({left:.0f} {drawing.LINE})">',
        drawn.replace("<svg ", f'<svg width="{paper.width:.0f}" height="{paper.height:.0f}" ', 1),
        _numbers(arranged.shapes, top, paper),
        "</g>",
        _named(top, height=height),
    ]
    said = ", ".join(f"{name} {vi.count(late)}" for name, late in zip(top["name"], top["overdue"], strict=True))
    return drawing.sheet("".join(parts), alt=f"{alt}. {said}", height=height)


def _paper(bounds: insets.Box, *, room: int) -> map_picture.Paper:
    """As wide as the sheet, narrower where the province would be too high."""
    paper = map_picture.Paper(bounds, width=drawing.WIDTH, margin=4)
    wide = int(min(drawing.WIDTH, drawing.WIDTH * room / paper.height))
    return map_picture.Paper(bounds, width=wide, margin=4)


def _layer(areas: pd.DataFrame) -> layers.Layer:
    named = areas.dropna(subset=["area_code"])
    counts = {
        str(code): float("nan") if vi.is_missing(late) else float(late)
        for code, late in zip(named["area_code"], named["overdue"], strict=True)
    }
    return layers.circles(counts, marked=False)


def _numbers(shapes: pd.DataFrame, top: pd.DataFrame, paper: map_picture.Paper) -> str:
    """1, 2, 3 on the areas named below."""
    places = shapes.set_index("code")[["label_lon", "label_lat"]].dropna()
    parts = []
    for rank, code in enumerate(top["area_code"], start=1):
        if code in places.index:
            x, y = paper.at(*places.loc[code])
            parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="22" class="rank"/>')
            parts.append(drawing.text(str(rank), x, y + 11, tint="on-rank", anchor="middle", bold=True))
    return "".join(parts)


def _named(top: pd.DataFrame, *, height: int) -> str:
    first = height - (len(top) - 1) * drawing.LINE - 8
    parts = []
    for rank, (name, late) in enumerate(zip(top["name"], top["overdue"], strict=True)):
        y = first + rank * drawing.LINE
        parts.append(drawing.text(f"{rank + 1}", 4, y, bold=True))
        parts.append(drawing.text(drawing.fitted(str(name), width=400), 44, y))
        parts.append(drawing.text(vi.count(late), drawing.WIDTH, y, tint="bad", anchor="end", bold=True))
    return "".join(parts)
