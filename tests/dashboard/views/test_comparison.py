"""Parts of the comparison add up to the whole without denunciations, and kinds to the whole."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.answers.answers import Answers
from dashboard.facts import small_cells
from dashboard.facts.side_by_side import PART, beside
from dashboard.metrics import METRICS
from dashboard.views.comparison import lead
from dashboard.views.comparison.parts import HEADS, named
from dashboard.words import codes
from queries.ask import Scope, open_snapshot
from tests import on_screen, shown

ENTRY = str(shown.ROOT / "dashboard" / "app.py")


def opened(monkeypatch: pytest.MonkeyPatch, **view: str) -> AppTest:
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = AppTest.from_file(ENTRY, default_timeout=300).switch_page("../pages/comparison.py")
    for name, text in view.items():
        app.query_params[name.replace("_", "-")] = text
    app.run()
    assert not app.exception
    return app


def test_a_body_of_which_nothing_was_heard_has_not_fallen_in_what_came_in():
    """P was heard of; X never, nor long ago enough to be in the answer; what ended is told by the body itself."""
    of_tiny = Answers(open_snapshot(next(shown.tiny().glob("*.duckdb"))), Scope.everything())
    page, chosen = SimpleNamespace(answers=of_tiny), SimpleNamespace(as_of=dt.date(2026, 11, 22))
    bodies = pd.Series(["P", "X", None])
    assert lead.silent(page, chosen, bodies, measure="entered").tolist() == [False, True, False]
    assert not lead.silent(page, chosen, bodies, measure="closing").any()


def table(app: AppTest, column: str) -> pd.DataFrame:
    return next(table for table in on_screen.tables(app) if column in table)


def denunciations(monkeypatch: pytest.MonkeyPatch, measure: str, code: str) -> pd.DataFrame:
    """What the parts are counted without: told of the province as a whole, by kind."""
    kinds = table(opened(monkeypatch, xem="parts", theo="kinds", so=measure, ky=code), HEADS["kinds"])
    return kinds[kinds[HEADS["kinds"]] == codes.KINDS["denunciation"]]


@pytest.mark.parametrize("part", ["areas", "fields", "agencies", "kinds"])
@pytest.mark.parametrize(
    ("measure", "code"), [("entered", "2026-Q4"), ("entered", "2026-Y"), ("resolved", "2026-Y"), ("closing", "2026-Q4")]
)
def test_every_part_adds_up_to_the_figure_of_the_province(monkeypatch, part, measure, code):
    rows = table(opened(monkeypatch, xem="parts", theo=part, so=measure, ky=code), HEADS[part])
    figures = table(opened(monkeypatch, xem="figures", ky=code), "label").set_index("label")
    label = METRICS[
        {"entered": "entered_dossiers", "resolved": "resolved_dossiers", "closing": "open_dossiers"}[measure]
    ].label
    secret = denunciations(monkeypatch, measure, code)
    for column in ("now", "previous", "last_year"):
        counted = figures.loc[label, column] - (0 if part == "kinds" else secret[column].sum())
        assert rows[column].sum() == counted, (part, column)
    assert rows["now"].sum() > 0


@pytest.mark.parametrize("part", ["area", "field", "agency", "kind"])
def test_every_part_of_a_change_adds_up_to_the_change_of_the_whole(monkeypatch, part):
    app = opened(monkeypatch, xem="drivers", phan=part, so="entered", ky="2026-Q4")
    whole = table(opened(monkeypatch, xem="parts", theo="kinds", so="entered", ky="2026-Q4"), HEADS["kinds"])
    tables = [table for table in on_screen.tables(app) if f"part_{part}" in table]
    change = tables[0]["change"].sum() if tables else 0
    counted = whole if part == "kind" else whole[whole[HEADS["kinds"]] != codes.KINDS["denunciation"]]
    assert change == (counted["now"] - counted["previous"]).sum()


def test_what_is_withheld_stays_withheld_side_by_side():
    now = pd.DataFrame({"area_code": ["a", "b"], "entered": pd.array([None, 7], dtype="Int64")})
    before = pd.DataFrame({"area_code": ["b"], "entered": pd.array([5], dtype="Int64")})
    pair = beside({"now": now, "previous": before}, by="area_code", column="entered")
    shown_as = named(pair, by="area_code", names={"a": "Huyện A", "b": "Huyện B"})
    assert shown_as[PART].tolist() == ["Huyện B", "Huyện A"]
    assert shown_as["previous"].tolist() == [5, 0]
    assert small_cells.few(shown_as) == {"now": {1}}


def test_heads_are_compared_by_kind_of_post(monkeypatch):
    rows = table(opened(monkeypatch, xem="parts", theo="heads", ky="2026-Q3"), "duty_code")
    assert set(rows["duty_code"]) <= set(codes.DUTIES.values())
    assert rows["now"].str.contains("/").any()
