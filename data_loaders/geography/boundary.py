"""The boundary table of a snapshot, and the two GeoJSON files it is kept in."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from data_loaders.geography import coverage
from data_loaders.geography import messages as say

COLUMNS = ["level", "code", "name", "geojson", "label_lon", "label_lat", "basis"]
FILES = {"district": "districts.geojson", "commune": "communes.geojson"}
SCHEMATIC, OFFICIAL = "schematic", "official"


class BoundaryError(Exception):
    """The stored boundaries cannot be used; the message is one sentence in Vietnamese."""


def table(shapes: gpd.GeoDataFrame, *, names: dict[str, str], level: str, basis: str) -> pd.DataFrame:
    """Rows of the `boundary` table from code and geometry (EPSG:4326); names by code, the code where there is none."""
    points = [coverage.label_point(shape) for shape in shapes.geometry]
    codes = shapes["code"].astype(str)
    frame = pd.DataFrame(
        {
            "level": level,
            "code": codes,
            "name": [names.get(code, code) for code in codes],
            "geojson": [shapely.to_geojson(shape) for shape in shapes.geometry],
            "label_lon": [lon for lon, _ in points],
            "label_lat": [lat for _, lat in points],
            "basis": basis,
        }
    )
    return frame.sort_values("code", ignore_index=True)[COLUMNS]


def save(boundary: pd.DataFrame, directory: Path) -> list[Path]:
    """Write communes.geojson and districts.geojson, of the levels given; all are complete before one is replaced."""
    directory.mkdir(parents=True, exist_ok=True)
    ready = {}
    for level, rows in boundary.groupby("level"):
        final = directory / FILES[str(level)]
        ready[final] = directory / f".{final.name}.{os.getpid()}"
        ready[final].write_text(_collection(rows), encoding="utf-8")
    for final, temporary in ready.items():
        temporary.replace(final)
    return list(ready)


def size(boundary: pd.DataFrame) -> int:
    """Bytes of the GeoJSON file that these rows make."""
    return len(_collection(boundary).encode())


def _collection(rows: pd.DataFrame) -> str:
    features = [_feature(row) for row in rows.to_dict("records")]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"


def _feature(row: dict[Any, Any]) -> str:
    label = [round(float(row[axis]), coverage.DECIMALS + 2) for axis in ("label_lon", "label_lat")]
    properties = {"code": row["code"], "name": row["name"], "basis": row["basis"], "label": label}
    text = json.dumps(properties, ensure_ascii=False, separators=(",", ":"))
    return f'{{"type":"Feature","properties":{text},"geometry":{row["geojson"]}}}'


def stored(directory: Path) -> pd.DataFrame:
    """The `boundary` table from GEOGRAPHY_DIR; no rows when there are no files.

    Raises BoundaryError for a file that is not what `save` writes.
    """
    frames = [_read(directory / file, level) for level, file in FILES.items() if (directory / file).exists()]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=COLUMNS)


def _read(path: Path, level: str) -> pd.DataFrame:
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        rows = [
            (
                level,
                str(feature["properties"]["code"]),
                str(feature["properties"]["name"]),
                json.dumps(feature["geometry"], separators=(",", ":")),
                *map(float, feature["properties"]["label"]),
                str(feature["properties"]["basis"]),
            )
            for feature in features
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BoundaryError(say.BROKEN_BOUNDARY.format(file=path.name)) from error
    return pd.DataFrame(rows, columns=COLUMNS)
