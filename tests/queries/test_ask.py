"""The header of a question is its contract: parameters are declared, typed and checked."""

import re
from dataclasses import dataclass

import pytest

from dashboard.metrics import METRICS
from queries import question
from queries.ask import QueryError, Scope, ScopeError, ask, bind


class Recorder:
    id = "recorder"
    placeholder = ":{}"

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict]] = []

    def run(self, sql, params):
        self.asked.append((sql, dict(params)))
        return ["figure"], []


WINDOW = {"start": "2026-06-15", "end": "2026-09-14"}


@pytest.mark.parametrize("name", question.names())
def test_every_question_says_what_it_asks_and_at_which_grain(name):
    asked = question.load(name)
    assert asked.header["question"].endswith("?")
    assert asked.header["grain"]
    assert all(re.fullmatch("[a-z0-9_]+", column) for column in asked.key)


@pytest.mark.parametrize("name", question.names())
def test_every_parameter_used_is_declared_and_every_declared_one_is_used(name):
    asked = question.load(name)
    assert set(re.findall(r"(?<![:\w]):([a-z_]+)", asked.sql)) == asked.accepts


def test_every_parameter_is_cast_to_its_declared_type():
    assert "cast($as_of as date)" in question.load("open_dossiers_by_age").render("${}")


def test_a_stock_date_not_given_is_the_end_of_the_window():
    bound = bind(question.load("figures"), WINDOW)
    assert bound["as_of"] == bound["end"]


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({}, "cần tham số start"),
        (WINDOW | {"colour": "red"}, "không có tham số colour"),
        (WINDOW | {"start": "15/06/2026"}, "không đúng kiểu date"),
    ],
)
def test_a_parameter_that_does_not_fit_is_one_sentence(params, sentence):
    with pytest.raises(QueryError, match=sentence):
        ask("figures", Recorder(), Scope.everything(), **params)


def test_without_a_scope_nothing_is_answered():
    snapshot = Recorder()
    with pytest.raises(ScopeError):
        ask("figures", snapshot, None, **WINDOW)
    assert snapshot.asked == []


def test_a_viewer_of_one_area_sees_that_area_only():
    snapshot = Recorder()
    ask("figures", snapshot, Scope(viewer="x", area="90001"), **WINDOW)
    assert snapshot.asked[0][1]["area"] == "90001"
    with pytest.raises(ScopeError):
        ask("figures", snapshot, Scope(viewer="x", area="90001"), **WINDOW, area="90002")
    with pytest.raises(ScopeError):
        ask("load_log", snapshot, Scope(viewer="x", area="90001"))


def test_what_holds_no_rows_of_areas_is_for_every_viewer():
    snapshot = Recorder()
    ask("snapshot_info", snapshot, Scope(viewer="x", area="90001"))
    assert snapshot.asked[0][1] == {}


@pytest.mark.parametrize("name", [name for name in question.names() if question.load(name).for_everybody])
def test_a_question_for_everybody_counts_nothing_of_the_case_database(name):
    cases = r"\b(dossiers|receptions?|visits|sessions|petitions|closings|suspensions|transfers|people_count)\b"
    assert not re.search(cases, question.load(name).sql)


def test_reach_is_every_field_of_a_scope_but_who_it_is():
    @dataclass(frozen=True)
    class Wider(Scope):
        body: str | None = None

    assert Wider("a", body="S").reach != Wider("a", body="P").reach != Wider("a").reach
    assert Wider("a", body="S").reach == Wider("b", body="S").reach
    assert Wider("a", body="S").is_narrowed
    assert not Wider("a").is_narrowed


def test_every_figure_has_an_entry_that_explains_it_and_every_entry_a_figure():
    figures = set(re.findall(r"select\s+'(\w+)'", question.load("figures").sql))
    assert {metric.id for metric in METRICS.values() if metric.query == "figures"} == figures
