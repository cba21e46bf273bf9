"""The table `outlook`: what the next reporting quarter may bring, tried on the months before; made once a refresh.

A page never waits for it: it counts the months of eight years and tries five dozen forecasts of each district.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from data_loaders.statistics import forecast
from data_loaders.statistics.forecast import Outlook

FLOWS = Path(__file__).parent / "sql" / "monthly_flows.sql"
ENTERED, OPEN = "entered", "open_count"
COLUMNS = ["level", "code", "measure", "start_on", "end_on", "value", "low", "high"]
COLUMNS += ["held", "tried", "error", "naive_error", "origins", "unpublished"]


def fill(db: duckdb.DuckDBPyConnection, *, as_of: date, province_code: str | None) -> pd.DataFrame:
    """Fill `outlook`: what comes in over the quarter after the running one, and what is open at its end, for the
    province and, without denunciations, each former district; empty where no quarter or no month is known.

    Returns:
        What it was made of: start_on, district_code, is_secret (denunciations), opening, entered, ended of each whole
        reporting month.
    """
    quarter = db.execute(
        "select start_on, end_on from reporting_period where calendar = 'inspectorate' and kind = 'quarter'"
        " and start_on > ? order by start_on limit 1",
        [as_of],
    ).fetchone()
    flows = db.execute(FLOWS.read_text(encoding="utf-8")).df()
    if quarter is None or flows.empty:
        return flows
    start_on, end_on = quarter
    skip = _months_between(pd.Timestamp(flows["start_on"].max()), pd.Timestamp(start_on)) - 1
    whole = flows.groupby("start_on", as_index=False)[["opening", "entered", "ended"]].sum()
    series = [("province", province_code, whole)]
    series += [("district", str(code), rows) for code, rows in flows[~flows["is_secret"]].groupby("district_code")]
    rows = [
        {"level": level, "code": code, "measure": measure, "start_on": start_on, "end_on": end_on} | asdict(found)
        for level, code, months in series
        for measure, found in _looked_ahead(months.sort_values("start_on"), skip)
    ]
    frame = pd.DataFrame(rows)[COLUMNS]
    db.register("frame", frame)
    db.execute(f"insert into outlook select {', '.join(COLUMNS)} from frame")
    db.unregister("frame")
    return flows


def _looked_ahead(months: pd.DataFrame, skip: int) -> Iterator[tuple[str, Outlook]]:
    entered, ended = (months[column].to_numpy(float) for column in ("entered", "ended"))
    yield ENTERED, forecast.outlook(entered, skip=skip)
    opening = float(months["opening"].iloc[0])
    yield OPEN, forecast.stock_outlook(opening, entered, ended, skip=skip)


def _months_between(earlier: pd.Timestamp, later: pd.Timestamp) -> int:
    return 12 * (later.year - earlier.year) + later.month - earlier.month
