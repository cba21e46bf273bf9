"""The boundary table of a snapshot: the province's own files, else a schematic where its codes are official."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pandas as pd

from data_loaders import boundary, geography
from data_loaders.messages import LoaderError
from data_loaders.schematic import SchematicError

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
        db.register("frame", frame)
        db.execute(f"insert into boundary select {', '.join(boundary.COLUMNS)} from frame")
        db.unregister("frame")


def _stored(folders: Iterable[Path], codes: dict[str, set[str]]) -> pd.DataFrame | None:
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
    if province_code is None:
        return None
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
