"""The projection a file is in: as declared, as VN-2000 must be, or as its outline overlaps the province's best."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely
from shapely import Geometry

from data_loaders.geography import messages as say
from data_loaders.geography import vn2000
from data_loaders.geography.boundary_file import FileError

FITS = 0.5
"""Overlap of outlines below which a file lies elsewhere: right systems have 0.78 to 0.93, wrong ones at most 0.49."""
NEAR_KM = 10.0
"""A declared system is plausible when units lie no farther from their places; meridians are 26 km apart or more."""
TIE, TIE_KM = 0.1, 5.0
"""Systems whose overlaps differ by less, and places by no more, cannot be told apart by shape."""
DEGREE_KM = 111.0

Say = Callable[[str], None]
Confirm = Callable[[str], None]
"""Asks a question and returns when it is answered yes; raises when not."""


@dataclass(frozen=True)
class Placement:
    """The system of a file's coordinates, and whether they stand with the wrong axis first."""

    crs: pyproj.CRS
    swapped: bool = False

    def degrees(self, shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Shapes in file coordinates as EPSG:4326."""
        turned = shapes.assign(geometry=_turned(shapes.geometry.to_numpy())) if self.swapped else shapes
        return turned.set_crs(self.crs, allow_override=True).to_crs("EPSG:4326")


@dataclass(frozen=True)
class _Fit:
    """A placement tried: how much the outlines overlap, and where the middle of the file comes to lie (lon, lat)."""

    placement: Placement
    overlap: float
    middle: tuple[float, float]


def choose(
    shapes: gpd.GeoDataFrame,
    *,
    declared: pyproj.CRS | None,
    given: str | None,
    schematic: gpd.GeoDataFrame,
    tell: Say,
    confirm: Confirm,
) -> Placement:
    """Where the file lies. `shapes` and `schematic`: code, geometry; the first in file coordinates.

    Tells what it took, asks where it could only guess; raises FileError where nothing fits.
    """
    if given is not None:
        crs = _parsed(given)
        tell(say.CRS_GIVEN.format(name=vn2000.label(crs)))
        return Placement(crs)
    if declared is not None:
        taken = Placement(_taken(declared, tell))
        if _away_km(shapes, taken, schematic) <= NEAR_KM:
            return taken
    best, words = _best(shapes, declared, schematic)
    if best.placement.swapped:
        confirm(say.CRS_SWAPPED.format(**words))
    elif declared is None:
        confirm(say.CRS_MISSING.format(**words))
    else:
        lies = _fit(shapes, Placement(declared), _outline(shapes, schematic)).overlap
        confirm(say.CRS_WRONG.format(declared=vn2000.label(declared), declared_overlap=lies, **words))
    return best.placement


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


def _away_km(shapes: gpd.GeoDataFrame, placement: Placement, schematic: gpd.GeoDataFrame) -> float:
    """How far the units lie from their places, whatever their shapes: the median of the way, east and north."""
    placed = placement.degrees(shapes)
    pairs = pd.merge(placed, schematic, on="code", suffixes=("", "_schematic"))
    own, drawn = (
        shapely.get_coordinates(shapely.centroid(pairs[column].to_numpy()))
        for column in ("geometry", "geometry_schematic")
    )
    way = (own - drawn) * DEGREE_KM
    return float(np.hypot(*np.median(way, axis=0))) if np.isfinite(way).all() and len(way) else np.inf


def _best(
    shapes: gpd.GeoDataFrame, declared: pyproj.CRS | None, schematic: gpd.GeoDataFrame
) -> tuple[_Fit, dict[str, object]]:
    """The candidate whose outline overlaps the province's best, and the words for it; else the same with axes turned.

    Of equals the first, so VN-2000 before WGS 84: degrees of the two differ by 224 m.
    """
    outline = _outline(shapes, schematic)
    for swapped in (False, True):
        bounds = shapes.total_bounds[[1, 0, 3, 2]] if swapped else shapes.total_bounds
        systems = [pyproj.CRS.from_epsg(code) for code in vn2000.candidates(bounds)]
        if declared is not None and swapped:
            systems.insert(0, declared)
        fits = [_fit(shapes, Placement(crs, swapped), outline) for crs in systems]
        alike = 2 if vn2000.DEGREES in vn2000.candidates(bounds) else 12
        best = max(fits, key=lambda fit: round(fit.overlap, alike))
        if best.overlap >= FITS:
            return best, _words(best, [] if best.placement.crs == declared else fits)
    raise FileError(say.CRS_NONE_FITS)


def _words(best: _Fit, fits: list[_Fit]) -> dict[str, object]:
    """What a question about the best fit names: the system, the overlap, and those it could be taken for."""
    ties = [
        say.CRS_TIE.format(name=vn2000.label(fit.placement.crs), metres=round(metres, -1), code=_code(fit))
        for fit in fits
        if fit.overlap > best.overlap - TIE and 1 < (metres := _metres(best, fit)) <= TIE_KM * 1000
    ]
    return {"name": vn2000.label(best.placement.crs), "overlap": best.overlap, "ties": "".join(ties)}


def _code(fit: _Fit) -> str:
    return f"EPSG:{fit.placement.crs.to_epsg()}"


def _metres(one: _Fit, other: _Fit) -> int:
    return round(pyproj.Geod(ellps="WGS84").inv(*one.middle, *other.middle)[2])


def _outline(shapes: gpd.GeoDataFrame, schematic: gpd.GeoDataFrame) -> Geometry:
    """Of the units that the file has."""
    return shapely.union_all(schematic.loc[schematic["code"].isin(shapes["code"]), "geometry"].to_numpy())


def _fit(shapes: gpd.GeoDataFrame, placement: Placement, outline: Geometry) -> _Fit:
    """Intersection over union of the whole outlines; 0 without trying where the file comes to lie elsewhere."""
    box = gpd.GeoDataFrame(geometry=[shapely.box(*shapes.total_bounds).centroid])
    centre = placement.degrees(box).geometry.iloc[0]
    nowhere = _Fit(placement, 0.0, (centre.x, centre.y))
    if not np.isfinite(centre.x) or not shapely.buffer(shapely.box(*outline.bounds), 0.3).contains(centre):
        return nowhere
    own = shapely.union_all(placement.degrees(shapes).geometry.to_numpy())
    common = shapely.area(shapely.intersection(own, outline))
    return replace(nowhere, overlap=float(common / (own.area + outline.area - common)))


def _turned(shapes: np.ndarray) -> np.ndarray:
    return np.asarray(shapely.transform(shapes, lambda xy: xy[:, ::-1]))
