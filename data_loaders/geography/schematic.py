"""A schematic map from centroids and areas alone: an area-weighted power diagram inside an outline of discs.

It stands in for the boundaries that no open package carries. Every cell gets its commune's own area; nothing else about
it is claimed, it is always labelled as a schematic, and no statistic is ever computed from it.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import scipy.sparse as sparse
import shapely
from numpy.typing import NDArray
from shapely import Geometry

from data_loaders.geography import boundary, coverage, power_diagram
from data_loaders.geography import messages as say

Floats = NDArray[np.float64]

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
    try:
        cells = power_diagram.relaxed((points - middle) / scale, areas / areas.sum() * unit.area, unit)
    except power_diagram.NotRelaxedError as error:
        raise SchematicError(say.NOT_RELAXED) from error
    return shapely.transform(cells, lambda xy: xy * scale + middle)


def _domain(points: Floats, areas: Floats) -> Geometry:
    """The outline: the seeds' discs, grown together until the whole has exactly the sum of the areas."""
    radius = np.sqrt(areas / np.pi)
    low, high = 0.5, 3.0
    shape = _discs(points, radius * high)
    for _ in range(18):
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
