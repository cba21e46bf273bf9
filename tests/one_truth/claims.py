"""What a text claims: a name, the days it is counted over, and its numbers, read from the words alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

NUMBER = r"\d{1,3}(?:\.\d{3})*"
DAY = r"\d{2}/\d{2}/\d{4}"
MONTHS = re.compile(r"[Tt]háng ([\d, và]+)/(\d{4})(?=[,: ])")
TO_DATE = re.compile(
    rf"[Tt]háng (\d+) đến ngày (\d+)|[Tt]ừ ngày {DAY} đến ngày {DAY}|[Tt]ừ ngày {DAY}(?! đến)|[Đđ]ến hết ngày {DAY}"
)
PART = rf"(?:\d+(?:,\d+)?% \()?({NUMBER})(?:/| trên )({NUMBER})\)?"
CLAIMS = {
    "kept in person": rf"trực tiếp tiếp công dân(?: định kỳ)? {PART} (?:số )?ngày phải tiếp",
    "taken by deputies": rf"cấp phó tiếp thay {PART} (?:số )?buổi",
    "sessions not held": rf"({NUMBER}) buổi (?:đã lên lịch nhưng )?không tổ chức",
    "open": rf"còn ({NUMBER}) vụ việc chưa giải quyết xong",
    "overdue": rf"[Qq]uá hạn {PART} (?:số )?vụ việc xác định",
    "visits": rf"đã tiếp ({NUMBER}) lượt(?! công dân)",
    "change of what is open": rf"giải quyết xong[^.;]*?, (?:tăng|giảm) ({NUMBER}) vụ việc [^;.]*?so với đầu",
}


STOCKS = ("open", "overdue", "change of what is open")


class Claim(NamedTuple):
    """One figure as it is told: what, over which days, and its numbers; `where` it stands."""

    name: str
    window: str
    value: tuple[str, ...]
    where: str


def claims(text: str, *, where: str, flow: str = "", stock: str = "") -> list[Claim]:
    """Every claim of a text; its days are those named last before it, else those of what it stands in (flow, stock)."""
    found = []
    for name, pattern in CLAIMS.items():
        for match in re.finditer(pattern, text):
            usual = stock if name in STOCKS else flow
            found.append(Claim(name, _days(text[: match.end()]) or usual, _plain(match.groups()), where))
    return found


def conflicts(found: Iterable[Claim]) -> dict[tuple[str, str], set[tuple[str, ...]]]:
    """(name, days) told with two values."""
    told: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for claim in found:
        told[claim.name, claim.window].add(claim.value)
    return {key: values for key, values in told.items() if len(values) > 1}


def _plain(numbers: Iterable[str]) -> tuple[str, ...]:
    """05 and 5 are one number."""
    return tuple(number.lstrip("0") or "0" for number in numbers)


def _days(before: str) -> str:
    named = [*MONTHS.finditer(before), *TO_DATE.finditer(before)]
    return max(named, key=lambda match: match.start())[0].lower() if named else ""
