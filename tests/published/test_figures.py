"""Published facts come out of a case database that holds them: through `ask`, through the command, and in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.facts.change import change
from dashboard.metrics import METRICS
from dashboard.words import change as change_words
from dashboard.words import numbers as vi
from dashboard.words import share
from tests.published import thanh_hoa_2022
from tests.published.briefings import build_ba_ria_vung_tau_may_2022, build_quarterly_briefing
from tests.published.conftest import Published
from tests.published.reading import ROOT, asked, commanded, counts, headline
from tests.published.reception_days import build_reception_days
from tests.published.thanh_hoa_2022 import build_thanh_hoa_2022, build_thanh_hoa_resolved

pytestmark = pytest.mark.xdist_group("published")

CALENDARS = ["inspectorate", "calendar"]
THANH_HOA_2022 = {
    "people": 13_497,
    "people_leaders": 4_176,
    "people_regular": 9_321,
    "mass_groups": 43,
    "mass_group_matters": 23,
    "petitions_received": 10_704,
    "petitions_not_eligible": 1_238,
    "petitions_eligible": 9_466,
    "petitions_within_authority": 6_343,
    "complaints_within_authority": 1_054,
    "denunciations_within_authority": 116,
    "proposals_within_authority": 5_173,
    "petitions_not_within_authority": 3_123,
    "petitions_transferred": 1_947,
    "petitions_guided": 753,
}


@pytest.mark.parametrize("calendar", CALENDARS)
def test_thanh_hoa_2022(published: Published, calendar: str) -> None:
    found = counts(published(build_thanh_hoa_2022), "2022-Y", calendar=calendar)
    assert {name: found[name] for name in THANH_HOA_2022} == THANH_HOA_2022
    assert found["petitions_received"] == found["petitions_not_eligible"] + found["petitions_eligible"]
    assert found["people"] == found["people_leaders"] + found["people_regular"]


def test_thanh_hoa_2022_in_no_other_year(published: Published) -> None:
    for code in ("2021-Y", "2023-Y"):
        found = counts(published(build_thanh_hoa_2022), code)
        assert {found[name] for name in THANH_HOA_2022} == {0}


@pytest.mark.parametrize("name", THANH_HOA_2022)
def test_thanh_hoa_2022_by_command(
    published: Published, name: str, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = commanded(capsys, monkeypatch, published(build_thanh_hoa_2022), name, "--period", "2022-Y")
    assert [row["numerator"] for row in rows] == [str(THANH_HOA_2022[name])]


def test_thanh_hoa_sorts_its_petitions_by_way_of_processing(published: Published) -> None:
    rows = asked(published(build_thanh_hoa_2022), "petitions_processing", "2022-Y")
    outside = rows[rows["eligible"] & ~rows["within_authority"].fillna(True)]
    ways = outside.groupby("processing")["petitions"].sum()
    assert (ways["transferred"], ways["guided"], ways.drop(["transferred", "guided"]).sum()) == (1_947, 753, 423)


def test_thanh_hoa_on_its_own_map(published: Published) -> None:
    folder = published(build_thanh_hoa_2022)
    for division, number in (("district", 26), ("commune", 166)):
        shapes = asked(folder, "boundaries", division=division)
        assert shapes["code"].nunique() == len(shapes) == number
        assert shapes["geojson"].str.contains("Polygon").all()
        measured = asked(folder, "area_measures", "2022-Y", division=division)
        assert set(shapes["code"]) == set(measured["area_code"].dropna())
    by_district = asked(folder, "area_measures", "2022-Y", division="district")
    assert by_district["mass_groups"].sum() == 43


RESOLVED = {None: (3_652, 3_927, "93%"), "complaint": (404, 491, "82,3%"), "denunciation": (41, 53, "77,4%")}


@pytest.mark.parametrize("calendar", CALENDARS)
@pytest.mark.parametrize("kind", RESOLVED)
def test_thanh_hoa_resolved(published: Published, kind: str | None, calendar: str) -> None:
    rate = headline(published(build_thanh_hoa_resolved), "2022-Y", calendar=calendar, kind=kind)["resolution_rate"]
    resolved, of, printed = RESOLVED[kind]
    assert (rate.numerator, rate.denominator) == (resolved, of)
    assert vi.percent(rate.value, digits=0 if kind is None else 1) == printed
    assert f"({vi.count(resolved)}/{vi.count(of)})" in share.of(rate)


def test_thanh_hoa_how_complaints_ended(published: Published) -> None:
    rows = asked(published(build_thanh_hoa_resolved), "balance", "2022-Y", kind="complaint").set_index("kind")
    ended = rows.loc["complaint"]
    assert (ended["decided"], ended["discontinued"]) == (283, 121)
    assert ended["withdrawn"] == ended["to_investigation"] == ended["merged"] == ended["residual"] == 0


def test_thanh_hoa_resolved_by_command(
    published: Published, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = published(build_thanh_hoa_resolved)
    words = ["resolution_rate", "--period", "2022-Y"]
    for kind, (resolved, of, _) in RESOLVED.items():
        row = commanded(capsys, monkeypatch, folder, *words, *(["--kind", kind] if kind else []))[0]
        assert (row["numerator"], row["denominator"]) == (str(resolved), str(of))
        assert float(row["value"]) == pytest.approx(resolved / of)


@pytest.mark.parametrize(("base", "said"), [(349, "tăng 190 lượt (54,4%)"), (350, "tăng 189 lượt (54%)")])
def test_ba_ria_vung_tau_in_may(published: Published, base: int, said: str) -> None:
    """Printed: up 54,14 %. No whole base gives that: ours says what its own two counts give."""
    folder = published(build_ba_ria_vung_tau_may_2022, base=base)
    now, before = (headline(folder, f"{year}-M05", calendar="calendar") for year in (2022, 2021))
    assert (now["visits"].numerator, before["visits"].numerator) == (539, base)
    assert (now["mass_groups"].numerator, now["mass_group_people"].numerator) == (6, 175)
    step = change(METRICS["visits"], now["visits"], before["visits"])
    assert change_words.sentence(step, against="so với cùng kỳ").startswith(said)


def test_ba_ria_vung_tau_in_the_year_to_date(published: Published) -> None:
    folder = published(build_ba_ria_vung_tau_may_2022, base=350)
    now, before = (headline(folder, f"{year}-01-01..{year}-05-31") for year in (2022, 2021))
    assert (now["visits"].numerator, before["visits"].numerator) == (2_058, 1_859)
    assert change_words.brief(change(METRICS["visits"], now["visits"], before["visits"])) == "tăng 10,7%"


@pytest.mark.parametrize("calendar", CALENDARS)
def test_a_quarterly_briefing(published: Published, calendar: str) -> None:
    folder = published(build_quarterly_briefing)
    now, before = (headline(folder, f"{year}-Q2", calendar=calendar) for year in (2022, 2021))
    accepted = now["complaints_within_authority"].numerator + now["denunciations_within_authority"].numerator
    assert 2_800 < now["visits"].numerator < 2_900, "published as: trên 2.800"
    assert 1_200 < now["petitions_received"].numerator < 1_300, "published as: trên 1.200"
    assert accepted == 30
    assert change_words.brief(change(METRICS["visits"], now["visits"], before["visits"])) == "giảm 15,2%"


def test_a_quarterly_briefing_as_the_command_prints_it(published: Published, tmp_path: Path) -> None:
    folder = published(build_quarterly_briefing)
    words = [sys.executable, "-m", "dashboard.exports", "2022-Q2", "--calendar", "inspectorate", "--format", "text"]
    printed = subprocess.run(
        words, cwd=ROOT, env={"SNAPSHOT_DIR": str(folder)}, capture_output=True, text=True, timeout=900
    )
    assert printed.returncode == 0, printed.stderr
    assert (
        "Trong quý, đã tiếp 2.843 lượt công dân, giảm 15,2% so với cùng kỳ; tiếp nhận 1.214 đơn, "
        "trong đó có 30 đơn khiếu nại, tố cáo thuộc thẩm quyền."
    ) in printed.stdout


@pytest.mark.parametrize(("resolved", "of", "right"), [(238, 316, "75,3%"), (1_336, 1_990, "67,1%")])
def test_what_was_wrong_in_print_is_right_here(
    published: Published, resolved: int, of: int, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Printed: 238/316 as 88,9 %, 1.336/1.990 as 68,5 %."""
    monkeypatch.setattr(thanh_hoa_2022, "RESOLVED", {"complaint": (of, resolved, 0)})

    def build(path: Path) -> None:
        build_thanh_hoa_resolved(path)

    rate = headline(published(build), "2022-Y")["resolution_rate"]
    assert share.of(rate) == f"{right} ({vi.count(resolved)}/{vi.count(of)})"


KEPT = {
    # duty: (days kept in person, days to keep, in percent), over the time that posts of that kind were followed
    "agency_head": (381, 960, "39,7%"),
    "province_chair": (28, 50, "56%"),
    "district_chair": (2_444, 2_600, "94%"),
    "commune_chair": (6_321, 12_900, "49%"),
}


def test_reception_days(published: Published) -> None:
    rows = asked(published(build_reception_days), "duty_by_level", "2016-07-01..2021-06-30").set_index("duty_code")
    for duty, (kept, of, printed) in KEPT.items():
        row = rows.loc[duty]
        assert (row["credited"], row["required"]) == (kept, of)
        assert vi.share(kept, of) == printed
        # deputies standing in, which never count, and days on which nobody came, make up the rest
        assert row["delegated"] + row["missed"] == of - kept
        assert row["delegated"] > row["missed"]
