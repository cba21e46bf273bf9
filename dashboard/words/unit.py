"""One commune, former district, body or head: how it stands, reception, matters, what was concluded for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.facts.change import Figure
from dashboard.facts.funnel import TOO_FEW
from dashboard.facts.peers import LEAST_CASES, Spread
from dashboard.words import bodies, figures, hotspots, ledger, phrases, share
from dashboard.words import numbers as vi

CHOOSE = (
    "Chọn một xã, phường hoặc huyện cũ ở dòng lọc phía trên, hoặc tìm một cơ quan, một chức danh bằng nút Tìm, để xem "
    "mọi số liệu của nơi đó trên một trang."
)
UNKNOWN = "Không tìm thấy địa bàn, cơ quan hay chức danh «{code}» trong những gì tài khoản này được xem."
VIEWS = {"standing": "Tình hình", "concluded": "Kết luận, phức tạp, chuyển vòng", "time": "Qua thời gian"}
PEERS = {
    "district": ("huyện cũ", "địa bàn"),
    "commune": ("xã, phường", "địa bàn"),
    "agency": ("cơ quan cùng cấp", "cơ quan"),
    "post": ("chức danh cùng trách nhiệm tiếp", "chức danh"),
}
OF_BODY = "{level} · tính vụ việc đang giữ, không kể tố cáo"
SECTIONS = {
    "figures": "Các chỉ số, bên cạnh các nơi khác",
    "heads": "Người đứng đầu tiếp công dân, từng tháng",
}
TITLES = {
    "waiting": "{count} vụ việc chờ lâu nhất",
    "complex": "Vụ việc trong danh sách phức tạp, kéo dài ({count})",
    "pairs": "Chuyển vụ việc, đơn: cơ quan nào chuyển cho cơ quan nào",
    "bounced": "Vụ việc, đơn đã chuyển từ hai lần trở lên ({count})",
    "unfinished": "Kết luận, chỉ đạo được giao, chưa xong",
    "months": "Cuối mỗi tháng: đang giữ và quá hạn",
}
FIGURES = {
    "overdue": "Quá hạn",
    "over_180": "Chờ trên 180 ngày",
    "resolved": "Đã giải quyết so với vụ việc mới trong kỳ",
    "escalated": "Gửi vượt cấp",
    "mass_groups": "Đoàn đông người",
    "on_time": "Kết thúc đúng hạn",
    "credited": "Người đứng đầu tiếp công dân, 12 tháng",
}
CASES = {
    "overdue": "vụ việc có hạn",
    "over_180": "vụ việc đang giải quyết",
    "resolved": "vụ việc mới",
    "escalated": "vụ việc đang giải quyết",
    "mass_groups": "lượt tiếp trong kỳ",
    "on_time": "vụ việc đã kết thúc, xác định được hạn",
    "credited": "ngày phải tiếp",
}
EXTRA = {
    "overdue": "Quá hạn cuối mỗi quý",
    "flows": "Vụ việc mới, đã và đang giải quyết",
    "similar": "{count} {areas} giống nhất về dân số và lĩnh vực",
    "reliable": "Độ tin cậy của số liệu địa bàn",
}
GAPS = {
    "without_acceptance": "vụ thiếu ngày thụ lý",
    "without_closing": "vụ thiếu cách kết thúc",
    "without_field": "vụ chưa phân loại lĩnh vực",
}
QUARTERS_SCOPE = "{count} quý đến {day}"
BAND_NOTE = (
    "Khoảng xám: nếu nhanh chậm như mức chung của tỉnh thì 95/100 lần số vụ việc quá hạn nằm trong đó; trong tám quý, "
    "một quý nằm ngoài vẫn có thể do ngẫu nhiên. Mức chung cũng không tính tố cáo, như mọi con số dưới cấp tỉnh."
)
NO_SIMILAR = "Chưa biết dân số nên chưa tìm được địa bàn giống nhất."
NO_RECORD = "Trong 12 tháng không có số liệu nào của địa bàn."
POPULATION = "Dân số {people} người (tính đến {day})"
NO_POPULATION = "Chưa có số dân"
FILE, FILES = "Phiếu thông tin một trang (DOCX)", "Phiếu của cả {count} xã, phường (ZIP)"
SHEET = "PHIẾU THÔNG TIN ĐỊA BÀN"
SHEETS = {"agency": "PHIẾU THÔNG TIN CƠ QUAN", "post": "PHIẾU THÔNG TIN NGƯỜI ĐỨNG ĐẦU"}
SHEET_FIGURES = ("Chỉ số", "Nơi này", "Nơi ở giữa", "Nửa số nơi")
SHEET_HEADS, SHEET_MONTHS = ("Chức danh", "{month}"), ", {first}–{last}"
SHEET_MATTERS = ("Số hồ sơ", "Đã chờ", "Hạn", "Cơ quan đang giữ")
SHEET_PARTS = {
    "heads": "Người đứng đầu tiếp công dân{months} (ngày trực tiếp/ngày phải tiếp; CP: cấp phó tiếp thay)",
    "matters": "Vụ việc chờ lâu nhất",
    "concluded": "Kết luận, chỉ đạo chưa xong",
    "ask": "Nội dung cần hỏi",
}
DAYS = "{count} ngày"
UNTIL = "hạn {day}"
ASKED_OF = "Số {number}, {due}: {summary} ({agency})"
NO_FIGURES = "Chưa có vụ việc hay lượt tiếp nào trong kỳ."
SPREAD = f"Dấu tròn: nơi này (rỗng: dưới {LEAST_CASES} trường hợp); dải xám: nửa số nơi khác; vạch đứng: ở giữa."
NO_NAMES = "Các nơi khác không nêu tên, không xếp hạng."
NO_HEADS = "Trong 12 tháng không có chức danh nào ở đây phải tiếp công dân."
NONE_WAITING = "Không có vụ việc đang giải quyết."
NO_COMPLEX = "Không có vụ việc nào trong danh sách."
NOT_PASSED_ON = "Trong kỳ không có vụ việc, đơn nào được chuyển giữa các cơ quan."
NOT_PASSED_AGAIN = "Trong kỳ không có vụ việc, đơn nào đã chuyển từ hai lần trở lên."
ALL_DONE = "Không có kết luận, chỉ đạo nào chưa xong."
FEW_PEERS = "chưa đủ {one} có từ 10 {cases} để so sánh"
SCOPE = "{period} · {place}"
MONTHS_SCOPE = "{place} · {count} tháng đã hết"
ALL_HEADS = "Cả {count} chức danh ở trang Tiếp công dân"
ALL_HELD = "Danh sách vụ việc quá hạn của cơ quan"


def headline(now: Mapping[str, Figure], *, place: str, until: str, evidence: str | None) -> str:
    """What is open and overdue; `evidence`: what chance says of the overdue share, None says nothing of it."""
    left, overdue = now["open_dossiers"], now["overdue_share"]
    if not left.kept:
        return f"Đến hết ngày {until}, {place} {figures.NO_DATA} về vụ việc."
    if not left.numerator:
        return f"Đến hết ngày {until}, {place} không có vụ việc đang giải quyết."
    text = f"Đến hết ngày {until}, {place} còn {vi.prose_count(left.numerator)} vụ việc chưa giải quyết xong"
    if not overdue.denominator:
        return f"{text}; mọi vụ việc đều không xác định được hạn."
    text += f"; quá hạn {share.last(overdue.numerator or 0, overdue.denominator)} {phrases.WITH_LIMIT}"
    return f"{text}: {hotspots.JUDGED[evidence]}." if evidence else f"{text}."


def body_headline(held: Mapping[str, Any], *, name: str, until: str, verdict: str | None) -> str:
    """What a body holds and what of it is overdue; `verdict`: of its on-time share, None says nothing."""
    count = int(held["open_count"])
    if not count:
        return f"Đến hết ngày {until}, {name} không giữ vụ việc nào đang giải quyết."
    text = f"Đến hết ngày {until}, {name} đang giữ {vi.prose_count(count)} vụ việc"
    if held["with_limit"]:
        text += f"; quá hạn {share.last(int(held['overdue']), int(held['with_limit']))} {phrases.WITH_LIMIT}"
    else:
        text += "; mọi vụ việc đều không xác định được hạn"
    if verdict == TOO_FEW:
        return f"{text}; tỷ lệ đúng hạn trong kỳ {bodies.TOO_FEW}."
    return f"{text}; tỷ lệ đúng hạn trong kỳ: {_first_small(bodies.VERDICTS[verdict])}." if verdict else f"{text}."


def head_headline(kept: pd.Series | None, *, title: str, until: str) -> str:
    """In person on how many of the days asked for in twelve months, and in how many months not at all."""
    if kept is None:
        return f"Trong 12 tháng đến ngày {until}, {title} không có tháng nào phải tiếp công dân."
    named = title if vi.is_missing(kept["holder_name"]) else f"{title} ({kept['holder_name']})"
    days = f"{vi.count(kept['credited'])}/{vi.count(kept['required'])} ngày phải tiếp"
    without = int(kept["months_without"])
    told = f"; {vi.prose_count(without)} tháng không trực tiếp tiếp ngày nào" if without else ""
    return f"Trong 12 tháng trọn vẹn gần nhất, {named} tiếp công dân {days}{told}."


def _first_small(text: str) -> str:
    return text[:1].lower() + text[1:]


def beside(name: str, part: object, base: object, *, peers: Spread | None, division: str) -> str:
    """One figure of the unit, then between which shares half of the others lie; `division`: a key of PEERS."""
    text = f"{FIGURES[name]}: {_of(part, base, CASES[name])}"
    if peers is None:
        return f"{text}; {FEW_PEERS.format(one=PEERS[division][1], cases=CASES[name])}."
    return f"{text}; {_half(peers, *PEERS[division])}."


def _half(peers: Spread, areas: str, one: str) -> str:
    lower, middle, upper = (vi.percent(each, digits=0) for each in (peers.lower, peers.middle, peers.upper))
    told = f"ít nhất nửa số {areas} ở mức {middle}"
    if lower != upper:
        told = f"nửa số {areas} từ {lower} đến {upper}, ở giữa là {middle}"
    return f"{told} (xét {vi.prose_count(peers.areas)} {one} đủ số liệu)"


def _of(part: object, base: object, cases: str) -> str:
    if vi.is_missing(part) or vi.is_missing(base):
        return figures.NO_DATA
    return f"{share.last(int(part), int(base))} {cases}" if base else f"không có {cases}"  # type: ignore[call-overload]


def population(people: object, day: object) -> str:
    """'Dân số 12.000 người (tính đến 31/12/2025)'."""
    if vi.is_missing(people) or vi.is_missing(day):
        return NO_POPULATION
    return POPULATION.format(people=vi.count(float(people)), day=vi.date(day))  # type: ignore[arg-type]


def with_band(quarters: pd.DataFrame) -> pd.DataFrame:
    """Rows of `chance_band.overdue` with the band in words."""
    spans = [
        None if vi.is_missing(low) else f"{vi.count(low)}–{vi.count(high)}"
        for low, high in quarters[["low", "high"]].itertuples(index=False)
    ]
    return quarters.assign(by_chance=spans)


def beyond_band(quarters: pd.DataFrame) -> str:
    """'Quá hạn cao hơn mức ngẫu nhiên ở 3 trên 8 quý'; '' where no quarter has a band."""
    both = quarters[["overdue", "low", "high"]].astype(float).dropna()
    sides = {"cao hơn": both["overdue"] > both["high"], "thấp hơn": both["overdue"] < both["low"]}
    said = [f"{side} mức ngẫu nhiên ở {beyond.sum()}" for side, beyond in sides.items() if beyond.any()]
    if both.empty:
        return ""
    if not said:
        return f"Quá hạn trong mức ngẫu nhiên ở cả {len(both)} quý"
    return f"Quá hạn {', '.join(said)} trên {len(both)} quý"


def relied_on(row: Mapping[str, Any]) -> list[str]:
    """What is missing in the area's data, when something was last recorded."""
    matters = int(row["matters"])
    gaps = [(names, int(row[column])) for column, names in GAPS.items()]
    told = [f"{vi.prose_count(count)} {names}" for names, count in gaps if count]
    return [
        f"Trong {vi.prose_count(matters)} vụ việc nhận 12 tháng qua: {', '.join(told) if told else 'không thiếu gì'}.",
        f"{vi.count(row['silent_months'])}/{vi.count(row['whole_months'])} tháng không ghi nhận gì; ghi nhận gần nhất "
        f"ngày {vi.date(row['last_recorded_on'])}.",
    ]


def changed(name: str, then: float | None, now: float | None) -> str:
    """What the locked number of open matters was, and what is counted for the same days now."""
    if then == now:
        return f"Số đã chốt {name} không đổi: {vi.prose_count(now)} vụ việc đang giải quyết."
    return f"Số đã chốt {name}: {vi.prose_count(then)} vụ việc đang giải quyết, nay tính lại là {vi.prose_count(now)}."


def strips(posts: pd.DataFrame, months: pd.DataFrame) -> tuple[list[str], list[list[str]]]:
    """A row a post, 'Chủ tịch xã (Người Xã)', and the mark of the ledger for each of its months; the head row first."""
    days = sorted(months["month_on"].unique())
    marks = {
        (month.post_code, month.month_on): ledger.STRIP_MARKS[str(month.state)].format(
            in_person=month.in_person, required=month.required
        )
        for month in months.itertuples()
    }
    rows = [
        [
            post.title if vi.is_missing(post.holder_name) else f"{post.title} ({post.holder_name})",
            *(marks.get((post.post_code, day), "") for day in days),
        ]
        for post in posts.itertuples()
    ]
    return [SHEET_HEADS[0], *(SHEET_HEADS[1].format(month=day.month) for day in days)], rows


def sheet_heads(months: pd.DataFrame) -> str:
    """What stands above the strips, with the first and the last of their months."""
    days = months["month_on"]
    of = "" if days.empty else SHEET_MONTHS.format(first=f"{days.min():%m/%Y}", last=f"{days.max():%m/%Y}")
    return SHEET_PARTS["heads"].format(months=of)


def marks() -> str:
    """What the marks of the months mean."""
    signs = ("delegated", "unreported", "vacant", "none")
    told = [f"{ledger.STRIP_MARKS[state]} {ledger.STRIP_STATES[state]}" for state in signs]
    return f"{ledger.STRIP_LEGEND_DAYS} {'; '.join(told)}."


def concluded(fates: pd.Series) -> str:
    """How many conclusions were given to the unit's bodies, and how they stand."""
    if fates.empty:
        return "Chưa có kết luận, chỉ đạo nào được giao."
    return f"Đã giao {vi.prose_count(len(fates))} kết luận, chỉ đạo: {phrases.became(fates)}."
