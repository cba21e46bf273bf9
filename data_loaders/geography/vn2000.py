"""VN-2000, the national reference system: its codes, and how to know it where the file does not say so."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
import pyproj

from data_loaders.geography import messages

ZONES = (3405, 3406, 5896, 5897, 5898, 5899, *range(9205, 9219))
"""EPSG codes of every projected VN-2000: UTM 48 and 49, then the 3° zones of each provincial meridian."""
DEGREES = 4756
PROVINCIAL_SCALE, UTM_SCALE = 0.9999, 0.9996


@lru_cache
def zone_of(meridian: float, scale: float) -> int | None:
    """The VN-2000 code with this central meridian (degrees) and scale; None where there is none."""
    for code in ZONES:
        grid = _grid(pyproj.CRS.from_epsg(code))
        if grid and abs(grid[0] - meridian) < 1e-4 and abs(grid[1] - scale) < 1e-6:
            return code
    return None


def _grid(crs: pyproj.CRS) -> tuple[float, float] | None:
    """Central meridian and scale of a transverse Mercator with VN-2000's false origin; None for anything else."""
    operation = crs.coordinate_operation
    if operation is None or operation.method_name != "Transverse Mercator":
        return None
    values = {parameter.name: parameter.value for parameter in operation.params}
    origin = values.get("Latitude of natural origin"), values.get("False easting"), values.get("False northing")
    if origin != (0.0, 500_000.0, 0.0):
        return None
    return float(values["Longitude of natural origin"]), float(values["Scale factor at natural origin"])


def meant(crs: pyproj.CRS) -> int | None:
    """The VN-2000 code that a declared system must be, whatever datum it names; None where it can be taken at its word.

    A transverse Mercator with k = 0.9999 on a provincial meridian exists in no other system: exported as WGS 84 or
    without a datum it is VN-2000 all the same, and lies 224 m off unless the datum shift is applied.
    """
    base = crs.source_crs if crs.is_bound and crs.source_crs else crs
    if base.is_geographic:
        return DEGREES if _names_vn2000(base) else None
    grid = _grid(base)
    if grid is None:
        return None
    meridian, scale = grid
    if abs(scale - UTM_SCALE) < 1e-6 and not _names_vn2000(base):
        return None
    return zone_of(meridian, scale)


def is_trap(crs: pyproj.CRS) -> bool:
    """True when the system is VN-2000 by its grid but not by its datum, so that the shift would be left out."""
    if crs.is_bound and crs.coordinate_operation and any(crs.coordinate_operation.towgs84):
        return False
    return meant(crs) is not None and not _names_vn2000(crs)


def _names_vn2000(crs: pyproj.CRS) -> bool:
    datum = crs.datum.name if crs.datum else ""
    plain = "".join(letter for letter in f"{crs.name} {datum}".lower() if letter.isalnum())
    return "vn2000" in plain or "vietnam2000" in plain


def candidates(bounds: np.ndarray) -> list[int]:
    """Codes that coordinates with these bounds (min x, min y, max x, max y) could be in."""
    low_x, low_y, high_x, high_y = bounds
    if low_x >= -180 and high_x <= 180 and low_y >= -90 and high_y <= 90:
        return [DEGREES, 4326]
    return list(ZONES)


def label(crs: pyproj.CRS) -> str:
    """A name that a surveyor knows: `EPSG:5897 (VN-2000, kinh tuyến 105°00′)`."""
    code, grid = crs.to_epsg(), _grid(crs)
    name = unicodedata.normalize("NFC", crs.name)
    if grid and _names_vn2000(crs):
        whole = int(grid[0])
        kind = "UTM, " if abs(grid[1] - UTM_SCALE) < 1e-6 else ""
        name = messages.VN2000_NAME.format(kind=kind, degrees=whole, minutes=round((grid[0] - whole) * 60))
    return f"EPSG:{code} ({name})" if code else name
