"""Where the map comes from: a schematic built from the official list, or the province's own file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from data_loaders import boundary, schematic
from data_loaders.administrative_list import ListError, OfficialUnits, official_units, straddlers
from data_loaders.boundary import BoundaryError, stored
from data_loaders.settings import Settings

__all__ = [
    "BoundaryError",
    "ListError",
    "OfficialUnits",
    "boundaries",
    "main",
    "official_units",
    "save_official",
    "stored",
]

NEIGHBOURS_WITHIN_KM = 15.0
UNIT_TABLES = ("units", "unit_changes", "unit_groups")


def boundaries(province_code: str) -> pd.DataFrame:
    """The `boundary` table of a real province as a schematic: today's communes and the former districts."""
    return schematic_boundaries(official_units(province_code))


def schematic_boundaries(listed: OfficialUnits) -> pd.DataFrame:
    """The same from a list already read."""
    communes = schematic.build(seeds_around(listed))
    names = dict(zip(listed.units["unit_code"], listed.units["name"], strict=True))
    groups = dict(zip(listed.unit_groups["group_code"], listed.unit_groups["group_name"], strict=True))
    return schematic.boundary_table(communes, names=names, group_names=groups)


def seeds_around(listed: OfficialUnits) -> pd.DataFrame:
    """The schematic's seeds: the province's communes, and other provinces' within 15 km of them."""
    seeds = listed.seeds
    inside = (seeds["province_code"] == listed.province_code).to_numpy()
    radius = np.sqrt(seeds["area_km2"].to_numpy(dtype=float) / np.pi)
    # Flat kilometres are enough to choose neighbours.
    north = seeds["lat"].to_numpy(dtype=float) * 111.0
    east = seeds["lon"].to_numpy(dtype=float) * 111.0 * np.cos(np.deg2rad(seeds.loc[inside, "lat"].median()))
    away = np.hypot(north[:, None] - north[inside], east[:, None] - east[inside])
    near = (away - radius[:, None] - radius[inside]).min(axis=1) < NEIGHBOURS_WITHIN_KM
    group = seeds["code"].map(listed.unit_groups.set_index("unit_code")["group_code"])
    return seeds.assign(inside=inside, group=group)[near | inside].reset_index(drop=True)


def save_official(province_code: str, directory: Path) -> OfficialUnits:
    """Build a province's schematic and write it, with its unit tables as CSV, into GEOGRAPHY_DIR."""
    listed = official_units(province_code)
    boundary.save(schematic_boundaries(listed), directory)
    for name in UNIT_TABLES:
        getattr(listed, name).to_csv(directory / f"{name}.csv", index=False)
    return listed


def main(argv: list[str] | None = None) -> int:
    """`geography --province 38`: exit 0 when done, 1 with one sentence when not."""
    parser = argparse.ArgumentParser(prog="python -m data_loaders geography", description=__doc__)
    parser.add_argument("--province", metavar="MÃ", required=True, help="mã tỉnh, ví dụ 38")
    parser.add_argument("--out", type=Path, metavar="THƯ MỤC", default=Settings().geography_dir)
    options = parser.parse_args(argv)
    try:
        listed = save_official(options.province, options.out)
    except (ListError, schematic.SchematicError) as error:
        print(error, file=sys.stderr)
        return 1
    crossing = straddlers(listed)
    print(
        f"{listed.province_name}: {listed.unit_groups['unit_code'].nunique()} xã, "
        f"{listed.unit_groups['group_code'].nunique()} huyện cũ, {len(crossing)} xã nằm trên nhiều huyện cũ."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
