"""A case database of the standard tables, filled by hand: the scaffold that the published facts stand on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

import pandas as pd

from data_loaders.contract.tables import TABLES
from data_loaders.geography.command import official_units

Row = dict[str, object]


class CaseFile:
    """Rows by standard table; `write` makes a SQLite file with every standard table, empty ones included."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}

    def add(self, table: str, **row: object) -> None:
        """One row; dates may be given as dates."""
        self.rows[table].append({name: _plain(value) for name, value in row.items()})

    def add_frame(self, table: str, frame: pd.DataFrame) -> None:
        """Every row of a frame with columns of the contract."""
        for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
            self.add(table, **{str(name): value for name, value in row.items()})

    def write(self, path: Path) -> None:
        """Writes the file anew."""
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as connection, connection:
            for table in TABLES:
                connection.execute(f"create table {table.name} ({', '.join(table.names)})")
                marks = ", ".join("?" * len(table.names))
                rows = [[row.get(name) for name in table.names] for row in self.rows[table.name]]
                connection.executemany(f"insert into {table.name} values ({marks})", rows)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


class Province(CaseFile):
    """A real province's units with a body for the province and for each former district, and nothing else.

    No posts: nobody's reception days were published by name, and none is to be shown as missed.

    `places`: (old commune, its district) of those communes that went whole into one of today's.
    """

    def __init__(self, code: str, *, former: str | None = None) -> None:
        super().__init__()
        self.code = former or code
        units, changes, groups = _restricted(code, former)
        for table, frame in (("units", units), ("unit_changes", changes), ("unit_groups", groups)):
            self.add_frame(table, frame)
        old = units[(units["level"] == "commune") & units["valid_to"].notna()]
        whole = changes[changes["share"] == 1]["old_code"]
        self.places = list(old[old["unit_code"].isin(whole)][["unit_code", "parent_code"]].itertuples(index=False))
        self.districts = sorted({district for _, district in self.places})
        ended = date(2025, 6, 30)
        self.add("agencies", agency_code=f"{self.code}-UB", name="UBND tỉnh", level="province", unit_code=self.code)
        self.add(
            "agencies",
            agency_code=f"{self.code}-BTCD",
            name="Ban Tiếp công dân tỉnh",
            level="province",
            unit_code=self.code,
        )
        names = dict(units[["unit_code", "name"]].itertuples(index=False))
        for district in self.districts:
            name = f"UBND {names[district]}"
            self.add(
                "agencies",
                agency_code=f"{district}-UB",
                name=name,
                level="district",
                unit_code=district,
                valid_to=ended,
            )


def _restricted(code: str, former: str | None) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """units, unit_changes and unit_groups of a province, or of the part of it that was another one before."""
    listed = official_units(code)
    units, changes, groups = listed.units, listed.unit_changes, listed.unit_groups
    if former is None:
        return units, changes, groups
    districts = units[(units["level"] == "district") & (units["parent_code"] == former)]
    olds = units[(units["level"] == "commune") & units["parent_code"].isin(districts["unit_code"])]
    mine = changes[changes["old_code"].isin(olds["unit_code"])]
    today = units[(units["level"] == "commune") & units["valid_to"].isna() & units["unit_code"].isin(mine["new_code"])]
    above = units[(units["level"] == "province") & units["unit_code"].isin([code, former])]
    kept = pd.concat([above, districts, olds, today], ignore_index=True)
    moved = changes[(changes["old_code"] == former) & (changes["new_code"] == code)]
    return kept, pd.concat([mine, moved], ignore_index=True), groups[groups["unit_code"].isin(today["unit_code"])]


def weekdays(first: date, last: date) -> list[date]:
    """Mondays to Fridays, both ends included."""
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in span if day.isoweekday() < 6]


def on_or_before(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.isoweekday() - 5))


def small_visits(people: int) -> list[int]:
    """Sizes of visits, each below a mass group, that add up to `people`."""
    sizes: list[int] = []
    pattern = cycle((1, 1, 2, 1, 3, 1, 1, 2))
    while people:
        sizes.append(min(next(pattern), people))
        people -= sizes[-1]
    return sizes


def of_sum(count: int, total: int) -> list[int]:
    """`count` sizes as even as can be that add up to `total`."""
    return [total // count + (n < total % count) for n in range(count)]


def dealt(count: int, values: Iterable) -> Iterator:
    """`count` values, dealt round."""
    return islice(cycle(values), count)
