"""Which rows of a file are the province's own: of a file of the whole country, and among namesakes of neighbours."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data_loaders.geography import messages as say
from data_loaders.geography import tcvn3, unit_names
from data_loaders.geography.administrative_list import OfficialUnits
from data_loaders.geography.boundary_file import Layer
from data_loaders.geography.import_report import listing
from data_loaders.geography.projection_choice import Confirm, Say
from data_loaders.geography.unit_matching import Vintage

NAMED = 0.9
"""A column names provinces when at least this share of its values does."""
TOGETHER = 0.15
"""Degrees between shapes that still are one land."""


def cut(layer: Layer, listed: OfficialUnits) -> tuple[Layer, int]:
    """The layer without rows that a column gives to other provinces, and how many those were."""
    for column in layer.rows.columns.drop("geometry"):
        values = layer.rows[column].map(lambda value: "" if pd.isna(value) else str(value))
        for spelled in tcvn3.spellings(values).values():
            own = _of_the_province(spelled.map(unit_names.short), listed)
            if own is not None:
                kept = layer.rows[own].reset_index(drop=True)
                return Layer(layer.name, kept, layer.crs, layer.without_shape), int((~own).sum())
    return layer, 0


def _of_the_province(names: pd.Series, listed: OfficialUnits) -> pd.Series | None:
    """True for rows of the province, or of one it was made of; None when the column does not name several provinces."""
    provinces = set(listed.country["province"].map(unit_names.short))
    units = listed.units
    own = names.isin(set(units.loc[units["level"] == "province", "name"].map(unit_names.short)))
    written = names[names != ""]
    named = len(written) > 0 and written.isin(provinces).mean() >= NAMED
    return own if named and own.any() and not own.all() else None


def without_namesakes(rows: gpd.GeoDataFrame, vintage: Vintage, listed: OfficialUnits, tell: Say) -> gpd.GeoDataFrame:
    """The rows (code, how, geometry in degrees) without those that a name alone brought in from another province.

    Such a row lies nearer to the centre of another province's unit of that name than to its own unit's.
    """
    if vintage.key != "commune_new" or not (rows["how"] == "name").any():
        return rows
    units = listed.country[listed.country["list"] == vintage.key]
    units = units.assign(own=units["code"].isin(set(vintage.units["code"])), short=units["name"].map(unit_names.short))
    others = units[~units["own"]]
    own = units[units["own"]].set_index("code")
    away = [row.how == "name" and _is_elsewhere(row.geometry, own.loc[row.code], others) for row in rows.itertuples()]
    if any(away):
        names = own.loc[rows.loc[away, "code"].unique(), "name"]
        tell(say.NAMESAKES.format(count=sum(away), names=listing(list(names))))
    return rows[~np.array(away, dtype=bool)]


def _is_elsewhere(shape: shapely.Geometry, unit: pd.Series, others: pd.DataFrame) -> bool:
    namesakes = others[others["short"] == unit["short"]]
    if namesakes.empty:
        return False
    places = shapely.points(namesakes[["lon", "lat"]].to_numpy(dtype=float))
    return bool(shapely.distance(places, shape).min() < shapely.Point(unit["lon"], unit["lat"]).distance(shape))


def ask_far_parts(rows: gpd.GeoDataFrame, names: dict[str, str], schematic: gpd.GeoDataFrame, confirm: Confirm) -> None:
    """Ask when rows of one unit lie farther apart than the province is wide; units of far islands may."""
    land = _largest_land(schematic.geometry.to_numpy())
    width = max(land.bounds[2] - land.bounds[0], land.bounds[3] - land.bounds[1])
    on_land = set(schematic.loc[shapely.intersects(schematic.geometry.to_numpy(), land), "code"])
    several = rows[rows["code"].duplicated(keep=False) & rows["code"].isin(on_land)]
    far = [code for code, part in several.groupby("code") if _spread(part.geometry.to_numpy()) > width]
    if far:
        confirm(say.ASK_FAR_PARTS.format(names=listing([names.get(str(code), str(code)) for code in far])))


def _spread(shapes: np.ndarray) -> float:
    return float(max(shapely.distance(shapes, shape).max() for shape in shapes))


def _largest_land(shapes: np.ndarray) -> shapely.Geometry:
    grown = shapely.union_all(shapely.buffer(shapes, TOGETHER / 2, quad_segs=2))
    return max(shapely.get_parts(grown), key=shapely.area)
