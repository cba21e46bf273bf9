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

from dashboard.drawing import layers
from dashboard.drawing.shapes import is_schematic
from dashboard.words import legend

FAR_KM = 18.0
"""Gap between shapes from which on an island is far: Cồn Cỏ and Lý Sơn are farther out, Cù Lao Chàm is not."""
SMALL_KM = 15.0
"""Islets of one unit that are smaller than this share a frame however far apart they lie."""
SHAPE = 1.4
"""Width of the usual drawing, of its height."""
SIDE, GAP, FILLED = 0.23, 0.02, 0.55
"""A frame's side and distance, of the drawing's height; how much of the frame its island fills."""
SEEN = 0.3
"""How much a frame on the wrong side of the land counts against a smaller drawing."""
DEGREE_KM = 111.0

Box = tuple[float, float, float, float]
Floats = NDArray[np.float64]


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
    places = _places(land.shape, islands)
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


def _places(land: Geometry, islands: Sequence[_Island]) -> list[Box]:
    """Where each island's frame stands: off the land, where it makes the drawing least smaller, towards the island."""
    west, south, east, north = land.bounds
    height = _height(*land.bounds)
    side, gap = SIDE * height, GAP * height
    taken = shapely.buffer(land, gap, quad_segs=2)
    steps = [
        np.arange(low - side - gap, high + gap + side / 6, side / 6) for low, high in ((west, east), (south, north))
    ]
    low = np.stack(np.meshgrid(*steps), axis=-1).reshape(-1, 2)
    boxes = shapely.box(*low.T, *(low + side).T)
    middle = np.array([(west + east) / 2, (south + north) / 2])
    around, places = land.bounds, []
    for island in islands:
        shapely.prepare(taken)
        free = np.flatnonzero(~shapely.intersects(taken, boxes))
        towards = shapely.get_coordinates(island.shape.centroid)[0] - middle
        best = free[np.argmin(_costs(low[free], side, around, middle, towards))]
        taken = shapely.union(taken, shapely.buffer(boxes[best], gap, join_style="mitre"))
        around = shapely.union(shapely.box(*around), boxes[best]).bounds
        places.append(boxes[best].bounds)
    return places


def _height(west: float, south: float, east: float, north: float) -> float:
    """Of the usual drawing that holds this box."""
    return max((east - west) / SHAPE, north - south)


def _costs(low: Floats, side: float, around: Box, middle: Floats, towards: Floats) -> Floats:
    """Of a frame at each lower left corner: how much smaller the drawing becomes, how far off its direction."""
    west, south, east, north = around
    width = np.maximum(low[:, 0] + side, east) - np.minimum(low[:, 0], west)
    height = np.maximum(low[:, 1] + side, north) - np.minimum(low[:, 1], south)
    before = _height(*around)
    way = low + side / 2 - middle
    angle = np.arctan2(*way.T[::-1]) - math.atan2(*towards[::-1])
    return (
        np.maximum(width / SHAPE, height) / before + SEEN * (1 - np.cos(angle)) / 2 + 0.01 * np.hypot(*way.T) / before
    )


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
