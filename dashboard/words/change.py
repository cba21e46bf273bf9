"""The one wording of a step from one figure to another, and of a share with its base."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.facts.change import Change
from dashboard.metrics import GROUPS, Metric
from dashboard.words import codes, windows
from dashboard.words import numbers as vi
from queries.periods import Period

RISE, FALL = "tăng", "giảm"
UNCHANGED = "không thay đổi"
NEW = "phát sinh mới"
NO_BASE = "chưa có số liệu để so sánh"
AND = "và"
BOTH_ZERO = "không phát sinh"
POINTS, POINTS_ON_CARDS = "điểm phần trăm", "điểm %"
"""One name of it; a card alone has no room for it."""
WITHIN_NOISE = "không nơi nào vượt mức dao động bình thường, chưa có cơ sở tìm nguyên nhân ở riêng nơi nào"
FROM_TO = "{name} ({base} → {now})"
SAYS = {"no_base": 0, "unknown": 0, "new": 1, "both_zero": 1}
OPENINGS = (RISE, FALL, "bằng", UNCHANGED, NEW)
"""How a step begins in a sentence of the briefing."""
NOUNS_OF_GROUP = {"dossiers": "vụ việc", "petitions": "đơn", "reception": "lượt"}
NOUNS = {metric.id: noun for group, noun in NOUNS_OF_GROUP.items() for metric in GROUPS[group]} | {
    "people": "người",
    "people_regular": "người",
    "people_leaders": "người",
    "mass_groups": "lượt đoàn",
    "mass_group_people": "người",
    "mass_group_matters": "vụ việc",
    "duty_days_in_person": "ngày",
    "duty_sessions_missed": "buổi",
    "duty_schedule": "buổi",
    "duty_bands": "người",
    "visits_heard_often": "vụ việc",
}
"""Figure → what it counts one of."""


def verb(amount: float) -> str:
    """Which way a step goes: tăng, giảm."""
    return RISE if amount > 0 else FALL


def noise(step: Change) -> str:
    """A step chance alone may explain is said to be one, where the figure's direction would otherwise suggest more."""
    return ", trong mức dao động bình thường" if step.noise and step.metric.direction != "neutral" else ""


def counted(amount: float, metric: Metric) -> str:
    """139 vụ việc; 05 đơn; 03 ngày."""
    return f"{vi.prose_count(amount)} {NOUNS[metric.id]}"


def of_count(amount: float, metric: Metric) -> str:
    """A step of a count: tăng 223 vụ việc; không thay đổi."""
    return f"{verb(amount)} {counted(abs(amount), metric)}" if amount else UNCHANGED


def parts(names: Iterable[str], bases: Iterable[float], nows: Iterable[float]) -> str:
    """Which parts moved, from and to: huyện Bến Hạc (cũ) (157 → 204), xã Lam Khê (05 → 12)."""
    return ", ".join(
        FROM_TO.format(name=codes.inside(name), base=vi.prose_count(base), now=vi.prose_count(now))
        for name, base, now in zip(names, bases, nows, strict=True)
    )


def sentence(step: Change, *, against: str) -> str:
    """'tăng 35 vụ việc (0,9%) so với quý trước', `against` being the last words.

    Under ten only the count is said, shares change in points, and noise is named as such.
    """
    if step.wording == "no_base":
        return no_base(against.removeprefix("so với "))
    if step.wording == "unknown":
        return f"chưa đủ số liệu để {against}"
    if step.wording in ("both_zero", "new"):
        return with_base(step, against=against.removeprefix("so với "))
    if step.wording == "unchanged" or not step.absolute:
        return f"{brief(step)} {against}"
    return f"{_moved(step)} {against}{noise(step)}"


def _moved(step: Change) -> str:
    """'tăng 139 vụ việc (4,8%)'; 'giảm 2,3 điểm phần trăm'."""
    if step.wording != "relative":
        return brief(step)
    share = vi.percent(abs(step.relative or 0))
    size = abs(step.absolute or 0)
    return f"{verb(step.absolute or 0)} {counted(size, step.metric)}" + ("" if share == "0%" else f" ({share})")


def clause(step: Change, *, against: str = windows.LAST_YEAR) -> str:
    """', giảm 510 lượt (15,2%) so với cùng kỳ năm trước (3.357 lượt)'; '' where nothing may be said.

    Starts with a comma, so that it can follow any count.
    """
    told = with_base(step, against=against)
    return f", {told}" if told else ""


def with_base(step: Change, *, against: str = windows.LAST_YEAR) -> str:
    """A step with the number it is compared with: 'giảm 510 lượt (15,2%) so với cùng kỳ năm trước (3.357 lượt)'."""
    fixed = {
        "no_base": no_base(against),
        "unknown": "",
        "both_zero": f"{against} cũng {BOTH_ZERO}",
        "new": f"{NEW} ({against} không có)",
    }
    if step.wording in fixed:
        return fixed[step.wording]
    base = _base(step)
    if not step.absolute:
        return f"bằng {against}" + (f" ({base})" if step.wording == "points" else "")
    if brief(step) == UNCHANGED:
        return f"không thay đổi đáng kể so với {against} ({base})"
    return f"{_moved(step)} so với {against} ({base}){noise(step)}"


def _base(step: Change) -> str:
    base = step.base
    if step.metric.unit == "share":
        return f"{vi.count(base.numerator)}/{vi.count(base.denominator)}"
    return counted(base.numerator or 0, step.metric)


def both(since: Change, year: Change | None, *, period: Period) -> str:
    """The change since the period began or against the same days before it, then against last year (None of a year)."""
    span = since.metric.span
    begun, ago = windows.base_name(period, "previous", span), windows.year_before(period, span)
    if year is not None and since.wording == year.wording == "no_base":
        return f", {no_base(begun, ago)}"
    return clause(since, against=begun) + ("" if year is None else clause(year, against=ago))


def nearer(since: Change, year: Change | None, *, period: Period) -> tuple[Change, str]:
    """The one change a sentence tells, and against what: last year's only where before there was nothing to compare."""
    span = since.metric.span
    if year is not None and SAYS.get(year.wording, 2) > SAYS.get(since.wording, 2):
        return year, windows.year_before(period, span)
    return since, windows.base_name(period, "previous", span)


def one(since: Change, year: Change | None, *, period: Period) -> str:
    """', giảm 510 lượt (15,2%) so với quý trước (3.357 lượt)'."""
    step, against = nearer(since, year, period=period)
    return clause(step, against=against)


def short(step: Change, *, against: str = "cùng kỳ") -> str:
    """', giảm 15,2% so với cùng kỳ', the short form of the first sentence; under ten the count."""
    fixed = {
        "no_base": f", {no_base(against)}",
        "unknown": "",
        "both_zero": "",
        "new": f", {against} {BOTH_ZERO}",
        "unchanged": f", bằng {against}",
    }
    return fixed[step.wording] if step.wording in fixed else f", {brief(step)} so với {against}"


def no_base(*against: str) -> str:
    """'chưa có số liệu để so sánh với cùng kỳ năm trước': of that time there are no records, or not of all of it."""
    return f"{NO_BASE} với {f' {AND} '.join(against)}"


def no_base_of(measure: str, against: str) -> str:
    """'Số thụ lý: chưa có số liệu để so sánh với kỳ trước.', `against` being 'so với kỳ trước'."""
    return f"{measure}: {no_base(against.removeprefix('so với '))}."


def signed(step: int) -> str:
    """'+9', '−14'."""
    return f"{'+' if step > 0 else '−'}{vi.count(abs(step))}"


def brief(step: Change) -> str:
    """tăng 15,2% · giảm 05 vụ việc · tăng 2,3 điểm phần trăm · giảm 3 ngày; nothing on too small a base."""
    fixed = {"no_base": NO_BASE, "unknown": "", "both_zero": BOTH_ZERO, "new": NEW, "unchanged": UNCHANGED}
    if step.wording in fixed:
        return fixed[step.wording]
    size = amount(step)
    return UNCHANGED if size is None else f"{verb(step.absolute or 0)} {size}"


def on_card(text: str) -> str:
    """As `brief` or `amount` say it, in the room of a card: tăng 2,3 điểm %."""
    return text.replace(POINTS, POINTS_ON_CARDS)


def amount(step: Change) -> str | None:
    """The size of a step in words; a percentage that rounds to nothing is put as a count, a point as none at all.

    Points are those between the shares as they are shown: who subtracts them finds the same. Which way and whether it
    is chance is told of the exact shares.
    """
    size = abs(step.absolute or 0)
    if step.wording == "points":
        points = abs(vi.points(step.base.value, step.now.value))
        return f"{vi.number(points)} {POINTS}" if points else None
    if step.wording == "relative" and step.relative is not None and vi.rounded(abs(step.relative) * 100, 1):
        return vi.percent(abs(step.relative))
    if step.metric.unit == "count":
        return counted(size, step.metric) if size else None
    return f"{vi.number(size)} {vi.UNITS[step.metric.unit]}" if vi.rounded(size, 1) else None
