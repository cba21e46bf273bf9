"""Coverages: polygons that tile an area without gaps or overlaps, and how to keep them so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
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
    # A sliver moved by the rounding may end up beside the cell it was part of: it goes to the cell it borders.
    return [_exact(cell, decimals) for cell in cleaned(cells, snap=grid, crack=5 * grid).cells]


@dataclass(frozen=True)
class Cleaned:
    """Polygons without overlaps or cracks, and how many places had to be mended."""

    cells: NDArray[np.object_]
    overlaps: int
    gaps: int


def cleaned(cells: Sequence[Geometry] | NDArray[np.object_], *, snap: float, crack: float) -> Cleaned:
    """Polygons made a coverage: corners within `snap` become one, an overlap goes to the cell that it is most a part
    of, a gap narrower than `crack` to the cell it borders longest (all in units of the coordinates); wider holes stay.
    """
    whole = np.asarray(cells, dtype=object)
    faces, owners, overlaps = _noded(whole, snap)
    gaps = np.flatnonzero((owners < 0) & (_width(faces) < crack))
    closed = _adopted(faces, owners, gaps)
    joined = _collected(faces, owners, len(whole))
    return Cleaned(_without_crumbs(joined, below=crack**2), overlaps, closed)


def _noded(cells: NDArray[np.object_], grid: float) -> tuple[NDArray[np.object_], NDArray[np.int64], int]:
    """Faces of all edges noded on a grid, the cell each belongs to (-1: none), and how many lay in several cells."""
    edges = shapely.union_all(shapely.boundary(cells), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize([edges]))
    inside = shapely.STRtree(shapely.point_on_surface(faces))
    cell_at, face_at = inside.query(cells, predicate="intersects")
    owners = np.full(len(faces), -1, dtype=np.int64)
    # Of several claims the smallest cell's comes last and stands: the overlap is a larger part of it.
    last = np.argsort(-shapely.area(cells)[cell_at], kind="stable")
    owners[face_at[last]] = cell_at[last]
    return faces, owners, int((np.bincount(face_at, minlength=len(faces)) > 1).sum())


def _width(faces: NDArray[np.object_]) -> NDArray[np.float64]:
    """Mean width of long thin faces."""
    return np.asarray(2 * shapely.area(faces) / shapely.length(faces))


def _adopted(faces: NDArray[np.object_], owners: NDArray[np.int64], gaps: NDArray[np.int64]) -> int:
    """Give each gap to the owner that it borders longest; changes `owners`, gives how many found one."""
    owned = np.flatnonzero(owners >= 0)
    border = _sides(faces[gaps]).merge(_sides(faces[owned]), on=["ax", "ay", "bx", "by"], suffixes=("_gap", ""))
    border["owner"] = owners[owned][border["face"]]
    border["length"] = np.hypot(border["ax"] - border["bx"], border["ay"] - border["by"])
    shared = border.groupby(["face_gap", "owner"], as_index=False)["length"].sum().sort_values("length", kind="stable")
    owners[gaps[shared["face_gap"]]] = shared["owner"]
    return int(shared["face_gap"].nunique())


def _without_crumbs(cells: NDArray[np.object_], *, below: float) -> NDArray[np.object_]:
    """Scraps of a cell cut off from it, smaller than `below`, go to the neighbour they border; islands stay."""
    parts, owners = shapely.get_parts(cells, return_index=True)
    areas = shapely.area(parts)
    largest = np.zeros(len(cells))
    np.maximum.at(largest, owners, areas)
    crumbs = np.flatnonzero((areas < below) & (areas < largest[owners]))
    if not len(crumbs):
        return cells
    before = owners.copy()
    owners[crumbs] = -1
    _adopted(parts, owners, crumbs)
    return _collected(parts, np.where(owners < 0, before, owners), len(cells))


def _sides(faces: NDArray[np.object_]) -> pd.DataFrame:
    """Every side of every face: face, and its ends a and b in one order whatever way round it was drawn.

    Faces are noded, so two that touch along a line have the very same sides there.
    """
    xy, face = shapely.get_coordinates(shapely.boundary(faces), return_index=True)
    same = face[1:] == face[:-1]
    start, end = xy[:-1][same], xy[1:][same]
    turned = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    start[turned], end[turned] = end[turned], start[turned].copy()
    columns = {"face": face[1:][same], "ax": start[:, 0], "ay": start[:, 1], "bx": end[:, 0], "by": end[:, 1]}
    return pd.DataFrame(columns)


def _collected(faces: NDArray[np.object_], owners: NDArray[np.int64], count: int) -> NDArray[np.object_]:
    cells = [shapely.coverage_union_all(faces[owners == index]) for index in range(count)]
    return np.array(cells, dtype=object)


def thinned(cells: NDArray[np.object_], *, tolerance: float) -> NDArray[np.object_]:
    """Far fewer corners for a first look at heavy polygons, clean or not; where they share a border they still do."""
    return np.asarray(shapely.make_valid(shapely.coverage_simplify(cells, tolerance=tolerance), method="structure"))


def simplified(cells: NDArray[np.object_], *, tolerance: float) -> NDArray[np.object_]:
    """Fewer corners, common borders still common; islets below the tolerance go, except a cell's largest part."""
    parts, owners = shapely.get_parts(cells, return_index=True)
    areas = shapely.area(parts)
    largest = np.zeros(len(cells))
    np.maximum.at(largest, owners, areas)
    at, _ = shapely.STRtree(parts).query(parts, predicate="intersects")
    alone = np.bincount(at, minlength=len(parts)) == 1
    kept = ~(alone & (areas < tolerance**2) & (areas < largest[owners]))
    return np.asarray(shapely.coverage_simplify(_collected(parts[kept], owners[kept], len(cells)), tolerance=tolerance))


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
