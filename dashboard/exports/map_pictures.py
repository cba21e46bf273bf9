"""The maps that go into reports and slides by themselves: overdue matters by area at the end of the period."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.briefing import Section
from dashboard.briefing.topic import AreaMap
from dashboard.drawing import insets, layers, map_picture, map_png
from dashboard.exports.picture import Picture
from dashboard.words import numbers as vi

NAMED = 3
WIDTH = 640  # its names are 9 points on a page, and can be read on half of one


def of(sections: Sequence[Section], answers: Answers) -> list[Picture]:
    """A picture for each section with a map; none where the snapshot has no shapes or nothing is overdue."""
    mapped = [(section.id, section.area_map) for section in sections if section.area_map]
    shapes = answers.ask("boundaries", division="district") if mapped else pd.DataFrame()
    drawn = [_picture(section, shown, shapes) for section, shown in mapped]
    return [picture for picture in drawn if picture]


def _picture(section: str, shown: AreaMap, shapes: pd.DataFrame) -> Picture | None:
    areas = shown.areas
    known = areas[areas["area_code"].isin(shapes["code"]) & (areas["overdue"] > 0)]
    if known.empty:
        return None
    image = map_png.draw(map_picture.sheet(shapes, _layer(shapes, known), notes=insets.notes(shapes), width=WIDTH))
    said = f"{shown.title}: {_most(known)}"
    return Picture(shown.title, image.png, image.width, image.height, said, section)


def _layer(shapes: pd.DataFrame, known: pd.DataFrame) -> layers.Layer:
    late = dict(zip(known["area_code"], known["overdue"].astype(float), strict=True))
    return layers.circles({code: late.get(code, 0.0) for code in shapes["code"]})


def _most(known: pd.DataFrame) -> str:
    top = known.sort_values(["overdue", "area_code"], ascending=[False, True]).head(NAMED)
    return ", ".join(f"{name} {vi.count(late)}" for name, late in zip(top["name"], top["overdue"], strict=True))
