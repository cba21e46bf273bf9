"""The outlook stored with the snapshot is that of the months as plain pandas counts them."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from data_loaders.statistics import forecast
from queries.ask import Scope, ask

pytestmark = pytest.mark.xdist_group("recount")

AS_OF = pd.Timestamp("2026-11-22")
YEARS = pd.DateOffset(years=8)


@pytest.fixture(scope="module")
def outlook(demo: SimpleNamespace) -> pd.DataFrame:
    return ask("outlook", demo.snapshot, Scope.everything()).set_index(["code", "measure"])


def flows(demo: SimpleNamespace, rows: pd.DataFrame) -> tuple[float, list[int], list[int]]:
    """Open before the first month, and what came in and left in each whole month of the last eight years."""
    _, months = demo.snapshot.run(
        "select start_on, end_on from reporting_period where calendar = 'inspectorate' and kind = 'month'", {}
    )
    spans = [(pd.Timestamp(start), pd.Timestamp(end)) for start, end in sorted(months)]
    spans = [(start, end) for start, end in spans if start >= AS_OF - YEARS and end <= AS_OF]
    first = spans[0][0]
    opening = (rows["entered_on"] < first).sum() - (rows["closed_on"] < first).sum()
    entered, ended = (
        [int(rows[column].between(*span).sum()) for span in spans] for column in ("entered_on", "closed_on")
    )
    return float(opening), entered, ended


def test_the_whole_province(demo: SimpleNamespace, outlook: pd.DataFrame) -> None:
    counted = demo.matters.rows[demo.matters.rows["entered_on"].notna()]
    opening, entered, ended = flows(demo, counted)
    for measure, found in (
        ("entered", forecast.outlook(entered, skip=1)),
        ("open_count", forecast.stock_outlook(opening, entered, ended, skip=1)),
    ):
        row = outlook.loc[(outlook[outlook["level"] == "province"].index[0][0], measure)]
        assert row[["value", "low", "high"]].tolist() == pytest.approx([found.value, found.low, found.high], rel=1e-9)
        assert row[["held", "tried", "origins"]].tolist() == [found.held, found.tried, found.origins]
        assert row[["error", "naive_error"]].tolist() == pytest.approx([found.error, found.naive_error], rel=1e-9)
        assert row["unpublished"] == found.unpublished


def test_the_quarter_is_the_next_one_and_every_district_is_there(demo: SimpleNamespace, outlook: pd.DataFrame) -> None:
    assert outlook[["start_on", "end_on"]].drop_duplicates().to_numpy().tolist() == [
        [pd.Timestamp("2026-12-15"), pd.Timestamp("2027-03-14")]
    ]
    districts = outlook[outlook["level"] == "district"].index.get_level_values("code")
    assert set(districts) == set(demo.matters.rows["district"].dropna())


def test_one_district_only(demo: SimpleNamespace, outlook: pd.DataFrame) -> None:
    code = outlook[outlook["level"] == "district"].index[0][0]
    assert set(ask("outlook", demo.snapshot, Scope("x", area=code))["code"]) == {code}
    assert ask("outlook", demo.snapshot, Scope("x", area="nowhere")).empty


def test_what_is_published_beats_last_year_and_its_intervals_hold(outlook: pd.DataFrame) -> None:
    published = outlook[outlook["unpublished"] == ""]
    assert len(published) >= len(outlook) / 2
    assert (published["error"] < published["naive_error"]).all()
    assert (published["low"] <= published["value"]).all() and (published["value"] <= published["high"]).all()
    of_measure = published.groupby("measure")[["held", "tried"]].sum()
    assert (of_measure["held"] / of_measure["tried"]).between(0.75, 0.85).all()
