"""The province's own boundary file, taken in: matched, placed, cleaned, drawn lightly. All of it is kept or nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from data_loaders.geography import (
    boundary_file,
    import_report,
    map_levels,
    own_rows,
    projection_choice,
    tcvn3,
    unit_matching,
)
from data_loaders.geography import messages as say
from data_loaders.geography.administrative_list import OLDER_DISTRICTS, OfficialUnits
from data_loaders.geography.boundary_file import FileError, Layer
from data_loaders.geography.projection_choice import Confirm, Say
from data_loaders.geography.unit_matching import Match, Vintage

RECOGNISED = 0.5
"""A file of which less than this share is on the list is not this province's."""


@dataclass(frozen=True)
class Request:
    """What was asked for: the file, and what its user already knows about it."""

    file: Path
    crs: str | None = None
    layer: str | None = None
    names: Path | None = None


def import_file(
    request: Request, *, listed: OfficialUnits, schematic: Callable[[], pd.DataFrame], tell: Say, confirm: Confirm
) -> pd.DataFrame:
    """The `boundary` rows (basis 'official') of the levels that the file has. Saves nothing.

    `schematic`: draws the province's boundary rows from the list. Raises FileError with one sentence.
    """
    layers = _own_layers(boundary_file.read(request.file), listed, tell)
    layer, match = _chosen(layers, request, listed=listed, confirm=confirm)
    import_report.matching(layer, match, file=request.file.name, tell=tell, confirm=confirm)
    rows = layer.rows.assign(code=match.code.replace(match.vintage.aliases), how=match.how)
    shapes = _valid(rows[rows["code"].notna()])
    targets = map_levels.targets(match.vintage, listed)
    drawn = _drawn(schematic(), match.vintage.level)
    placement = projection_choice.choose(
        _one_each(_light(shapes), targets),
        declared=layer.crs,
        given=request.crs,
        schematic=drawn,
        tell=tell,
        confirm=confirm,
    )
    placed = own_rows.without_namesakes(placement.degrees(shapes), match.vintage, listed, tell)
    own_rows.ask_far_parts(placed, match.names, drawn, confirm)
    try:
        return map_levels.tables(_joined(placed), match.vintage, listed=listed, tell=tell)
    except (shapely.errors.GEOSException, pyproj.exceptions.ProjError) as error:
        raise FileError(say.NOT_CLEANED.format(file=request.file.name)) from error


def _own_layers(layers: list[Layer], listed: OfficialUnits, tell: Say) -> list[Layer]:
    """Of a file of several provinces, what a column gives to this one."""
    done = [own_rows.cut(layer, listed) for layer in layers]
    dropped = sum(count for _, count in done)
    if dropped:
        tell(say.OTHER_PROVINCE.format(count=dropped))
    return [layer for layer, _ in done]


def vintages(listed: OfficialUnits) -> list[Vintage]:
    """The lists that a file of this province may be of."""
    units = listed.units
    names = units.drop_duplicates("unit_code").set_index("unit_code")["name"]
    rows = units.rename(columns={"unit_code": "code"}).assign(parent_name=units["parent_code"].map(names).fillna(""))
    today = rows["valid_to"].isna()
    merged = {old.code: old.into for old in OLDER_DISTRICTS.get(listed.province_code, ())}
    found = [
        Vintage("commune_new", "commune", rows[(rows["level"] == "commune") & today]),
        Vintage("commune_old", "commune", rows[(rows["level"] == "commune") & ~today]),
        Vintage("district_old", "district", rows[rows["level"] == "district"], aliases=merged),
    ]
    codes = {key: frozenset(part["code"]) for key, part in listed.country.groupby("list")}
    found = [replace(vintage, country=codes[vintage.key]) for vintage in found]
    return [vintage for vintage in found if len(vintage.units)]


def _chosen(layers: list[Layer], request: Request, *, listed: OfficialUnits, confirm: Confirm) -> tuple[Layer, Match]:
    """The layer and the list that fit each other best; asks when there was a choice of layers."""
    usable = [layer for layer in layers if request.layer in (None, layer.name)]
    if not usable:
        known = ", ".join(layer.name for layer in layers)
        raise FileError(say.NO_LAYER.format(layer=request.layer, known=known))
    tried = [(layer, _best_match(layer, request, listed)) for layer in usable]
    layer, match = max(tried, key=lambda pair: pair[1].score)
    if match.score < RECOGNISED:
        raise FileError(_not_recognised(layer, match, listed.province_name))
    fitting = [one.name for one, found in tried if found.score >= RECOGNISED]
    if len(fitting) > 1:
        confirm(say.CHOOSE_LAYER.format(count=len(fitting), names=", ".join(fitting), chosen=layer.name))
    return layer, match


def _not_recognised(layer: Layer, match: Match, province: str) -> str:
    """Why a file is not taken: too few units of the list, another province, or names that cannot be read."""
    count, found = len(layer.rows), match.code.notna()
    if found.sum() >= RECOGNISED * count:
        vintage = say.VINTAGES[match.vintage.key]
        listed = len(match.vintage.units) - len(match.vintage.aliases)
        return say.NOT_ENOUGH.format(vintage=vintage, units=len(match.units), listed=listed, province=province)
    said = say.NOT_THIS_PROVINCE.format(province=province, matched=found.sum(), rows=count)
    return said + say.CODE_PAGE if tcvn3.foreign_letters(match.label[~found]) else said


def _best_match(layer: Layer, request: Request, listed: OfficialUnits) -> Match:
    by_hand = hand_table(request.names, listed) if request.names else None
    attributes = pd.DataFrame(layer.rows.drop(columns="geometry"))
    matches = [unit_matching.match(attributes, vintage, by_hand=by_hand) for vintage in vintages(listed)]
    best = max(matches, key=lambda found: found.score)
    communes = max(matches, key=lambda found: (found.vintage.level == "commune", len(found.units)))
    # Rows that repeat districts, and tell more communes apart than there are districts, are communes.
    repeated = best.vintage.level == "district" and best.code.duplicated().any()
    return communes if repeated and len(communes.units) > len(best.units) else best


def hand_table(path: Path, listed: OfficialUnits) -> dict[str, str]:
    """Name as in the file → unit code, from a CSV with the columns name and code."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = {row["name"].strip(): row["code"].strip() for row in csv.DictReader(file)}
    except (OSError, KeyError, AttributeError, UnicodeError, csv.Error) as error:
        raise FileError(say.BROKEN_HAND_TABLE.format(file=path.name)) from error
    unknown = sorted(set(table.values()) - set(listed.units["unit_code"]))
    if unknown:
        raise FileError(say.UNKNOWN_HAND_CODE.format(file=path.name, code=unknown[0]))
    return {name: code for name, code in table.items() if name}


def _valid(rows: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """code, how, geometry, invalid (1 for what had to be repaired), in file coordinates."""
    shapes = rows.geometry.to_numpy()
    broken = ~shapely.is_valid(shapes)
    shapes = np.where(broken, shapely.make_valid(shapes, method="structure", keep_collapsed=False), shapes)
    columns = {"code": rows["code"].to_numpy(), "how": rows["how"].to_numpy(), "invalid": broken.astype(int)}
    return gpd.GeoDataFrame(columns, geometry=shapes)


def _joined(rows: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """code, geometry, invalid (how many had to be repaired): one row a unit."""
    frame = rows.drop(columns="how")
    several = frame["code"].duplicated(keep=False)
    if not several.any():
        return frame
    joined = frame[several].dissolve(by="code", aggfunc="sum").reset_index()
    return gpd.GeoDataFrame(pd.concat([frame[~several], joined], ignore_index=True), geometry="geometry", crs=rows.crs)


def _light(shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """A copy with few corners, good enough to measure overlaps."""
    width = np.ptp(shapes.total_bounds.reshape(2, 2), axis=0).max()
    return shapes.assign(geometry=shapely.buffer(shapely.simplify(shapes.geometry.to_numpy(), width / 1000), 0))


def _one_each(shapes: gpd.GeoDataFrame, targets: dict[str, str]) -> gpd.GeoDataFrame:
    carried = shapes.assign(code=shapes["code"].map(targets))[["code", "geometry"]]
    return carried if carried["code"].is_unique else carried.dissolve(by="code").reset_index()


def _drawn(schematic: pd.DataFrame, level: str) -> gpd.GeoDataFrame:
    rows = schematic[schematic["level"] == level]
    return gpd.GeoDataFrame({"code": rows["code"]}, geometry=list(shapely.from_geojson(rows["geojson"].to_numpy())))
