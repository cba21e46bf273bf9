"""The projection a file is really in: as declared, as VN-2000 must be, or as it overlaps the schematic best."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from data_loaders.geography import messages as say
from data_loaders.geography import vn2000
from data_loaders.geography.boundary_file import FileError

PLAUSIBLE = 0.25
"""Mean overlap of units with their schematic below which a file lies elsewhere; real files have 0.5 to 0.8."""

Say = Callable[[str], None]
Confirm = Callable[[str], None]
"""Asks a question and returns when it is answered yes; raises when not."""


def choose(
    shapes: gpd.GeoDataFrame,
    *,
    declared: pyproj.CRS | None,
    given: str | None,
    schematic: gpd.GeoDataFrame,
    tell: Say,
    confirm: Confirm,
) -> pyproj.CRS:
    """The file's coordinate system. `shapes` and `schematic`: code, geometry; the first in file coordinates.

    Tells what it took, asks where it could only guess; raises FileError where nothing fits.
    """
    if given is not None:
        crs = _parsed(given)
        tell(say.CRS_GIVEN.format(name=vn2000.label(crs)))
        return crs
    if declared is None:
        best, overlap = _best(shapes, schematic)
        confirm(say.CRS_MISSING.format(name=vn2000.label(best), overlap=overlap))
        return best
    taken = _taken(declared, tell)
    overlap_declared = _overlap(shapes, taken, schematic)
    if overlap_declared >= PLAUSIBLE:
        return taken
    best, overlap = _best(shapes, schematic)
    shown = {"declared": vn2000.label(declared), "declared_overlap": overlap_declared}
    confirm(say.CRS_WRONG.format(name=vn2000.label(best), overlap=overlap, **shown))
    return best


def _parsed(given: str) -> pyproj.CRS:
    try:
        return pyproj.CRS.from_user_input(given)
    except pyproj.exceptions.CRSError as error:
        raise FileError(say.BAD_CRS.format(crs=given)) from error


def _taken(declared: pyproj.CRS, tell: Say) -> pyproj.CRS:
    code = vn2000.meant(declared)
    taken = declared if code is None else pyproj.CRS.from_epsg(code)
    if vn2000.is_trap(declared):
        tell(say.CRS_TRAP.format(declared=declared.name, name=vn2000.label(taken)))
    else:
        tell(say.CRS_DECLARED.format(name=vn2000.label(taken)))
    return taken


def _best(shapes: gpd.GeoDataFrame, schematic: gpd.GeoDataFrame) -> tuple[pyproj.CRS, float]:
    """The candidate whose units overlap their schematic best; the first of equals, so VN-2000 before WGS 84."""
    systems = [pyproj.CRS.from_epsg(code) for code in vn2000.candidates(shapes.total_bounds)]
    overlaps = [_overlap(shapes, crs, schematic) for crs in systems]
    best = int(np.argmax(np.round(overlaps, 2))) if _in_degrees(shapes) else int(np.argmax(overlaps))
    if overlaps[best] < PLAUSIBLE:
        raise FileError(say.CRS_NONE_FITS)
    return systems[best], overlaps[best]


def _in_degrees(shapes: gpd.GeoDataFrame) -> bool:
    """Degrees of VN-2000 and of WGS 84 differ by 224 m: no overlap with a schematic can tell them apart."""
    return vn2000.DEGREES in vn2000.candidates(shapes.total_bounds)


def _overlap(shapes: gpd.GeoDataFrame, crs: pyproj.CRS, schematic: gpd.GeoDataFrame) -> float:
    """Mean intersection over union of each unit with its schematic; 0 without trying where the map lies elsewhere."""
    centre = gpd.GeoSeries([shapely.box(*shapes.total_bounds).centroid], crs=crs).to_crs("EPSG:4326")
    around = shapely.buffer(shapely.box(*schematic.total_bounds), 0.3)
    if not np.isfinite(centre.x.iloc[0]) or not around.contains(centre.iloc[0]):
        return 0.0
    placed = shapes.set_crs(crs, allow_override=True).to_crs("EPSG:4326")
    pairs = pd.merge(placed, schematic, on="code", suffixes=("", "_schematic"))
    own, drawn = pairs["geometry"].to_numpy(), pairs["geometry_schematic"].to_numpy()
    common = shapely.area(shapely.intersection(own, drawn))
    return float(np.mean(common / (shapely.area(own) + shapely.area(drawn) - common))) if len(pairs) else 0.0
