"""The official list: Thanh Hóa's units, counted against three independent sources (issue D, done 1)."""

import sys
from datetime import date

import pytest

from data_loaders.geography import administrative_list as official

NEW_STRADDLERS = ["14812", "15448", "15853", "16369", "16516"]


@pytest.fixture(scope="module")
def thanh_hoa() -> official.OfficialUnits:
    return official.official_units("38")


def test_thanh_hoa_has_166_communes_and_26_former_districts(thanh_hoa):
    units = thanh_hoa.units
    today = units[(units["level"] == "commune") & units["valid_to"].isna()]
    assert len(today) == 166
    assert today["name"].str.startswith("Phường ").sum() == 19
    assert today["name"].str.startswith("Xã ").sum() == 147
    last_day = (units["valid_from"] <= date(2025, 6, 30)) & units["valid_to"].map(lambda d: d == date(2025, 6, 30))
    assert (last_day & (units["level"] == "district")).sum() == 26
    assert (last_day & (units["level"] == "commune")).sum() == 547
    assert thanh_hoa.unit_groups["group_code"].nunique() == 26


def test_every_old_commune_leads_to_todays_communes(thanh_hoa):
    communes = thanh_hoa.unit_changes[thanh_hoa.unit_changes["old_code"].str.len() == 5]
    assert len(communes) == 558
    assert communes["old_code"].nunique() == 547
    assert communes["new_code"].nunique() == 166
    split = communes.groupby("old_code").filter(lambda part: len(part) > 1)
    assert split["old_code"].nunique() == 10
    assert split["share"].isna().all()
    assert (communes.drop(split.index)["share"] == 1).all()


def test_straddlers_go_with_the_majority(thanh_hoa):
    assert official.straddlers(thanh_hoa) == NEW_STRADDLERS
    group = thanh_hoa.unit_groups.set_index("unit_code")["group_name"]
    assert group["14812"] == "Thị xã Bỉm Sơn"
    assert group["15853"] == "Thành phố Thanh Hóa"
    assert group["16516"] == "Thành phố Sầm Sơn", "three of its four old communes"
    assert sorted(group.index) == sorted(thanh_hoa.seeds.query("province_code == '38'")["code"])


def test_the_older_list_with_27_districts_is_an_alias(thanh_hoa):
    alias = thanh_hoa.units.query("unit_code == '405'").iloc[0]
    assert (alias["name"], alias["valid_to"]) == ("Huyện Đông Sơn", date(2024, 12, 31))
    change = thanh_hoa.unit_changes.query("old_code == '405'").iloc[0]
    assert (change["new_code"], change["changed_on"], change["share"]) == ("380", date(2025, 1, 1), 1)


def test_units_are_keyed_by_code_and_first_day(thanh_hoa):
    units = thanh_hoa.units
    assert not units.duplicated(["unit_code", "valid_from"]).any()
    assert units["unit_code"].duplicated().sum() == 166, "every new commune carries the code of an old one"


def test_a_merged_province_keeps_the_old_ones():
    listed = official.official_units("19")
    provinces = listed.units[listed.units["level"] == "province"].set_index("unit_code")
    assert list(provinces.index) == ["19", "06"]
    assert provinces.loc["06", "valid_to"] == date(2025, 6, 30)
    assert ("06", "19") in set(zip(listed.unit_changes["old_code"], listed.unit_changes["new_code"], strict=True))
    districts = listed.units[listed.units["level"] == "district"]
    assert districts["parent_code"].value_counts().to_dict() == {"19": 9, "06": 8}


def test_an_island_district_without_communes_became_a_commune():
    listed = official.official_units("48")
    row = listed.unit_changes[listed.unit_changes["old_code"] == "498"].iloc[0]
    assert listed.units.set_index("unit_code").loc[row["new_code"], "name"] == "Đặc khu Hoàng Sa"


def test_the_package_itself_is_never_imported(thanh_hoa):
    assert not {"vietnamadminunits", "geopy"} & set(sys.modules)


def test_an_unknown_province_is_one_sentence():
    with pytest.raises(official.ListError, match="'99'"):
        official.official_units("99")
