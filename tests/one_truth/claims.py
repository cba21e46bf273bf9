"""What a text claims: a figure, of which place and kind, over which days, its number and unit; read from words alone.

A figure has the id of its definition (`dashboard.metrics`) where there is one, so that cards and sentences meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dashboard.words import numbers as vi
from dashboard.words.sections import duty

NUMBER = r"\d{1,3}(?:\.\d{3})*"
DAY = r"\d{2}/\d{2}/\d{4}"
MONTHS = re.compile(r"[Tt]háng ([\d, và]+)/(\d{4})(?=[,: )])")
TO_DATE = re.compile(
    rf"[Tt]háng (\d+) đến ngày (\d+)|[Tt]ừ ngày {DAY} đến ngày {DAY}|[Tt]ừ ngày {DAY}(?! đến)|[Đđ]ến hết ngày {DAY}"
    r"|[Tt]rong quý [IV]+/\d{4}"
)
SINCE = re.compile(rf"[Tt]ừ ngày {DAY}")
N, OF = rf"(?P<n>{NUMBER})", rf"(?P<of>{NUMBER})"
PART = rf"(?:(?P<share>\d+(?:,\d+)?%) \()?{N}(?:/| trên ){OF}\)?"
SHARE = r"(?:\((?P<share>[\d,]+%)\) )?"
UNTIL_SHARE = r"(?:[^.;]*?, (?:đạt|chiếm) (?P<said>\d+(?:,\d+)?%))?"
TOLD: dict[str, tuple[str, ...]] = {
    "duty_compliance": (rf"trực tiếp tiếp công dân(?: định kỳ)? {PART} (?:số )?ngày phải tiếp{UNTIL_SHARE}",),
    "delegated_share": (rf"cấp phó tiếp thay {PART} (?:số )?buổi{UNTIL_SHARE}",),
    "duty_sessions_missed": (rf"{N} buổi (?:đã lên lịch nhưng )?không tổ chức",),
    "heads without a day": (rf"; {N} người đứng đầu chưa tiếp buổi nào", rf"còn thiếu, {N} người chưa tiếp buổi nào"),
    "heads without a day left": (
        rf"{N} người đứng đầu chưa tiếp và không còn lịch",
        rf"Chưa tiếp công dân, không còn lịch trong tháng \({N}\)",
    ),
    "places where more is overdue than chance gives": (
        r"vụ việc có hạn\. [^:.]*cao hơn mức chung[^:]*: (?P<n>[^.]+)\.",
        r"Tỷ lệ quá hạn cao hơn mức chung của tỉnh, khó do ngẫu nhiên, tại (?P<n>[^.]+?)(?: vụ việc có hạn\))?\.",
    ),
    "open_dossiers": (
        rf"còn {N} vụ việc chưa (?:giải quyết )?xong",
        rf"có {N} vụ việc chưa giải quyết xong(?! thuộc)",
        rf"đang giải quyết (?:vẫn|\(?[^.;()]*→) {N}",
        rf"vụ việc chờ lâu nhất trong {N} vụ việc chưa giải quyết xong",
        rf"Tất cả vụ việc đang giải quyết \({N}\)",
        rf"{NUMBER}/{N} \([\d,]+%\) vụ việc chưa giải quyết xong không có hạn",
    ),
    "overdue_dossiers": (
        rf"[Qq]uá hạn {PART} (?:số )?vụ việc xác định{UNTIL_SHARE}",
        rf"còn {N}/{OF} (?:\((?P<share>[\d,]+%)\) )?vụ việc có hạn bị quá hạn",
        rf"có {N} vụ việc quá hạn(?: trên {OF} vụ việc có hạn)?",
        rf"{N} vụ việc quá hạn, lâu nhất trước",
        rf"chưa xong, {N} vụ quá hạn",
    ),
    "change of what is open": (rf"giải quyết xong[^.;]*?, (?:tăng|giảm) {N} vụ việc {SHARE}[^;.]*?so với đầu",
                               rf"số đang giải quyết (?:tăng|giảm) {N} vụ việc {SHARE}[^;.]*?so với đầu",
                               rf"Số (?:vụ việc )?đang giải quyết so với đầu quý, ngày {DAY} (?:tăng|giảm) {N} vụ việc",
                               rf"Số vụ việc đang giải quyết (?:tăng|giảm) {N} vụ việc so với đầu"),
    "due_soon_dossiers": (
        rf"[Tt]rong 7 ngày tới {N} vụ việc đến hạn", rf"{N} vụ việc sắp đến hạn trong 7 ngày",
        rf"Sắp đến hạn trong 7 ngày \({N}\)",
    ),
    "due within thirty days": (rf"trong 30 ngày tới {N} vụ", rf"Vụ việc đến hạn trong 30 ngày tới \({N}\)"),
    "no_limit_dossiers": (
        rf"{N}/{NUMBER} \([\d,]+%\) vụ việc chưa giải quyết xong không xác định được hạn",
        rf"{N} vụ việc không xác định được hạn", rf"(?:Không xác định được hạn|Không có hạn luật định) \({N}\)",
    ),
    "open_over_180_days": (
        rf"[;,] {N} vụ việc đã chờ trên 180 ngày", rf"Đã chờ trên 180 ngày {N}/{NUMBER} vụ việc",
        rf"có {N} vụ việc đã chờ trên 180 ngày", rf"Đã chờ trên 180 ngày \({N}\)",
    ),
    "open_over_365_days": (
        rf"Đủ {N} vụ việc chờ trên một năm", rf"trong đó {N} vụ việc trên một năm",
    ),
    "entered_dossiers": (rf"vụ việc mới trong kỳ {N}\)", rf"có {N} vụ việc mới trong kỳ"),
    "resolved_dossiers": (rf"đã giải quyết {N}(?:/{OF})? vụ việc(?! khiếu nại){UNTIL_SHARE}",),
    "on_time_rate": (rf"Giải quyết đúng hạn {PART} vụ việc xác định{UNTIL_SHARE}",),
    "awaiting_acceptance": (rf"Chờ thụ lý {N} vụ việc", rf"Chờ thụ lý \({N}\)"),
    "stayed over ninety days at a step": (rf"bước sau”: {N} trên {OF} vụ(?: việc)? đã ở đó trên 90 ngày",),
    "petitions_received": (rf"[Tt]iếp nhận {N} đơn(?! [đk])",),
    "petitions_escalated": (
        rf"{N} đơn gửi vượt cấp", rf"Đơn vượt cấp {N} đơn", rf"có {N} đơn vượt cấp",
    ),
    "bounced_matters": (
        rf"{N} quay lại nơi đã chuyển đi", rf"có {N} đơn, vụ việc bị chuyển về nơi đã chuyển đi",
    ),
    "moved twice": (rf"{N} vụ việc, đơn đã chuyển từ hai lần", rf"Vụ việc chuyển từ 2 lần trở lên \({N}\)"),
    "complex_cases": (
        rf"{N} vụ việc trong danh sách chưa kết thúc", rf"theo dõi có {NUMBER} vụ việc, {N} vụ việc chưa kết thúc",
        rf"{N} vụ việc chưa giải quyết xong thuộc danh sách phức tạp",
        rf"Vụ việc trong danh sách chưa kết thúc \({N}\)",
    ),
    "visits": (
        rf"đã tiếp {N} lượt(?! công dân trực)", rf"qua {N} lượt tiếp", rf"Tiếp nhiều lần {NUMBER}/{N} lượt",
        rf"trên {N} lượt tiếp trong kỳ",
    ),
    "people": (rf"lượt với {N} (?P<unit>(?:lượt )?người)", rf"Trong {N} (?P<unit>(?:lượt )?người) được tiếp"),
    "matters heard": (rf"nêu {N} (?P<unit>lượt vụ việc|vụ việc khác nhau|vụ việc)",),
    "mass_groups": (rf"{N} lượt đoàn đông người(?! trong 30)", rf"lượt đoàn đông người \({N}\)"),
    "directives not done": (
        rf"{N} kết luận, chỉ đạo chưa xong", rf"[Cc]òn {N} kết luận, chỉ đạo", rf"Kết luận, chỉ đạo chưa xong \({N}\)",
    ),
    "directives late": (rf"chưa xong, {N} đã quá hạn", rf"trong đó {N} nội dung đã quá hạn",
                        rf"Kết luận, chỉ đạo quá hạn chưa xong \({N}\)"),
    "directives before": (
        rf"đã kết luận, chỉ đạo {N} nội dung", rf"chỉ đạo ban hành từ ngày {DAY} đến ngày {DAY} \({N}\)",
    ),
}  # fmt: skip
CLAIMS = {name: [re.compile(pattern) for pattern in patterns] for name, patterns in TOLD.items()}
OF_POST = re.compile(rf"(?:theo chức danh: |; )([^;:.]+?) {NUMBER}/{NUMBER} ngày, đạt (\d+(?:,\d+)?%)")
STOCKS = {
    "places where more is overdue than chance gives",
    "open_dossiers", "overdue_dossiers", "change of what is open", "due_soon_dossiers", "due within thirty days",
    "no_limit_dossiers", "open_over_180_days", "open_over_365_days", "awaiting_acceptance", "complex_cases",
    "stayed over ninety days at a step", "directives not done", "directives late",
}  # fmt: skip
OF_MONTHS = {"duty_compliance", "delegated_share", "duty_sessions_missed", "heads without a day"}
ONE_UNIT = {"people"}
ANYWHERE = {"heads without a day left", "directives before"}
"""Of the month that runs, of the period before: their days are in their names."""
NAMES = {"places where more is overdue than chance gives"}
AREA = re.compile(r"(?:huyện|thành phố|thị xã|xã|phường) [^(,]+(?: \(cũ\))?")
KINDS = re.compile(r"(?:^|[.;•] ?)(Khiếu nại|Tố cáo|Kiến nghị, phản ánh): [^.;]*$")
WITHOUT = re.compile(r"[Kk]hông kể tố cáo[^.]*$")
BY_PLACE = re.compile(r"([Cc]hia theo địa bàn|[Đđ]ịa bàn (?:huyện|thành phố|thị xã|xã|phường) [^.;:]*?) ?[,:c][^.;]*$")


class Claim(NamedTuple):
    """One figure as it is told; `where` it stands.

    `kind` and `place` are those that are said in the words before it, where it is not of everything.
    """

    name: str
    place: str
    kind: str
    window: str
    value: str
    unit: str
    where: str


class Days(NamedTuple):
    """What a screen is of where a text says nothing: từ ngày … đến ngày …, and the last of these days."""

    flow: str = ""
    stock: str = ""


UNSAID = Days()


def claims(text: str, *, where: str, usual: Days = UNSAID) -> Iterator[Claim]:
    """Every claim of a text; its days are those named last before it, else those of the screen it stands on."""
    yield from _of_posts(text, where=where, usual=usual)
    for name, patterns in CLAIMS.items():
        for match in (match for pattern in patterns for match in pattern.finditer(text)):
            yield from _of(name, match, where=where, usual=usual)


def _of_posts(text: str, *, where: str, usual: Days) -> Iterator[Claim]:
    """The share of each post, as a chart has it under the name of its series."""
    for post, share in OF_POST.findall(text):
        yield Claim(f"{duty.SERIES}: {vi.sentence_case(post)}", "", "", usual.flow, share, "", where)


def _of(name: str, match: re.Match[str], *, where: str, usual: Days) -> Iterator[Claim]:
    given = match.groupdict()
    before = match.string[: match.start()]
    window = days(name, match.string[: match.end()], usual)
    place = next(iter(BY_PLACE.findall(before)), "").lower()
    kind = "without" if WITHOUT.search(before) else next(iter(KINDS.findall(before)), "")
    if name in NAMES:
        named = " · ".join(AREA.findall(given["n"]))
        yield Claim(name, "", "", window, named, "", where)
        return
    of_what = {"place": place, "kind": kind, "window": window, "where": where}
    yield Claim(name=name, value=plain(given["n"]), unit=given.get("unit") or "", **of_what)
    base = given.get("of")
    share = given.get("share") or (base and given.get("said"))
    if share:
        yield Claim(name=f"{name}: share", value=share, unit="%", **of_what)
    if base:
        yield Claim(name=f"{name}: of", value=plain(base), unit="", **of_what)
    if base and share:
        yield Claim(name=f"{name}: share", value=divided(given["n"], base), unit="%", **of_what)


def conflicts(found: Iterable[Claim]) -> dict[tuple[str, ...], set[tuple[str, str, str]]]:
    """What is told with two values under one unit, or under two names of one unit: (value, unit, where) of each."""
    told: dict[tuple[str, ...], set[tuple[str, str, str]]] = defaultdict(set)
    for claim in found:
        told[claim.name, claim.place, claim.kind, claim.window].add((claim.value, claim.unit, claim.where))
    return {key: said for key, said in told.items() if _differs(key[0], {(value, unit) for value, unit, _ in said})}


def _differs(name: str, said: set[tuple[str, str]]) -> bool:
    units = {unit for _, unit in said}
    return len(said) > len(units) or (name in ONE_UNIT and len(units) > 1)


def plain(number: str) -> str:
    """05 and 5 are one number."""
    return number.lstrip("0") or "0"


def divided(part: str, base: str) -> str:
    """The share as the house writes it."""
    return vi.share(*(float(text.replace(".", "")) for text in (part, base)))


def days(name: str, before: str, usual: Days) -> str:
    """Over which days the figure is counted: of a stock the last of them; a day since when ends with its sentence."""
    to_date = [found for found in TO_DATE.finditer(before)
               if not SINCE.fullmatch(found[0]) or ". " not in before[found.end() :]]  # fmt: skip
    named = [*MONTHS.finditer(before), *to_date]
    said = max(named, key=lambda match: match.start())[0].lower() if named else ""
    if name in ANYWHERE:
        return "its own"
    if name in OF_MONTHS:
        return said
    dates = re.findall(DAY, said)
    if name in STOCKS:
        return dates[-1] if dates else usual.stock
    return said if len(dates) == 2 or said.startswith("từ") else usual.flow
