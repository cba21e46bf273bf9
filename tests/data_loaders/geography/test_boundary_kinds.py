"""What else offices hand over: several provinces in one file, namesakes, other code pages, turned axes, near ties."""

from functools import lru_cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely

from data_loaders.geography import administrative_list, projection_choice
from data_loaders.geography import command as geography
from data_loaders.geography.boundary_file import FileError
from data_loaders.geography.importing import Request, import_file
from tests.data_loaders.geography.boundary_files import Asked, as_file, encoded, overlap, shift_m

HUE, DA_NANG, QUANG_TRI = "46", "48", "44"
PROVINCES = sorted(administrative_list.official_units("38").seeds["province_code"].unique())
HUONG_TRA = "20350"


@lru_cache
def listed(province: str) -> administrative_list.OfficialUnits:
    return administrative_list.official_units(province)


@lru_cache
def drawn(province: str) -> pd.DataFrame:
    return geography.schematic_boundaries(listed(province))


def communes(*provinces: str) -> gpd.GeoDataFrame:
    """MA, TEN, TINH, HUYEN of today's communes, and the shape."""
    parts = []
    for province in provinces:
        rows = as_file(drawn(province), "commune")
        group = listed(province).unit_groups.set_index("unit_code")["group_name"]
        parts.append(rows.assign(TINH=listed(province).province_name, HUYEN=rows["MA"].map(group)))
    return pd.concat(parts, ignore_index=True)


def taken(file: Path, province: str, *, agrees: bool = True, **given) -> tuple[pd.DataFrame, Asked]:
    user = Asked(agrees=agrees)
    table = import_file(
        Request(file, **given),
        listed=listed(province),
        schematic=lambda: drawn(province),
        tell=user.told.append,
        confirm=user.confirm,
    )
    return table, user


def written(rows: gpd.GeoDataFrame, file: Path, **options) -> Path:
    pyogrio.write_dataframe(rows, file, **options)
    return file


# --- several provinces in one file ---------------------------------------------------------------------------------


@pytest.mark.parametrize("column", ["MA", "TINH"])
def test_one_file_of_several_provinces_is_cut_to_the_province(column, tmp_path):
    """By codes, though most rows are others'; by the province's name, though the communes have no codes."""
    rows = communes(DA_NANG, HUE, QUANG_TRI)[[column, "TEN", "geometry"]]
    table, user = taken(written(rows, tmp_path / "ca-nuoc.gpkg"), HUE)
    assert (table["level"] == "commune").sum() == 40
    assert overlap(table, drawn(HUE)).min() > 0.97
    assert "Bỏ 172 vùng của tỉnh khác." in user.text
    assert not user.questions


def test_provinces_of_before_the_reform_are_names_of_the_province_too(tmp_path):
    rows = communes(DA_NANG, HUE)[["TEN", "TINH", "geometry"]]
    rows.loc[rows["TINH"].str.contains("Nẵng"), "TINH"] = ["Đà Nẵng", "Quảng Nam"] * 47
    table, _ = taken(written(rows, tmp_path / "xa.gpkg"), DA_NANG)
    assert (table["level"] == "commune").sum() == 94


@pytest.mark.parametrize("kept", [["MA", "TEN"], ["TEN"]])
def test_a_namesake_of_the_neighbour_is_never_joined(kept, tmp_path):
    """Huế has a Phường Hương Trà as well: told apart by its code, or by where it lies."""
    rows = communes(DA_NANG, HUE)[[*kept, "geometry"]]
    table, user = taken(written(rows, tmp_path / "xa.gpkg"), DA_NANG)
    assert overlap(table, drawn(DA_NANG))[HUONG_TRA] > 0.97
    if kept == ["TEN"]:
        assert "trùng tên nhưng nằm ở tỉnh khác" in user.text


def test_parts_of_one_unit_farther_apart_than_the_province_is_wide_are_asked_about(tmp_path):
    rows = communes(HUE)
    far = rows.iloc[[0]].assign(geometry=rows.geometry.iloc[[0]].translate(0, -4))
    file = written(pd.concat([rows, far], ignore_index=True), tmp_path / "xa.gpkg")
    with pytest.raises(FileError):
        taken(file, HUE, agrees=False)
    _, user = taken(file, HUE)
    assert [question for question in user.questions if rows["TEN"].iloc[0] in question]


def test_a_column_that_counts_the_rows_is_no_column_of_codes(tmp_path):
    """1, 2, 3 … are codes of Hà Nội's communes, and of districts of provinces far away."""
    rows = communes(HUE)[["TEN", "geometry"]]
    rows.insert(0, "STT", range(1, len(rows) + 1))
    table, user = taken(written(rows, tmp_path / "xa.gpkg"), HUE)
    assert "40 theo tên" in user.text
    assert (table["level"] == "commune").sum() == 40


# --- communes that name their district ------------------------------------------------------------------------------


def test_communes_with_their_district_stay_communes_with_a_lake_and_a_typo(tmp_path):
    rows = communes(HUE)[["TEN", "HUYEN", "geometry"]]
    rows.loc[3, "TEN"] = "Xã Gõ Sai Tên"
    lake = rows.iloc[[5]].assign(TEN="Đầm Cầu Hai", geometry=rows.geometry.iloc[[5]].scale(0.1, 0.1))
    table, user = taken(written(pd.concat([rows, lake], ignore_index=True), tmp_path / "xa.gpkg"), HUE)
    assert "xã, phường hiện nay" in user.told[0]
    assert (table["level"] == "commune").sum() == 39
    assert len(user.questions) == 1


def test_too_few_communes_with_their_district_are_not_taken_for_districts(tmp_path):
    rows = communes(HUE)[["TEN", "HUYEN", "geometry"]].groupby("HUYEN").head(2)
    with pytest.raises(FileError, match=r"chỉ có \d+/40 đơn vị"):
        taken(written(rows, tmp_path / "xa.gpkg"), HUE)


def test_a_district_in_several_rows_is_still_a_district(tmp_path):
    rows = as_file(drawn(HUE), "district").drop(columns="MA")
    islets = rows.iloc[[2] * 12].assign(geometry=rows.geometry.iloc[[2] * 12].scale(0.01, 0.01))
    table, _ = taken(written(pd.concat([rows, islets], ignore_index=True), tmp_path / "huyen.gpkg"), HUE)
    assert set(table["level"]) == {"district"}


# --- code pages ----------------------------------------------------------------------------------------------------


def in_cp1258(text: str) -> str:
    """As Windows 1258 writes it: letters it has, and tones as signs of their own."""
    marks = {"\u0301": "\u0301", "\u0300": "\u0300", "\u0309": "\u0309", "\u0303": "\u0303", "\u0323": "\u0323"}
    out = []
    for letter in text:
        try:
            letter.encode("cp1258")
            out.append(letter)
        except UnicodeError:
            from unicodedata import normalize

            parts = normalize("NFD", letter)
            tone = "".join(sign for sign in parts[1:] if sign in marks)
            out.append(normalize("NFC", "".join(sign for sign in parts if sign not in tone)) + tone)
    return "".join(out)


@pytest.mark.parametrize(
    ("names", "encoding", "declared"),
    [
        ("unicode", "UTF-8", "1258"),
        ("unicode", "UTF-8", "ISO-8859-1"),
        ("unicode", "UTF-8", "1252"),
        ("unicode", "UTF-8", "TCVN-5712"),
        ("tcvn3", "latin1", "1258"),
        ("tcvn3", "latin1", "UTF-8"),
        ("tcvn3", "latin1", "1252"),
        ("cp1258", "cp1258", "1258"),
        ("cp1258", "cp1258", "1252"),
        ("cp1258", "cp1258", "UTF-8"),
    ],
)
def test_names_are_read_whatever_code_page_the_shapefile_declares(names, encoding, declared, tmp_path):
    rows = communes(HUE)[["TEN", "geometry"]]
    spelled = {"unicode": str, "tcvn3": encoded, "cp1258": in_cp1258}[names]
    raw = rows["TEN"].map(spelled).map(lambda text: text.encode(encoding).decode("latin1"))
    file = written(rows.assign(TEN=raw), tmp_path / "xa.shp", encoding="latin1")
    (tmp_path / "xa.cpg").write_text(declared)
    table, user = taken(file, HUE)
    assert (table["level"] == "commune").sum() == 40
    assert "Khớp 40/40" in user.text


@pytest.mark.parametrize("suffix", [".tab", ".mif"])
@pytest.mark.parametrize("declared", ["WindowsVietnamese", "WindowsLatin1", "Neutral"])
def test_names_are_read_whatever_code_page_the_mapinfo_file_declares(suffix, declared, tmp_path):
    rows = communes(HUE)[["TEN", "geometry"]]
    raw = rows["TEN"].map(lambda text: text.encode().decode("latin1"))
    extra = {"FORMAT": "MIF"} if suffix == ".mif" else {}
    file = written(
        rows.assign(TEN=raw), tmp_path / f"xa{suffix}", driver="MapInfo File", encoding="ISO-8859-1", **extra
    )
    text = file.read_bytes()
    assert b"Neutral" in text
    file.write_bytes(text.replace(b"Neutral", declared.encode()))
    _, user = taken(file, HUE)
    assert "Khớp 40/40" in user.text


def test_names_that_cannot_be_read_are_laid_to_the_code_page(tmp_path):
    rows = communes(HUE)[["TEN", "geometry"]]
    raw = rows["TEN"].map(lambda text: "".join(chr(ord(sign) % 96 + 160) for sign in text))
    with pytest.raises(FileError, match="bảng mã"):
        taken(written(rows.assign(TEN=raw), tmp_path / "xa.gpkg"), HUE)


# --- where it lies -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("province", PROVINCES)
def test_a_wgs84_file_of_any_province_is_taken_without_a_question(province):
    """Squares of the communes' areas, two kilometres off: nothing like the schematic, and in its place."""
    seeds = listed(province).seeds.query("province_code == @province")
    half = seeds["area_km2"].to_numpy(dtype=float) ** 0.5 / 2 / 111
    lon, lat = seeds["lon"].to_numpy() + 0.02, seeds["lat"].to_numpy()
    shapes = gpd.GeoDataFrame(
        {"code": seeds["code"].to_numpy()}, geometry=shapely.box(lon - half, lat - half, lon + half, lat + half)
    )
    rows = drawn(province).query("level == 'commune'")
    schematic = gpd.GeoDataFrame({"code": rows["code"]}, geometry=list(shapely.from_geojson(rows["geojson"])))
    user = Asked()
    for crs in ("EPSG:4326", "EPSG:4756"):
        placement = projection_choice.choose(
            shapes,
            declared=projection_choice.pyproj.CRS(crs),
            given=None,
            schematic=schematic,
            tell=user.told.append,
            confirm=user.confirm,
        )
        assert placement == projection_choice.Placement(projection_choice.pyproj.CRS(crs))
    assert not user.questions


def test_systems_that_lie_near_each_other_are_both_named_with_their_distance(tmp_path):
    """105°00′ of a province and of UTM 48: 660 m apart, which no outline shows."""
    file = written(as_file(drawn("38"), "district").to_crs(5897), tmp_path / "huyen.shp", encoding="UTF-8")
    (tmp_path / "huyen.prj").unlink()
    _, user = taken(file, "38")
    assert "EPSG:5897" in user.questions[0]
    assert "EPSG:3405" in user.questions[0]
    assert " chỉ cách 660 m" in user.questions[0] or " chỉ cách 650 m" in user.questions[0]


@pytest.mark.parametrize("crs", [4326, 5897, 9213])
@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_axes_the_other_way_round_are_put_right_with_a_question(crs, declared, tmp_path):
    """Latitude before longitude, or northing before easting as surveyors write them."""
    rows = communes(HUE).to_crs(crs)
    turned = rows.set_geometry([shapely.transform(shape, lambda xy: xy[:, ::-1]) for shape in rows.geometry])
    turned = turned.set_crs(crs if declared else None, allow_override=True)
    file = written(turned, tmp_path / "xa.gpkg")
    with pytest.raises(FileError):
        taken(file, HUE, agrees=False)
    table, user = taken(file, HUE)
    assert "ngược trục" in user.questions[-1]
    assert shift_m(table, drawn(HUE)) < 300


def test_islets_that_no_longer_show_are_counted(tmp_path):
    rows = communes(HUE).to_crs(5899)
    west, _, _, north = rows.total_bounds
    islets = [shapely.Point(west + 900 * step, north + 3000).buffer(40) for step in range(7)]
    rows.loc[0, "geometry"] = shapely.union_all([rows.geometry[0], *islets])
    table, user = taken(written(rows, tmp_path / "xa.gpkg"), HUE)
    assert "7 đảo nhỏ không còn trên bản đồ" in user.text
    assert (table["level"] == "commune").sum() == 40


# --- one sentence --------------------------------------------------------------------------------------------------


def said_by(capsys, *command: str, code: int = 1) -> str:
    """What the command says on its way out: one line, Vietnamese."""
    try:
        assert geography.main(list(command)) == code
    except SystemExit as stop:
        assert stop.code == code
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert not said.startswith("usage")
    return said


def test_shapes_that_are_nowhere_are_one_sentence(tmp_path, capsys):
    """Infinite, absurdly large and empty-handed coordinates."""
    for number, far in enumerate((float("inf"), 1e300, 1e12)):
        rows = communes(HUE)
        rows.loc[2, "geometry"] = shapely.Polygon([(far, 16), (107, 16), (107, far), (far, far)])
        file = written(rows, tmp_path / f"xa{number}.gpkg")
        said_by(capsys, "--province", HUE, "--import", str(file), "--out", f"{tmp_path}/geo", "--yes")
    assert not (tmp_path / "geo").exists()


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path, capsys):
    (tmp_path / "geo").write_text("")
    assert "geo" in said_by(capsys, "--province", HUE, "--out", f"{tmp_path}/geo")


def test_a_setting_that_cannot_be_read_is_one_sentence(capsys, monkeypatch):
    monkeypatch.setenv("CASE_AS_OF", "hôm qua")
    assert "CASE_AS_OF" in said_by(capsys, "--province", HUE)


@pytest.mark.parametrize("command", [["--nhap", "x"], ["--import"], ["them"]])
def test_a_command_that_is_mistyped_is_one_sentence(command, capsys):
    assert "--help" in said_by(capsys, *command, code=2)
