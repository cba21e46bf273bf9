"""The schematic: valid, without overlaps, every cell as large as its commune."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from data_loaders.geography import boundary, coverage, schematic
from data_loaders.geography import command as geography

OTHER_PROVINCES = ["01", "19", "33", "48", "56", "79", "80"]
EQUAL_AREA = "+proj=cea +lat_ts=16 +datum=WGS84"
"""Equal-area, and not the projection that the schematic itself is computed in."""


def seeds(*rows: tuple[str, float, float, float, str, bool]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["code", "lon", "lat", "area_km2", "group", "inside"])


def areas_km2(shapes: gpd.GeoDataFrame) -> pd.Series:
    return pd.Series(shapes.to_crs(EQUAL_AREA).area.to_numpy() / 1e6, index=shapes["code"])


@pytest.mark.parametrize("province", ["38", *OTHER_PROVINCES])
def test_a_real_province_builds(province):
    around = geography.seeds_around(geography.official_units(province))
    communes = schematic.build(around)
    wanted = around[around["inside"]].set_index("code")
    known = wanted["area_known"]
    error = (areas_km2(communes) / wanted["area_km2"] - 1).abs()
    # An island of 2 km² is eight grid steps wide: eleven metres of rounding are felt there.
    assert error[known & (wanted["area_km2"] > 5)].max() < 0.01
    assert error[known].max() < 0.05
    assert list(communes["code"]) == list(wanted.index)
    assert communes.is_valid.all()
    assert shapely.coverage_is_valid(communes.geometry.to_numpy())
    assert coverage.overlap_area(communes.geometry.to_numpy()) == 0
    districts = schematic.dissolve(communes)
    assert districts.is_valid.all()
    assert coverage.overlap_area(districts.geometry.to_numpy()) == 0
    assert list(districts["code"]) == sorted(wanted["group"].unique())


def test_files_are_small_and_read_back_the_same(tmp_path):
    geography.save_official("38", tmp_path)
    assert (tmp_path / "districts.geojson").stat().st_size < 100_000
    assert (tmp_path / "communes.geojson").stat().st_size < 250_000
    table = boundary.stored(tmp_path)
    assert table["level"].value_counts().to_dict() == {"commune": 166, "district": 26}
    assert set(table["basis"]) == {"schematic"}
    shapes = shapely.from_geojson(table["geojson"].to_numpy())
    labels = shapely.points(table[["label_lon", "label_lat"]].to_numpy())
    assert shapely.contains(shapes, labels).all()
    coordinates = shapely.get_coordinates(shapes)
    assert np.array_equal(coordinates, np.round(coordinates, 4))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "communes.geojson",
        "districts.geojson",
        "unit_changes.csv",
        "unit_groups.csv",
        "units.csv",
    ]


def test_it_is_deterministic():
    around = geography.seeds_around(geography.official_units("38"))
    assert schematic.build(around).to_json() == schematic.build(around).to_json()


def test_two_seeds_share_their_outline_by_area_and_a_neighbour_is_left_out():
    built = schematic.build(
        seeds(("a", 105.0, 20.0, 100, "g", True), ("b", 105.1, 20.0, 50, "g", True), ("c", 105.0, 20.1, 80, "", False))
    )
    assert list(built["code"]) == ["a", "b"]
    assert areas_km2(built).to_dict() == pytest.approx({"a": 100, "b": 50}, rel=0.01)
    assert shapely.touches(*built.geometry)


def test_a_far_island_is_a_disc_of_its_own():
    built = schematic.build(seeds(("land", 105.0, 20.0, 100, "g", True), ("isle", 112.0, 16.0, 7, "h", True)))
    isle = built.set_index("code").geometry["isle"]
    assert isle.geom_type == "Polygon"
    assert shapely.contains(isle, shapely.Point(112.0, 16.0))
    assert areas_km2(built)["isle"] == pytest.approx(7, rel=0.02)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("a", 105.0, 20.0, 10.0, "g", False)], "Không có xã"),
        ([("a", 105.0, 20.0, 10.0, "g", True), ("a", 105.1, 20.0, 10.0, "g", True)], "lặp lại: a"),
        ([("a", 105.0, 20.0, 0.0, "g", True)], "thiếu tọa độ hoặc diện tích"),
        ([("a", float("nan"), 20.0, 5.0, "g", True)], "thiếu tọa độ hoặc diện tích"),
    ],
)
def test_seeds_that_cannot_be_drawn_are_one_sentence(rows, said):
    with pytest.raises(schematic.SchematicError, match=said):
        schematic.build(seeds(*rows))


def test_no_files_give_no_rows_and_a_broken_file_one_sentence(tmp_path):
    assert boundary.stored(tmp_path).empty
    assert list(boundary.stored(tmp_path).columns) == boundary.COLUMNS
    (tmp_path / "communes.geojson").write_text("{")
    with pytest.raises(boundary.BoundaryError, match=r"communes\.geojson"):
        boundary.stored(tmp_path)
