"""Numbers, dates and periods as Vietnamese text: 1.234,5 · 15,2% · 05 vụ · 22/11/2026 · quý III/2026."""

from __future__ import annotations

import datetime as dt
import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Protocol

import pandas as pd
from babel.numbers import format_decimal

from dashboard.metrics import Unit

FEW = "…"
YEAR = 365
MISSING = "—"
QUARTERS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV"}
SEASONS = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm", "9M": "9 tháng đầu năm", "Y": "năm"}
MONTH = "tháng"
FROM_TO = "từ ngày {start} đến ngày {end}"
MOMENT = "{time} ngày {day}"
UNITS = {"count": "", "share": "%", "days": "ngày", "ratio": "lần"}
PLACE_PREFIXES = ("tỉnh ", "toàn ", "thành phố ", "thị xã ", "thị trấn ", "huyện ", "phường ", "xã ", "đặc khu ")
UNIT_PREFIXES = ("thành phố ", "thị xã ", "thị trấn ", "huyện đảo ", "huyện ", "phường ", "xã ", "quận ", "đặc khu ")


def within(period: str) -> str:
    """'Trong quý III/2026'; a free range stands as it is: 'Từ ngày … đến ngày …'."""
    return sentence_case(period) if period.startswith("từ ngày") else f"Trong {period}"


def small(name: str) -> str:
    """A title inside a sentence: Chủ tịch UBND xã → chủ tịch UBND xã."""
    return name[:1].lower() + name[1:]


LOCALE, MINUS = "vi_VN", "−"


class PeriodLike(Protocol):
    """What a period has to tell to be named: `2026-Q3`, and its first and last day."""

    @property
    def code(self) -> str: ...
    @property
    def start(self) -> dt.date: ...
    @property
    def end(self) -> dt.date: ...


def is_missing(value: object) -> bool:
    return value is None or bool(pd.isna(value))  # type: ignore[call-overload]


def rounded(value: float, digits: int) -> Decimal:
    """Half up, as people round, of the shortest decimal that names the float."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def number(value: float | None, *, digits: int = 1) -> str:
    """1234.56 → 1.234,6; 93.02 → 93, never 93,0; a missing one → —."""
    return MISSING if is_missing(value) else _written(float(value), digits)  # type: ignore[arg-type]


@lru_cache(maxsize=65_536)
def _written(value: float, digits: int) -> str:
    """Kept, because a table writes the same numbers at every run of its page."""
    told = rounded(value, digits) or Decimal(0)  # never −0
    text = format_decimal(told, format="#,##0." + "0" * digits if digits else "#,##0", locale=LOCALE)
    text = text.replace("-", MINUS)
    return text.removesuffix("," + "0" * digits) if digits else text


def count(value: float | None) -> str:
    """1234 → 1.234."""
    return number(value, digits=0)


def signed(step: float) -> str:
    """A step with its sign, as `number` writes it: +1.234, −2,4; 0 where that is what is written."""
    size = number(abs(step))
    return size if size in ("0", MISSING) else f"{'+' if step > 0 else MINUS}{size}"


def prose_count(value: float | None) -> str:
    """As counts stand in official prose: under ten with a zero before (05 đoàn), from ten on as usual."""
    if is_missing(value):
        return MISSING
    return f"{int(value):02d}" if 0 < value < 10 else count(value)  # type: ignore[arg-type, operator]


def percent(share: float | None, *, digits: int = 1) -> str:
    """0.152 → 15,2%, never a space before the sign."""
    return MISSING if is_missing(share) else number(_hundredfold(share), digits=digits) + "%"  # type: ignore[arg-type]


def points(base: float | None, now: float | None) -> float:
    """From one share to another in points, of both as `percent` shows them: from 23,3% to 23,7% are 0.4; else NaN."""
    if is_missing(base) or is_missing(now):
        return math.nan
    return float(rounded(_hundredfold(now), 1) - rounded(_hundredfold(base), 1))  # type: ignore[arg-type]


def _hundredfold(share: float) -> float:
    return float(Decimal(repr(float(share))) * 100)


def share(numerator: float | None, denominator: float | None, *, digits: int = 1) -> str:
    """38/250 → 15,2%; without a base → —."""
    if is_missing(numerator) or is_missing(denominator) or not denominator:
        return MISSING
    return number(float(Decimal(int(numerator)) * 100 / Decimal(int(denominator))), digits=digits) + "%"  # type: ignore[arg-type]


def value(amount: float | None, unit: Unit) -> str:
    """A figure of `metrics` in its unit: a count, a share in percent, days, a ratio."""
    if unit == "share":
        return percent(amount)
    return count(amount) if unit == "count" else number(amount)


def date(day: dt.date | None) -> str:
    """22/11/2026."""
    return MISSING if is_missing(day) else f"{day:%d/%m/%Y}"


def moment(at: dt.datetime) -> str:
    """07:30 ngày 22/11/2026."""
    return MOMENT.format(time=f"{at:%H:%M}", day=date(at))


def window(start: dt.date, end: dt.date) -> str:
    """từ ngày 15/06/2026 đến ngày 14/09/2026, the phrase on every official form."""
    return FROM_TO.format(start=date(start), end=date(end))


def in_force(first: dt.date | None, last: dt.date | None) -> str:
    """'từ ngày … đến ngày …'; without an end 'từ ngày 01/07/2026', without a beginning 'đến ngày 30/06/2026'."""
    if is_missing(first):
        return f"đến ngày {date(last)}"
    return f"từ ngày {date(first)}" if is_missing(last) else window(first, last)  # type: ignore[arg-type]


def period(asked: PeriodLike) -> str:
    """quý III/2026 · 6 tháng đầu năm 2026 · năm 2026 · tháng 5/2026 · or the exact days of a free range."""
    year, _, part = asked.code.partition("-")
    if part in QUARTERS:
        return f"{QUARTERS[part]}/{year}"
    if part.startswith("M") and part[1:].isdigit():
        return f"{MONTH} {int(part[1:])}/{year}"
    return f"{SEASONS[part]} {year}" if part in SEASONS else window(asked.start, asked.end)


def short_period(code: str) -> str:
    """2026-Q3 → III/26, 2026-M11 → 11/26, where a year has no room."""
    part, _, year = axis_period(code).rpartition("/")
    return f"{part}/{year[2:]}" if part else year


def axis_period(code: str) -> str:
    """2026-Q3 → III/2026 on an axis, 2026-M11 → 11/2026, 2026-Y → 2026; what is no code as it is named."""
    year, _, part = code.partition("-")
    if part in QUARTERS:
        return f"{QUARTERS[part].split()[1]}/{year}"
    if part[1:].isdigit() and part.startswith("M"):
        return f"{part[1:]}/{year}"
    return year if part == "Y" else code


def sentence_case(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def place(name: str) -> str:
    """A place inside a sentence: Tỉnh Hoa Lam → tỉnh Hoa Lam, its kind written small."""
    return name[:1].lower() + name[1:] if name.lower().startswith(PLACE_PREFIXES) else name


def duration(days: int) -> str:
    """Days as people say them: 412 ngày; from two years on hơn 02 năm, gần 08 năm."""
    if days < 2 * YEAR:
        return f"{prose_count(days)} {UNITS['days']}"
    years, rest = divmod(days, YEAR)
    if rest >= 3 * YEAR / 4:
        return f"gần {prose_count(years + 1)} năm"
    return f"hơn {prose_count(years)} năm" if rest else f"{prose_count(years)} năm"
