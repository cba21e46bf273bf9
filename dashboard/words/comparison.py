"""This period beside the one before and the same one last year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.facts.change import Change, Figure
from dashboard.facts.windows import Base, base
from dashboard.metrics import METRICS, Span
from dashboard.words import change, figures, quality
from dashboard.words import numbers as vi
from dashboard.words import windows as windows_words
from queries.periods import Period

WHICH: tuple[Base, Base] = ("previous", "last_year")
SPANS: tuple[Span, Span] = ("flow", "stock")
DATES = (
    "Kỳ này {}; kỳ trước {}; cùng kỳ {}. Số tồn, quá hạn so với ngày {} và ngày {}. "
    "Điểm phần trăm là hiệu hai tỷ lệ đã làm tròn."
)
VERSUS = {"previous": "so với kỳ trước", "last_year": "so với cùng kỳ năm trước"}
NAMED = 3
Figures = Mapping[str, Figure]
Changes = Mapping[str, Change]
VIEWS = {
    "figures": "Các chỉ số",
    "drivers": "Do đâu thay đổi",
    "parts": "So sánh chi tiết",
    "periods": "Qua các kỳ",
}
PARTS = {
    "areas": "Theo địa bàn",
    "fields": "Theo lĩnh vực",
    "agencies": "Theo cơ quan",
    "kinds": "Theo loại",
    "heads": "Theo nhóm người đứng đầu",
}
NOUNS = {"areas": "địa bàn", "fields": "lĩnh vực", "agencies": "cơ quan", "kinds": "loại"}
HEADS = "Ngày người đứng đầu trực tiếp tiếp trên số ngày phải tiếp"
DRIVEN_MEASURES = {"entered": "Số vụ việc mới", "resolved": "Số đã giải quyết", "open_count": "Số đang giải quyết"}
DRIVEN_PARTS = {"area": "Địa bàn", "field": "Lĩnh vực", "agency": "Cơ quan", "kind": "Loại vụ việc"}
DRIVEN_TABLE = "{measure} kỳ này và kỳ so sánh ({against})"
DRIVEN_TITLE = "{measure} tăng, giảm theo {part}, {against}"
NOT_DIVIDED = "không chia nhỏ được"
PART_LABEL = "Chia theo"
SERIES_LABEL = "Số kỳ"
SERIES_LENGTHS = {"8": "8 kỳ", "12": "12 kỳ", "20": "20 kỳ"}
LOCK_TO = "Xem số đã chốt và hồ sơ làm thay đổi"
PERIOD = "kỳ"
EVENTS_NAME = "Sự kiện"
EVENTS_TITLE = "Sự kiện trong các kỳ"
TITLES = {
    "compared": "Kỳ này, kỳ trước và cùng kỳ năm trước",
    "figures": "Các chỉ số của kỳ",
    "petitions": "Đơn: tiếp nhận, phân loại, xử lý",
    "receptions": "Tiếp công dân: số lượt, số người, đoàn đông người",
    "periods": "Vụ việc mới, đã giải quyết và đang giải quyết qua các kỳ",
}


def headline(now: Figures, last_year: Changes, *, period: str, window: Period) -> str:
    """What changed against the same period last year, the comparison without seasons."""
    if not now["resolved_dossiers"].kept:
        return f"{vi.within(period)}, {figures.NO_DATA} về vụ việc."
    resolved, left = now["resolved_dossiers"].numerator or 0, now["open_dossiers"].numerator or 0
    when = windows_words.within(window) if window.is_running else vi.within(period)
    flow, stock = (windows_words.against(window, "last_year", span) for span in SPANS)
    return (
        f"{when}, đã giải quyết {vi.prose_count(resolved)} vụ việc, "
        f"{change.sentence(last_year['resolved_dossiers'], against=flow)}; "
        f"đến hết ngày {vi.date(window.end)} còn {vi.prose_count(left)} vụ việc chưa giải quyết xong, "
        f"{change.sentence(last_year['open_dossiers'], against=stock)}."
    )


def since_before(previous: Changes, *, window: Period) -> str:
    """What changed against the period before: what was resolved over the same days, what is open since it began."""
    resolved, left = (
        change.sentence(previous[name], against=windows_words.against(window, "previous", span))
        for name, span in zip(("resolved_dossiers", "open_dossiers"), SPANS, strict=True)
    )
    return f"Số giải quyết {resolved}; số đang giải quyết {left}."


def windows(window: Period) -> str:
    """The exact dates that are compared: of what ran, and of what stood at a day."""
    before, year_before = (base(window, which, "flow") for which in WHICH)
    days = [vi.window(each.start, each.end) for each in (window, before, year_before)]
    stood = [vi.date(base(window, which, "stock").end) for which in WHICH]
    return DATES.format(*days, *stood)


def driven(parts: pd.DataFrame, *, net: int | None, measure: str, against: str, metric: str) -> str:
    """Which parts moved a figure beyond chance, those that went the other way too; none is named within it.

    Columns: part_name, now, base, change, beyond; silent, where parts are bodies (`contributions.but_silent`):
    these are named as such. `net` is the change of the whole, not said where it is not known; `metric` the figure that
    is counted.
    """
    if parts.empty:
        whole = change.of_count(net, METRICS[metric]) if net else ""
        return f"{measure} {against} {whole}, {NOT_DIVIDED}." if whole else f"{measure} {against}: không có thay đổi."
    beyond = parts[parts["beyond"]]
    ways = {change.RISE: beyond[beyond["change"] > 0], change.FALL: beyond[beyond["change"] < 0]}
    order = [change.FALL, change.RISE] if (net or 0) < 0 else [change.RISE, change.FALL]
    said = [f"{way} vượt mức dao động bình thường: {_moved(ways[way])}" for way in order if len(ways[way])]
    said += quality.unheard(parts)
    total = "" if net is None else f" {change.of_count(net, METRICS[metric])}"
    return f"{measure} {against}{total}{'; ' if total else ' '}{'; '.join(said) or change.WITHIN_NOISE}."


def _moved(rows: pd.DataFrame) -> str:
    named = rows.head(NAMED)
    return change.parts(named["part_name"], named["base"], named["now"])


def locked_beside(
    at: dt.datetime, *, then: Mapping[str, Figure | None], now: Mapping[str, Figure | None], problem: str | None
) -> str:
    """That the period is locked, and which main counts are others today."""
    lead = f"Kỳ này đã chốt lúc {vi.moment(at)}"
    if problem:
        return f"{lead} nhưng bản chốt không đọc được nên không có số để so."
    moved = [
        f"{METRICS[name].label.lower()} {vi.count(then[name].numerator)} → {vi.count(now[name].numerator)}"  # type: ignore[union-attr]
        for name in then
        if then[name] and now[name] and then[name].numerator != now[name].numerator  # type: ignore[union-attr]
    ]
    return f"{lead}; {'nay khác: ' + ', '.join(moved) if moved else 'các số chính nay không khác'}."
