"""The rows hold what was published, counted in pandas from the file alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache

import pandas as pd
import pytest

from data_loaders.contract.tables import TABLES
from tests.published.briefings import build_ba_ria_vung_tau_may_2022, build_quarterly_briefing
from tests.published.reception_days import build_reception_days
from tests.published.thanh_hoa_2022 import build_thanh_hoa_2022, build_thanh_hoa_resolved

YEARS = {"inspectorate": ("2021-12-15", "2022-12-14"), "calendar": ("2022-01-01", "2022-12-31")}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, pd.DataFrame]]:
    """Runs a builder (once for the same options) and reads every table back."""

    @cache
    def run(build: Callable[..., None], **options: object) -> dict[str, pd.DataFrame]:
        path = tmp_path_factory.mktemp("published") / "case.sqlite"
        build(path, **options)
        with closing(sqlite3.connect(path)) as connection:
            return {table.name: pd.read_sql(f"select * from {table.name}", connection) for table in TABLES}

    return run


def visits_held(tables: dict[str, pd.DataFrame], first: str, last: str) -> pd.DataFrame:
    visits = tables["reception_visits"].merge(tables["reception_sessions"], on="session_id", suffixes=("", "_session"))
    return visits[visits["held_on"].between(first, last)]


@pytest.mark.parametrize("span", YEARS.values(), ids=YEARS)
def test_thanh_hoa_received_its_people(tables: Callable, span: tuple[str, str]) -> None:
    visits = visits_held(tables(build_thanh_hoa_2022), *span)
    by_leaders = visits["chaired"] == "in_person"
    assert visits["people"].sum() == 13_497
    assert visits.loc[by_leaders, "people"].sum() == 4_176
    assert visits.loc[visits["kind_session"] == "regular", "people"].sum() == 9_321
    groups = visits[visits["people"] >= 5]
    assert (len(groups), groups["petition_id"].nunique()) == (43, 23)
    assert groups["matters"].sum() == 23


@pytest.mark.parametrize("span", YEARS.values(), ids=YEARS)
def test_thanh_hoa_received_and_sorted_its_petitions(tables: Callable, span: tuple[str, str]) -> None:
    petitions = tables(build_thanh_hoa_2022)["petitions"]
    petitions = petitions[petitions["received_on"].between(*span)]
    within = petitions[petitions["within_authority"] == 1]
    outside = petitions[(petitions["within_authority"] == 0) & (petitions["eligible"] == 1)]
    assert (len(petitions), (petitions["eligible"] == 0).sum()) == (10_704, 1_238)
    assert within["kind"].value_counts().to_dict() == {"petition": 5_173, "complaint": 1_054, "denunciation": 116}
    ways = outside["processing"].where(outside["processing"].isin(["transferred", "guided"]), "otherwise")
    assert ways.value_counts().to_dict() == {"transferred": 1_947, "guided": 753, "otherwise": 423}


def test_thanh_hoa_stands_on_its_real_units(tables: Callable) -> None:
    found = tables(build_thanh_hoa_2022)
    communes = found["units"].query("level == 'commune' and valid_to.isna()")
    assert (len(communes), found["unit_groups"]["group_code"].nunique()) == (166, 26)
    assert set(found["petitions"]["place_unit_code"]) <= set(found["units"]["unit_code"])


@pytest.mark.parametrize("span", YEARS.values(), ids=YEARS)
def test_thanh_hoa_resolved_its_matters(tables: Callable, span: tuple[str, str]) -> None:
    dossiers = tables(build_thanh_hoa_resolved)["dossiers"]
    assert (dossiers["accepted_on"] <= span[1]).all()
    closed = dossiers[dossiers["closed_on"].between(*span)]
    assert (len(closed), len(dossiers)) == (3_652, 3_927)
    assert closed["kind"].value_counts().to_dict() == {"petition": 3_207, "complaint": 404, "denunciation": 41}
    assert dossiers["kind"].value_counts().to_dict() == {"petition": 3_383, "complaint": 491, "denunciation": 53}
    complaints = closed[closed["kind"] == "complaint"]
    assert complaints["closing"].value_counts().to_dict() == {"decision": 283, "discontinued": 121}
    assert (dossiers["accepted_on"] < span[0]).sum() == 212


@pytest.mark.parametrize("base", [349, 350])
@pytest.mark.parametrize(("first", "last"), [("05-01", "05-31"), ("04-15", "05-14")], ids=["calendar", "inspectorate"])
def test_ba_ria_vung_tau_in_may(tables: Callable, base: int, first: str, last: str) -> None:
    found = tables(build_ba_ria_vung_tau_may_2022, base=base)
    may = visits_held(found, f"2022-{first}", f"2022-{last}")
    assert (len(may), len(visits_held(found, f"2021-{first}", f"2021-{last}"))) == (539, base)
    groups = may[may["people"] >= 5]
    assert (len(groups), groups["people"].sum()) == (6, 175)
    assert len(visits_held(found, "2021-12-15", "2022-05-31")) == 2_058
    assert len(visits_held(found, "2020-12-15", "2021-05-31")) == 1_859


@pytest.mark.parametrize(("first", "last"), [("04-01", "06-30"), ("03-15", "06-14")], ids=["calendar", "inspectorate"])
def test_a_quarterly_briefing(tables: Callable, first: str, last: str) -> None:
    found = tables(build_quarterly_briefing)
    now, before = (len(visits_held(found, f"{year}-{first}", f"{year}-{last}")) for year in (2022, 2021))
    assert 2_800 <= now < 2_900
    assert round((now - before) / before * 100, 1) == -15.2
    petitions = found["petitions"]
    petitions = petitions[petitions["received_on"].between(f"2022-{first}", f"2022-{last}")]
    assert 1_200 <= len(petitions) < 1_300
    assert ((petitions["within_authority"] == 1) & (petitions["kind"] != "petition")).sum() == 30


def test_reception_days_of_heads(tables: Callable) -> None:
    found = tables(build_reception_days)
    sessions = found["reception_sessions"].merge(found["posts"], on="post_code")
    days = sessions.groupby("duty_code").size()
    own = sessions[sessions["chaired"] == "in_person"].groupby("duty_code").size()
    assert (own["agency_head"], days["agency_head"]) == (381, 960)
    assert (own / days).round(3).to_dict() == {
        "agency_head": 0.397,
        "province_chair": 0.56,
        "district_chair": 0.94,
        "commune_chair": 0.49,
    }
    assert (sessions["chaired"] == "delegated").sum() > sessions["chaired"].isna().sum() > 0
