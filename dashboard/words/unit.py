"""One commune or former district: how it stands, its heads, its matters, what was concluded for its bodies."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.facts.change import Figure
from dashboard.facts.peers import Spread
from dashboard.words import choices, figures, hotspots, ledger, phrases, share
from dashboard.words import numbers as vi

CHOOSE = "Chọn một xã, phường hoặc huyện cũ ở dòng lọc phía trên để xem mọi số liệu của địa bàn đó trên một trang."
SECTIONS = {
    "figures": "Năm chỉ số, bên cạnh các địa bàn khác",
    "heads": "Người đứng đầu tiếp công dân, từng tháng",
}
TITLES = {
    "waiting": "{count} vụ việc chờ lâu nhất",
    "complex": "Vụ việc trong danh sách phức tạp, kéo dài ({count})",
    "pairs": "Vụ việc, đơn của địa bàn: cơ quan nào chuyển cho cơ quan nào",
    "bounced": "Vụ việc, đơn của địa bàn đã chuyển từ hai lần trở lên ({count})",
    "unfinished": "Kết luận, chỉ đạo giao cơ quan trên địa bàn, chưa xong",
}
FIGURES = {
    "overdue": "Quá hạn",
    "over_180": "Chờ trên 180 ngày",
    "resolved": "Đã giải quyết so với vụ việc mới trong kỳ",
    "escalated": "Gửi vượt cấp",
    "mass_groups": "Đoàn đông người",
}
CASES = {
    "overdue": "vụ việc có hạn",
    "over_180": "vụ việc đang giải quyết",
    "resolved": "vụ việc mới",
    "escalated": "vụ việc đang giải quyết",
    "mass_groups": "lượt tiếp trong kỳ",
}
NO_FIGURES = "Địa bàn chưa có vụ việc hay lượt tiếp nào trong kỳ."
NO_NAMES = "Các địa bàn khác không nêu tên, không xếp hạng."
NO_HEADS = "Trong 12 tháng không có chức danh nào của địa bàn phải tiếp công dân."
NONE_WAITING = "Không có vụ việc đang giải quyết."
NO_COMPLEX = "Không có vụ việc nào trong danh sách."
NOT_PASSED_ON = "Trong kỳ không có vụ việc, đơn nào được chuyển giữa các cơ quan."
NOT_PASSED_AGAIN = "Trong kỳ không có vụ việc, đơn nào đã chuyển từ hai lần trở lên."
ALL_DONE = "Không có kết luận, chỉ đạo nào chưa xong."
FEW_PEERS = "chưa đủ địa bàn có từ 10 {cases} để so sánh"


def headline(now: Mapping[str, Figure], *, place: str, until: str, evidence: str | None) -> str:
    """What is open and overdue; `evidence`: what chance says of the overdue share, None says nothing of it."""
    left, overdue = now["open_dossiers"], now["overdue_share"]
    if not left.kept:
        return f"Đến hết ngày {until}, {place} {figures.NO_DATA} về vụ việc."
    if not left.numerator:
        return f"Đến hết ngày {until}, {place} không có vụ việc đang giải quyết."
    text = f"Đến hết ngày {until}, {place} đang giải quyết {vi.count(left.numerator)} vụ việc"
    if not overdue.denominator:
        return f"{text}; mọi vụ việc đều không xác định được hạn."
    text += f"; quá hạn {share.last(overdue.numerator or 0, overdue.denominator)} {phrases.WITH_LIMIT}"
    return f"{text}: {hotspots.JUDGED[evidence]}." if evidence else f"{text}."


def beside(name: str, part: object, base: object, *, peers: Spread | None, division: str) -> str:
    """One figure of the area, then between which shares half of the others lie."""
    text = f"{FIGURES[name]}: {_of(part, base, CASES[name])}"
    if peers is None:
        return f"{text}; {FEW_PEERS.format(cases=CASES[name])}."
    return f"{text}; {_half(peers, choices.DIVISIONS[division].lower())}."


def _half(peers: Spread, areas: str) -> str:
    lower, middle, upper = (vi.percent(each, digits=0) for each in (peers.lower, peers.middle, peers.upper))
    told = f"ít nhất nửa số {areas} ở mức {middle}"
    if lower != upper:
        told = f"nửa số {areas} từ {lower} đến {upper}, ở giữa là {middle}"
    return f"{told} (xét {vi.prose_count(peers.areas)} địa bàn đủ số liệu)"


def _of(part: object, base: object, cases: str) -> str:
    if vi.is_missing(part) or vi.is_missing(base):
        return figures.NO_DATA
    return f"{share.last(int(part), int(base))} {cases}" if base else f"không có {cases}"  # type: ignore[call-overload]


def strip(title: str, holder: object, months: pd.DataFrame) -> str:
    """'Chủ tịch xã (Người Xã): 09/2026 2 · 10/2026 0/2': a post's months with the marks of the ledger."""
    named = title if vi.is_missing(holder) else f"{title} ({holder})"
    told = [
        f"{month.month_on:%m/%Y} "
        + ledger.STRIP_MARKS[str(month.state)].format(in_person=month.in_person, required=month.required)
        for month in months.itertuples()
    ]
    return f"{named}: {' · '.join(told)}"


def marks() -> str:
    """What the marks of the months mean."""
    signs = ("delegated", "unreported", "vacant", "none")
    told = [f"{ledger.STRIP_MARKS[state]} {ledger.STRIP_STATES[state]}" for state in signs]
    return f"{ledger.STRIP_LEGEND_DAYS} {'; '.join(told)}."


def concluded(fates: pd.Series) -> str:
    """How many conclusions were given to the area's bodies, and how they stand."""
    if fates.empty:
        return "Chưa có kết luận, chỉ đạo nào giao cơ quan trên địa bàn."
    of = fates.value_counts()
    done = of.get("done", 0) + of.get("done_late", 0)
    return (
        f"Đã giao cơ quan trên địa bàn {vi.count(len(fates))} kết luận, chỉ đạo: {vi.count(done)} đã xong, "
        f"{vi.count(of.get('open', 0))} chưa đến hạn, {vi.count(of.get('late', 0))} quá hạn chưa xong."
    )
