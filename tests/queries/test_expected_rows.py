"""What the questions answer on the tiny province (see tests/tiny_province.py), every row worked out by hand.

The window is the running quarter IV/2026 of the inspectorate's calendar: 15/09/2026 to 22/11/2026.
"""

import datetime as dt

import pandas as pd
import pytest

from dashboard.drawing import layers
from dashboard.metrics import METRICS
from tests.dashboard.province import Province

AS_OF = "2026-11-22"
WINDOW = {"start": "2026-09-15", "end": AS_OF}
REFORM_QUARTER = {"start": "2025-06-15", "end": "2025-09-14"}

FIGURES = {
    # matters: V01 V09 were open, V03 V05 V12 came in, none ended
    "opening_dossiers": (2, None),
    "entered_dossiers": (3, None),
    "resolved_dossiers": (0, None),
    "merged_dossiers": (0, None),
    "open_dossiers": (5, None),
    "resolution_rate": (0, 5),
    "clearance_rate": (0, 3),
    "awaiting_acceptance": (1, None),  # V07
    "overdue_dossiers": (1, None),  # V01; V09 is suspended, V05 has no limit
    "overdue_share": (1, 3),
    "due_soon_dossiers": (1, None),  # V12: 08/10 + 45 days = Sunday 22/11, so Monday 23/11
    "suspended_dossiers": (1, None),
    "no_limit_dossiers": (1, 5),
    "open_over_180_days": (0, 5),
    "on_time_rate": (0, 0),
    "on_time_rate_of_due": (0, 0),
    "transfers_per_matter": (1, 1),  # T4
    # papers: T3 T4 T5 T6
    "petitions_received": (4, None),
    "petitions_carried_over": (0, None),
    "petitions_processed": (3, 4),
    "petitions_eligible": (3, None),
    "petitions_not_eligible": (1, None),
    "complaints_eligible": (0, None),
    "denunciations_eligible": (1, None),  # T3
    "proposals_eligible": (2, None),  # T4 and T6
    "petitions_within_authority": (1, None),
    "petitions_unsorted": (1, None),  # T6: neither yet
    "denunciations_within_authority": (1, None),
    "proposals_within_authority": (0, None),
    "petitions_not_within_authority": (1, None),
    "petitions_transferred": (1, None),
    "replies_received": (0, 1),
    "petitions_escalated": (1, None),
    "petitions_per_matter": (1, 1),
    # visits: L2 L4 L5 L6
    "visits": (4, None),
    "people": (9, None),
    "visits_regular": (1, None),
    "people_regular": (1, None),
    "visits_leaders": (3, None),
    "people_leaders": (8, None),
    "repeat_visits": (1, 4),
    "mass_groups": (1, None),
    "mass_group_people": (5, None),
    "mass_group_matters": (2, None),
    # heads: September (nobody reported) and October are judged; S1, S3 and S4 were held in person, S5 missed
    "duty_compliance": (3, 4),
    "duty_days_in_person": (3, None),
    "duty_sessions_missed": (1, None),
    "duty_unreported": (3, 6),
    "delegated_share": (0, 3),  # S1 S3 S4; S2 is of November, which is not over
}


def rows(frame, *columns):
    return [
        tuple(None if pd.isna(cell) else cell for cell in row) for row in frame[list(columns)].itertuples(index=False)
    ]


@pytest.fixture(scope="module")
def figures(tiny):
    return tiny("figures", **WINDOW).set_index("figure")


@pytest.mark.parametrize(("figure", "expected"), FIGURES.items(), ids=list(FIGURES))
def test_figures(figures, figure, expected):
    row = figures.loc[figure]
    assert (row["numerator"], None if pd.isna(row["denominator"]) else row["denominator"]) == expected


def test_the_stocks_alone_are_those_of_all_figures(tiny, figures):
    stocks = tiny("figures", **WINDOW, stocks=True).set_index("figure")
    assert set(stocks.index) == {name for name in figures.index if METRICS[name].span == "stock"}
    assert stocks.equals(figures.loc[stocks.index])


def test_ages_count_from_the_oldest_matter_merged_in(figures):
    # V03 27, V12 45, V05 63, V09 139, V01 109 of its own but 150 with V08, which was merged into it on 01/09
    assert figures.loc["median_open_age", "value"] == 63
    assert figures.loc["p90_open_age", "value"] == pytest.approx(139 + 0.6 * 11)


def test_open_dossiers_by_age(tiny):
    assert rows(tiny("open_dossiers_by_age", as_of=AS_OF), "band", "kind", "open_count", "overdue") == [
        ("0-30", "denunciation", 1, 0),
        ("31-60", "complaint", 1, 0),
        ("61-90", "petition", 1, 0),
        ("91-180", "complaint", 2, 1),
    ]


def test_open_dossiers_by_clock(tiny):
    answer = tiny("open_dossiers_by_clock", as_of=AS_OF)
    assert rows(answer, "clock", "days_over_band", "open_count", "longest_over") == [
        ("due_soon", "", 1, None),
        ("in_time", "", 1, None),
        ("no_limit", "", 1, None),
        ("overdue", "31-90", 1, 79),  # 04/09 to 22/11
        ("suspended", "", 1, None),
    ]


def test_what_was_overdue_on_an_earlier_day_follows_from_that_day(tiny):
    # on 25/09 V09 is suspended since 20/07, V01 is late by 21 days, V05 has no limit
    answer = tiny("open_dossiers_by_clock", as_of="2026-09-25")
    assert rows(answer, "clock", "open_count") == [("no_limit", 1), ("overdue", 1), ("suspended", 1)]


def test_who_holds_them(tiny):
    answer = tiny("overdue_by_agency", as_of=AS_OF)
    assert rows(answer, "agency_code", "open_count", "with_limit", "overdue", "longest_over") == [
        ("X1", 2, 1, 1, 79),  # V01 came from P on 02/08
        ("P", 3, 2, 0, None),
    ]


def test_longest_waiting_goes_by_age_and_leaves_nothing_out(tiny):
    found = rows(tiny("longest_waiting", as_of=AS_OF), "dossier_id", "age_days", "clock")
    assert found == [
        ("V01", 150, "overdue"),  # since V08, merged into it, was accepted
        ("V09", 139, "suspended"),
        ("V05", 63, "no_limit"),
        ("V12", 45, "due_soon"),
        ("V03", 27, "in_time"),
    ]
    assert rows(tiny("longest_waiting", as_of=AS_OF, only_overdue=True), "dossier_id", "days_over") == [("V01", 79)]


def test_what_an_ended_body_held_stands_with_its_successor(tmp_path):
    """H1 ended on 30/6/2025 and handed its only matter to X1; another body ended without a word of who took over."""
    province = Province(tmp_path)
    province.change(
        "insert into agencies values ('H9', 'UBND huyện Thượng', 'district', 'D2', '2004-01-01', '2025-06-30')",
        *(
            "insert into directives values"
            f" ('{code}', '{code}', '2024-05-01', 'Tỉnh ủy', '{body}', 'Giải quyết', '2024-09-01', null, null)"
            for code, body in (("C8", "H1"), ("C9", "H9"))
        ),
        "update dossiers set agency_code = 'H1' where dossier_id = 'V05'",
        "update dossiers set agency_code = 'H9' where dossier_id = 'V12'",
    )
    answers = province.answers()
    asked = answers.ask("directives_open", as_of=dt.date(2026, 11, 22)).set_index("number")["agency_name"]
    assert asked["C8"] == "UBND xã Nhất (nhận từ UBND huyện Hạ)"
    assert asked["C9"] == "UBND huyện Thượng (chưa rõ cơ quan kế thừa)"
    held = answers.ask("overdue_by_agency", as_of=dt.date(2026, 11, 22))
    assert dict(zip(held["agency_name"], held["open_count"], strict=True)) == {
        "UBND xã Nhất": 2,  # V01 and V05
        "UBND tỉnh": 1,  # V09; V03 is a denunciation, which is told of no body
        "UBND huyện Thượng (chưa rõ cơ quan kế thừa)": 1,  # V12
    }
    waiting = answers.ask("longest_waiting", as_of=dt.date(2026, 11, 22)).set_index("dossier_id")["agency_name"]
    assert waiting["V05"] == "UBND xã Nhất (nhận từ UBND huyện Hạ)"
    before = answers.ask("directives_open", as_of=dt.date(2025, 6, 30)).set_index("number")["agency_name"]
    assert before["C8"] == "UBND huyện Hạ"


def test_former_districts_say_that_they_are_no_more(tmp_path):
    answers = Province(tmp_path).answers()
    names = answers.area_names()
    assert names["D1"] == "Huyện Hạ (cũ)"
    assert names["C1"] == "Xã Nhất (huyện Hạ cũ)"
    areas = answers.ask("area_measures", start=dt.date(2026, 9, 15), end=dt.date(2026, 11, 22), division="district")
    assert {"Huyện Hạ (cũ)", "Huyện Thượng (cũ)"} == set(areas["name"].dropna())
    waiting = answers.ask("longest_waiting", as_of=dt.date(2026, 11, 22))
    assert set(waiting["district_name"].dropna()) == {"Huyện Hạ (cũ)"}
    followed = answers.ask("waiting_curve", start=dt.date(2025, 11, 22), as_of=AS_OF, division="district")
    assert set(followed["group_name"].dropna()) == {"Huyện Hạ (cũ)"}
    units = answers.ask("form_units", start=dt.date(2026, 9, 15), end=dt.date(2026, 11, 22), division="district")
    assert set(units["name"]) == {"Huyện Hạ (cũ)", "Huyện Thượng (cũ)"}
    assert layers.short("Huyện Hạ (cũ)") == "Hạ"


def test_longest_waiting_names_no_place_of_a_denunciation(tiny):
    answer = tiny("longest_waiting", as_of=AS_OF)
    found = rows(answer, "dossier_id", "district_code", "days_over", "age_days", "is_listed_complex")
    assert found[0] == ("V01", "D1", 79, 150, True)
    assert {row[0]: row[1] for row in found}["V03"] is None


def test_balance_closes_for_every_kind(tiny):
    columns = ("kind", "opening", "entered_first", "entered_second", "reopened", "closing", "residual")
    assert rows(tiny("balance", **WINDOW), *columns) == [
        ("all", 2, 2, 1, 0, 5, 0),
        ("complaint", 2, 0, 1, 0, 3, 0),
        ("denunciation", 0, 1, 0, 0, 1, 0),
        ("petition", 0, 1, 0, 0, 1, 0),
    ]


def test_a_handover_moves_stock_and_is_no_transfer(tiny):
    columns = ("agency_code", "opening", "entered", "moved_in", "moved_out", "resolved", "closing", "residual")
    assert sorted(rows(tiny("balance_by_agency", **REFORM_QUARTER), *columns)) == [
        ("H1", 1, 0, 0, 1, 0, 0, 0),
        ("X1", 0, 0, 1, 0, 1, 0, 0),
    ]
    assert tiny("transfers_bounced", **REFORM_QUARTER).empty


def test_areas(tiny):
    answer = tiny("area_measures", **WINDOW, division="district")
    columns = ("area_code", "open_count", "with_limit", "overdue", "entered", "visits", "mass_groups", "population")
    assert rows(answer, *columns) == [
        ("D1", 3, 2, 1, 2, 2, 1, 20_000),
        ("D2", 1, 1, 0, 1, 0, 0, None),  # one of its communes has no population
        (None, 1, 0, 0, 0, 2, 0, None),  # V09 has no place
    ]


def test_one_area_only(tiny):
    answer = tiny("figures", **WINDOW, area="C1").set_index("figure")
    assert answer.loc["open_dossiers", "numerator"] == 3
    assert answer.loc["visits", "numerator"] == 2


def test_reception_in_the_columns_of_form_01_tcd(tiny):
    columns = ("reception", "sessions", "visits", "people", "matters_first", "matters_repeat", "mass_groups")
    assert rows(tiny("reception_volume", **WINDOW), *columns) == [
        ("delegated", 1, 0, 0, 0, 0, 0),
        ("head", 3, 3, 8, 4, 0, 1),
        ("regular", 1, 1, 1, 0, 1, 0),
    ]


def test_visits_by_what_they_were_about_and_what_came_of_them(tiny):
    outcomes = [f"visits_{outcome}" for outcome in ("guided", "taken", "resolved", "untold")]
    found = tiny("visits_by_kind", **WINDOW)
    assert rows(found.fillna({"kind": "?"}), "kind", "visits", "people", *outcomes) == [
        ("complaint", 1, 5, 1, 0, 0, 0),
        ("others", 2, 3, 1, 1, 0, 0),
        ("?", 1, 1, 0, 0, 1, 0),
    ]


def test_each_head(tiny):
    columns = ("post_code", "months", "months_unreported", "required", "credited", "in_person", "missed", "moved")
    assert rows(tiny("duty_by_post", **WINDOW), *columns) == [
        ("CT", 2, 1, 1, 1, 1, 0, 0),
        ("CX1", 2, 1, 2, 2, 2, 0, 1),
        ("GS", 2, 1, 1, 0, 0, 1, 0),
    ]


def test_heads_who_have_not_come_this_month_the_longest_absent_first(tiny):
    answer = tiny("heads_without_reception", as_of=AS_OF)
    assert rows(answer, "post_code", "required", "delegated") == [("GS", 1, 0), ("CT", 1, 1), ("CX1", 2, 0)]


def test_the_month_that_runs_says_who_can_still_come(tiny):
    """November to the 22nd: only CT's deputy came (S2); nobody has a day left on the schedule."""
    columns = ("duty_code", "posts", "required", "credited", "delegated", "missed", "ahead")
    answer = tiny("duty_running_month", as_of=AS_OF)
    assert rows(answer, *columns) == [
        ("agency_head", 1, 1, 0, 0, 0, 0),
        ("commune_chair", 1, 2, 0, 0, 0, 0),
        ("province_chair", 1, 1, 0, 1, 0, 0),
    ]
    assert rows(answer, "posts_came", "posts_ahead", "posts_none_left") == [(0, 0, 1)] * 3


def test_of_a_day_that_is_ahead_it_is_said_that_a_head_can_still_come(tiny):
    answer = tiny("duty_running_month", as_of="2026-11-15").set_index("duty_code")
    assert tuple(answer.loc["province_chair", ["delegated", "ahead", "posts_ahead", "posts_none_left"]]) == (0, 1, 1, 0)
    october = tiny("duty_running_month", as_of="2026-10-10").set_index("duty_code")
    assert tuple(october.loc["commune_chair", ["required", "credited", "posts_came", "ahead"]]) == (
        2,
        1,
        1,
        1,
    )  # S4 is still ahead


def test_what_was_left_to_deputies_is_one_number_in_the_months_judged(tiny):
    by_duty = tiny("delegation_by_duty", **WINDOW)
    assert rows(by_duty, "duty_code", "head_sessions", "delegated_sessions") == [
        ("commune_chair", 2, 0),
        ("province_chair", 1, 0),
    ]
    november = WINDOW | {"end": "2026-11-30"}
    assert rows(tiny("delegation_by_post", **WINDOW), "post_code") == []
    assert rows(tiny("delegation_by_post", **november), "post_code", "delegated_sessions") == [("CT", 1)]
    assert int(tiny("duty_by_level", **november)["delegated"].sum()) == 1
    assert tiny("figures", **november).set_index("figure").loc["delegated_share", "numerator"] == 1


def test_a_series_repeats_the_figures_of_its_windows(tiny):
    last = tiny("quarterly_series", as_of=AS_OF, periods=2).iloc[-1]
    assert (last["code"], last["entered"], last["resolved"], last["open_count"], last["overdue"]) == (
        "2026-Q4", 3, 0, 5, 1,
    )  # fmt: skip


def test_late_and_bounced(tiny):
    bounced = tiny("transfers_bounced", start="2026-08-01", end=AS_OF)
    assert rows(bounced, "agency_code", "transfers", "circular") == [("P", 1, 0), ("X1", 1, 0)]


def test_refused_and_missing(tiny):
    weak = tiny("missing_key_dates", as_of=AS_OF).set_index("weakness")
    assert tuple(weak.loc["accepted_on", ["rows_weak", "rows_all"]]) == (1, 10)  # V07 of all but V05 and V06
    assert tuple(weak.loc["commune_of_dossier", ["rows_weak", "rows_all"]]) == (2, 12)  # V04 in O5, V09 nowhere
    assert rows(tiny("unmapped_fields"), "field_code", "dossiers", "petitions") == [("khac.la", 1, 0)]


def test_what_else_says_where_to_look(tiny):
    # 5 people came to C1 on 05/10, 48 days ago; 12 came on 02/08, more than 90 days ago; T3 skipped a level in C3
    answer = tiny("attention_components", **WINDOW, division="district")
    columns = ("area_code", "matters", "escalated_petitions", "bounced")
    assert rows(answer, *columns) == [("D1", 3, 0, 0), ("D2", 1, 1, 0), (None, 1, 0, 0)]
    assert answer["mass_groups_recent"].tolist() == pytest.approx([0.5 ** (48 / 45), 0, 0])


def test_places_as_they_were_recorded(tiny):
    columns = ("area_code", "name", "commune_name", "district_name", "still_there", "open_count", "overdue", "entered")
    assert rows(tiny("recorded_areas", **WINDOW), *columns) == [
        ("C1", "Xã Nhất", "Xã Nhất", "Huyện Hạ", True, 3, 1, 2),
        ("C3", "Xã Tam", "Xã Tam", "Huyện Thượng", True, 1, 0, 1),
        (None, None, None, None, False, 1, 0, 0),
    ]
    assert rows(tiny("recorded_areas", start="2025-03-01", end="2025-03-31"), *columns) == [
        ("O3", "Xã Ba", "Xã Nhị", "Huyện Hạ", True, 1, 0, 1),
    ]
    assert rows(tiny("recorded_areas", start="2025-03-01", end="2025-07-02"), *columns[:5]) == [
        ("O1", "Xã Một", "Xã Nhất", "Huyện Hạ", False),
        ("O3", "Xã Ba", "Xã Nhị", "Huyện Hạ", False),
    ]


def test_a_series_of_areas_repeats_the_measures_of_its_last_window(tiny):
    columns = ("area_code", "open_count", "with_limit", "overdue", "over_180", "entered")
    series = tiny("area_series", as_of=AS_OF, periods=1)
    assert rows(series, "code", *columns) == [
        ("2026-Q4", "D1", 3, 2, 1, 0, 2),
        ("2026-Q4", "D2", 1, 1, 0, 0, 1),
        ("2026-Q4", None, 1, 0, 0, 0, 0),
    ]
    assert sorted(rows(series, *columns), key=str) == sorted(
        rows(tiny("area_measures", **WINDOW, division="district"), *columns), key=str
    )


def test_without_shapes_nothing_is_said_about_clusters(tiny):
    assert tiny("clusters").empty
