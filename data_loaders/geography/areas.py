"""The boundary table of a snapshot: the province's own files, else a schematic where its codes are official."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pandas as pd

from data_loaders.messages import LoaderError

LEAST_KNOWN = 0.9


def fill(db: duckdb.DuckDBPyConnection, *, province_code: str | None, folders: Iterable[Path]) -> None:
    """Fill `boundary` for today's communes and former districts; leave it empty where nothing fits.

    Raises LoaderError when a stored file cannot be read. No figure is ever computed from these polygons.
    """
    codes = {
        level: {row[0] for row in db.execute(f"select {level}_code from {level}").fetchall()}
        for level in ("commune", "district")
    }
    frame = _stored(folders, codes)
    if frame is None:
        frame = _schematic(province_code, codes)
    if frame is not None:
        columns = "level, code, name, geojson, label_lon, label_lat, basis"
        db.register("frame", frame)
        db.execute(f"insert into boundary select {columns} from frame")
        db.unregister("frame")


def _stored(folders: Iterable[Path], codes: dict[str, set[str]]) -> pd.DataFrame | None:
    folders = [folder for folder in folders if any(folder.glob("*.geojson"))]
    if not folders:
        return None
    from data_loaders.geography import boundary

    for folder in folders:
        try:
            frame = boundary.stored(folder)
        except boundary.BoundaryError as error:
            raise LoaderError(str(error)) from error
        known = _known(frame, codes)
        if len(known):
            return known
    return None


def _schematic(province_code: str | None, codes: dict[str, set[str]]) -> pd.DataFrame | None:
    if province_code is None or not any(re.fullmatch(r"\d{5}", code) for code in codes["commune"]):
        return None
    from data_loaders.geography import command as geography
    from data_loaders.geography.schematic import SchematicError

    try:
        listed = geography.official_units(province_code)
        if len(codes["commune"] & set(listed.seeds["code"])) < LEAST_KNOWN * max(1, len(codes["commune"])):
            return None
        return _known(geography.schematic_boundaries(listed), codes)
    except (geography.ListError, SchematicError):
        return None


def _known(frame: pd.DataFrame, codes: dict[str, set[str]]) -> pd.DataFrame:
    keep = [code in codes.get(level, ()) for level, code in zip(frame["level"], frame["code"], strict=True)]
    return frame[keep]
