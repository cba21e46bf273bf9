"""The power diagram of seeds: the plane divided by squared distance less weight, every seed in its own cell."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import ConvexHull
from shapely import Geometry

Floats = NDArray[np.float64]

WITHIN = 0.7
"""Largest difference of two weights, of their squared distance: a border stays 0.15 of the way from either seed."""


def cells(points: Floats, radii: Floats) -> NDArray[np.object_]:
    """One convex polygon a seed (at least two, no two in one place), the outer ones reaching far out.

    The weight is the square of the seed's radius, less where a neighbour would lose its own seed.
    """
    scale = float(np.ptp(points, axis=0).max())
    middle = points.mean(axis=0)
    weights = holding(points, radii) / scale**2
    polygons = shapely.polygons(_power((points - middle) / scale, weights))
    return np.asarray(shapely.transform(polygons, lambda xy: xy * scale + middle))


def holding(points: Floats, radii: Floats) -> Floats:
    """The largest weights, none above its radius squared, with which every seed lies well inside its own cell.

    A seed holds its place when no other weight exceeds its own by as much as their squared distance.
    """
    room = WITHIN * ((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)
    weights = np.asarray(radii, dtype=float) ** 2
    while True:
        lower = (weights[:, None] + room).min(axis=0)
        if np.array_equal(lower, weights):
            return weights
        weights = lower


def _power(points: Floats, weights: Floats) -> list[Geometry]:
    """Rings of the power diagram.

    Seeds are lifted to z = |p|² - w; the lower convex hull is the regular triangulation, whose triangles give the
    diagram's corners. Far seeds close the outer cells.
    """
    far = 40.0 * np.array([[np.cos(a), np.sin(a)] for a in np.linspace(0, 2 * np.pi, 9)[:-1] + 0.1])
    lifted = np.concatenate([(points**2).sum(axis=1) - weights, (far**2).sum(axis=1)])
    hull = ConvexHull(np.column_stack([np.vstack([points, far]), lifted]))
    below = hull.equations[:, 2] < 0
    normals = hull.equations[below]
    corners = -normals[:, :2] / normals[:, 2:3] / 2
    return [_ring(index, hull.simplices[below], corners) for index in range(len(points))]


def _ring(index: int, triangles: NDArray[np.int32], corners: Floats) -> Geometry:
    """The cell of one seed: the corners of its triangles in order around their middle."""
    around = corners[(triangles == index).any(axis=1)]
    middle = around.mean(axis=0)
    order = np.argsort(np.arctan2(around[:, 1] - middle[1], around[:, 0] - middle[0]))
    return shapely.linearrings(around[order])
