"""Ways in which screens told more than was known, or two things of one; which test holds each of them.

The map is checked: a test that is renamed or gone fails here.
"""

from __future__ import annotations

import ast
import re

import pytest

from dashboard.words import choices
from tests import on_screen, shown
from tests.dashboard.test_pages import html, opened

HELD_BY = {
    "duty is counted over other days than the headline says": (
        "dashboard/facts/test_windows.py::test_the_month_that_still_runs_stands_apart",
        "dashboard/words/test_sentences.py::test_the_month_that_runs_stands_apart_from_those_that_are_over",
        "queries/test_expected_rows.py::test_what_was_left_to_deputies_is_one_number_in_the_months_judged",
        "one_truth/test_kinds.py::test_who_leads_the_province_is_told_by_days_and_never_ranked",
    ),
    "two increases of one number": (
        "dashboard/facts/test_windows.py::test_a_stock_is_compared_with_the_day_before_and_a_flow_with_as_many_days",
        "dashboard/facts/test_windows.py::test_one_base_takes_its_stocks_of_its_own_day",
        "one_truth/test_one_truth.py::test_every_view_and_every_file_tells_one_truth",
    ),
    "a running period is drawn as a fall": (
        "one_truth/test_one_truth.py::test_the_running_period_looks_so",
        "dashboard/exports/test_running_chart.py::test_a_running_period_stands_beside_the_same_days_of_last_year",
    ),
    "a list is not what its title says": (
        "queries/test_expected_rows.py::test_longest_waiting_goes_by_age_and_leaves_nothing_out",
        "dashboard/answers/test_longest.py::test_the_lists_are_whole_and_say_the_limit",
        "dashboard/answers/test_lists.py::test_the_list_of_a_figure_is_as_long_as_the_figure",
        "dashboard/answers/test_lists.py::test_what_a_meeting_is_told_has_its_list_behind_it",
    ),
    "places are named on evidence of something else": (
        "dashboard/facts/test_standing_out.py::test_only_who_stands_out_by_its_own_share_is_named",
        "dashboard/facts/test_standing_out.py::test_headline_list_and_map_name_the_same_places",
        "dashboard/facts/test_standing_out.py::test_that_nobody_stands_out_is_a_headline",
        "dashboard/facts/test_standing_out.py::test_random_provinces_without_any_difference_name_no_more_than_chance_allows",
    ),
    "causes are named where there are none": (
        "dashboard/facts/test_contributions.py::test_the_sentence_names_what_moved_beyond_chance_and_nothing_else",
        "dashboard/facts/test_contributions.py::test_what_chance_explains_is_grey",
        "dashboard/facts/test_among_many.py::test_parts_that_did_not_change_are_no_cause",
        "dashboard/facts/test_among_many.py::test_a_series_of_areas_names_none_that_did_not_change",
        "dashboard/facts/test_among_many.py::test_no_head_that_kept_as_many_days_is_told_to_have_improved_or_fallen_back",
        "dashboard/facts/test_calm_provinces.py::test_hardly_any_district_is_named",
    ),
    "heads are accused of a month that still runs": (
        "dashboard/words/test_sentences.py::test_who_can_still_come_is_told_from_who_cannot",
        "queries/test_expected_rows.py::test_the_month_that_runs_says_who_can_still_come",
        "queries/test_expected_rows.py::test_of_a_day_that_is_ahead_it_is_said_that_a_head_can_still_come",
    ),
    "bodies that ended are asked to answer": (
        "queries/test_expected_rows.py::test_what_an_ended_body_held_stands_with_its_successor",
        "queries/test_expected_rows.py::test_former_districts_say_that_they_are_no_more",
        "queries/test_stuck.py::test_a_body_that_ended_hands_its_open_conclusions_to_its_successor",
        "dashboard/briefing/test_agenda.py::test_nothing_stands_on_the_list_without_a_question_and_no_ended_body_is_asked",
    ),
    "several lists of what to conclude": (
        "dashboard/briefing/test_agenda.py::test_one_list_to_conclude_in_the_same_words_everywhere",
    ),
    "small bases are shown and hidden at once": (
        "dashboard/facts/test_contributions.py::test_shares_are_said_with_their_counts_and_small_bases_as_counts_alone",
        "one_truth/test_kinds.py::test_a_small_base_is_told_by_its_counts_on_cards_and_in_sentences",
    ),
    "words of alarm that neither law nor method carries": (
        "house/test_terms.py::test_a_term_given_up_is_said_nowhere",
    ),
    "a circular is cited that no longer held": (
        "dashboard/metrics/test_metrics.py::test_the_circular_of_the_day_is_cited",
        "dashboard/metrics/test_metrics.py::test_what_is_cited_was_in_force_on_that_day",
    ),
}
SHARE = re.compile(r"\d%")


def _functions(file: str) -> set[str]:
    tree = ast.parse((shown.ROOT / "tests" / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("kind", HELD_BY)
def test_each_way_is_held_by_a_test_that_exists(kind):
    named = [tuple(test.split("::")) for test in HELD_BY[kind]]
    assert [f"{file}::{name}" for file, name in named if name not in _functions(file)] == []


def test_a_small_base_is_told_by_its_counts_on_cards_and_in_sentences(monkeypatch):
    """The tiny province has fewer than ten of everything: 3/4 on the card and in the sentence, no share of it."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    for page, label, told in (("reception", "Trực tiếp tiếp", "3/4"), ("backlog", "Tỷ lệ quá hạn", "1/3")):
        app = opened(page, ky="2026-Q4")
        values = {card.label: card.value for card in on_screen.cards(app)}
        lead = html(app).split('class="headline"')[1].split("</p>")[0]
        assert values[label] == told and f"{told} " in lead
        assert [text for text in (*values.values(), lead) if SHARE.search(text)] == []


def test_who_leads_the_province_is_told_by_days_and_never_ranked(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("reception", xem="delegation", ky="2026-Q4")
    assert re.search(r"Chủ tịch UBND tỉnh trực tiếp tiếp \d+/\d+ ngày", html(app))
    assert not [body for body in on_screen.drawn(app) if 'class="bars' in body and "Chủ tịch UBND tỉnh" in body]
    assert choices.WINDOW_NOTE.split("{")[0] in html(app)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ({}, r"trong đó \d+ quá hạn, chưa xác định được địa bàn"),
        ({"xem": "recorded"}, r"không ghi nơi phát sinh, trong đó \d+ vụ việc quá hạn"),
    ],
)
def test_a_map_says_how_much_of_what_is_overdue_it_does_not_show(view, said, monkeypatch):
    """So that its number and that of the page of matters can be reckoned with a pencil."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    assert re.search(said, html(opened("hotspots", ky="2026-Q3", **view)))
