"""Where the map comes from: a schematic built from the official list, or the province's own file."""

from __future__ import annotations

import argparse
import sys
from functools import lru_cache, partial
from pathlib import Path
from typing import NoReturn

import numpy as np
import pandas as pd
from pydantic import ValidationError

from data_loaders.geography import boundary, schematic
from data_loaders.geography import messages as say
from data_loaders.geography.administrative_list import ListError, OfficialUnits, official_units, straddlers
from data_loaders.geography.boundary import BoundaryError, stored
from data_loaders.geography.boundary_file import FileError
from data_loaders.geography.importing import Request, import_file
from data_loaders.geography.projection_choice import Confirm, Say
from data_loaders.messages import BAD_SETTING, LoaderError
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
    _write(schematic_boundaries(listed), listed, directory)
    return listed


def save_imported(request: Request, province_code: str, directory: Path, *, tell: Say, confirm: Confirm) -> None:
    """Import the province's own file into GEOGRAPHY_DIR; on any error nothing there has changed."""
    listed = official_units(province_code)
    drawn = lru_cache(1)(partial(schematic_boundaries, listed))
    imported = import_file(request, listed=listed, schematic=drawn, tell=tell, confirm=confirm)
    kept = stored(directory)
    if "commune" not in set(imported["level"]):
        tell(say.KEPT_SCHEMATIC)
        if "commune" not in set(kept["level"]):
            imported = pd.concat([imported, drawn().query("level == 'commune'")], ignore_index=True)
    _write(imported, listed, directory)
    for level, rows in imported[imported["basis"] == boundary.OFFICIAL].groupby("level"):
        file = directory / boundary.FILES[str(level)]
        size = round(file.stat().st_size / 1000)
        tell(say.SAVED.format(units=len(rows), level=say.LEVELS[str(level)], size=size, file=file))


def _write(table: pd.DataFrame, listed: OfficialUnits, directory: Path) -> None:
    boundary.save(table, directory)
    for name in UNIT_TABLES:
        getattr(listed, name).to_csv(directory / f"{name}.csv", index=False)


def main(argv: list[str] | None = None) -> int:
    """`geography --province 38 [--import FILE]`: exit 0 when done, 1 with one sentence when not."""
    options = _parser().parse_args(argv)
    try:
        _run(options)
    except (ListError, FileError, BoundaryError, schematic.SchematicError, LoaderError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(say.CANNOT_WRITE.format(file=error.filename or options.out), file=sys.stderr)
    else:
        return 0
    return 1


def _run(options: argparse.Namespace) -> None:
    directory = options.out or _geography_dir()
    province = options.province or _known_province(directory)
    if options.file is None:
        print(_built(save_official(province, directory)))
        return
    request = Request(options.file, crs=options.crs, layer=options.layer, names=options.names)
    save_imported(request, province, directory, tell=print, confirm=partial(_ask, agreed=options.yes))


def _geography_dir() -> Path:
    try:
        return Settings().geography_dir
    except ValidationError as error:
        raise LoaderError(BAD_SETTING.format(name=str(error.errors()[0]["loc"][0]).upper())) from None


def _known_province(directory: Path) -> str:
    """The province that was built here before. Raises ListError when none was."""
    try:
        units = pd.read_csv(directory / "units.csv", dtype=str)
        return str(units.loc[(units["level"] == "province") & units["valid_to"].isna(), "unit_code"].iloc[0])
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ListError(say.NEEDS_PROVINCE) from error


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Exit 2 with one sentence; what argparse says is English."""
        self.exit(2, say.BAD_ARGUMENTS + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m data_loaders geography")
    parser.add_argument("--province", metavar="MA", help=say.HELP_PROVINCE)
    parser.add_argument("--import", dest="file", type=Path, metavar="FILE", help=say.HELP_IMPORT)
    parser.add_argument("--crs", metavar="EPSG:N", help=say.HELP_CRS)
    parser.add_argument("--layer", metavar="NAME", help=say.HELP_LAYER)
    parser.add_argument("--names", type=Path, metavar="CSV", help=say.HELP_NAMES)
    parser.add_argument("--yes", action="store_true", help=say.HELP_YES)
    parser.add_argument("--out", type=Path, metavar="DIR", help=say.HELP_OUT)
    return parser


def _built(listed: OfficialUnits) -> str:
    return say.BUILT.format(
        province=listed.province_name,
        communes=listed.unit_groups["unit_code"].nunique(),
        districts=listed.unit_groups["group_code"].nunique(),
        straddlers=len(straddlers(listed)),
    )


def _ask(question: str, *, agreed: bool) -> None:
    """Return when the user says yes; raise FileError when not, or when there is nobody to ask."""
    if agreed:
        print(say.ANSWERED_YES.format(question=question))
        return
    if not sys.stdin.isatty() or _answer(question) not in say.YES_ANSWERS:
        raise FileError(say.NOT_CONFIRMED.format(question=question))


def _answer(question: str) -> str:
    try:
        return input(say.QUESTION.format(question=question)).strip().casefold()
    except EOFError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
