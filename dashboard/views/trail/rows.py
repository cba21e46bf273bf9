"""Which records of the trail are shown, and a record as a row in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

import pandas as pd

from dashboard.words import numbers as vi
from dashboard.words import shell, sign_in
from dashboard.words import trail as words
from data_loaders.settings import LOCAL
from data_loaders.trail import Record

COLUMNS = ("trail_at", "trail_who", "trail_role", "trail_did", "trail_page", "trail_what", "trail_address")


@dataclass(frozen=True)
class Wanted:
    """First and last day in local time; who (a part of the mark), deed and page, '' for all."""

    first: dt.date
    last: dt.date
    who: str = ""
    deed: str = ""
    page: str = ""

    def holds(self, record: Record) -> bool:
        named = (self.deed, str(record.get("what", ""))), (self.page, str(record.get("page", "")))
        by = f"{record.get('sub', '')} {record.get('operator', '')}"
        return local(record).date() <= self.last and self.who in by and all(a in ("", b) for a, b in named)


def chosen(records: Iterable[Record], wanted: Wanted, *, most: int) -> list[Record]:
    """At most so many, newest first; reading ends at the first day."""
    recent = takewhile(lambda record: local(record).date() >= wanted.first, records)
    return list(islice(filter(wanted.holds, recent), most))


def local(record: Record) -> dt.datetime:
    """When it was written, on the wall clock of the province."""
    return dt.datetime.fromisoformat(str(record["at"])).astimezone(LOCAL).replace(tzinfo=None)


def table(records: Iterable[Record]) -> pd.DataFrame:
    """One row a record, in words."""
    return pd.DataFrame([_row(record) for record in records], columns=list(COLUMNS))


def _row(record: Record) -> dict[str, str]:
    at, page = local(record), str(record.get("page", ""))
    cells = (
        f"{at:%H:%M:%S} {vi.date(at.date())}",
        _who(record),
        sign_in.ROLES.get(str(record.get("role", "")), ""),
        words.DEEDS.get(str(record.get("what")), str(record.get("what"))),
        shell.PAGES.get(page, page),
        _what(record),
        str(record.get("address", "")),
    )
    return dict(zip(COLUMNS, cells, strict=True))


def _who(record: Record) -> str:
    if name := record.get("operator"):
        return words.OPERATOR.format(name=name)
    return str(record.get("sub") or "") or words.LOCAL_VIEWER


def _what(record: Mapping[str, Any]) -> str:
    """File, question or period, and the filters as they stand in the address."""
    told = [str(record[name]) for name in ("file", "question", "period") if record.get(name)]
    view = record.get("view")
    parts = [f"{name}={value}" for name, value in view.items()] if isinstance(view, Mapping) else []
    return "; ".join([*told, *parts])
