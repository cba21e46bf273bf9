"""What is open and overdue: who holds it, how long it waits."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.facts.change import Figure
from dashboard.words import codes, figures, share
from dashboard.words import numbers as vi

Figures = Mapping[str, Figure]
VIEWS = {
    "age": "Thời gian đã chờ",
    "agency": "Cơ quan đang giữ",
    "field": "Lĩnh vực",
    "longest": "Chờ lâu nhất",
    "overdue": "Quá hạn lâu nhất",
}
NONE_OVERDUE = "Cơ quan này không có vụ việc quá hạn."
NONE_OVERDUE_IN_FIELD = "Lĩnh vực này không có vụ việc quá hạn."
EVERY_BODY, EVERY_FIELD = "Xem mọi cơ quan", "Xem mọi lĩnh vực"
BODY, FIELD = "cơ quan", "lĩnh vực"
TAP_BAR = "Chạm vào một cơ quan để xem các vụ việc quá hạn của cơ quan đó."
TAP_FIELD = "Chạm vào một lĩnh vực để xem các vụ việc quá hạn của lĩnh vực đó."
TITLES = {
    "age": "Vụ việc theo thời gian đã chờ",
    "clock": "Vụ việc theo tình trạng hạn",
    "agency": "Cơ quan giữ nhiều vụ việc quá hạn nhất",
    "overdue_of": "{name}: {count} vụ việc quá hạn, lâu nhất trước",
    "field": "Vụ việc quá hạn theo lĩnh vực",
    "field_table": "Vụ việc đang giải quyết theo lĩnh vực",
    "longest": "{count} vụ việc chờ lâu nhất trong {total} vụ việc chưa giải quyết xong",
    "overdue": "{count} vụ việc quá hạn, lâu nhất trước",
    "cards": "Các chỉ số, so với đầu kỳ",
    "acceptance": "Thụ lý trong thời hạn luật định",
}
LIST_LABEL = "Danh sách"
LONGEST = "longest"
LISTS = {
    LONGEST: "Chờ lâu nhất",
    "open_dossiers": "Tất cả vụ việc đang giải quyết",
    "due_soon_dossiers": "Sắp đến hạn trong 7 ngày",
    "no_limit_dossiers": codes.CLOCKS["no_limit"],
    "suspended_dossiers": "Đang tạm đình chỉ",
    "open_over_180_days": "Chờ trên 180 ngày",
    "open_over_365_days": "Chờ trên một năm",
    "awaiting_acceptance": "Chờ thụ lý",
}
LISTED = "{which} ({count})"
NO_LIMIT, UNTOLD = "không có hạn luật định", vi.small(codes.CLOCKS["no_limit"])
"""Of petitions the law sets none; of all kinds together it cannot be told: of some a date is missing."""
NOT_ACCEPTED = "chưa thụ lý"
"""Complaints and denunciations have a limit by law (Điều 28, 37; Điều 30), which begins when they are accepted."""
SUSPENDED = "tạm đình chỉ"
LONGEST_NOTE = "Xếp theo số ngày đã chờ"


def lists(kind: str | None) -> dict[str, str]:
    """`LISTS` of the matters of this kind: petitions without a limit by the name they have in the headline."""
    return LISTS | {"no_limit_dossiers": vi.sentence_case(NO_LIMIT)} if kind == "petition" else LISTS


def with_late(count: str, late: str) -> str:
    """'530 (quá hạn 56)': at the end of a bar; the count alone where none is late."""
    return f"{count} (quá hạn {late})" if late != "0" else count


def with_limits(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `longest_waiting` with their limit in words: its day, or why there is none yet, or that it stands."""
    said = rows["due_on"].map(vi.date).where(rows["clock"].ne("no_limit"), rows["kind"].map(without_limit))
    return rows.assign(limit_said=said.where(rows["clock"].ne("suspended"), SUSPENDED))


def without_limit(kind: str | None) -> str:
    """Why a matter of this kind, or of any (None), has no day to be resolved by."""
    return UNTOLD if kind is None else NO_LIMIT if kind == "petition" else NOT_ACCEPTED


def longest_note(rows: pd.DataFrame, *, over_a_year: int) -> str:
    """How many of the list the law sets no limit for, and that nobody over a year is missing."""
    without = int((rows["clock"].eq("no_limit") & rows["kind"].eq("petition")).sum())
    text = f"; {vi.prose_count(without)} vụ việc trong danh sách {NO_LIMIT}" if without else ""
    year = f" Đủ {vi.prose_count(over_a_year)} vụ việc chờ trên một năm." if over_a_year else ""
    return f"{LONGEST_NOTE}{text}.{year}"


def headline(now: Figures, *, place: str, until: str, worst: pd.DataFrame, kind: str | None = None) -> str:
    """What is overdue of what has a limit, what has none, what waits long, and the body with most of it overdue."""
    if not now["overdue_share"].kept:
        return f"Đến hết ngày {until}, {place} {figures.NO_DATA} về vụ việc."
    late, long = now["overdue_share"], now["open_over_180_days"].numerator or 0
    counted = f"còn {_of(late)} vụ việc có hạn bị quá hạn" if late.numerator else "không có vụ việc quá hạn"
    waited = f"{vi.prose_count(long)} vụ việc đã chờ trên 180 ngày" if long else "không vụ việc nào chờ trên 180 ngày"
    without = now["no_limit_dossiers"]
    none = f"; {_of(without)} vụ việc chưa giải quyết xong {without_limit(kind)}" if without.numerator else ""
    text = f"Đến hết ngày {until}, {place} {counted}{none}; {waited}"
    held = worst[worst["overdue"] > 0]
    if held.empty:
        return f"{text}."
    first = held.iloc[0]
    same = held.loc[held["overdue"].eq(first["overdue"]), "agency_name"].sort_values()
    named = f"{', '.join(same.head(3))}{f' và {vi.prose_count(len(same) - 3)} cơ quan khác' if len(same) > 3 else ''}"
    each, alone = vi.prose_count(int(first["overdue"])), share.last(int(first["overdue"]), int(first["with_limit"]))
    amount = f"mỗi nơi {each}" if len(same) > 1 else alone
    return f"{text}. Giữ nhiều vụ quá hạn nhất: {named}, {amount} vụ."


def _of(figure: Figure) -> str:
    """229/1.096 (20,9%)."""
    return share.last(figure.numerator or 0, figure.denominator or 0)
