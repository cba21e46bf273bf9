"""A schematic map from centroids and areas alone: an area-weighted power diagram inside an outline of discs.

It stands in for the boundaries that no open package carries. Every cell gets its commune's own area; nothing else about
it is claimed, it is always labelled as a schematic, and no statistic is ever computed from it.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import scipy.sparse as sparse
import shapely
from numpy.typing import NDArray
from scipy.sparse.linalg import spsolve
from scipy.spatial import ConvexHull
from shapely import Geometry

from data_loaders import boundary, coverage
from data_loaders import messages_geography as say

Floats = NDArray[np.float64]

TOLERANCE = 0.002
"""Largest relative error of a cell's area before rounding."""
MAX_STEPS = 60
APART = 1.3
"""Seeds whose discs do not meet even when this much larger are islands of their own."""
CURVE = 6
"""Segments of a quarter of a disc in the outline."""


class SchematicError(Exception):
    """The seeds cannot be drawn; the message says why, in Vietnamese."""


def build(cells: pd.DataFrame) -> gpd.GeoDataFrame:
    """One polygon a commune, from centroids and areas.

    `cells`: code (text, unique), lon, lat (degrees), area_km2 (> 0), group, inside (bool: False for the neighbours
    that only push the outline). Gives code, group, geometry (EPSG:4326, four decimals) of the inside ones, in order.
    """
    _check(cells)
    metric = _metric(cells)
    points = np.column_stack(metric.transform(cells["lon"].to_numpy(), cells["lat"].to_numpy()))
    areas = cells["area_km2"].to_numpy(dtype=float) * 1e6
    shapes = np.empty(len(cells), dtype=object)
    for island in _islands(points, areas):
        shapes[island] = _partition(points[island], areas[island])
    inside = cells["inside"].to_numpy(dtype=bool)
    degrees = [_to_degrees(shape, metric) for shape in shapes[inside]]
    frame = cells.loc[inside, ["code", "group"]].reset_index(drop=True)
    return gpd.GeoDataFrame(frame, geometry=coverage.rounded(degrees), crs="EPSG:4326")


def dissolve(communes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The groups' outlines: code (the group), geometry; communes without a group are left out. Sorted by code."""
    known = communes[communes["group"].notna()]
    rows = [
        (str(group), shapely.normalize(shapely.coverage_union_all(part.geometry.to_numpy())))
        for group, part in known.groupby("group", sort=True)
    ]
    return gpd.GeoDataFrame(
        {"code": [code for code, _ in rows]}, geometry=[shape for _, shape in rows], crs=communes.crs
    )


def boundary_table(communes: gpd.GeoDataFrame, *, names: dict[str, str], group_names: dict[str, str]) -> pd.DataFrame:
    """The snapshot's `boundary` rows of both levels, marked as a schematic; `communes` as `build` gives them."""
    return pd.concat(
        [
            boundary.table(dissolve(communes), names=group_names, level="district", basis=boundary.SCHEMATIC),
            boundary.table(communes, names=names, level="commune", basis=boundary.SCHEMATIC),
        ],
        ignore_index=True,
    )


def _check(cells: pd.DataFrame) -> None:
    if cells.empty or not cells["inside"].any():
        raise SchematicError(say.NOTHING_TO_DRAW)
    if cells["code"].duplicated().any():
        raise SchematicError(say.REPEATED_CODE.format(code=cells.loc[cells["code"].duplicated(), "code"].iloc[0]))
    numbers = cells[["lon", "lat", "area_km2"]].to_numpy(dtype=float)
    if not np.isfinite(numbers).all() or (numbers[:, 2] <= 0).any():
        raise SchematicError(say.NO_PLACE)


def _metric(cells: pd.DataFrame) -> pyproj.Transformer:
    """From degrees to an equal-area projection of the province, in metres."""
    inside = cells[cells["inside"]]
    local = f"+proj=laea +lat_0={inside['lat'].median():.3f} +lon_0={inside['lon'].median():.3f} +datum=WGS84 +units=m"
    return pyproj.Transformer.from_crs("EPSG:4326", local, always_xy=True)


def _to_degrees(shape: Geometry, metric: pyproj.Transformer) -> Geometry:
    return shapely.transform(
        shape,
        lambda xy: np.column_stack(
            metric.transform(xy[:, 0], xy[:, 1], direction=pyproj.enums.TransformDirection.INVERSE)
        ),
    )


def _islands(points: Floats, areas: Floats) -> list[NDArray[np.int64]]:
    """Seeds grouped by the discs that meet: each group is partitioned by itself."""
    reach = APART * np.sqrt(areas / np.pi)
    distance = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
    count, label = sparse.csgraph.connected_components(sparse.csr_array(distance < reach[:, None] + reach[None, :]))
    return [np.flatnonzero(label == index) for index in range(count)]


def _partition(points: Floats, areas: Floats) -> NDArray[np.object_]:
    """Power cells of the seeds inside their outline, each with its own area (m²)."""
    domain = _domain(points, areas)
    if len(points) == 1:
        return np.array([domain], dtype=object)
    scale = np.sqrt(areas.sum())
    middle = points.mean(axis=0)
    unit = shapely.transform(domain, lambda xy: (xy - middle) / scale)
    cells = _relaxed((points - middle) / scale, areas / areas.sum() * unit.area, unit)
    return shapely.transform(cells, lambda xy: xy * scale + middle)


def _domain(points: Floats, areas: Floats) -> Geometry:
    """The outline: the seeds' discs, grown together until the whole has exactly the sum of the areas."""
    radius = np.sqrt(areas / np.pi)
    low, high = 0.5, 3.0
    shape = _discs(points, radius * high)
    for _ in range(30):
        factor = (low + high) / 2
        shape = _discs(points, radius * factor)
        low, high = (factor, high) if shape.area < areas.sum() else (low, factor)
    return shape


def _discs(points: Floats, radius: Floats) -> Geometry:
    """The union of the discs, its bays closed and its holes filled, drawn with few points."""
    close = float(np.median(radius)) / 2
    union = shapely.union_all(shapely.buffer(shapely.points(points), radius, quad_segs=CURVE))
    closed = shapely.buffer(shapely.buffer(union, close, quad_segs=CURVE), -close, quad_segs=CURVE)
    return shapely.simplify(coverage.holes_filled(closed), close / 25)


@dataclass(frozen=True)
class _Diagram:
    """Cells of one choice of weights, their areas, and the pairs that touch with the length of their border."""

    cells: NDArray[np.object_]
    areas: Floats
    pairs: NDArray[np.int64]
    borders: Floats


def _relaxed(points: Floats, targets: Floats, domain: Geometry) -> NDArray[np.object_]:
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
    raise SchematicError(say.NOT_RELAXED)


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
