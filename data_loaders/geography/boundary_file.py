"""A boundary file as an office hands it over: whatever its format, layers of polygons with their attributes.

Everything is read from a private copy: reading a Shapefile may rebuild its index, a GeoPackage its journal, and the
office's own file stays untouched.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pyproj
import shapely

from data_loaders.geography import messages as say

SIDECARS = {
    ".shp": (".shp", ".shx", ".dbf", ".prj", ".cpg"),
    ".tab": (".tab", ".dat", ".map", ".id", ".ind"),
    ".mif": (".mif", ".mid"),
    ".gpkg": (".gpkg",),
    ".geojson": (".geojson",),
    ".json": (".json",),
}
NEEDED = {".shp": (".dbf",), ".tab": (".dat", ".map", ".id"), ".mif": (".mid",)}
UTF8 = ("utf-8", "utf8", "65001")
RAW = "ISO-8859-1"
"""Every byte as one letter: names are decoded later, by the way they make sense."""
CHARSET = re.compile(rb'(?i)(charset[ "]+)(?!utf-?8)\w+')
"""The code page that a MapInfo file declares."""
FARTHEST = 1e8
"""Beyond every system of coordinates, in metres or degrees."""
ZIP_LIMIT = 2 * 1024**3
"""Bytes a zip may unfold to."""


class FileError(Exception):
    """The file cannot be used; the message is one sentence in Vietnamese."""


@dataclass(frozen=True)
class Layer:
    """One layer of polygons: attributes and 2-D geometry in file coordinates, and the projection the file declares."""

    name: str
    rows: gpd.GeoDataFrame
    crs: pyproj.CRS | None
    without_shape: int


def read(path: Path) -> list[Layer]:
    """Every layer of the file that has polygons. Raises FileError."""
    if not path.is_file():
        raise FileError(say.NO_FILE.format(file=path.name))
    with _private_copy(path) as sources:
        layers = [layer for source in sources for layer in _layers(source, shown=path.name)]
    if not layers:
        raise FileError(say.NO_POLYGONS.format(file=path.name))
    return layers


@contextmanager
def _private_copy(path: Path) -> Iterator[list[Path]]:
    with tempfile.TemporaryDirectory(prefix="ranh-gioi-") as name:
        folder = Path(name)
        suffix = path.suffix.lower()
        if suffix == ".zip":
            yield _unzipped(path, folder)
        elif suffix in SIDECARS:
            yield [_copied(path, folder)]
        else:
            raise FileError(say.UNKNOWN_FORMAT.format(file=path.name))


def _copied(path: Path, folder: Path) -> Path:
    """The file and what belongs to it, under one plain lower-case name."""
    wanted = SIDECARS[path.suffix.lower()]
    for beside in path.parent.iterdir():
        if beside.stem == path.stem and beside.suffix.lower() in wanted:
            shutil.copyfile(beside, folder / f"layer{beside.suffix.lower()}")
    return _complete(folder / f"layer{path.suffix.lower()}", shown=path.name)


def _unzipped(path: Path, folder: Path) -> list[Path]:
    """The map files of a zip, each with its sidecars in a folder of its own; its names are never used as paths."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [item for item in archive.infolist() if not item.is_dir() and "__MACOSX" not in item.filename]
            if sum(item.file_size for item in members) > ZIP_LIMIT:
                raise FileError(say.ZIP_TOO_LARGE.format(file=path.name))
            stems = sorted({str(Path(item.filename).with_suffix("")).lower() for item in members})
            for item in members:
                inside = Path(item.filename)
                place = folder / f"{stems.index(str(inside.with_suffix('')).lower()):03d}"
                place.mkdir(exist_ok=True)
                with archive.open(item) as source, (place / f"layer{inside.suffix.lower()}").open("wb") as target:
                    shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise FileError(say.BROKEN_ZIP.format(file=path.name)) from error
    found = [file for file in sorted(folder.glob("*/layer.*")) if file.suffix in SIDECARS]
    if not found:
        raise FileError(say.EMPTY_ZIP.format(file=path.name))
    return [_complete(file, shown=path.name) for file in found]


def _complete(file: Path, *, shown: str) -> Path:
    missing = [suffix for suffix in NEEDED.get(file.suffix, ()) if not file.with_suffix(suffix).exists()]
    if missing:
        raise FileError(say.MISSING_SIDECAR.format(file=shown, missing=", ".join(missing)))
    return file


def _layers(source: Path, *, shown: str) -> list[Layer]:
    pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": True, "OGR_GEOJSON_MAX_OBJ_SIZE": 0})
    encoding = _encoding(source)
    try:
        names = [str(name) for name in pyogrio.list_layers(source)[:, 0]]
        read = [(name, _frame(source, name, encoding)) for name in names]
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, UnicodeError, ValueError, OSError) as error:
        raise FileError(say.BROKEN_FILE.format(file=shown)) from error
    except (pyogrio.errors.GeometryError, shapely.errors.GEOSException) as error:
        raise FileError(say.BROKEN_FILE.format(file=shown)) from error
    return [layer for name, frame in read if (layer := _polygons(name, frame)) is not None]


def _encoding(source: Path) -> str | None:
    """How to read texts: as declared where that is Unicode, else raw, since offices declare what their names are not.

    Matching finds out what raw texts mean. The declared code page of a MapInfo file (a private copy) is struck out.
    """
    if source.suffix == ".shp":
        page = source.with_suffix(".cpg")
        return None if page.exists() and page.read_text("latin-1").strip().lower() in UTF8 else RAW
    if source.suffix not in (".tab", ".mif"):
        return None
    text = source.read_bytes()
    if not CHARSET.search(text):
        return None
    source.write_bytes(CHARSET.sub(rb"\1Neutral", text, count=2))
    return RAW


def _frame(source: Path, layer: str, encoding: str | None) -> gpd.GeoDataFrame:
    try:
        return pyogrio.read_dataframe(source, layer=layer, encoding=encoding, force_2d=True, on_invalid="ignore")
    except UnicodeDecodeError:
        return pyogrio.read_dataframe(source, layer=layer, encoding=RAW, force_2d=True, on_invalid="ignore")


def _polygons(name: str, frame: object) -> Layer | None:
    """The rows with areas; None for a layer of points, lines or no geometry at all."""
    if not isinstance(frame, gpd.GeoDataFrame) or frame.empty:
        return None
    shapes = frame.geometry.to_numpy()
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    area = np.isin(shapely.get_type_id(shapes), [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON])
    if not (area & ~empty).any():
        return None
    kept = frame[area & ~empty].reset_index(drop=True)
    if not (np.abs(kept.geometry.bounds.to_numpy()) < FARTHEST).all():
        raise FileError(say.ABSURD.format(layer=name))
    crs = frame.crs if _fits(frame.crs, kept.total_bounds) else None
    return Layer(name, kept.set_crs(None, allow_override=True), crs, int((~(area & ~empty)).sum()))


def _fits(crs: pyproj.CRS | None, bounds: np.ndarray) -> bool:
    """False for metres under a geographic system: what GeoJSON without `crs` and a guessed .prj look like."""
    return crs is not None and not (crs.is_geographic and np.abs(bounds).max() > 180)
