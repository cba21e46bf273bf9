"""Far islands in frames of their own beside the land, so that the land fills the map.

An island that lies far from the rest of what is drawn is moved and resized into a frame that carries its name; a shape
in a frame keeps its code, colour and tap. What lies near stays where it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely import Geometry

from dashboard.drawing import frame_places, layers
from dashboard.drawing.shapes import is_schematic
from dashboard.words import legend

FAR_KM = 18.0
"""Gap between shapes from which on an island is far: Cồn Cỏ and Lý Sơn are farther out, Cù Lao Chàm is not."""
SMALL_KM = 15.0
"""Islets of one unit that are smaller than this share a frame however far apart they lie."""
FILLED = 0.55
"""How much of a frame its island fills."""
DEGREE_KM = 111.0

Box = frame_places.Box
Floats = frame_places.Floats


@dataclass(frozen=True)
class Frame:
    """A frame around islands: their name, and where it stands (south, west, north, east, in degrees of the map)."""

    name: str
    bounds: Box


@dataclass(frozen=True)
class Arranged:
    """Shapes as they are drawn: those of `boundaries` with far islands moved, and `inset` (true for a moved one).

    bounds: south, west, north, east of everything, frames included.
    """

    shapes: pd.DataFrame
    frames: tuple[Frame, ...]
    bounds: Box


def arranged(shapes: pd.DataFrame) -> Arranged:
    """Far islands in frames. `shapes`: code, name, geojson, label_lon, label_lat, at least one row."""
    rows = tuple(shapes[["name", "geojson", "label_lon", "label_lat"]].itertuples(index=False, name=None))
    moved, frames, bounds = _arranged(rows)
    columns = dict(zip(("geojson", "label_lon", "label_lat", "inset"), zip(*moved, strict=True), strict=True))
    return Arranged(shapes.assign(**{name: list(values) for name, values in columns.items()}), frames, bounds)


def notes(shapes: pd.DataFrame) -> list[str]:
    """What has to be said below a map of these shapes: that it is a schematic, that islands stand elsewhere."""
    said = {
        legend.SCHEMATIC: is_schematic(shapes),
        legend.INSETS: len(shapes) > 0 and bool(arranged(shapes).frames),
    }
    return [words for words, holds in said.items() if holds]


@dataclass(frozen=True)
class _Island:
    """Parts that stand together (positions among all parts), in kilometres."""

    parts: NDArray[np.int64]
    shape: Geometry

    @property
    def size(self) -> float:
        west, south, east, north = self.shape.bounds
        return max(east - west, north - south)


@lru_cache(maxsize=64)
def _arranged(
    rows: tuple[tuple[str, str, float, float], ...],
) -> tuple[list[tuple[object, ...]], tuple[Frame, ...], Box]:
    names = [name for name, *_ in rows]
    whole = shapely.from_geojson([geojson for _, geojson, *_ in rows])
    plane = _Plane(whole)
    parts, owner = shapely.get_parts(plane.km(whole), return_index=True)
    land, *islands = _islands(parts, owner)
    if not islands:
        return [(*row[1:], False) for row in rows], (), plane.bounds(land.shape.bounds)
    places = frame_places.places(land.shape, [island.shape for island in islands])
    frames = [
        Frame(_name(island, parts, owner, names, plane), plane.bounds(place))
        for island, place in zip(islands, places, strict=True)
    ]
    moves = {
        index: _move(island, place) for island, place in zip(islands, places, strict=True) for index in island.parts
    }
    drawn = [_row(number, row, parts, owner, moves, plane) for number, row in enumerate(rows)]
    around = shapely.union_all([land.shape, *(shapely.box(*place) for place in places)]).bounds
    return drawn, tuple(frames), plane.bounds(around)


class _Plane:
    """Between degrees and kilometres around the middle of what is drawn."""

    def __init__(self, shapes: NDArray[np.object_]) -> None:
        _, south, _, north = shapely.total_bounds(shapes)
        self._unit = np.array([DEGREE_KM * math.cos(math.radians((south + north) / 2)), DEGREE_KM])

    def km(self, shapes: NDArray[np.object_]) -> NDArray[np.object_]:
        return np.asarray(shapely.transform(shapes, lambda xy: xy * self._unit))

    def degrees(self, shape: Geometry) -> Geometry:
        return shapely.transform(shape, lambda xy: xy / self._unit)

    def bounds(self, box: Box) -> Box:
        """South, west, north, east in degrees."""
        west, south, east, north = (np.array(box) / np.tile(self._unit, 2)).tolist()
        return south, west, north, east


def _islands(parts: NDArray[np.object_], owner: NDArray[np.int64]) -> list[_Island]:
    """What stands together: the land (largest) first, then islands by size; islets of one unit together."""
    lands = shapely.get_parts(shapely.union_all(shapely.buffer(parts, FAR_KM / 2, quad_segs=2)))
    part, land = shapely.STRtree(lands).query(parts, predicate="intersects")
    member = np.zeros(len(parts), dtype=np.int64)
    member[part] = land
    found = [np.flatnonzero(member == index) for index in range(len(lands))]
    made = sorted((_island(parts, group) for group in found if len(group)), key=lambda one: -one.shape.area)
    return [made[0], *_gathered(made[1:], parts, owner)]


def _island(parts: NDArray[np.object_], group: NDArray[np.int64]) -> _Island:
    return _Island(group, shapely.multipolygons(parts[group]))


def _gathered(islands: list[_Island], parts: NDArray[np.object_], owner: NDArray[np.int64]) -> Iterator[_Island]:
    """Small islands of one unit as one."""
    keys = [
        int(owner[island.parts].min()) if island.size < SMALL_KM else -1 - number
        for number, island in enumerate(islands)
    ]
    for key in dict.fromkeys(keys):
        same = [island.parts for island, own in zip(islands, keys, strict=True) if own == key]
        yield _island(parts, np.concatenate(same))


def _move(island: _Island, place: Box) -> tuple[float, Floats, Floats]:
    """Factor, old and new middle; the new one a little low, its name stands above."""
    west, south, east, _ = place
    side = east - west
    factor = side * FILLED / max(island.size, 1e-9)
    old = shapely.get_coordinates(island.shape.envelope.centroid)[0]
    return factor, old, np.array([(west + east) / 2, south + side * 0.42])


def _moved(shape: Geometry, move: tuple[float, Floats, Floats]) -> Geometry:
    factor, old, new = move
    return shapely.transform(shape, lambda xy: (xy - old) * factor + new)


def _row(
    number: int,
    row: tuple[str, str, float, float],
    parts: NDArray[np.object_],
    owner: NDArray[np.int64],
    moves: dict[int, tuple[float, Floats, Floats]],
    plane: _Plane,
) -> tuple[object, ...]:
    """geojson, label_lon, label_lat, inset of one row."""
    _, geojson, lon, lat = row
    mine = np.flatnonzero(owner == number).tolist()
    if not any(index in moves for index in mine):
        return geojson, lon, lat, False
    drawn = [_moved(parts[index], moves[index]) if index in moves else parts[index] for index in mine]
    shape = plane.degrees(drawn[0] if len(drawn) == 1 else shapely.multipolygons(drawn))
    text = shapely.to_geojson(shape)
    label = plane.km(np.array([shapely.Point(lon, lat)], dtype=object))[0]
    at = mine[int(np.argmin(shapely.distance(parts[mine], label)))] if pd.notna(lon) else -1
    if at not in moves:
        return text, lon, lat, False
    point = plane.degrees(_moved(label, moves[at]))
    return text, point.x, point.y, True


def _name(
    island: _Island, parts: NDArray[np.object_], owner: NDArray[np.int64], names: Sequence[str], plane: _Plane
) -> str:
    """Of the units whose largest part stands here; of an island cut off from its unit, its own."""
    units = dict.fromkeys(owner[island.parts].tolist())
    areas = shapely.area(parts)
    largest = {unit: int(np.argmax(np.where(owner == unit, areas, -1))) for unit in units}
    here = [names[unit] for unit in units if largest[unit] in island.parts]
    if here:
        return ", ".join(layers.short(name) for name in here)
    place = plane.degrees(island.shape.centroid)
    near = [name for name, lon, lat in legend.FAR_ISLANDS if math.hypot(place.x - lon, place.y - lat) < 0.3]
    return near[0] if near else layers.short(names[owner[island.parts[0]]])
