"""The province's own file: every format, projection and encoding an office hands over, and each trap (issue D, done 2).

The files are made from the schematic, so what must come out is known exactly.
"""

import shutil
import unicodedata
import zipfile
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pyproj
import pytest
import shapely

from data_loaders.geography import administrative_list, boundary, coverage, tcvn3, vn2000
from data_loaders.geography import command as geography
from data_loaders.geography import messages as say
from data_loaders.geography.boundary_file import FileError
from data_loaders.geography.importing import Request, import_file
from tests.data_loaders.geography.boundary_files import Asked, as_file, encoded, overlap, overlap_area, shift_m

TRAP = "+proj=tmerc +lat_0=0 +lon_0={lon} +k=0.9999 +x_0=500000 +y_0=0 +datum=WGS84 +units=m +no_defs"


@pytest.fixture(scope="module")
def listed():
    return administrative_list.official_units("38")


@pytest.fixture(scope="module")
def drawn(listed):
    return geography.schematic_boundaries(listed)


@pytest.fixture(scope="module")
def communes(drawn) -> gpd.GeoDataFrame:
    return as_file(drawn, "commune")


@pytest.fixture(scope="module")
def districts(drawn) -> gpd.GeoDataFrame:
    return as_file(drawn, "district")


@pytest.fixture
def run(listed, drawn):
    def imported(file: Path, *, user: Asked | None = None, **given) -> tuple[pd.DataFrame, Asked]:
        user = user or Asked()
        request = Request(file, **given)
        return import_file(
            request, listed=listed, schematic=lambda: drawn, tell=user.told.append, confirm=user.confirm
        ), user

    return imported


def assert_as_drawn(table: pd.DataFrame, drawn: pd.DataFrame, *, least: float = 0.97) -> None:
    assert table["level"].value_counts().to_dict() == {"commune": 166, "district": 26}
    assert set(table["basis"]) == {"official"}
    for level in ("commune", "district"):
        same = overlap(table, drawn, level)
        assert len(same) == (table["level"] == level).sum()
        assert same.min() > least
        shapes = shapely.from_geojson(table.loc[table["level"] == level, "geojson"].to_numpy())
        assert shapely.is_valid(shapes).all()
        assert overlap_area(shapes) < 1e-12


def zipped(folder: Path, file: Path) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for part in sorted(folder.iterdir()):
            archive.write(part, f"Bản đồ tỉnh/{part.name}")
    return file


# --- formats -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".shp", ".gpkg", ".geojson", ".tab", ".mif", ".zip"])
def test_every_format_is_read(suffix, tmp_path, run, communes, drawn):
    where = tmp_path / "in"
    where.mkdir()
    file = where / f"ranh gioi{'.shp' if suffix == '.zip' else suffix}"
    rows = communes if suffix == ".geojson" else communes.to_crs(5897)
    options = {"driver": "MapInfo File"} if suffix in (".tab", ".mif") else {}
    extra = {"FORMAT": "MIF"} if suffix == ".mif" else {}
    pyogrio.write_dataframe(rows, file, encoding="UTF-8", **options, **extra)
    if suffix == ".zip":
        file = zipped(where, tmp_path / "ranh gioi.zip")
    table, user = run(file)
    assert_as_drawn(table, drawn)
    assert "Khớp 166/166" in user.text
    assert "bảng mã" not in user.text


def test_reading_changes_nothing_beside_the_file(tmp_path, run, communes):
    pyogrio.write_dataframe(communes.to_crs(5897), tmp_path / "xa.shp")
    (tmp_path / "xa.shx").unlink()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    run(tmp_path / "xa.shp")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


# --- projections ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", vn2000.ZONES)
def test_every_vn2000_zone_is_read_when_declared(code, tmp_path, run, districts, drawn):
    pyogrio.write_dataframe(districts.to_crs(code), tmp_path / "huyen.shp", encoding="UTF-8")
    table, user = run(tmp_path / "huyen.shp")
    assert overlap(table, drawn, "district").min() > 0.97
    assert shift_m(table, drawn) < 5
    assert f"EPSG:{code}" in user.text
    assert not user.questions


@pytest.mark.parametrize("code", [5897, 9208, 9209, 9210, 3405])
def test_a_missing_prj_is_proposed_by_overlap_and_asked(code, tmp_path, run, districts, drawn):
    pyogrio.write_dataframe(districts.to_crs(code), tmp_path / "xa.shp", encoding="UTF-8")
    (tmp_path / "xa.prj").unlink()
    table, user = run(tmp_path / "xa.shp")
    assert len(user.questions) == 1
    assert f"EPSG:{code}" in user.questions[0]
    assert overlap(table, drawn, "district").min() > 0.97


def test_a_missing_prj_is_not_guessed_against_a_no_nor_asked_when_given(tmp_path, run, communes):
    pyogrio.write_dataframe(communes.to_crs(5897), tmp_path / "xa.shp")
    (tmp_path / "xa.prj").unlink()
    with pytest.raises(FileError):
        run(tmp_path / "xa.shp", user=Asked(agrees=False))
    _, user = run(tmp_path / "xa.shp", crs="EPSG:5897")
    assert not user.questions
    with pytest.raises(FileError, match="Không hiểu hệ tọa độ 'EPSG:1'"):
        run(tmp_path / "xa.shp", crs="EPSG:1")


@pytest.mark.parametrize("suffix", [".shp", ".tab"])
def test_wgs84_with_a_provincial_grid_is_vn2000(suffix, tmp_path, run, communes, drawn):
    """The 224 m trap: right numbers under a wrong datum."""
    grid = communes.to_crs(5897).set_crs(TRAP.format(lon=105), allow_override=True)
    options = {"driver": "MapInfo File"} if suffix == ".tab" else {}
    pyogrio.write_dataframe(grid, tmp_path / f"xa{suffix}", encoding="UTF-8", **options)
    table, user = run(tmp_path / f"xa{suffix}")
    assert "224 m" in user.text
    assert "EPSG:5897" in user.text
    assert not user.questions
    assert shift_m(table, drawn) < 5


def test_without_the_datum_shift_the_map_would_lie_224_m_off(communes):
    here = pyproj.Transformer.from_crs(4326, 5897, always_xy=True).transform(105.7, 19.8)
    naive = pyproj.Transformer.from_crs(TRAP.format(lon=105), 4326, always_xy=True).transform(*here)
    assert pyproj.Geod(ellps="WGS84").inv(105.7, 19.8, *naive)[2] == pytest.approx(224, abs=1)


@pytest.mark.parametrize(
    ("crs", "code", "trap"),
    [
        (TRAP.format(lon=105), 5897, True),
        (TRAP.format(lon=105.75).replace("+datum=WGS84", "+ellps=WGS84"), 9210, True),
        ("EPSG:5897", 5897, False),
        ("EPSG:3405", 3405, False),
        ("EPSG:4756", 4756, False),
        ("EPSG:32648", None, False),
        ("EPSG:4326", None, False),
        (TRAP.format(lon=105).replace("0.9999", "1"), None, False),
        (TRAP.format(lon=101.2), None, False),
    ],
)
def test_which_system_is_meant(crs, code, trap):
    system = pyproj.CRS.from_user_input(crs)
    assert vn2000.meant(system) == code
    assert vn2000.is_trap(system) is trap


def test_an_esri_prj_of_vn2000_without_codes_is_taken_at_its_word():
    text = pyproj.CRS.from_epsg(9210).to_wkt("WKT1_ESRI")
    assert vn2000.meant(pyproj.CRS.from_wkt(text)) == 9210
    assert not vn2000.is_trap(pyproj.CRS.from_wkt(text))


def test_meridians_are_named_as_surveyors_do():
    assert vn2000.label(pyproj.CRS.from_epsg(5897)) == "EPSG:5897 (VN-2000, kinh tuyến 105°00′)"
    assert vn2000.label(pyproj.CRS.from_epsg(9210)) == "EPSG:9210 (VN-2000, kinh tuyến 105°45′)"


def test_a_wrong_prj_that_puts_the_map_elsewhere_is_asked_about(tmp_path, run, communes, drawn):
    wrong = communes.to_crs(5897).set_crs(5898, allow_override=True)
    pyogrio.write_dataframe(wrong, tmp_path / "xa.gpkg")
    table, user = run(tmp_path / "xa.gpkg")
    assert "EPSG:5898" in user.questions[0]
    assert "EPSG:5897" in user.questions[0]
    assert shift_m(table, drawn) < 5


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_geojson_in_metres_without_crs_is_asked_about(tmp_path, run, communes, drawn):
    pyogrio.write_dataframe(communes.to_crs(5897).set_crs(None, allow_override=True), tmp_path / "xa.geojson")
    table, user = run(tmp_path / "xa.geojson")
    assert "EPSG:5897" in user.questions[0]
    assert shift_m(table, drawn) < 5


def test_degrees_without_prj_are_proposed_as_vn2000(tmp_path, run, communes):
    """By law (Circular 973/2001/TT-TCĐC) an office's file is in VN-2000; overlap cannot tell 224 m apart."""
    pyogrio.write_dataframe(communes.to_crs(4756), tmp_path / "xa.shp")
    (tmp_path / "xa.prj").unlink()
    _, user = run(tmp_path / "xa.shp")
    assert "EPSG:4756" in user.questions[0]


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_a_map_of_another_place_fits_nowhere(tmp_path, run, communes):
    moved = communes.to_crs(5897)
    moved["geometry"] = moved.translate(900_000, 900_000)
    pyogrio.write_dataframe(moved.set_crs(None, allow_override=True), tmp_path / "xa.shp")
    with pytest.raises(FileError, match="Không hệ tọa độ nào"):
        run(tmp_path / "xa.shp")


# --- names and codes -----------------------------------------------------------------------------------------------


def test_the_tcvn3_table_has_74_entries_and_brings_names_back():
    assert len(tcvn3.TABLE) == 74
    assert len(set(tcvn3.TABLE.values())) == 74
    assert tcvn3.decode("ThÞ x· BØm S¬n") == "Thị xã Bỉm Sơn"
    every = "".join(tcvn3.TABLE.values())
    assert tcvn3.decode(encoded(every)) == every


@pytest.mark.parametrize("suffix", [".shp", ".tab", ".gpkg"])
def test_tcvn3_names_without_codes(suffix, tmp_path, run, communes, drawn):
    rows = communes.to_crs(5897).assign(TEN=communes["TEN"].map(encoded)).drop(columns="MA")
    options = {"driver": "MapInfo File"} if suffix == ".tab" else {}
    pyogrio.write_dataframe(rows, tmp_path / f"xa{suffix}", encoding=None if suffix == ".gpkg" else "latin1", **options)
    (tmp_path / "xa.cpg").unlink(missing_ok=True)
    table, user = run(tmp_path / f"xa{suffix}")
    assert_as_drawn(table, drawn)
    assert "TCVN3" in user.text
    assert "166 theo tên" in user.text


def test_utf8_names_without_cpg(tmp_path, run, communes, drawn):
    pyogrio.write_dataframe(communes.drop(columns="MA").to_crs(5897), tmp_path / "xa.shp", encoding="UTF-8")
    (tmp_path / "xa.cpg").unlink()
    table, user = run(tmp_path / "xa.shp")
    assert_as_drawn(table, drawn)
    assert "UTF-8" in user.text


def test_names_in_other_spellings(tmp_path, run, districts):
    """Hòa and Hoà, decomposed letters, capitals, abbreviations: one name."""
    other = districts["TEN"].str.replace("Hóa", "Hoá").str.normalize("NFD").str.upper()
    other = other.str.replace(unicodedata.normalize("NFD", "THÀNH PHỐ"), "TP.", regex=False)
    assert other.str.startswith("TP.").sum() == 2
    pyogrio.write_dataframe(districts.assign(TEN=other).drop(columns="MA"), tmp_path / "huyen.gpkg")
    table, user = run(tmp_path / "huyen.gpkg")
    assert table["level"].value_counts().to_dict() == {"district": 26}
    assert "Khớp 26/26 đơn vị: 0 theo mã, 26 theo tên" in user.text


def test_codes_that_lost_their_zeros(tmp_path):
    """Hà Nội's 00004 arrives as the number 4."""
    listed = administrative_list.official_units("01")
    drawn = geography.schematic_boundaries(listed)
    rows = as_file(drawn, "commune").drop(columns="TEN")
    rows["MA"] = rows["MA"].astype(float)
    pyogrio.write_dataframe(rows.to_crs(5897), tmp_path / "xa.shp")
    user = Asked()
    request = Request(tmp_path / "xa.shp")
    table = import_file(request, listed=listed, schematic=lambda: drawn, tell=user.told.append, confirm=user.confirm)
    assert (table["level"] == "commune").sum() == 126
    assert "126 theo mã" in user.text
    assert table["code"].str.startswith("0").any()


def test_an_unknown_name_is_shown_and_asked_about(tmp_path, run, communes):
    rows = communes.drop(columns="MA").assign(TEN=communes["TEN"].replace("Phường Bỉm Sơn", "Khu 7"))
    pyogrio.write_dataframe(rows, tmp_path / "xa.gpkg")
    table, user = run(tmp_path / "xa.gpkg")
    assert "Không khớp 1 vùng trong tệp: Khu 7." in user.text
    assert "Thiếu 1 đơn vị trong tệp: Phường Bỉm Sơn (14812)." in user.text
    assert user.questions == [
        say.ASK_INCOMPLETE.format(vintage=say.VINTAGES["commune_new"], missing=1),
    ]
    assert (table["level"] == "commune").sum() == 165


def test_a_hand_table_settles_an_unknown_name(tmp_path, run, communes):
    rows = communes.drop(columns="MA").assign(TEN=communes["TEN"].replace("Phường Bỉm Sơn", "Khu 7"))
    pyogrio.write_dataframe(rows, tmp_path / "xa.gpkg")
    (tmp_path / "tay.csv").write_text("name,code\nKhu 7,14812\n", encoding="utf-8-sig")
    table, user = run(tmp_path / "xa.gpkg", names=tmp_path / "tay.csv")
    assert "1 theo bảng đối chiếu" in user.text
    assert not user.questions
    assert (table["level"] == "commune").sum() == 166
    (tmp_path / "tay.csv").write_text("name,code\nKhu 7,99999\n")
    with pytest.raises(FileError, match="'99999'"):
        run(tmp_path / "xa.gpkg", names=tmp_path / "tay.csv")


def test_codes_that_contradict_names_are_shown_and_asked_about(tmp_path, run, communes):
    pyogrio.write_dataframe(communes.assign(TEN=np.roll(communes["TEN"], 1)), tmp_path / "xa.gpkg")
    _, user = run(tmp_path / "xa.gpkg")
    assert user.questions == [say.ASK_OTHER_NAMES]
    assert "166 đơn vị có mã và tên" in user.text


# --- vintages ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def old_communes(listed, communes) -> gpd.GeoDataFrame:
    """547 old communes: each of today's communes cut into strips, one for each old commune that went into it."""
    pieces = listed.unit_changes[listed.unit_changes["old_code"].str.len() == 5]
    old = listed.units[listed.units["valid_to"].notna()].set_index("unit_code")
    own = pieces[pieces["old_code"].map(listed.main_targets) == pieces["new_code"]]
    shapes = communes.set_index("MA").geometry
    rows = []
    for new, part in own.groupby("new_code"):
        for strip, code in zip(strips(shapes[new], len(part)), part["old_code"], strict=True):
            rows.append((code, old.loc[code, "name"], old.loc[old.loc[code, "parent_code"], "name"], strip))
    return gpd.GeoDataFrame(rows, columns=["MA", "TEN", "HUYEN", "geometry"], crs=4326)


def largest(shape):
    return max(shapely.get_parts(shape), key=shapely.area)


def strips(shape, count: int) -> list:
    west, south, east, north = shape.bounds
    cuts = np.linspace(west, east, count + 1)
    return [shapely.intersection(shape, shapely.box(a, south, b, north)) for a, b in pairwise(cuts)]


@pytest.mark.parametrize("column", ["MA", "HUYEN"])
def test_547_old_communes_make_todays_map(column, tmp_path, run, old_communes, drawn):
    """By code, and by names alone: the district's name tells the three Tân Thành apart."""
    rows = old_communes if column == "MA" else old_communes.drop(columns="MA")
    pyogrio.write_dataframe(rows.to_crs(5897), tmp_path / "xa.gpkg")
    table, user = run(tmp_path / "xa.gpkg")
    assert "xã, phường cũ" in user.text
    assert "Khớp 547/547" in user.text
    assert table["level"].value_counts().to_dict() == {"commune": 166, "district": 26}
    assert overlap(table, drawn).min() > 0.9


def test_26_districts_leave_the_communes_alone(tmp_path, drawn, districts):
    boundary.save(drawn, tmp_path / "geo")
    before = (tmp_path / "geo" / "communes.geojson").read_bytes()
    pyogrio.write_dataframe(districts.to_crs(9210), tmp_path / "huyen.gpkg")
    assert geography.main(["--province", "38", "--import", f"{tmp_path}/huyen.gpkg", "--out", f"{tmp_path}/geo"]) == 0
    assert (tmp_path / "geo" / "communes.geojson").read_bytes() == before
    stored = boundary.stored(tmp_path / "geo")
    assert stored.groupby("level")["basis"].unique().str[0].to_dict() == {
        "commune": "schematic",
        "district": "official",
    }


def test_27_districts_of_the_older_list_count_dong_son_to_thanh_hoa(tmp_path, run, districts, drawn):
    city = districts.index[districts["MA"] == "380"][0]
    west, east = strips(districts.geometry[city], 2)
    rows = districts.copy()
    rows.loc[city, "geometry"] = east
    dong_son = gpd.GeoDataFrame({"MA": ["405"], "TEN": ["Huyện Đông Sơn"]}, geometry=[west], crs=4326)
    pyogrio.write_dataframe(pd.concat([rows, dong_son], ignore_index=True), tmp_path / "huyen.gpkg")
    table, user = run(tmp_path / "huyen.gpkg")
    assert len(table) == 26
    assert not user.questions
    assert "Huyện Đông Sơn (405) trong danh mục cũ được tính vào Thành phố Thanh Hóa" in user.text
    assert overlap(table, drawn, "district")["380"] > 0.97


# --- unclean files -------------------------------------------------------------------------------------------------


def test_an_unclean_coverage_is_repaired(tmp_path, run, communes, drawn):
    """Each polygon digitised by itself: borders some metres apart, a bow-tie, a unit in two rows."""
    rows = communes.to_crs(5897)
    jitter = np.random.default_rng(1)
    rows["geometry"] = [
        shapely.Polygon(xy[:-1] + jitter.uniform(-8, 8, xy[:-1].shape))
        for xy in map(shapely.get_coordinates, rows.geometry.map(largest))
    ]
    first = shapely.get_coordinates(rows.geometry.iloc[0])
    bow = np.vstack([first[:-1], first[-2] + [40, 60], first[-2] + [60, 40], first[-2] + [20, 80], first[:1]])
    rows.loc[0, "geometry"] = shapely.Polygon(bow)
    assert not rows.is_valid[0]
    half = strips(rows.geometry[5], 2)
    rows.loc[5, "geometry"] = half[0]
    rest = rows.iloc[[5]].assign(geometry=[half[1]])
    pyogrio.write_dataframe(pd.concat([rows, rest], ignore_index=True), tmp_path / "xa.gpkg")
    table, user = run(tmp_path / "xa.gpkg")
    assert_as_drawn(table, drawn, least=0.95)
    assert "chỗ chồng lấn" in user.text
    assert "1 đơn vị gồm nhiều vùng" in user.text
    whole = shapely.union_all(shapely.from_geojson(table.loc[table["level"] == "commune", "geojson"].to_numpy()))
    rings = [ring for part in shapely.get_parts(whole) for ring in part.interiors]
    assert not rings, "no crack is left open"


def test_a_lake_between_communes_stays_a_hole(communes):
    ring = shapely.Point(0, 0).buffer(5000).difference(shapely.Point(0, 0).buffer(800))
    done = coverage.cleaned([ring], snap=1, crack=60)
    assert done.cells[0].area == pytest.approx(ring.area, rel=1e-3)
    assert done.gaps == 0


def test_a_heavy_file_is_drawn_lightly(tmp_path, run, communes, drawn):
    rows = communes.to_crs(5897)
    rows["geometry"] = wavy(rows.geometry, every=100)
    pyogrio.write_dataframe(rows, tmp_path / "xa.gpkg")
    table, _ = run(tmp_path / "xa.gpkg")
    for level, limit in (("commune", 250_000), ("district", 100_000)):
        assert boundary.size(table[table["level"] == level]) < limit
    assert overlap(table, drawn).min() > 0.9


def wavy(shapes: gpd.GeoSeries, *, every: float) -> gpd.GeoSeries:
    """The same coverage with natural-looking borders: common corners move by the same field."""

    def moved(xy: np.ndarray) -> np.ndarray:
        x, y = xy.T / 900
        return xy + 60 * np.column_stack([np.sin(3 * y + np.sin(2 * x)), np.sin(3 * x + np.sin(2 * y))])

    return gpd.GeoSeries(shapely.transform(shapely.segmentize(shapes.to_numpy(), every), moved), crs=shapes.crs)


# --- bad files: one sentence, nothing changed -----------------------------------------------------------------------


def bad(tmp_path: Path, name: str) -> Path:
    file = tmp_path / name
    file.write_bytes(b"khong phai ban do" * 50)
    return file


@pytest.mark.parametrize(
    "name", ["xa.gpkg", "xa.geojson", "xa.zip", "xa.mif", "xa.shp", "xa.tab", "xa.pdf", "khong-co.shp"]
)
def test_a_bad_file_is_one_sentence_and_nothing_changed(name, tmp_path, capsys, drawn):
    boundary.save(drawn, tmp_path / "geo")
    before = {path.name: path.read_bytes() for path in (tmp_path / "geo").iterdir()}
    file = tmp_path / name if name.startswith("khong") else bad(tmp_path, name)
    for beside in (".dbf", ".dat", ".map", ".id", ".mid"):
        if (beside in (".mid",) and name.endswith("mif")) or (name.endswith(("shp", "tab")) and "khong" not in name):
            file.with_suffix(beside).write_bytes(b"x")
    capsys.readouterr()
    assert geography.main(["--province", "38", "--import", str(file), "--out", f"{tmp_path}/geo", "--yes"]) == 1
    said = capsys.readouterr().err.strip()
    assert file.name in said
    assert len(said.splitlines()) == 1
    assert {path.name: path.read_bytes() for path in (tmp_path / "geo").iterdir()} == before


def test_a_shapefile_without_its_table_names_what_is_missing(tmp_path, run, communes):
    pyogrio.write_dataframe(communes, tmp_path / "xa.shp")
    (tmp_path / "xa.dbf").unlink()
    with pytest.raises(FileError, match=r"thiếu tệp đi kèm \.dbf"):
        run(tmp_path / "xa.shp")


def test_a_zip_without_a_map_and_lines_instead_of_areas(tmp_path, run, communes):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("doc.txt", "x")
    with pytest.raises(FileError, match="không có tệp bản đồ"):
        run(tmp_path / "a.zip")
    pyogrio.write_dataframe(communes.assign(geometry=communes.boundary), tmp_path / "xa.gpkg")
    with pytest.raises(FileError, match="không có vùng"):
        run(tmp_path / "xa.gpkg")


def test_names_in_a_zip_are_not_paths(tmp_path, run, communes):
    (tmp_path / "in").mkdir()
    pyogrio.write_dataframe(communes, tmp_path / "in" / "xa.gpkg")
    with zipfile.ZipFile(tmp_path / "xa.zip", "w") as archive:
        archive.write(tmp_path / "in" / "xa.gpkg", "../../ra-ngoai.gpkg")
    shutil.rmtree(tmp_path / "in")
    run(tmp_path / "xa.zip")
    assert [path.name for path in tmp_path.rglob("*")] == ["xa.zip"]


def test_another_provinces_file_is_refused(tmp_path, run):
    other = as_file(geography.boundaries("42"), "commune")
    pyogrio.write_dataframe(other, tmp_path / "xa.gpkg")
    with pytest.raises(FileError, match="Tỉnh Thanh Hóa: chỉ nhận ra"):
        run(tmp_path / "xa.gpkg")


def test_two_layers_are_asked_about_or_named(tmp_path, run, communes, districts):
    pyogrio.write_dataframe(communes, tmp_path / "all.gpkg", layer="xa")
    pyogrio.write_dataframe(districts, tmp_path / "all.gpkg", layer="huyen", append=True)
    table, user = run(tmp_path / "all.gpkg")
    assert "'xa'" in user.questions[0]
    assert (table["level"] == "commune").sum() == 166
    table, user = run(tmp_path / "all.gpkg", layer="huyen")
    assert set(table["level"]) == {"district"}
    assert not user.questions
    with pytest.raises(FileError, match="'duong'"):
        run(tmp_path / "all.gpkg", layer="duong")


def test_a_name_with_markup_stays_a_name(tmp_path, run, communes):
    """Names come from the official list; what the file calls a unit never reaches the map."""
    rows = communes.assign(TEN="<script>alert(1)</script>")
    pyogrio.write_dataframe(rows, tmp_path / "xa.gpkg")
    table, _ = run(tmp_path / "xa.gpkg")
    assert not table["name"].str.contains("<").any()


def test_nobody_to_ask_means_no(tmp_path, communes, capsys):
    pyogrio.write_dataframe(communes.to_crs(5897), tmp_path / "xa.shp")
    (tmp_path / "xa.prj").unlink()
    assert geography.main(["--province", "38", "--import", f"{tmp_path}/xa.shp", "--out", f"{tmp_path}/geo"]) == 1
    assert "--yes" in capsys.readouterr().err
    assert not (tmp_path / "geo").exists()
    command = ["--import", f"{tmp_path}/xa.shp", "--out", f"{tmp_path}/geo", "--yes"]
    assert geography.main(command) == 1
    assert "--province" in capsys.readouterr().err
    assert geography.main(["--province", "38", *command]) == 0
    assert geography.main(command) == 0, "the province of last time"
    assert set(boundary.stored(tmp_path / "geo")["basis"]) == {"official"}
