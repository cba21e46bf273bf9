"""Far islands in frames: named, off the land and off each other, and the land as large as without them."""

from functools import lru_cache
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import shapely

from dashboard.drawing import hall_map, insets, layers, map_picture
from dashboard.words import legend
from data_loaders.geography import command as geography

FAR = {
    "31": {"Bạch Long Vĩ"},
    "44": {"Cồn Cỏ"},
    "48": {"Hoàng Sa"},
    "51": {"Lý Sơn"},
    "56": {"Trường Sa"},
    "68": {"Phú Quý"},
    "79": {"Côn Đảo"},
    "91": {"Phú Quốc", "Thổ Châu", "Kiên Hải", "Tiên Hải"},
}


FORMER_NAMES = {"Thổ Châu": "Thổ Chu", "Phú Quý": "Phú Quí"}


@lru_cache
def drawn(province: str, level: str) -> pd.DataFrame:
    table = geography.boundaries(province)
    return table[table["level"] == level].reset_index(drop=True)


def rows(**shapes: shapely.Geometry) -> pd.DataFrame:
    """One area a name, its label in its largest part."""
    made = []
    for name, shape in shapes.items():
        label = max(shapely.get_parts(shape), key=shapely.area).representative_point()
        made.append((name, name.replace("_", " "), shapely.to_geojson(shape), label.x, label.y, "official"))
    return pd.DataFrame(made, columns=["code", "name", "geojson", "label_lon", "label_lat", "basis"])


def disc(lon: float, lat: float, km: float) -> shapely.Geometry:
    return shapely.Point(lon, lat).buffer(km / 111)


def boxes(arranged: insets.Arranged) -> list[shapely.Geometry]:
    return [shapely.box(west, south, east, north) for south, west, north, east in (f.bounds for f in arranged.frames)]


@pytest.mark.parametrize("level", ["commune", "district"])
@pytest.mark.parametrize("province", FAR)
def test_far_islands_of_each_province_stand_in_frames_off_the_land(province, level):
    shapes = drawn(province, level)
    made = insets.arranged(shapes)
    then = FORMER_NAMES if level == "district" else {}
    names = {then.get(name, name) for name in FAR[province]}
    assert {frame.name for frame in made.frames} == names
    geometry = shapely.from_geojson(made.shapes["geojson"].to_numpy())
    land = shapely.union_all(geometry[~made.shapes["inset"].to_numpy(dtype=bool)])
    if level == "commune":
        assert not any(shapely.intersects(box, land) for box in boxes(made))
    assert not any(shapely.intersects(one, other) for one, other in combinations(boxes(made), 2))
    south, west, north, east = made.bounds
    assert shapely.box(west, south, east, north).buffer(1e-9).contains(shapely.union_all(boxes(made)))
    labels = shapely.points(made.shapes[["label_lon", "label_lat"]].to_numpy(dtype=float))
    assert shapely.intersects(labels, geometry).all()


@pytest.mark.parametrize("province", ["01", "38", "46"])
def test_a_province_without_far_islands_is_drawn_as_it_is(province):
    shapes = drawn(province, "commune")
    made = insets.arranged(shapes)
    assert made.frames == ()
    pd.testing.assert_frame_equal(made.shapes.drop(columns="inset"), shapes)
    assert insets.notes(shapes) == [legend.SCHEMATIC]


def test_an_archipelago_of_one_unit_is_one_frame_however_far_its_islets_lie():
    """As an official file has Trường Sa: islets over 400 km."""
    islets = shapely.multipolygons([disc(112 + step / 2, 8 + step / 2.5, 1) for step in range(8)])
    made = insets.arranged(rows(Nha_Trang=disc(109.1, 12.2, 30), Trường_Sa=islets))
    assert [frame.name for frame in made.frames] == ["Trường Sa"]
    island = shapely.from_geojson(made.shapes.set_index("code").loc["Trường_Sa", "geojson"])
    assert len(shapely.get_parts(island)) == 8
    assert boxes(made)[0].contains(island)


def test_islets_near_the_coast_stay_where_they_are():
    near = shapely.multipolygons([disc(109.1, 12.2, 30), disc(109.1 + 45 / 111, 12.2, 1)])
    assert insets.arranged(rows(Nha_Trang=near)).frames == ()


def test_a_far_islet_of_a_unit_on_land_is_named_as_the_atlas_does():
    unit = shapely.multipolygons([disc(104.0, 10.2, 15), disc(103.48, 9.31, 2)])
    made = insets.arranged(rows(Thành_phố_Phú_Quốc=unit))
    assert [frame.name for frame in made.frames] == ["Thổ Chu"]
    assert not made.shapes["inset"].any(), "its label stays on the main island"


def test_an_island_alone_in_view_fills_the_map():
    made = insets.arranged(rows(Trường_Sa=disc(114, 10, 1)))
    assert made.frames == ()
    assert np.ptp(np.array(made.bounds)[[0, 2]]) == pytest.approx(2 / 111, rel=0.01)


def test_pictures_name_the_islands_and_say_that_they_stand_elsewhere():
    shapes = drawn("56", "commune")
    layer = layers.circles(dict.fromkeys(shapes["code"], 3.0))
    for svg in (
        map_picture.small(shapes, layer, width=300, alt="", key="a"),
        map_picture.sheet(shapes, layer, notes=insets.notes(shapes)),
    ):
        assert svg.count(">Trường Sa<") == 1
    assert legend.INSETS in insets.notes(shapes)
    table = pd.DataFrame({"area_code": shapes["code"], "name": shapes["name"], "overdue": range(len(shapes))})
    assert ">Trường Sa<" in hall_map.draw(shapes, table, alt="", caption="", height=700)


def test_a_small_map_of_few_areas_says_the_number_of_every_circle():
    shapes = drawn("56", "commune").head(5)
    layer = layers.circles(dict(zip(shapes["code"], [1.0, 2.0, 3.0, 40.0, 50.0], strict=True)))
    svg = map_picture.small(shapes, layer, width=400, alt="", key="a")
    assert [svg.count(f">{count}</text>") for count in (1, 2, 3, 40, 50)] == [1] * 5


def test_the_land_of_khanh_hoa_fills_a_picture():
    made = insets.arranged(drawn("56", "commune"))
    paper = map_picture.Paper(made.bounds, width=560)
    land = made.shapes[~made.shapes["inset"].astype(bool)]
    edges = [shapely.from_geojson(text).bounds for text in land["geojson"]]
    wide = [paper.at(east, north)[0] - paper.at(west, south)[0] for west, south, east, north in edges]
    assert np.median(wide) > 20
