"""What the leaders concluded and what became of it."""

from __future__ import annotations

import pandas as pd

from dashboard.words import numbers as vi
from dashboard.words import phrases as say

VIEWS = {
    "before": "Kết luận kỳ trước",
    "unfinished": "Chưa xong",
    "done": "Đã xong trong kỳ",
    "bodies": "Cơ quan thực hiện",
}
AGENCY_LABEL, EVERY_AGENCY = "Cơ quan", "Mọi cơ quan"
FATE_LABEL = "Tình trạng"
FATES = {"unfinished": "Tất cả", "late": "Quá hạn", "open": "Chưa đến hạn", "undated": "Không ghi hạn"}
TITLES = {
    "before": "Kết luận, chỉ đạo ban hành {window} ({count})",
    "unfinished": "Kết luận, chỉ đạo chưa xong{of} ({count})",
    "late": "Kết luận, chỉ đạo quá hạn chưa xong{of} ({count})",
    "open": "Kết luận, chỉ đạo chưa đến hạn{of} ({count})",
    "undated": "Kết luận, chỉ đạo chưa xong, không ghi hạn{of} ({count})",
    "done": "Kết luận, chỉ đạo xong {window} ({count})",
    "bodies": "Từng cơ quan: quá hạn, chưa đến hạn, đã giao",
    "issuers": "Theo người ban hành",
}
SUCCEEDED = "Cơ quan đã kết thúc hoạt động: việc chưa xong do cơ quan kế thừa trả lời."
SCOPE = "{place} · tình trạng đến hết ngày {day}"
MOST_NAMED = 3
NOTHING = "Không có kết luận, chỉ đạo nào."


def before_headline(given: pd.DataFrame, *, window: str) -> str:
    """What was concluded in the window before this one, and how it stands."""
    if given.empty:
        return f"Kỳ trước ({window}): {NOTHING[0].lower()}{NOTHING[1:]}"
    count = vi.prose_count(len(given))
    return f"Kỳ trước ({window}) đã kết luận, chỉ đạo {count} nội dung: {say.became(given['fate'])}."


def unfinished_headline(given: pd.DataFrame) -> str:
    """Of all that were given: how many are not done, how many of them late, the latest."""
    unfinished = given[given["fate"].isin(FATES)]
    if unfinished.empty:
        return NOTHING if given.empty else "Mọi kết luận, chỉ đạo đã thực hiện xong."
    late = unfinished[unfinished["fate"] == "late"]
    text = f"{vi.prose_count(len(unfinished))} kết luận, chỉ đạo chưa xong, {vi.prose_count(len(late))} đã quá hạn"
    if late.empty:
        return f"{text}."
    first = late.iloc[0]
    late_by = vi.duration(int(first["days_over"]))
    return f"{text}. Lâu nhất: văn bản {first['number']} giao {first['agency_name']}, quá hạn {late_by}."


def done_headline(done: pd.DataFrame) -> str:
    """How many were done, and how many of them late."""
    if done.empty:
        return "Trong kỳ chưa có kết luận, chỉ đạo nào được báo xong."
    late = (done["fate"] == "done_late").sum()
    return f"Trong kỳ xong {vi.prose_count(len(done))} kết luận, chỉ đạo, {vi.prose_count(late)} việc muộn so với hạn."


def bodies_headline(bodies: pd.DataFrame) -> str:
    """Who has most that is late."""
    late = bodies[bodies["directives_late"] > 0]
    if late.empty:
        return "Không cơ quan nào có kết luận, chỉ đạo quá hạn chưa xong."
    most = int(late["directives_late"].max())
    first = late[late["directives_late"] == most]
    names = ", ".join(first["agency_name"]) if len(first) <= MOST_NAMED else f"{vi.prose_count(len(first))} cơ quan"
    each = "cùng " if len(first) > 1 else ""
    return (
        f"{vi.prose_count(len(late))} cơ quan có kết luận, chỉ đạo quá hạn chưa xong; nhiều nhất: "
        f"{names}, {each}{vi.prose_count(most)} việc."
    )
