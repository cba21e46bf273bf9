"""What a placed and matched file gives the map: clean, light boundaries of today's communes and former districts."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data_loaders.geography import boundary, coverage
from data_loaders.geography import messages as say
from data_loaders.geography.administrative_list import OfficialUnits
from data_loaders.geography.boundary_file import FileError
from data_loaders.geography.projection_choice import Say
from data_loaders.geography.unit_matching import Vintage

SNAP_M, CRACK_M = 1.0, 60.0
SIMPLIFY_M = 200.0
HEAVY, THIN_M = 250_000, 5.0
"""A file of more points is thinned by what no map of a province shows before it is cleaned."""
LIMIT = {"commune": 250_000, "district": 100_000}
"""Bytes of GeoJSON a tablet draws without delay."""
METRIC = "+proj=laea +lat_0={lat:.2f} +lon_0={lon:.2f} +datum=WGS84 +units=m"


def targets(vintage: Vintage, listed: OfficialUnits) -> dict[str, str]:
    """What each unit of the vintage is drawn as today: itself, or the commune that took (most of) the old one in."""
    if vintage.key != "commune_old":
        return {code: code for code in vintage.units["code"]}
    return listed.main_targets


def _cleaned(shapes: gpd.GeoDataFrame, tell: Say) -> gpd.GeoDataFrame:
    """The units as a coverage in local metres: valid, without overlaps and cracks."""
    lon, lat = shapely.box(*shapes.total_bounds).centroid.coords[0]
    metric = shapes.to_crs(METRIC.format(lat=lat, lon=lon))
    sound = shapely.make_valid(metric.geometry.to_numpy(), method="structure", keep_collapsed=False)
    if shapely.get_num_coordinates(sound).sum() > HEAVY:
        sound = coverage.thinned(sound, tolerance=THIN_M)
    done = coverage.cleaned(sound, snap=SNAP_M, crack=CRACK_M)
    emptied = metric.loc[shapely.area(done.cells) == 0, "code"]
    if len(emptied):
        raise FileError(say.EMPTIED.format(names=", ".join(emptied)))
    invalid = int(shapes["invalid"].sum())
    if invalid or done.overlaps or done.gaps:
        tell(say.REPAIRED.format(invalid=invalid, overlaps=done.overlaps, gaps=done.gaps))
    return gpd.GeoDataFrame({"code": metric["code"]}, geometry=list(done.cells), crs=metric.crs)


def tables(shapes: gpd.GeoDataFrame, vintage: Vintage, *, listed: OfficialUnits, tell: Say) -> pd.DataFrame:
    """The boundary rows of each level the file can give, light enough for a tablet.

    `shapes`: code, geometry (degrees), invalid, one row a unit. Raises FileError for a unit that cleaning empties.
    """
    units = _cleaned(shapes, tell)
    names = {
        "commune": dict(zip(listed.units["unit_code"], listed.units["name"], strict=True)),
        "district": dict(zip(listed.unit_groups["group_code"], listed.unit_groups["group_name"], strict=True)),
    }
    atoms = _atoms(units, _keys(vintage, listed))
    tolerance = SIMPLIFY_M
    while True:
        light = atoms.set_geometry(gpd.GeoSeries(_thinned(atoms, tolerance), crs="EPSG:4326"))
        tables = [
            boundary.table(_dissolved(light, level), names=names[level], level=level, basis=boundary.OFFICIAL)
            for level in light.columns.intersection(["district", "commune"])
        ]
        if all(boundary.size(table) <= LIMIT[table["level"].iloc[0]] for table in tables):
            vanished = _vanished(atoms, light)
            if vanished:
                tell(say.ISLETS.format(count=vanished))
            return pd.concat(tables, ignore_index=True)
        tolerance *= 1.5


def _vanished(before: gpd.GeoDataFrame, after: gpd.GeoDataFrame) -> int:
    """How many separate parts of the units have nothing left where they were."""
    parts = shapely.get_parts(before.to_crs("EPSG:4326").geometry.to_numpy())
    left = shapely.get_parts(after.geometry.to_numpy())
    found = shapely.STRtree(left).query(parts, predicate="intersects")[0]
    return len(parts) - len(np.unique(found))


def _thinned(units: gpd.GeoDataFrame, tolerance: float) -> list[shapely.Geometry]:
    """Simplified in metres, then rounded in degrees, both as a coverage."""
    simple = coverage.simplified(units.geometry.to_numpy(), tolerance=tolerance)
    degrees = gpd.GeoSeries(list(simple), crs=units.crs).to_crs("EPSG:4326")
    return coverage.rounded(degrees.to_numpy())


def _keys(vintage: Vintage, listed: OfficialUnits) -> dict[str, dict[str, str]]:
    """For each level that the vintage gives: unit code in the file → code on the map."""
    own = targets(vintage, listed)
    if vintage.level == "district":
        return {"district": own}
    if vintage.key == "commune_old":
        return {"district": dict(vintage.units[["code", "parent_code"]].itertuples(index=False)), "commune": own}
    group = dict(zip(listed.unit_groups["unit_code"], listed.unit_groups["group_code"], strict=True))
    return {"district": group, "commune": own}


def _atoms(units: gpd.GeoDataFrame, keys: dict[str, dict[str, str]]) -> gpd.GeoDataFrame:
    """The units joined as far as no level of the map tells them apart; a column with the code of each level."""
    coded = units.assign(**{level: units["code"].map(key) for level, key in keys.items()})
    groups = coded.groupby(list(keys), sort=True)
    shapes = [shapely.coverage_union_all(part.geometry.to_numpy()) for _, part in groups]
    return gpd.GeoDataFrame(groups.size().reset_index()[list(keys)], geometry=shapes, crs=units.crs)


def _dissolved(light: gpd.GeoDataFrame, level: str) -> gpd.GeoDataFrame:
    rows = [
        (code, shapely.normalize(shapely.coverage_union_all(part.geometry.to_numpy())))
        for code, part in light.groupby(level, sort=True)
    ]
    return gpd.GeoDataFrame({"code": [code for code, _ in rows]}, geometry=[shape for _, shape in rows], crs=light.crs)
