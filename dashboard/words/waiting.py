"""How long matters wait, counting those that are still open; at which step they stand; what falls due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

import pandas as pd

from dashboard.facts.waiting import LEAST_AT_RISK
from dashboard.words import backlog, codes
from dashboard.words import numbers as vi
from dashboard.words.phrases import listed

VIEWS = {
    "open": "Thời gian giải quyết",
    "steps": "Bước giải quyết",
    "accepted": "Thụ lý",
    "due": "Sắp đến hạn",
    "months": "Từng tháng",
}
DIVISIONS = {
    "all": "Tất cả",
    "kind": "Loại",
    "field": "Lĩnh vực",
    "instance": "Lần giải quyết",
    "agency": "Cơ quan",
    "district": "Huyện cũ",
}
DIVISION_LABEL, DAY_LABEL, STEP_LABEL, AGENCY_LABEL = "Chia theo", "Ngày", "Bước", "Cơ quan"
TITLES = {
    "curve": "Tỷ lệ vụ việc chưa xong sau từng mốc ngày",
    "groups": "Chưa xong sau 30, 45, 60, 90, 180, 365 ngày (trong ngoặc: khoảng tin cậy 95%)",
    "days": "Chưa xong sau từng mốc ngày (trong ngoặc: khoảng tin cậy 95%)",
    "ways": "Cách kết thúc vụ việc đến từng mốc ngày",
    "steps": "Vụ việc đang giải quyết theo bước, thời gian đã ở bước",
    "step_agencies": "Cơ quan có vụ việc đang ở bước này",
    "taken_up": "Khiếu nại, tố cáo nhận vào: thụ lý, trả lại hay chưa trả lời",
    "limits": "Thời hạn luật định của từng giai đoạn",
    "months": "Đang giải quyết, quá hạn và chờ trên 180 ngày, từng tháng",
    "age": "Vụ việc theo thời gian đã chờ",
    "clock": "Vụ việc theo tình trạng hạn",
    "over": "Vụ việc quá hạn đến hết ngày {day}, theo số ngày quá hạn",
    "due_agencies": "Đến hạn trong 7 và 30 ngày tới, theo cơ quan",
}
STOCKS = {"overdue": "quá hạn", "over_180": "chờ trên 180 ngày"}
STEP_LIST = "Vụ việc đang ở bước: {step} ({count})"
DUE_LIST = "Vụ việc đến hạn trong 30 ngày tới{of} ({count})"
SCOPE = "Vụ việc đang giải quyết vào một ngày nào đó từ {start} đến {end}, kể cả vụ chưa xong"
WITHOUT = "{scope}; không kể tố cáo"
FATES = {
    "late": "Quá thời hạn",
    "unanswered": "Chưa trả lời",
    "accepted": "Đã thụ lý",
    "returned": "Trả lại đơn",
    "other": "Hướng dẫn, chuyển, lưu",
    "all": "Tất cả",
}
FATE_LABEL = "Tình trạng"
TAKEN_LIST = "Đơn khiếu nại, tố cáo: {which} ({count})"
NO_MEDIAN = "Chưa xong một nửa"
FEW = "Chưa đủ số liệu"
ALL_AGENCIES = "Mọi cơ quan"
INSTANCES = {"1": "Lần đầu", "2": "Lần hai"}
AXIS = "ngày"
STEPS = {code: codes.STEPS[code] for code in ("received", "accepted", "verification", "dialogue")}
LIMIT_NOTE = (
    "Luật định thời hạn cho xử lý đơn, thụ lý và toàn bộ việc giải quyết; xác minh, đối thoại không có thời hạn riêng, "
    "nằm trong thời hạn giải quyết."
)
SERIES_SCOPE = "{count} tháng đến ngày {day}"
DAY_SCOPE = "Đến hết ngày {day}"
IN_WHOLE = "trong hạn giải quyết: {limit}"
UNITS = {"calendar": "ngày", "working": "ngày làm việc"}
UNKNOWN_STEPS = "{count} vụ việc đang giải quyết chưa ghi bước nào, không có trong bảng này."
NOTHING = "Chưa có vụ việc nào để tính."
NO_STEPS = "{count} vụ việc đang giải quyết, chưa vụ nào ghi đang ở bước nào."
TOO_FEW = "Chưa đủ số liệu: chưa có năm vụ việc theo dõi được đến ngày thứ 90."
SUMMED = "Đến ngày thứ {day}: {parts}"
MANNERS = {
    "decided": "đã có quyết định, kết luận",
    "withdrawn": "rút đơn",
    "discontinued": "đình chỉ",
    "to_investigation": "chuyển cơ quan điều tra",
    "open": "chưa xong",
}


def group(code: object, name: object, *, division: str) -> str:
    """What a group of a division is called."""
    if not vi.is_missing(name):
        return str(name)
    words = {"kind": codes.CODED["kind"], "field": codes.FIELDS, "instance": INSTANCES}.get(division, {})
    return codes.NO_AREA if vi.is_missing(code) and division != "all" else words.get(str(code), DIVISIONS["all"])


def watched(scope: str, curve: pd.DataFrame) -> str:
    """The scope with how many matters it has."""
    return f"{scope} ({vi.count(curve['matters'].iloc[0])} vụ việc)" if len(curve) else scope


def with_range(share: float, low: float, high: float) -> str:
    """37% (28–46%); — where nothing may be said; no range where none or all are open, which gives no width;
    one decimal more where both ends would be written alike."""
    if vi.is_missing(share):
        return vi.MISSING
    text = vi.percent(share, digits=0)
    if vi.is_missing(low) or vi.is_missing(high) or low == high:
        return text
    digits = int(vi.percent(low, digits=0) == vi.percent(high, digits=0))
    return f"{text} ({vi.percent(low, digits=digits).removesuffix('%')}–{vi.percent(high, digits=digits)})"


def open_headline(curve: pd.DataFrame) -> str:
    """The share still open after 90 days with its range, and when half were done."""
    at = curve[curve["day"] == 90]
    if at.empty or vi.is_missing(at["open_share"].iloc[0]):
        return TOO_FEW if len(curve) else NOTHING
    row = at.iloc[0]
    share = with_range(row["open_share"], row["low"], row["high"])
    share = share.replace("(", "(khoảng tin cậy 95%: ")
    half = row["half_on_day"]
    done = half_said(curve) if vi.is_missing(half) else f"Đến ngày thứ {vi.count(half)} đã xong một nửa."
    return f"Sau 90 ngày, ước tính còn {share} vụ việc chưa xong, tính cả vụ đang giải quyết. {done}"


def half_said(curve: pd.DataFrame) -> str:
    """Where less than half are done on the last day that may be shown."""
    known = curve.dropna(subset=["open_share"])
    if known.empty:
        return f"{NO_MEDIAN}."
    row = known.sort_values("day").iloc[-1]
    return f"{NO_MEDIAN}: sau {row['day']} ngày vẫn còn {vi.percent(row['open_share'], digits=0)} chưa xong."


def summed(day: int, manners: Sequence[str], percents: Sequence[int]) -> str:
    """One sentence whose parts sum to 100 %."""
    said = dict(zip(manners, percents, strict=True))
    parts = [f"{said[way]}% {words}" for way, words in MANNERS.items() if said.get(way)]
    return SUMMED.format(day=day, parts=listed(parts))


def steps_headline(steps: pd.DataFrame) -> str:
    """At which step most stand for long, of how many there."""
    known = steps.dropna(subset=["step"])
    if known.empty:
        count = vi.prose_count(steps["open_count"].sum())
        return NO_STEPS.format(count=count) if len(steps) else NOTHING
    row = known.sort_values(["over_90", "open_count"], ascending=False).iloc[0]
    return (
        f"Vụ việc dừng lâu tập trung nhiều nhất ở bước “{codes.STEPS[row['step']].lower()}”: "
        f"{vi.prose_count(row['over_90'])} trên {vi.prose_count(row['open_count'])} vụ đã ở đó trên 90 ngày, "
        f"{vi.prose_count(row['overdue'])} vụ quá hạn giải quyết."
    )


def limit(limits: pd.DataFrame, step: object, kinds: Collection[str]) -> str:
    """What the law gives matters of these kinds for going on from a step: 10 ngày; 7–10 ngày làm việc.

    A petition is answered what becomes of it (Luật Tiếp công dân Điều 28); no law limits the rest.
    """
    begun = step == "received"
    stages = dict.fromkeys(kinds, "acceptance" if begun else "resolution")
    if begun and "petition" in kinds:
        stages["petition"] = "processing"
    those = limits[limits["kind"].map(stages).eq(limits["stage"])]
    if those.empty:
        return backlog.NO_LIMIT
    parts = []
    for unit, rows in those.groupby("day_unit"):
        low, high = rows["days"].min(), rows["days"].max()
        parts.append(f"{low if low == high else f'{low}–{high}'} {UNITS[str(unit)]}")
    text = "; ".join(parts)
    return text if begun else IN_WHOLE.format(limit=text)


def half_passed(day: object, watched: object) -> str:
    """14 ngày; chưa xong một nửa; chưa đủ số liệu where fewer were watched than a curve may be drawn of."""
    if vi.is_missing(day):
        return FEW if vi.is_missing(watched) or int(str(watched)) < LEAST_AT_RISK else NO_MEDIAN
    return f"{day} {AXIS}"


def half_done(day: float | None, followed: bool) -> str:
    """34 ngày; chưa xong một nửa; chưa đủ số liệu where too few were followed as far as the headline speaks of."""
    return f"{vi.count(day)} {AXIS}" if not vi.is_missing(day) else NO_MEDIAN if followed else FEW


def accepted_headline(papers: pd.DataFrame, *, within: str) -> str:
    """How many complaints and denunciations were handed in, taken up, returned, left without an answer; how late.

    `within`: the days they came in, as a sentence begins.
    """
    if papers.empty:
        return f"{within} không nhận khiếu nại, tố cáo nào đủ điều kiện."
    by = papers.groupby("fate")["papers_count"].sum()
    late = int(papers["papers_late"].sum())
    return (
        f"{within} nhận {vi.prose_count(by.sum())} đơn khiếu nại, tố cáo đủ điều kiện: "
        f"{vi.prose_count(by.get('accepted', 0))} đã thụ lý, {vi.prose_count(by.get('returned', 0))} trả lại, "
        f"{vi.prose_count(by.get('other', 0))} hướng dẫn, chuyển hoặc lưu, "
        f"{vi.prose_count(by.get('unanswered', 0))} chưa trả lời; {vi.prose_count(late)} quá thời hạn thụ lý."
    )


def months_headline(months: pd.DataFrame, *, day: dt.date) -> str:
    """The stock on a day and the highest of the months behind it."""
    if months.empty:
        return NOTHING
    now = months[months["end_on"] <= pd.Timestamp(day)].iloc[-1]
    most = months.loc[months["open_count"].idxmax()]
    text = f"Đến hết ngày {vi.date(now['end_on'])} còn {vi.prose_count(now['open_count'])} vụ việc chưa xong"
    overdue = f"{vi.prose_count(now['overdue'])} vụ quá hạn"
    if most["code"] == now["code"]:
        return f"{text}, cao nhất trong {len(months)} tháng; {overdue}."
    highest = f"{vi.prose_count(most['open_count'])} (ngày {vi.date(most['end_on'])})"
    return f"{text}, {overdue}. Số chưa xong cao nhất trong {len(months)} tháng: {highest}."


def due_headline(matters: pd.DataFrame, bodies: pd.DataFrame) -> str:
    """How many fall due, and with whom most: bodies are counted without denunciations, matters with them."""
    if matters.empty:
        return "Trong 30 ngày tới không có vụ việc nào đến hạn."
    text = (
        f"Trong 7 ngày tới {vi.prose_count((matters['days_left'] <= 7).sum())} vụ việc đến hạn, trong 30 ngày tới "
        f"{vi.prose_count(len(matters))} vụ."
    )
    if bodies.empty:
        return text
    first = bodies.iloc[0]
    if not first["due_7"]:
        return text
    return (
        f"{text} Nhiều nhất trong 7 ngày, không kể tố cáo: {first['agency_name']}, {vi.prose_count(first['due_7'])} vụ."
    )
