"""The schematic: valid, without overlaps, every cell around its commune's own centre."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from data_loaders.geography import boundary, schematic
from data_loaders.geography import command as geography
from tests.data_loaders.geography.boundary_files import overlap_area

PROVINCES = sorted(geography.official_units("38").seeds["province_code"].unique())
EQUAL_AREA = "+proj=cea +lat_ts=16 +datum=WGS84"
"""Equal-area, and not the projection that the schematic itself is computed in."""


def seeds(*rows: tuple[str, float, float, float, str, bool]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["code", "lon", "lat", "area_km2", "group", "inside"])


def areas_km2(shapes: gpd.GeoDataFrame) -> pd.Series:
    return pd.Series(shapes.to_crs(EQUAL_AREA).area.to_numpy() / 1e6, index=shapes["code"])


@pytest.mark.parametrize("province", PROVINCES)
def test_every_commune_of_every_province_holds_its_own_centre(province):
    around = geography.seeds_around(geography.official_units(province))
    communes = schematic.build(around)
    wanted = around[around["inside"]].set_index("code")
    shapes = communes.geometry.to_numpy()
    assert list(communes["code"]) == list(wanted.index)
    assert shapely.contains(shapes, shapely.points(wanted[["lon", "lat"]].to_numpy())).all()
    assert communes.is_valid.all()
    assert shapely.coverage_is_valid(shapes)
    assert overlap_area(shapes) == 0
    districts = schematic.dissolve(communes)
    assert districts.is_valid.all()
    assert overlap_area(districts.geometry.to_numpy()) == 0
    assert list(districts["code"]) == sorted(wanted["group"].unique())


def test_all_34_provinces_are_drawn():
    assert len(PROVINCES) == 34


@pytest.mark.parametrize("province", ["01", "19", "38", "56"])
def test_areas_are_near_those_of_the_list_and_none_is_far_from_its_place(province):
    """No statistic uses them: half of them within a fifth, and no cell reaches far beyond its commune's own disc."""
    around = geography.seeds_around(geography.official_units(province))
    communes = schematic.build(around)
    wanted = around[around["inside"]].set_index("code")
    error = (areas_km2(communes) / wanted["area_km2"] - 1).abs()
    assert error.median() < 0.2
    flat = communes.to_crs(EQUAL_AREA)
    centres = gpd.GeoSeries(gpd.points_from_xy(wanted["lon"], wanted["lat"]), crs=4326).to_crs(EQUAL_AREA)
    away = flat.geometry.centroid.distance(centres) / 1e3 / np.sqrt(wanted["area_km2"].to_numpy(dtype=float) / np.pi)
    assert away.median() < 0.25
    assert away.max() < 1


def test_neighbours_by_nature_are_neighbours_on_the_map():
    """A grid of equal communes: each touches those beside it and no other, along a line."""
    grid = [(f"{x}{y}", 105 + x / 10, 20 + y / 10, 115.0, "g", True) for x in range(4) for y in range(4)]
    built = schematic.build(seeds(*grid)).set_index("code").geometry
    for one in built.index:
        shared = shapely.length(shapely.intersection(built[one], built.to_numpy()))
        beside = {other for other, length in zip(built.index, shared, strict=True) if length > 0.03 and other != one}
        x, y = int(one[0]), int(one[1])
        assert beside == {f"{x + a}{y + b}" for a, b in ((0, 1), (1, 0), (0, -1), (-1, 0))} & set(built.index)


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


def test_two_seeds_share_their_outline_about_by_area_and_a_neighbour_is_left_out():
    built = schematic.build(
        seeds(("a", 105.0, 20.0, 100, "g", True), ("b", 105.1, 20.0, 50, "g", True), ("c", 105.0, 20.1, 80, "", False))
    )
    assert list(built["code"]) == ["a", "b"]
    assert areas_km2(built).to_dict() == pytest.approx({"a": 100, "b": 50}, rel=0.2)
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
        ([("a", 105.0, 20.0, 5.0, "g", True), ("b", 105.0, 20.0, 5.0, "g", True)], r"cùng một tọa độ \(a, b\)"),
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
