"""Where frames of far islands stand beside the land, all in kilometres of one plane."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry

Box = tuple[float, float, float, float]
"""West, south, east, north here; on a map south, west, north, east."""
Floats = NDArray[np.float64]
SHAPE = 1.4
"""Width of the usual drawing, of its height."""
SIDE, GAP = 0.23, 0.02
"""A frame's side and distance, of the drawing's height."""
SEEN = 0.5
"""How much a frame on the wrong side of the land counts against a smaller drawing."""


def places(land: Geometry, islands: Sequence[Geometry]) -> list[Box]:
    """Where each island's frame stands: off the land, where it makes the drawing least smaller, towards the island."""
    west, south, east, north = land.bounds
    height = _height(*land.bounds)
    side, gap = SIDE * height, GAP * height
    taken = shapely.buffer(land, gap, quad_segs=2)
    steps = [
        np.arange(low - 2 * (side + gap), high + 2 * (side + gap), side / 6)
        for low, high in ((west, east), (south, north))
    ]
    low = np.stack(np.meshgrid(*steps), axis=-1).reshape(-1, 2)
    boxes = shapely.box(*low.T, *(low + side).T)
    middle = np.array([(west + east) / 2, (south + north) / 2])
    around, found = land.bounds, []
    for island in islands:
        shapely.prepare(taken)
        free = np.flatnonzero(~shapely.intersects(taken, boxes))
        towards = shapely.get_coordinates(island.centroid)[0] - middle
        best = free[np.argmin(_costs(low[free], side, around, middle, towards))]
        taken = shapely.union(taken, shapely.buffer(boxes[best], gap, join_style="mitre"))
        around = shapely.union(shapely.box(*around), boxes[best]).bounds
        found.append(boxes[best].bounds)
    return found


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
