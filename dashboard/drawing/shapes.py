"""The shapes of areas (answers of `boundaries`): their extent, and whether they are true or schematic."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

SCHEMATIC = "schematic"


def is_schematic(shapes: pd.DataFrame) -> bool:
    """Whether any of them is a cell around a centre instead of a surveyed boundary."""
    return bool(shapes["basis"].eq(SCHEMATIC).any())


def bounds(shapes: pd.DataFrame) -> tuple[float, float, float, float]:
    """South, west, north, east of all shapes."""
    found = [point for text in shapes["geojson"] for point in points(json.loads(text)["coordinates"])]
    longitudes, latitudes = zip(*found, strict=True)
    return min(latitudes), min(longitudes), max(latitudes), max(longitudes)


def points(coordinates: Any) -> list[tuple[float, float]]:
    """All points of a geometry's coordinates, however deep they lie."""
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [point for part in coordinates for point in points(part)]
