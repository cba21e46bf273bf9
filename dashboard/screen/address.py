"""The view in the address: `?lich=thanh-tra&ky=2026-Q3&loai=khieu-nai&dia-ban=90100&chia=xa`.

Broken parts fall back to the usual, and one sentence says so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.words import choices
from queries.periods import INSPECTORATE, RANGE, Period, PeriodError, RuleBook, containing, parse

NAMES = ("lich", "ky", "dia-ban", "loai", "chia")
CALENDARS = {"thanh-tra": "inspectorate", "duong-lich": "calendar", "thang": "month", "tuy-chon": "range"}
KINDS = {"khieu-nai": "complaint", "to-cao": "denunciation", "kien-nghi": "petition"}
DIVISIONS = {"huyen-cu": "district", "xa": "commune"}
UNIT = "ma"
YEARS_BACK = 8
SHAPES = ("Y", "Q4", "9M", "Q3", "H1", "Q2", "Q1")
MONTHS = tuple(f"M{month:02d}" for month in range(12, 0, -1))


@dataclass(frozen=True)
class Wanted:
    """A view as the address asks for it, every part valid."""

    calendar: str
    period: Period
    kind: str | None
    area: str | None
    division: str


def read(
    view: Mapping[str, str], *, as_of: dt.date, areas: set[str], rules: RuleBook | None = None
) -> tuple[Wanted, list[str]]:
    """The view, its period by the rules of the snapshot, and one sentence for what could not be used."""
    broken: list[str] = []
    calendar = _word("lich", CALENDARS, view, broken) or "inspectorate"
    period = _period(view.get("ky"), calendar, as_of=as_of, broken=broken, rules=rules)
    if calendar == "range" and period.kind != RANGE:
        period = parse(f"{period.start}..{min(period.end, as_of)}", rules=rules)
    area = view.get("dia-ban")
    if area is not None and area not in areas:
        broken.append("dia-ban")
        area = None
    kind = _word("loai", KINDS, view, broken)
    division = _word("chia", DIVISIONS, view, broken) or "district"
    return Wanted(calendar, period, kind, area, division), _sentences(broken)


def with_unit(view: Mapping[str, str], *, areas: set[str]) -> dict[str, str]:
    """The view whose unit, where that is an area, is its area."""
    unit = view.get(UNIT)
    return dict(view) | ({"dia-ban": unit} if unit in areas and unit is not None else {})


def write(wanted: Wanted) -> dict[str, str]:
    """The address of a view: period always, the rest where it is not the usual."""
    view = {"lich": _key(CALENDARS, wanted.calendar), "ky": wanted.period.code}
    if wanted.area:
        view["dia-ban"] = wanted.area
    if wanted.kind:
        view["loai"] = _key(KINDS, wanted.kind)
    if wanted.division != "district":
        view["chia"] = _key(DIVISIONS, wanted.division)
    return view


def file_part(wanted: Wanted) -> str:
    """A view in the name of a file: '2026-Q3', '2025-08-01_2026-07-31-tuy-chon-90100-khieu-nai'."""
    view = write(wanted)
    calendar = view["lich"] if view["lich"] != _key(CALENDARS, INSPECTORATE) else ""
    period = view["ky"].replace("..", "_")
    parts = [period, calendar, *(view.get(name, "") for name in ("dia-ban", "chia", "loai"))]
    return re.sub(r"[^\w.-]", "-", "-".join(filter(None, parts)))


def changed(
    name: str, value: object, view: Mapping[str, str], *, as_of: dt.date, rules: RuleBook | None = None
) -> dict[str, str] | None:
    """The address after one part was chosen anew; None while a range has only its first day."""
    rest = dict(view)
    if name == "calendar":
        rest.pop("ky", None)
        calendar = str(value)
        return rest | {"lich": _key(CALENDARS, calendar), "ky": usual(calendar, as_of=as_of, rules=rules).code}
    if name == "range":
        days = value if isinstance(value, tuple) else ()
        return rest | {"ky": f"{days[0]}..{days[1]}"} if len(days) == 2 else None
    if name == "period":
        return rest | {"ky": str(value)}
    param, words = {"area": ("dia-ban", None), "kind": ("loai", KINDS), "division": ("chia", DIVISIONS)}[name]
    rest.pop(param, None)
    return rest if value is None else rest | {param: _key(words, str(value)) if words else str(value)}


def usual(calendar: str, *, as_of: dt.date, rules: RuleBook | None = None) -> Period:
    """The running quarter or month, or as a free range the last twelve months."""
    if calendar == "range":
        first = as_of.replace(year=as_of.year - 1, day=min(as_of.day, 28)) + dt.timedelta(days=1)
        return parse(f"{first}..{as_of}", rules=rules)
    if calendar == "month":
        return containing(as_of, "month", calendar="calendar", rules=rules)
    return containing(as_of, "quarter", calendar=calendar, rules=rules)


def codes(calendar: str, *, as_of: dt.date, including: Period, rules: RuleBook | None = None) -> dict[str, Period]:
    """The periods to choose from, the latest first, and the chosen one wherever it is from."""
    counted = _counted(calendar)
    shapes = MONTHS if calendar == "month" else SHAPES
    years = range(as_of.year + 1, as_of.year - YEARS_BACK, -1)
    found = [parse(f"{year}-{shape}", calendar=counted, rules=rules) for year in years for shape in shapes]
    offered = {period.code: period for period in found if period.start <= as_of}
    return offered if including.code in offered else {including.code: including} | offered


def _period(code: str | None, calendar: str, *, as_of: dt.date, broken: list[str], rules: RuleBook | None) -> Period:
    if code is None:
        return usual(calendar, as_of=as_of, rules=rules)
    try:
        period = parse(code, calendar=_counted(calendar), rules=rules)
        period.clip(as_of).base(period.previous())
        period.last_year()
    except (PeriodError, ValueError, OverflowError):
        broken.append("ky")
        return usual(calendar, as_of=as_of, rules=rules)
    return period


def _counted(calendar: str) -> str:
    """Months and free ranges are counted by whole calendar days."""
    return {"month": "calendar", "range": INSPECTORATE}.get(calendar, calendar)


def _word(name: str, words: Mapping[str, str], view: Mapping[str, str], broken: list[str]) -> str | None:
    if name not in view:
        return None
    if view[name] not in words:
        broken.append(name)
    return words.get(view[name])


def _sentences(broken: list[str]) -> list[str]:
    if not broken:
        return []
    return [choices.broken_link(broken)]


def _key(words: Mapping[str, str], value: str) -> str:
    return next(key for key, word in words.items() if word == value)
