"""The map and its list."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.words import numbers as vi

MEASURES = {
    "overdue": "Quá hạn",
    "open_count": "Tồn đọng",
    "overdue_share": "Tỷ lệ quá hạn",
    "over_180_share": "Tỷ lệ tồn trên 180 ngày",
    "per_10000": "Mới trên 10.000 dân",
    "per_10000_smoothed": "Mới trên 10.000 dân, đã làm mượt",
    "mass_groups": "Đoàn đông người",
    "complex_listed": "Vụ việc trong danh sách phức tạp",
    "escalated_petitions": "Đơn vượt cấp",
    "bounced": "Chuyển vòng",
    "attention": "Chỉ số cần chú ý",
}
NOUNS = {
    "overdue": "vụ việc quá hạn",
    "open_count": "vụ việc chưa giải quyết xong",
    "overdue_share": "vụ việc quá hạn",
    "over_180_share": "vụ việc tồn trên 180 ngày",
    "per_10000": "vụ việc mới thụ lý trong kỳ",
    "per_10000_smoothed": "vụ việc mới thụ lý trong kỳ",
    "mass_groups": "lượt đoàn đông người trong kỳ",
    "complex_listed": "vụ việc tồn thuộc danh sách phức tạp, kéo dài",
    "escalated_petitions": "đơn vượt cấp trong kỳ",
    "bounced": "đơn, vụ việc bị chuyển về nơi đã chuyển đi trong kỳ",
}
SAID = "{said}; tồn {open}, quá hạn {overdue}"
NOWHERE = "{count} vụ việc tồn chưa xác định được địa bàn nên không có trên bản đồ."
TO_BACKLOG = "Xem hồ sơ tồn đọng của địa bàn này"
BACK = "Về toàn tỉnh"
VIEWS = {"map": "Bản đồ", "change": "Thay đổi", "series": "Tám kỳ", "recorded": "Như ghi nhận lúc đó"}
MEASURE_LABEL = "Bản đồ theo"
AREA_LABEL = "Vào địa bàn"
EVIDENCE = "Chỉ nơi có bằng chứng"
EVIDENCE_NOTE = (
    "Bằng chứng (Gi*, Moran địa phương, ngày {day}): nơi {measure} cùng cao với các xã lân cận hoặc cao hẳn giữa "
    "các xã thấp, hơn mức ngẫu nhiên; trong các nơi được nêu, không quá 5% là nhầm. Màu xám: không có bằng chứng."
)
VERDICTS = {
    "high": "cụm cao có bằng chứng",
    "low": "cụm thấp có bằng chứng",
    "high_among_low": "cao giữa nơi thấp, có bằng chứng",
    "low_among_high": "thấp giữa nơi cao, có bằng chứng",
    "none": "không có bằng chứng khác ngẫu nhiên",
}
POPULATION = "Dân số tính đến ngày {day}."
NO_POPULATION = "{count} địa bàn chưa có dân số nên không có tỷ lệ trên 10.000 dân."
SMOOTHED = "Đã làm mượt: cộng vào mỗi địa bàn 10.000 dân có tỷ suất chung, để nơi ít dân không nhảy vì một vụ."
STRADDLING = "{count} xã nay gồm phần đất của hơn một huyện cũ, xếp theo huyện cũ chiếm nhiều dân hơn."
NO_COMMUNE = "{count} vụ việc tồn chưa xác định xã: chỉ biết huyện cũ hoặc không rõ nơi, không chia cho xã nào."
ONE_DIVISION = (
    "So sánh qua ngày 01/07/2025: cả hai phía tính theo {division}; vụ việc cũ được đưa về đơn vị hiện nay theo bảng "
    "sắp xếp, chỗ không rõ thì để ở mục chưa xác định."
)
DIVISION_NAMES = {"district": "huyện cũ", "commune": "xã hiện nay"}
BACK_TO = "Về {name}"
WIDE = "Toàn màn hình"
NARROW = "Thu nhỏ"
FILES = "Tải bản đồ"
FILE_KINDS = {"png": "Ảnh PNG", "pptx": "PowerPoint", "docx": "Word", "svg": "Ảnh SVG"}
COMMUNES = "Các xã của {name}"
PICKED = "▸ {name}"
HOLDERS = "Cơ quan đang giữ: {name}"
OLDEST = "Chờ lâu nhất: {name}"
DIFFERENCE = "{measure}: thay đổi {against}"
BASES = {"previous": "So với kỳ trước", "last_year": "So với cùng kỳ năm trước"}
BASE_LABEL = "So với"
QUARTERS = "{measure} của các địa bàn qua tám kỳ"
MULTIPLES = "{measure}: tám kỳ, cùng một thang"
LINES = "Kỳ đầu → kỳ cuối; mỗi dòng một thang riêng, từ 0."
RECORDED = "Vụ việc theo đơn vị như ghi nhận lúc tiếp nhận"
RECORDED_NOTE = "Tên và mã là của đơn vị tại ngày tiếp nhận, chưa quy về đơn vị hiện nay."
RECORDED_TITLE = "{measure} theo {division}, đơn vị tại ngày {day}"
DIVISIONS_THEN = {"district": "huyện ghi nhận", "commune": "xã ghi nhận"}
RECORDED_GONE = "{count} vụ việc ghi theo huyện, xã nay không còn nên không vẽ ở xã nào; danh sách dưới đây có đủ."
RECORDED_NOWHERE = "{count} vụ việc tồn không ghi nơi phát sinh."
EACH = "{measure} từng địa bàn"
ATTENTION_CLASSES = ("Bình thường", "Bình thường", "Bình thường", "Theo dõi", "Cần chú ý")
ATTENTION_PARTS = {
    "overdue": "Quá hạn",
    "over_180": "Tồn trên 180 ngày",
    "mass_groups_recent": "Đoàn đông người 90 ngày qua",
    "complex_listed": "Trong danh sách phức tạp",
    "escalated": "Đơn vượt cấp",
    "entered_smoothed": "Mới trên 10.000 dân, làm mượt",
}
ATTENTION_WEIGHTS = "Trọng số"
ATTENTION_RESET = "Về trọng số mặc định"
ATTENTION_NOTE = (
    "Chỉ số cần chú ý (0 đến 100) là số máy tính ra để biết nên xem nơi nào trước, không phải danh sách điểm nóng. "
    "Mỗi thành phần là thứ hạng phần trăm giữa các địa bàn đủ dữ liệu. Trọng số: {weights}."
)
ATTENTION_MISSING = "{count} địa bàn thiếu thành phần nên chia lại trọng số cho phần còn lại: {parts}."
ATTENTION_TABLE = "Chỉ số cần chú ý và các thành phần"
ATTENTION_WEIGHT = "{part} {weight}"
TITLES = {
    "ranked_areas": "Địa bàn xếp theo {measure}",
}


def headline(areas: pd.DataFrame, *, measure: str, place: str, until: str) -> str:
    """Where it piles up: how few areas hold half of it."""
    total = int(areas["count"].sum())
    if not total:
        return f"Đến hết ngày {until}, {place} không có {measure} nào."
    if len(areas) == 1:
        return f"Đến hết ngày {until}, {place} có {vi.prose_count(total)} {measure}."
    ranked = areas.sort_values("count", ascending=False)
    half = int((ranked["count"].cumsum() < total / 2).sum()) + 1
    named = ", ".join(ranked["name"].head(min(half, 3)))
    return (
        f"Đến hết ngày {until}, {place} có {vi.count(total)} {measure}; "
        f"{vi.prose_count(half)} trên {vi.count(len(ranked))} địa bàn giữ một nửa, nhiều nhất là {named}."
    )


def attention(areas: pd.DataFrame, *, place: str, until: str) -> str:
    """Which areas call for attention first; bands, never a rank."""
    judged = areas[areas["attention_band"] != "too_little_data"]
    if judged.empty:
        return f"Đến hết ngày {until}, {place} chưa có địa bàn nào đủ dữ liệu để tính chỉ số cần chú ý."
    first = judged[judged["attention_band"] == "attention"]
    watched = int((judged["attention_band"] == "watch").sum())
    tail = f"{vi.prose_count(watched) if watched else 'không'} nơi ở mức theo dõi"
    if first.empty:
        return f"Đến hết ngày {until}, {place} không có địa bàn nào ở mức cần chú ý; {tail}."
    named = ", ".join(sorted(first["name"].head(4)))
    others = f" và {vi.prose_count(len(first) - 4)} nơi khác" if len(first) > 4 else ""
    return (
        f"Đến hết ngày {until}, {vi.prose_count(len(first))} trên {vi.count(len(judged))} địa bàn của {place} "
        f"ở mức cần chú ý ({named}{others}); {tail}."
    )


def moved_bands(areas: pd.DataFrame, *, measure: str, against: str) -> str:
    """Areas whose class of colour, or band, is another one than before and not by chance: up named first.

    Columns: name, step, noise.
    """
    moved = areas[areas["step"] != 0]
    proven = moved[~moved["noise"]]
    parts = []
    for words, sign in (("lên mức cao hơn", 1), ("xuống mức thấp hơn", -1)):
        named = proven[proven["step"] * sign > 0].sort_values("step", key=abs, ascending=False)["name"]
        if len(named):
            others = f" và {vi.prose_count(len(named) - 3)} nơi khác" if len(named) > 3 else ""
            parts.append(f"{vi.prose_count(len(named))} địa bàn {words}: {', '.join(named.head(3))}{others}")
    within = len(moved) - len(proven)
    if within and parts:
        parts.append(f"{vi.prose_count(within)} địa bàn khác đổi mức trong phạm vi dao động thường")
    elif within:
        parts.append(f"{vi.prose_count(within)} địa bàn đổi mức, đều trong phạm vi dao động thường")
    if not parts:
        return f"{measure}: không địa bàn nào đổi mức {against}."
    return f"{measure} {against}: {'; '.join(parts)}."


def over_periods(measure: str, *, place: str, grown: Sequence[str], up: int, down: int) -> str:
    """From the first to the last of eight periods: how many areas rose and fell, and which rose most."""
    text = (
        f"{measure} của {place}, so kỳ đầu với kỳ cuối: {vi.prose_count(up) if up else 'không'} địa bàn tăng, "
        f"{vi.prose_count(down) if down else 'không'} địa bàn giảm"
    )
    return f"{text}; tăng nhiều nhất: {', '.join(grown)}." if grown else f"{text}."
