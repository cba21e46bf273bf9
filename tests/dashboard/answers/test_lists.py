"""A figure that counts matters leads to a list of as many: of the cards, and of the sentences of a meeting."""

from __future__ import annotations

from itertools import product

import pytest

from dashboard.answers.answers import Answers
from dashboard.briefing.material import gather
from dashboard.facts.change import figures
from dashboard.facts.small_cells import SECRET_KIND
from dashboard.words import backlog
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import on_screen, shown
from tests.dashboard.test_pages import html, opened

DAYS = [("2026-09-15", "2026-11-22"), ("2026-06-15", "2026-09-14"), ("2025-06-15", "2025-09-14")]
VIEWS = [
    {"start": start, "end": end, "as_of": end, "kind": kind, "area": area}
    for (start, end), kind, area in product(DAYS, (None, "complaint", "petition"), (None, "D1", "C1"))
]
LISTS = [name for name in backlog.LISTS if name != backlog.LONGEST] + ["overdue_dossiers"]


@pytest.fixture(scope="module")
def answers() -> Answers:
    return Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())


@pytest.mark.parametrize("name", LISTS)
def test_the_list_of_a_figure_is_as_long_as_the_figure(answers, name):
    counted = [figures(answers.ask("figures", **view))[name].numerator for view in VIEWS]
    listed = [len(answers.ask("matters_behind", **view, figure=name)) for view in VIEWS]
    assert listed == counted
    assert any(counted) or name.startswith("open_over")  # nothing of the tiny province is half a year old


def test_complex_cases_and_crowds(answers):
    for view in VIEWS:
        now = figures(answers.ask("figures", **view))
        if view["kind"] is None and now["mass_groups"].kept:  # single visits are not told by kind
            assert len(answers.ask("mass_group_visits", **view)) == now["mass_groups"].numerator
        listed = answers.ask("complex_cases", **view)
        assert len(answers.ask("complex_progress", **view)) == (~listed["is_closed"]).sum()


@pytest.mark.parametrize("code", ["2026-Q4", "2026-Q3", "2025-Q3"])
def test_what_a_meeting_is_told_has_its_list_behind_it(answers, code):
    material = gather(answers, parse(code, rules=answers.rules))
    tables, now = material.tables, material.now
    moved = tables["moves_of_matters"]
    assert len(tables["longest_overdue"]) == now["overdue_dossiers"].numerator
    assert len(tables["most_bounced"]) == moved.loc[moved["times"] > 1, "matters"].sum()
    for step in tables["open_by_step"].dropna(subset=["step"]).to_dict("records"):
        assert (tables["stuck_at_step"]["step"] == step["step"]).sum() == step["open_count"]
    ids = {str(row) for row in tables["directives"]["directive_id"]}
    before = material.windows.now.previous()
    again = answers.ask("directives", as_of=material.windows.now.end, start=before.start, until=before.end)
    assert ids == set(again["directive_id"])


@pytest.mark.parametrize("name", ["no_limit_dossiers", "suspended_dossiers", "awaiting_acceptance"])
def test_a_list_says_its_number_in_its_title(name, answers, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("backlog", xem="longest", so=name)
    count = figures(answers.ask("figures", start="2026-09-15", end="2026-11-22"))[name].numerator
    assert backlog.LISTED.format(which=backlog.LISTS[name], count=count) in html(app)
    assert len(on_screen.whole(app, "dossier_id")) == count


def test_petitions_without_a_limit_have_one_name_in_headline_and_list(answers, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    said = html(opened("backlog", xem="longest", so="no_limit_dossiers", loai="kien-nghi"))
    now = figures(answers.ask("figures", start="2026-09-15", end="2026-11-22", kind="petition"))
    count = now["no_limit_dossiers"].numerator
    assert count and "vụ việc chưa giải quyết xong không có hạn luật định" in said
    assert f"Không có hạn luật định ({count})" in said


@pytest.mark.parametrize("by", ["sender", "agency"])
def test_papers_of_others_are_listed_as_they_are_counted(answers, by):
    for view in VIEWS:
        counted = answers.ask("forwarded", **view, division=by)["papers_count"].sum()
        listed = answers.ask("forwarded_papers", **view)["kind"]
        assert (listed != SECRET_KIND).sum() == counted
        assert answers.ask("forwarded_waits", **view, division=by)["papers_count"].sum() == counted


@pytest.mark.parametrize("division", ["district", "commune"])
def test_papers_sent_above_are_listed_as_they_are_counted_place_by_place(answers, division):
    for view in VIEWS:
        places = answers.ask("escalated_papers", **view, division=division)
        listed = answers.ask("escalated_listed", **view)["kind"]
        assert (listed != SECRET_KIND).sum() == places["escalated_petitions"].sum()
        for row in places.dropna(subset=["area_code"]).itertuples():
            there = answers.ask("escalated_listed", **view, place=row.area_code)
            assert len(there) == row.escalated_petitions
            assert SECRET_KIND not in set(there["kind"])  # narrowed to a place: not told at all
    assert answers.ask("escalated_listed", start="2026-09-15", end="2026-11-22")["kind"].tolist() == [SECRET_KIND]
    assert answers.ask("escalated_listed", start="2026-09-15", end="2026-11-22", place="D2").empty


def test_papers_taken_up_are_listed_as_they_are_counted(answers):
    for view in VIEWS:
        counted = answers.ask("taken_up", **view)
        by = counted.groupby("fate")["papers_count"].sum()
        for fate in ("accepted", "returned", "other", "unanswered"):
            assert len(answers.ask("taken_up_papers", **view, fate=fate)) == by.get(fate, 0)
        assert len(answers.ask("taken_up_papers", **view, only_late=True)) == counted["papers_late"].sum()
