"""A schematic map from centroids and areas alone: power cells kept to their communes' discs, in an outline of discs.

It stands in for the boundaries that no open package carries. Every cell holds its commune's centre and lies around it;
its area is only near the commune's own, because cells made to have their exact areas drift kilometres away. It is
always labelled as a schematic, and no statistic is ever computed from it.
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
GROWN = 1.2
"""How much larger than the disc of its area a commune may reach before what is left is given to the nearest."""
CURVE = 6
"""Segments of a quarter of a disc."""
NODED_M, SPIKE_M = 1.0, 250.0


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
    degrees = [_to_degrees(shape, metric) for shape in _without_spikes(shapes[inside], points[inside])]
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
    together = cells[cells.duplicated(["lon", "lat"], keep=False)]
    if len(together):
        raise SchematicError(say.SAME_PLACE.format(codes=", ".join(together["code"].head(2))))


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


def _without_spikes(cells: NDArray[np.object_], points: Floats) -> NDArray[np.object_]:
    """The cells without thin tails of their common outline; one whose own centre lies in a tail stays whole."""
    outline = shapely.buffer(shapely.buffer(shapely.union_all(cells), -SPIKE_M, quad_segs=2), SPIKE_M, quad_segs=2)
    cut = shapely.buffer(shapely.intersection(cells, outline), 0)
    return np.where(shapely.contains(cut, shapely.points(points)), cut, cells)


def _partition(points: Floats, areas: Floats) -> NDArray[np.object_]:
    """A cell around each seed (m), together the outline: power cells within their discs, gaps to the nearest cell."""
    domain = _domain(points, areas)
    if len(points) == 1:
        return np.array([domain], dtype=object)
    radius = np.sqrt(areas / np.pi)
    discs = shapely.buffer(shapely.points(points), GROWN * radius, quad_segs=CURVE)
    reach = shapely.intersection(discs, domain)
    own = shapely.intersection(power_diagram.cells(points, radius), reach)
    step = float(np.median(radius)) / 8
    whole = coverage.cleaned(_gaps_given(own, domain, step=step), snap=NODED_M, crack=step).cells
    return np.asarray(shapely.coverage_simplify(whole, tolerance=step / 3))


def _gaps_given(cells: NDArray[np.object_], domain: Geometry, *, step: float) -> NDArray[np.object_]:
    """The cells with what they leave of the domain: each place to the cell whose edge, walked in steps, is nearest."""
    gap = shapely.difference(domain, shapely.union_all(cells))
    if gap.area == 0:
        return cells
    xy, owner = shapely.get_coordinates(shapely.segmentize(shapely.boundary(cells), step), return_index=True)
    beside = shapely.dwithin(shapely.points(xy), gap, step)
    xy, first = np.unique(np.round(xy[beside], 1), axis=0, return_index=True)
    zones = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(xy), extend_to=domain, ordered=True))
    given = shapely.buffer(shapely.intersection(zones, gap), 0)
    nearest = owner[beside][first]
    return np.array([shapely.union_all([cell, *given[nearest == index]]) for index, cell in enumerate(cells)])


def _domain(points: Floats, areas: Floats) -> Geometry:
    """The outline: the seeds' discs, grown together until the whole has the sum of their areas."""
    radius = np.sqrt(areas / np.pi)
    low, high = 1.0, APART
    for _ in range(12):
        factor = (low + high) / 2
        short = _discs(points, radius * factor).area < areas.sum()
        low, high = (factor, high) if short else (low, factor)
    return _discs(points, radius * high)


def _discs(points: Floats, radius: Floats) -> Geometry:
    """The union of the discs, its bays closed and its holes filled, drawn with few points."""
    close = float(np.median(radius)) / 2
    union = shapely.union_all(shapely.buffer(shapely.points(points), radius, quad_segs=CURVE))
    closed = shapely.buffer(shapely.buffer(union, close, quad_segs=CURVE), -close, quad_segs=CURVE)
    return shapely.simplify(coverage.holes_filled(closed), close / 25)
