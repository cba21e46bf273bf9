"""A figure that counts matters leads to a list of as many: of the cards, and of the sentences of a meeting."""

from __future__ import annotations

from itertools import product

import pytest

from dashboard.answers.answers import Answers
from dashboard.briefing.material import gather
from dashboard.facts.change import figures
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
