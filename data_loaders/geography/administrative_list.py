"""The official list of units before and after 1/7/2025, from the data files of the package vietnamadminunits (MIT).

The files are read where pip put them and the package is never imported (its import pulls a geocoder in). Of its table
of former units only codes and names are used: its README names a web geocoder as the source of their coordinates.
Codes repeat across the reform: a new commune carries the code of one of the communes it was made of, so the key of
`units` is (unit_code, valid_from), and `old_code` may equal `new_code` in `unit_changes`.
"""

from __future__ import annotations

import importlib.util
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from data_loaders.geography import messages as say

LIST_START = date(2004, 7, 8)
"""Decision 124/2004/QĐ-TTg, the first national code list: the earliest day a former unit can be dated to."""
REFORM = date(2025, 7, 1)
"""Resolutions 202/2025/QH15 and 203/2025/QH15: communes merged, districts ended; codes of Decision 19/2025/QĐ-TTg."""
LAST_OLD_DAY = date(2025, 6, 30)
GROUP_SET = "huyen_cu"


class ListError(Exception):
    """The list cannot be read, or has no such province; the message is one sentence in Vietnamese."""


@dataclass(frozen=True)
class MergedDistrict:
    """A district that an older list still has."""

    code: str
    name: str
    into: str
    merged_on: date


OLDER_DISTRICTS = {
    # Resolution 1238/NQ-UBTVQH15, in force 1/1/2025.
    "38": (MergedDistrict("405", "Huyện Đông Sơn", "380", date(2025, 1, 1)),),
}


@dataclass(frozen=True)
class OfficialUnits:
    """units, unit_changes, unit_groups: columns of the case database contract.

    seeds: code, lon, lat, area_km2, area_known, province_code of every commune of the country (official centroids).
    country: list ('commune_new', 'commune_old', 'district_old'), code, name, province of every unit of the country,
    and lon, lat of today's communes.
    main_targets: old commune → the one of today's communes that took in all of it, or the main part of a split one.
    """

    units: pd.DataFrame
    unit_changes: pd.DataFrame
    unit_groups: pd.DataFrame
    seeds: pd.DataFrame
    country: pd.DataFrame
    main_targets: dict[str, str]
    province_code: str
    province_name: str


def official_units(province_code: str) -> OfficialUnits:
    """Everything the list knows about one of today's 34 provinces."""
    new, old, converter = _read()
    mine = new[new["province_code"] == province_code]
    if mine.empty:
        known = ", ".join(sorted(new["province_code"].unique()))
        raise ListError(say.UNKNOWN_PROVINCE.format(code=province_code, known=known))
    key = mine["province_key"].iloc[0]
    former = old[old["province_key"].isin(converter["DICT_PROVINCE"][key])]
    changes = _changes(key, converter, new=mine, old=former)
    merged = OLDER_DISTRICTS.get(province_code, ())
    return OfficialUnits(
        units=_units(mine, former, merged),
        unit_changes=_all_changes(changes, former, merged, province_code),
        unit_groups=_groups(changes, former),
        seeds=_seeds(new),
        country=_country(new, old),
        main_targets=dict(changes.loc[changes["main"], ["old_code", "new_code"]].itertuples(index=False)),
        province_code=province_code,
        province_name=str(mine["province"].iloc[0]),
    )


def straddlers(units: OfficialUnits) -> list[str]:
    """Codes of today's communes whose old communes lie in more than one former district."""
    return sorted(str(code) for code, part in _parents(units).groupby("new_code") if part["parent_code"].nunique() > 1)


def _parents(units: OfficialUnits) -> pd.DataFrame:
    """new_code, parent_code: the former district of each piece of today's communes."""
    old = units.units[(units.units["level"] == "commune") & units.units["valid_to"].notna()]
    return units.unit_changes.merge(old, left_on="old_code", right_on="unit_code")[["new_code", "parent_code"]]


def _data_folder() -> Path:
    spec = importlib.util.find_spec("vietnamadminunits")
    if spec is None or not spec.submodule_search_locations:
        raise ListError(say.NO_PACKAGE)
    return Path(spec.submodule_search_locations[0]) / "data"


@lru_cache(1)
def _read() -> tuple[pd.DataFrame, pd.DataFrame, dict[str, Any]]:
    folder = _data_folder()
    try:
        with closing(sqlite3.connect(f"{(folder / 'dataset.db').as_uri()}?mode=ro", uri=True)) as file:
            new = pd.read_sql(NEW_UNITS, file)
            old = pd.read_sql(OLD_UNITS, file)
        converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    except (OSError, sqlite3.Error, pd.errors.DatabaseError, ValueError) as error:
        raise ListError(say.BROKEN_PACKAGE) from error
    old["key"] = old["province_key"] + "_" + old["district_key"] + "_" + old["commune_key"].fillna("")
    return new, old, converter


NEW_UNITS = """
select provinceCode as province_code, province, provinceKey as province_key, wardCode as code, ward as name,
       wardKey as commune_key, wardLon as lon, wardLat as lat, wardAreaKm2 as area_km2
from admin_units order by wardCode
"""

OLD_UNITS = """
select provinceCode as province_code, province, provinceKey as province_key, districtCode as district_code, district,
       districtKey as district_key, wardCode as code, ward as name, wardKey as commune_key
from admin_units_legacy order by districtCode, wardCode
"""


def _changes(province_key: str, converter: dict[str, Any], *, new: pd.DataFrame, old: pd.DataFrame) -> pd.DataFrame:
    """old_code, new_code, share (1 = all of it; missing where split: the list gives none), main, district_code."""
    new_codes = dict(zip(new["commune_key"], new["code"], strict=True))
    whole: list[tuple[str, str, float | None, bool]] = [
        (piece, new_codes[target], 1.0, True)
        for target, pieces in converter["DICT_PROVINCE_WARD_NO_DIVIDED"][province_key].items()
        for piece in pieces
    ]
    split: list[tuple[str, str, float | None, bool]] = [
        (piece, new_codes[target["newWardKey"]], None, bool(target["isDefaultNewWard"]))
        for piece, targets in converter["DICT_PROVINCE_WARD_DIVIDED"].get(province_key, {}).items()
        for target in targets
    ]
    rows = pd.DataFrame(whole + split, columns=["key", "new_code", "share", "main"]).merge(old, on="key")
    # A few islands were districts without communes: there the district itself became a commune.
    rows["old_code"] = rows["code"].fillna(rows["district_code"])
    rows["share"] = rows["share"].astype("Float64")
    return rows[["old_code", "new_code", "share", "main", "district_code"]].sort_values(["old_code", "new_code"])


def _all_changes(
    changes: pd.DataFrame, former: pd.DataFrame, merged: tuple[MergedDistrict, ...], province_code: str
) -> pd.DataFrame:
    provinces = sorted(set(former["province_code"]) - {province_code})
    rows = [
        changes.assign(changed_on=REFORM),
        pd.DataFrame(
            [(district.code, district.into, district.merged_on, 1.0) for district in merged]
            + [(code, province_code, REFORM, 1.0) for code in provinces],
            columns=["old_code", "new_code", "changed_on", "share"],
        ).astype({"share": "Float64"}),
    ]
    frame = pd.concat([row for row in rows if len(row)], ignore_index=True)
    return frame[["old_code", "new_code", "changed_on", "share"]]


def _units(mine: pd.DataFrame, former: pd.DataFrame, merged: tuple[MergedDistrict, ...]) -> pd.DataFrame:
    today = str(mine["province_code"].iloc[0])
    rows: list[tuple[Any, ...]] = [(today, mine["province"].iloc[0], "province", None, LIST_START, None)]
    for code, name in former[["province_code", "province"]].drop_duplicates().itertuples(index=False):
        if code != today:
            rows.append((code, name, "province", None, LIST_START, LAST_OLD_DAY))
    districts = former[["district_code", "district", "province_code"]].drop_duplicates()
    rows += [(*row, LIST_START, LAST_OLD_DAY) for row in _with_level(districts, "district")]
    rows += [(d.code, d.name, "district", today, LIST_START, _day_before(d.merged_on)) for d in merged]
    communes = former.loc[former["code"].notna(), ["code", "name", "district_code"]]
    rows += [(*row, LIST_START, LAST_OLD_DAY) for row in _with_level(communes, "commune")]
    rows += [(*row, REFORM, None) for row in _with_level(mine[["code", "name", "province_code"]], "commune")]
    frame = pd.DataFrame(rows, columns=["unit_code", "name", "level", "parent_code", "valid_from", "valid_to"])
    return frame.assign(population=None, population_as_of=None, zone=None)


def _with_level(rows: pd.DataFrame, level: str) -> list[tuple[Any, ...]]:
    return [(code, name, level, parent) for code, name, parent in rows.itertuples(index=False)]


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _groups(changes: pd.DataFrame, former: pd.DataFrame) -> pd.DataFrame:
    """Today's communes in the former district that most of their old communes lie in.

    A split old commune counts in parts; a tie goes to the district of the commune whose code the new one carries.
    """
    weight = 1 / changes.groupby("old_code")["new_code"].transform("size")
    own = (changes["old_code"] == changes["new_code"]) * 1e-6
    votes = changes.assign(weight=weight + own).groupby(["new_code", "district_code"])["weight"].sum().reset_index()
    first = votes.sort_values(["new_code", "weight", "district_code"], ascending=[True, False, True])
    chosen = first.drop_duplicates("new_code")
    names = former.drop_duplicates("district_code").set_index("district_code")["district"]
    return pd.DataFrame(
        {
            "group_set": GROUP_SET,
            "group_code": chosen["district_code"],
            "group_name": chosen["district_code"].map(names),
            "unit_code": chosen["new_code"],
            "valid_from": REFORM,
            "valid_to": None,
        }
    ).reset_index(drop=True)


def _country(new: pd.DataFrame, old: pd.DataFrame) -> pd.DataFrame:
    today = new[["code", "name", "province", "lon", "lat"]]
    former = old.loc[old["code"].notna(), ["code", "name", "province"]]
    districts = old[["district_code", "district", "province"]].drop_duplicates()
    return pd.concat(
        {
            "commune_new": today,
            "commune_old": former,
            "district_old": districts.rename(columns={"district_code": "code", "district": "name"}),
        },
        names=["list", None],
    ).reset_index(level="list")


def _seeds(new: pd.DataFrame) -> pd.DataFrame:
    """Centroid and area of every commune; the four areas that the list lacks become their province's median."""
    known = new["area_km2"] > 0
    median = new["area_km2"].where(known).groupby(new["province_code"]).transform("median")
    seeds = new[["code", "lon", "lat", "province_code"]].copy()
    return seeds.assign(area_km2=new["area_km2"].where(known, median), area_known=known)
