"""Coverages: polygons that tile an area without gaps or overlaps, and how to keep them so."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry

DECIMALS = 4
"""Four decimals of a degree are 11 m: below what a province-wide map can show."""


def rounded(cells: Sequence[Geometry] | NDArray[np.object_], *, decimals: int = DECIMALS) -> list[Geometry]:
    """The same polygons with coordinates of so many decimals, still without gaps or overlaps.

    All edges are noded together on the grid and the faces given back to the cell they lie in; rounding each polygon by
    itself would open slivers. A cell smaller than the grid comes back empty.
    """
    grid = 10.0**-decimals
    whole = np.asarray(cells, dtype=object)
    edges = shapely.union_all(shapely.set_precision(shapely.boundary(whole), grid), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize([edges]))
    owners = _owners(faces, whole)
    merged = [shapely.coverage_union_all(faces[owners == index]) for index in range(len(whole))]
    return [_exact(cell, decimals) for cell in merged]


def _owners(faces: NDArray[np.object_], cells: NDArray[np.object_]) -> NDArray[np.int64]:
    """For each face the index of the cell that it shares most area with; -1 for a hole between cells."""
    owners = np.full(len(faces), -1, dtype=np.int64)
    face_at, cell_at = shapely.STRtree(cells).query(faces)
    shared = shapely.area(shapely.intersection(faces[face_at], cells[cell_at]))
    for index in np.argsort(shared, kind="stable"):
        if shared[index] > 0.5 * faces[face_at[index]].area or (shared[index] > 0 and owners[face_at[index]] < 0):
            owners[face_at[index]] = cell_at[index]
    gap = np.zeros(len(faces))
    np.add.at(gap, face_at, shared)
    owners[gap < 0.5 * shapely.area(faces)] = -1
    return owners


def _exact(cell: Geometry, decimals: int) -> Geometry:
    """Coordinates printed short: 105.1234 and not 105.12340000000001."""
    return shapely.normalize(shapely.transform(cell, lambda xy: np.round(xy, decimals)))


def holes_filled(area: Geometry, *, below: float | None = None) -> Geometry:
    """The polygons without their holes (or without holes smaller than `below`, in square units of the coordinates)."""
    parts = [
        shapely.Polygon(
            part.exterior,
            [ring for ring in part.interiors if below is not None and shapely.Polygon(ring).area >= below],
        )
        for part in shapely.get_parts(area)
    ]
    return shapely.union_all(parts)


def label_point(cell: Geometry) -> tuple[float, float]:
    """A point well inside the largest part: where a name can be written."""
    largest = max(shapely.get_parts(cell), key=shapely.area)
    width = np.sqrt(largest.area)
    centre = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=width / 50), 0)
    point = shapely.transform(centre, lambda xy: np.round(xy, DECIMALS))
    if not shapely.contains(cell, point):
        point = largest.representative_point()
    return float(point.x), float(point.y)


def overlap_area(cells: Sequence[Geometry] | NDArray[np.object_]) -> float:
    """The area covered more than once, in square units of the coordinates."""
    whole = np.asarray(cells, dtype=object)
    left, right = shapely.STRtree(whole).query(whole, predicate="intersects")
    pairs = left < right
    return float(shapely.area(shapely.intersection(whole[left[pairs]], whole[right[pairs]])).sum())
