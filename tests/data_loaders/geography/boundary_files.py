"""Boundary files for tests, made from the schematic, and someone who answers an import's questions."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data_loaders.geography import tcvn3
from data_loaders.geography.boundary_file import FileError

EQUAL_AREA = "+proj=cea +lat_ts=16 +datum=WGS84"


def as_file(drawn: pd.DataFrame, level: str) -> gpd.GeoDataFrame:
    """What an office's file holds: a code, a name, the shape."""
    rows = drawn[drawn["level"] == level]
    shapes = shapely.from_geojson(rows["geojson"].to_numpy())
    columns = {"MA": rows["code"].to_numpy(), "TEN": rows["name"].to_numpy()}
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326")


class Asked:
    """Someone at the keyboard who says yes (or no) and remembers what was said."""

    def __init__(self, *, agrees: bool = True):
        self.agrees, self.questions, self.told = agrees, [], []

    def confirm(self, question: str) -> None:
        self.questions.append(question)
        if not self.agrees:
            raise FileError("không")

    @property
    def text(self) -> str:
        return "\n".join(self.told)


def overlap(table: pd.DataFrame, drawn: pd.DataFrame, level: str = "commune") -> pd.Series:
    """Intersection over union of each unit with what the file was made from."""
    both = table[table["level"] == level].merge(drawn[drawn["level"] == level], on="code", suffixes=("", "_drawn"))
    now, then = (shapely.from_geojson(both[column].to_numpy()) for column in ("geojson", "geojson_drawn"))
    common = shapely.area(shapely.intersection(now, then))
    return pd.Series(common / (shapely.area(now) + shapely.area(then) - common), index=both["code"])


def shift_m(table: pd.DataFrame, drawn: pd.DataFrame) -> float:
    """How far the whole map lies off, in metres."""
    both = table.merge(drawn, on=["level", "code"], suffixes=("", "_drawn"))
    now, then = (
        gpd.GeoSeries(list(shapely.from_geojson(both[column].to_numpy())), crs=4326).to_crs(EQUAL_AREA).centroid
        for column in ("geojson", "geojson_drawn")
    )
    return float(np.hypot(np.median(now.x - then.x), np.median(now.y - then.y)))


def encoded(text: str) -> str:
    """Unicode → TCVN3 as Latin-1 reads it; toned capitals have no bytes, their fonts show the small ones."""
    back = {letter: chr(code) for code, letter in tcvn3.TABLE.items()}
    return "".join(back.get(letter) or back.get(letter.lower(), letter) for letter in text)


def overlap_area(cells: list[shapely.Geometry]) -> float:
    """The area covered more than once, in square units of the coordinates."""
    whole = np.asarray(cells, dtype=object)
    left, right = shapely.STRtree(whole).query(whole, predicate="intersects")
    pairs = left < right
    return float(shapely.area(shapely.intersection(whole[left[pairs]], whole[right[pairs]])).sum())
