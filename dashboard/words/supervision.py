"""Complex, crowded and escalated matters, and papers that others passed on."""

from __future__ import annotations

import pandas as pd

from dashboard.words import codes, former, share
from dashboard.words import numbers as vi

VIEWS = {
    "forwarded": "Đơn chuyển đến",
    "listed": "Vụ việc phức tạp",
    "long": "Kéo dài ngoài danh sách",
    "mass": "Đoàn đông người",
    "escalated": "Vượt cấp",
}
DIVISIONS = {"district": "Huyện cũ", "commune": "Xã, phường"}
DIVISION_LABEL, SENDER_LABEL, WHICH_LABEL = "Chia theo", "Nơi chuyển", "Tình trạng"
BODY_LABEL, EVERY_BODY = "Cơ quan trả lời", "Mọi cơ quan"
EVERY_SENDER, EVERY_PLACE, PLACE_LABEL = "Mọi nơi chuyển", "Mọi địa bàn", "Địa bàn"
OTHER_PLACES = "Nơi khác"
WHICH = {"waiting": "Chưa trả lời", "all": "Tất cả"}
TITLES = {
    "senders": "Số đơn từng nơi chuyển đến và đã trả lời",
    "answering": "Theo cơ quan phải trả lời",
    "waiting": "Đơn chưa trả lời, không kể tố cáo ({count})",
    "all": "Đơn chuyển đến, không kể tố cáo ({count})",
    "listed": "Vụ việc trong danh sách chưa kết thúc ({count})",
    "long": "Chờ trên một năm, không có trong danh sách ({count})",
    "months": "Đoàn đông người theo tháng và địa bàn",
    "visits": "Từng lượt đoàn đông người{of} ({count})",
    "sent_above": "Đơn gửi vượt cấp, không kể tố cáo{of} ({count})",
    "escalated": "Nơi có thẩm quyền giải quyết các đơn gửi vượt cấp",
}
PROXY = (
    "Danh sách này do phần mềm tính theo thời gian chờ (trên một năm), chỉ ứng với tiêu chí “kéo dài”: "
    "vụ việc có phức tạp, kéo dài hay không do cơ quan có thẩm quyền xác định."
)
YEAR = "Số đoàn từng tháng, {start} – {end}; cuối dòng: số đoàn, số người"
CROWD, OF_YEAR = "{groups} ({people} người)", ", {place}, {months} tháng"
NOT_NAMED = "Vụ việc tố cáo không nêu nơi phát sinh và cơ quan giữ (Luật Tố cáo, Điều 8)."


def forwarded_headline(senders: pd.DataFrame) -> str:
    """How many papers others passed on, how many are answered and within their days."""
    if senders.empty:
        return "Trong kỳ không có đơn do nơi khác chuyển đến."
    total = senders[["papers_count", "papers_answered", "papers_in_time", "papers_unanswered_late"]].sum()
    return (
        "Mặt trận Tổ quốc Việt Nam, đại biểu dân cử và cấp trên chuyển đến "
        f"{vi.prose_count(total['papers_count'])} đơn (không kể tố cáo), "
        f"đã trả lời {share.first(int(total['papers_answered']), int(total['papers_count']))}, đúng hạn "
        f"{share.first(int(total['papers_in_time']), int(total['papers_answered']))}; "
        f"{vi.prose_count(total['papers_unanswered_late'])} đơn chưa trả lời đã quá hạn."
    )


def listed_headline(cases: pd.DataFrame) -> str:
    """How many listed cases go on, at which step most stand, how many without a dialogue."""
    if cases.empty:
        return "Danh sách không có vụ việc phức tạp nào đang giải quyết."
    text = f"{vi.prose_count(len(cases))} vụ việc trong danh sách chưa kết thúc; "
    text += f"{vi.prose_count((cases['dialogues'] == 0).sum())} vụ chưa ghi nhận đối thoại"
    steps = cases["last_step"].dropna()
    if steps.empty:
        return f"{text}."
    most = steps.mode().iloc[0]
    return f"{text}, {vi.prose_count((steps == most).sum())} vụ ở bước “{codes.STEPS[most].lower()}”."


def long_headline(matters: pd.DataFrame) -> str:
    """How many have waited very long and stand on no list."""
    if matters.empty:
        return "Không vụ việc nào chờ trên một năm mà chưa vào danh sách."
    first = matters.iloc[0]
    return (
        f"{vi.prose_count(len(matters))} vụ việc chờ trên một năm chưa vào danh sách phức tạp, kéo dài; lâu nhất "
        f"{vi.prose_count(first['age_days'])} ngày ({first['dossier_id']})."
    )


def mass_headline(visits: pd.DataFrame) -> str:
    """How many groups came, of how many people, and where most."""
    if visits.empty:
        return "Trong kỳ không có đoàn đông người."
    text = f"{vi.prose_count(len(visits))} lượt đoàn đông người, {vi.prose_count(visits['people'].sum())} người"
    places = visits["district_name"].dropna()
    if places.empty:
        return f"{text}."
    most = places.value_counts()
    return f"{text}. Nhiều nhất: {former.area(str(most.index[0]))}, {vi.prose_count(most.iloc[0])} lượt."


def escalated_headline(places: pd.DataFrame, *, division: str) -> str:
    """How many papers were sent to a level above, and where most should have been settled."""
    known = places.dropna(subset=["area_code"])
    if places.empty:
        return "Trong kỳ không có đơn vượt cấp."
    text = f"Không kể tố cáo, {vi.prose_count(places['escalated_petitions'].sum())} đơn gửi vượt cấp"
    if known.empty:
        return f"{text}."
    first = known.iloc[0]
    name = former.area(first["area_name"]) if division == "district" else vi.place(first["area_name"])
    count = vi.prose_count(first["escalated_petitions"])
    return f"{text}; nhiều nhất thuộc thẩm quyền các cơ quan ở {name}, {count} đơn."
