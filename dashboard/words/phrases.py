"""How counts, rates and changes are put in official prose (domain rules §7): nothing that does not recompute.

A rate stands beside its numerator and denominator, a change beside its base, so a reader can check both with a pencil.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from zlib import crc32

import pandas as pd

from dashboard.facts import order
from dashboard.facts.change import Figure
from dashboard.metrics import Span
from dashboard.words import codes, windows
from dashboard.words import numbers as vi
from queries.periods import Period

MATTERS, PETITIONS, VISITS, MASS_GROUPS, DAYS = "vụ việc", "đơn", "lượt", "lượt đoàn", "ngày"
WITH_LIMIT = "vụ việc xác định được hạn"
MAKES = "chiếm"
NO_DAY = "không ghi hạn"
OTHERS = " và {count} nơi khác"
BARS_ALT = "Biểu đồ cột, {of}: {said}."
OPENINGS = {
    "quarter": "Trong quý",
    "month": "Trong tháng",
    "half": "Trong 6 tháng đầu năm",
    "nine_months": "Trong 9 tháng đầu năm",
    "year": "Trong năm",
    "range": "Trong kỳ",
}
COUNTED, TWICE = re.compile(rf"(?<=\d) {MATTERS}|{MATTERS}"), 2
RUNNING = {"quarter": "quý", "month": "tháng", "year": "năm"}


def variant(choices: Sequence[str], *, key: str) -> str:
    """One of several ways to say the same: always the same one for the same key, another for the next period."""
    return choices[crc32(key.encode()) % len(choices)]


def opening(period: Period) -> str:
    """Trong quý; while it still runs: Từ đầu quý đến ngày 22/11/2026."""
    if period.is_running:
        return f"Từ đầu {RUNNING.get(period.kind, 'kỳ')} đến ngày {vi.date(period.end)}"
    return OPENINGS[period.kind]


def before(period: Period, span: Span = "flow") -> str:
    """What a figure of that span is compared with: 69 ngày đầu quý III/2026; đầu quý, ngày 14/09/2026."""
    return windows.base_name(period, "previous", span)


def number(figure: Figure | None) -> int:
    """The count of a figure; a missing one counts as none."""
    return int(figure.numerator or 0) if figure else 0


def counted(amount: int, noun: str) -> str:
    """05 đoàn; 1.234 đơn; không có đoàn nào."""
    return f"{vi.prose_count(amount)} {noun}" if amount else f"không có {noun} nào"


def ranked(counts: Sequence[tuple[str, int]], noun: str, *, of: str) -> str:
    """Sở Xây dựng (05 vụ việc), xã Lam Khê (03): the noun is said once.

    Args:
        counts: all of them, the most first. Of those that have as many as one left out none is named; where none is
            left to name, how many have the most is said: 05 địa bàn cùng 01 lượt đoàn.
        of: what they are.
    """
    amounts = [amount for _, amount in counts]
    named = counts[: order.leading(amounts)]
    if not named:
        return f"{vi.prose_count(amounts.count(amounts[0]))} {of} cùng {vi.prose_count(amounts[0])} {noun}"
    said = [f"{codes.inside(name)} ({vi.prose_count(amount)}" for name, amount in named]
    return "), ".join([f"{part} {noun}" for part in said[:1]] + said[1:]) + ")"


def written(value: object) -> str:
    """A cell of text; — where it is missing."""
    return vi.MISSING if vi.is_missing(value) else str(value)


def listed(parts: Iterable[str]) -> str:
    """a, b và c."""
    items = [part for part in parts if part]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}" if items else ""


def first_of(parts: Sequence[str], whole: int) -> str:
    """a, b và c; of more than are named a, b, c và 02 nơi khác."""
    rest = whole - len(parts)
    return f"{', '.join(parts)}{OTHERS.format(count=vi.prose_count(rest))}" if rest > 0 else listed(parts)


def became(fates: pd.Series) -> str:
    """01 đã xong, 02 chưa đến hạn, 01 không ghi hạn, 03 quá hạn chưa xong: conclusions by what became of each.

    None done and none late are said, too; what else there is none of is not.
    """
    of = fates.value_counts()
    counted = (
        (of.get("done", 0) + of.get("done_late", 0), "đã xong", True),
        (of.get("open", 0), "chưa đến hạn", False),
        (of.get("undated", 0), NO_DAY, False),
        (of.get("late", 0), "quá hạn chưa xong", True),
    )
    parts = [f"{vi.prose_count(count)} {fate}" for count, fate, even_none in counted if count or even_none]
    return ", ".join(parts)


def due(day: dt.date | None, *, said: str = "{day}") -> str:
    """The day by which something is due, or that none was set."""
    return NO_DAY if vi.is_missing(day) else said.format(day=vi.date(day))


def sparing(text: str) -> str:
    """Counts of matters after the noun stood twice stand without it: 40 vụ việc, 14 vụ việc và 06."""
    seen = iter(range(len(text)))
    return COUNTED.sub(lambda found: "" if next(seen) >= TWICE and found[0].startswith(" ") else found[0], text)


def close(text: str) -> str:
    """A sentence: its first letter large, one full stop."""
    return vi.sentence_case(text.rstrip(".;, ")) + "."
