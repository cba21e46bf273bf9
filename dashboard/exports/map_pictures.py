"""The map that goes into reports and slides by itself: overdue matters by former district at the end of the period."""

from __future__ import annotations

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.briefing import Material
from dashboard.drawing import insets, layers, map_picture, map_png
from dashboard.exports.picture import Picture
from dashboard.words import files as words
from dashboard.words import numbers as vi

NAMED = 3
WIDTH = 1000  # small enough that names can be read on half a page


def of(material: Material, answers: Answers) -> list[Picture]:
    """One picture; none where the snapshot has no shapes or nothing is overdue."""
    shapes = answers.ask("boundaries", division="district")
    areas = material.tables["areas"]
    known = areas[areas["area_code"].isin(shapes["code"]) & (areas["overdue"] > 0)]
    if known.empty:
        return []
    until = vi.date(material.windows.now.end)
    image = map_png.draw(map_picture.sheet(shapes, _layer(shapes, known), notes=insets.notes(shapes), width=WIDTH))
    title = words.MAP_TITLE.format(until=until)
    return [Picture(title, image.png, image.width, image.height, f"{title}: {_most(known)}")]


def _layer(shapes: pd.DataFrame, known: pd.DataFrame) -> layers.Layer:
    late = dict(zip(known["area_code"], known["overdue"].astype(float), strict=True))
    return layers.circles({code: late.get(code, 0.0) for code in shapes["code"]})


def _most(known: pd.DataFrame) -> str:
    top = known.sort_values(["overdue", "area_code"], ascending=[False, True]).head(NAMED)
    return ", ".join(f"{name} {vi.count(late)}" for name, late in zip(top["name"], top["overdue"], strict=True))
