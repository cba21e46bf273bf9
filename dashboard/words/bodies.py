"""Bodies and areas compared fairly, and who passes matters on to whom."""

from __future__ import annotations

import pandas as pd

from dashboard.words import former
from dashboard.words import numbers as vi
from dashboard.words.phrases import listed
from queries.periods import parse

VIEWS = {
    "on_time": "Đúng hạn",
    "backlog": "So với dự tính",
    "months": "Từng tháng",
    "bouncing": "Chuyển vòng",
    "watch": "Theo dõi, dự báo",
}
WHAT = {"on_time": "Đúng hạn", "backlog": "Đang giải quyết so với dự tính"}
DIVISIONS = {"district": "Huyện cũ", "commune": "Xã, phường", "agency": "Cơ quan"}
DIVISION_LABEL, UNIT_LABEL, FLOW_LABEL = "So sánh giữa", "Đơn vị", "Số"
FLOWS = {"on_time": "Tỷ lệ đúng hạn", "entered": "Vụ việc mới", "resolved": "Đã giải quyết"}
VERDICTS = {
    "low": "Thấp hơn mức dao động bình thường",
    "high": "Cao hơn mức dao động bình thường",
    "usual": "Trong mức dao động bình thường",
    "too_few": "Chưa đủ số liệu",
}
SIDES = {"low": "thấp hơn", "high": "cao hơn"}
AXES = {"judged": "Số vụ việc đã kết thúc, xác định được hạn", "expected": "Số vụ việc đang giải quyết, dự tính"}
LINES = {"mean": "Mức trung bình", "low": "Giới hạn", "high": "Giới hạn", "value": "Từng tháng"}
RULES = {
    "beyond": "vượt giới hạn dao động bình thường của chính đơn vị này",
    "trend": "7 tháng liền tăng hoặc giảm",
    "two_of_three": "2 trong 3 tháng sát giới hạn",
    "side": "7 tháng liền ở một phía của mức trung bình",
}
TITLES = {
    "on_time": "Tỷ lệ giải quyết đúng hạn của từng đơn vị và giới hạn ngẫu nhiên (99,8%)",
    "backlog": "Đang giải quyết so với dự tính theo loại và thời gian đã chờ, và giới hạn ngẫu nhiên (99,8%)",
    "units": "Từng đơn vị",
    "pairs": "Chuyển vụ việc, đơn giữa các cơ quan",
    "times": "Số lần chuyển của từng vụ việc",
}
BOUNCED = "Vụ việc chuyển từ {times} lần trở lên ({count})"
MONTHS_SCOPE = "{count} tháng đã hết"
UNIT_TITLE = "{unit}: {flow}"
NAMED_NOTE = (
    "Chỉ nêu tên đơn vị nằm ngoài cả giới hạn ngẫu nhiên lẫn giới hạn đã nới theo mức khác biệt chung; "
    "đó là lý do để hỏi, không phải kết luận có lỗi. Dưới 5 vụ hoặc dưới 10 đơn vị cùng nhóm: chưa đủ số liệu."
)
TAKEN_OVER = (
    "Vụ việc còn lại của cơ quan đã kết thúc hoạt động tính cho cơ quan kế thừa; vụ việc cơ quan đó đã kết thúc không "
    "tính đúng hạn hay quá hạn cho cơ quan nào."
)
WIDENED = "Các đơn vị khác nhau nhiều hơn mức ngẫu nhiên; giới hạn đã được nới theo mức khác biệt chung."
RULES_NOTE = (
    "Dấu hiệu: vượt giới hạn; 7 tháng liền tăng hoặc giảm; 2 trong 3 tháng sát giới hạn; 7 tháng liền một phía. "
    "Tính lại từ đầu khi đổi luật hoặc đổi tổ chức ({days})."
)
NOT_BOUNCING = "Hướng dẫn, đôn đốc và bàn giao ngày 01/07/2025 không tính là chuyển vòng."
NO_UNITS = "Chưa có đơn vị nào để so sánh."
NONE_OUTSIDE = "không đơn vị nào nằm ngoài mức dao động bình thường"
NEW_STRETCH = "chưa đủ 6 tháng kể từ khi tính lại để xét dấu hiệu"
TOO_FEW = "chưa đủ số liệu để so sánh"
LONGEST_MONTH, QUARTER = 31, "quý"
TIMES_LABEL = "Số lần chuyển"
TIMES = {"2": "Từ 2 lần", "1": "Từ 1 lần", "3": "Từ 3 lần"}


def unit(name: str, *, division: str) -> str:
    """A unit inside a sentence: a former district is a place, no body."""
    return former.area(name) if division == "district" else vi.place(name)


def outside_headline(points: pd.DataFrame, *, bad: str, what: str, division: str) -> str:
    """Which units stand outside what chance and their common spread explain, on the side that is a reason to ask."""
    if points.empty:
        return NO_UNITS
    if (points["verdict"] == "too_few").all():
        return f"{what}: {TOO_FEW}."
    named = points[points["verdict"] == bad]
    if named.empty:
        return f"{what}: {NONE_OUTSIDE}."
    names = [unit(name, division=division) for name in named["unit_name"]]
    side = VERDICTS[bad].lower()
    return f"{what}: {listed(names)} {side} (ngoài giới hạn 99,8%), cần xem xét nguyên nhân."


def months_headline(chart: pd.DataFrame, *, unit: str, flow: str) -> str:
    """What the newest month of a unit says."""
    if chart.empty or chart["mean"].isna().all():
        return f"{unit}: {TOO_FEW}."
    newest = chart.iloc[-1]
    said = RULES.get(str(newest["rule"]), "không có dấu hiệu thay đổi")
    judged = NEW_STRETCH if vi.is_missing(newest["mean"]) else said
    span, start = f"{unit}, {FLOWS[flow].lower()}", newest["month"]
    if _is_by_quarter(chart["month"]):
        quarter = vi.period(parse(f"{start.year}-Q{start.quarter}", calendar="calendar"))
        return f"{span}, {quarter}: {judged.replace(vi.MONTH, QUARTER)}."
    return f"{span}, tháng {start:%m/%Y}: {judged}."


def _is_by_quarter(starts: pd.Series) -> bool:
    """A share of few cases a month is drawn by quarters."""
    return len(starts) > 1 and starts.diff().median().days > LONGEST_MONTH


def bouncing_headline(times: pd.DataFrame, pairs: pd.DataFrame) -> str:
    """How many matters were passed on, how many again, how many came back, and the pair that passes on most."""
    if times.empty:
        return "Trong kỳ không có vụ việc nào được chuyển giữa các cơ quan."
    again = times.loc[times["times"] > 1, "matters"].sum()
    back = times["returned_matters"].sum()
    text = (
        f"{vi.prose_count(again)} vụ việc, đơn đã chuyển từ hai lần trở lên, "
        f"{vi.prose_count(back)} quay lại nơi đã chuyển đi "
        f"(trong {vi.prose_count(times['matters'].sum())} được chuyển trong kỳ)"
    )
    round_trips = pairs[pairs["circular"] > 0].sort_values("circular", ascending=False, kind="stable")
    if round_trips.empty:
        return f"{text}."
    first = round_trips.iloc[0]
    count = vi.prose_count(first["circular"])
    return f"{text}. Quay lại nhiều nhất: từ {first['agency_name']} về {first['to_agency_name']} ({count} lần)."
