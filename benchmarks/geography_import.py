"""Import of a 20 MB boundary file with a million points: `python -m benchmarks.geography_import`.

The file is made from the schematic of Thanh Hóa: borders cut every few metres and bent by one smooth field, each
polygon then digitised by itself, so that it is as heavy and as unclean as what an office hands over.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely

from data_loaders.geography import administrative_list, boundary
from data_loaders.geography import command as geography
from data_loaders.geography.importing import Request, import_file

POINTS = 1_250_000


def heavy_file(folder: Path, *, points: int = POINTS, noise_m: float = 0.4) -> Path:
    """A Shapefile of 166 communes in VN-2000 105° with about so many points."""
    drawn = geography.boundaries("38").query("level == 'commune'")
    shapes = gpd.GeoSeries(list(shapely.from_geojson(drawn["geojson"].to_numpy())), crs=4326).to_crs(5897)
    dense = shapely.segmentize(shapes.to_numpy(), shapes.length.sum() / points)
    draw = np.random.default_rng(1)
    rings = [shapely.get_coordinates(max(shapely.get_parts(shape), key=shapely.area).exterior)[:-1] for shape in dense]
    bent = [shapely.Polygon(xy + _waves(xy) + draw.uniform(-noise_m, noise_m, xy.shape)) for xy in rings]
    rows = gpd.GeoDataFrame({"MA_XA": drawn["code"].to_numpy()}, geometry=bent, crs=5897)
    pyogrio.write_dataframe(rows, folder / "xa.shp")
    return folder / "xa.shp"


def _waves(xy: np.ndarray) -> np.ndarray:
    """A smooth displacement of up to 120 m, the same for both sides of a border."""
    x, y = xy.T / 400
    return 60 * np.column_stack([np.sin(y + np.sin(x / 3)) + np.sin(5 * y) / 4, np.sin(x + np.sin(y / 3))])


def main() -> int:
    """Print the file's size, the seconds the import took, and what a tablet has to draw."""
    listed = administrative_list.official_units("38")
    with tempfile.TemporaryDirectory() as name:
        file = heavy_file(Path(name))
        points = shapely.get_num_coordinates(pyogrio.read_dataframe(file).geometry.to_numpy()).sum()
        print(f"{file.stat().st_size / 1e6:.1f} MB, {points:,} points")
        start = time.perf_counter()
        table = import_file(
            Request(file),
            listed=listed,
            schematic=lambda: geography.schematic_boundaries(listed),
            tell=print,
            confirm=print,
        )
        print(f"{time.perf_counter() - start:.1f} s")
        for level, rows in table.groupby("level"):
            print(f"{level}: {len(rows)} areas, {boundary.size(rows) / 1000:.0f} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
