"""The power diagram of seeds in an outline, its weights relaxed until every cell has the area asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
import shapely
from numpy.typing import NDArray
from scipy.sparse.linalg import spsolve
from scipy.spatial import ConvexHull
from shapely import Geometry

Floats = NDArray[np.float64]

TOLERANCE = 0.002
"""Largest relative error of a cell's area."""
MAX_STEPS = 60


class NotRelaxedError(Exception):
    """No weights were found that give every cell its area."""


@dataclass(frozen=True)
class _Diagram:
    """Cells of one choice of weights, their areas, and the pairs that touch with the length of their border."""

    cells: NDArray[np.object_]
    areas: Floats
    pairs: NDArray[np.int64]
    borders: Floats


def relaxed(points: Floats, targets: Floats, domain: Geometry) -> NDArray[np.object_]:
    """Damped Newton on the weights (Kitagawa, Mérigot and Thibert 2019) until every cell has its area."""
    weights = np.zeros(len(points))
    now = _diagram(points, weights, domain)
    floor = 0.5 * min(now.areas.min(), targets.min())
    for _ in range(MAX_STEPS):
        missing = targets - now.areas
        if np.abs(missing / targets).max() < TOLERANCE:
            return now.cells
        direction = _newton(points, now, missing)
        step = 1.0
        while True:
            tried = _diagram(points, weights + step * direction, domain)
            better = np.linalg.norm(targets - tried.areas) <= (1 - step / 2) * np.linalg.norm(missing)
            if (tried.areas.min() >= floor and better) or step < 1e-4:
                break
            step /= 2
        weights, now = weights + step * direction, tried
    raise NotRelaxedError


def _newton(points: Floats, now: _Diagram, missing: Floats) -> Floats:
    """The change of weights that would, to first order, add the missing area to each cell."""
    first, second = now.pairs.T
    rate = now.borders / (2 * np.hypot(*(points[first] - points[second]).T))
    count = len(points)
    off = sparse.coo_array((rate, (first, second)), shape=(count, count)).tocsr()
    graph = off + off.T
    laplacian = sparse.diags_array(graph.sum(axis=1)) - graph
    # The weights are known up to one constant; a grain on the diagonal picks the one of least size.
    grain = sparse.eye_array(count) * (1e-9 * float(graph.sum()) / count)
    return np.asarray(spsolve((laplacian + grain).tocsc(), missing))


def _diagram(points: Floats, weights: Floats, domain: Geometry) -> _Diagram:
    """The power diagram clipped to the domain."""
    corners, pairs, sides = _power(points, weights)
    cells = shapely.make_valid(shapely.polygons(corners))
    shapely.prepare(domain)
    edge = ~shapely.contains(domain, cells)
    cells[edge] = _areas_only(shapely.intersection(cells[edge], domain))
    borders = shapely.linestrings(sides)
    crossing = ~shapely.contains(domain, borders)
    borders[crossing] = shapely.intersection(borders[crossing], domain)
    return _Diagram(cells, shapely.area(cells), pairs, shapely.length(borders))


def _areas_only(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Polygons alone: a cell that touches the outline in a point or line also gives those."""
    mixed = shapely.get_type_id(shapes) == shapely.GeometryType.GEOMETRYCOLLECTION
    for index in np.flatnonzero(mixed):
        parts = [part for part in shapely.get_parts(shapes[index]) if part.area > 0]
        shapes[index] = shapely.union_all(parts)
    return shapes


def _power(points: Floats, weights: Floats) -> tuple[list[Geometry], NDArray[np.int64], Floats]:
    """Cells of the unclipped power diagram: rings, touching pairs (i < j) and their borders as two end points.

    Seeds are lifted to z = |p|² - w; the lower convex hull is the regular triangulation, whose triangles give the
    diagram's corners. Far seeds close the outer cells.
    """
    count = len(points)
    far = 40.0 * np.array([[np.cos(a), np.sin(a)] for a in np.linspace(0, 2 * np.pi, 9)[:-1] + 0.1])
    seeds = np.vstack([points, far])
    lifted = np.concatenate([(points**2).sum(axis=1) - weights, (far**2).sum(axis=1)])
    hull = ConvexHull(np.column_stack([seeds, lifted]))
    triangles = hull.simplices[hull.equations[:, 2] < 0]
    normals = hull.equations[hull.equations[:, 2] < 0]
    corners = -normals[:, :2] / normals[:, 2:3] / 2
    rings = [_ring(index, triangles, corners) for index in range(count)]
    return rings, *_borders(triangles, corners, count)


def _ring(index: int, triangles: NDArray[np.int32], corners: Floats) -> Geometry:
    """The cell of one seed: the corners of its triangles in order around their middle; empty for a swallowed seed."""
    around = corners[(triangles == index).any(axis=1)]
    if len(around) < 3:
        return shapely.linearrings(np.zeros((4, 2)))
    middle = around.mean(axis=0)
    order = np.argsort(np.arctan2(around[:, 1] - middle[1], around[:, 0] - middle[0]))
    return shapely.linearrings(around[order])


def _borders(triangles: NDArray[np.int32], corners: Floats, count: int) -> tuple[NDArray[np.int64], Floats]:
    """Each side shared by two triangles is a border of the diagram; those towards far seeds are left out."""
    sides = np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    owner = np.tile(np.arange(len(triangles)), 3)
    order = np.lexsort((sides[:, 1], sides[:, 0]))
    sides, owner = sides[order], owner[order]
    twin = (sides[1:] == sides[:-1]).all(axis=1) & (sides[1:, 1] < count)
    ends = np.stack([corners[owner[:-1][twin]], corners[owner[1:][twin]]], axis=1)
    return sides[1:][twin].astype(np.int64), ends
