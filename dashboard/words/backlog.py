"""What is open and overdue: who holds it, how long it waits."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.facts.change import Figure
from dashboard.words import numbers as vi

Figures = Mapping[str, Figure]
VIEWS = {
    "age": "Tuổi hồ sơ",
    "agency": "Cơ quan đang giữ",
    "field": "Lĩnh vực",
    "longest": "Danh sách chờ lâu nhất",
}
TAP_BAR = "Chạm vào một cơ quan để xem các vụ việc quá hạn lâu nhất của cơ quan đó."
TITLES = {
    "age": "Tuổi của vụ việc tồn",
    "clock": "Tình trạng hạn của vụ việc tồn",
    "agency": "Cơ quan giữ nhiều vụ việc quá hạn nhất",
    "longest_of": "Quá hạn lâu nhất tại {name}",
    "field": "Vụ việc quá hạn theo lĩnh vực",
    "field_table": "Vụ việc tồn theo lĩnh vực",
    "longest": "Quá hạn lâu nhất",
    "acceptance": "Thụ lý trong thời hạn luật định",
}


def headline(now: Figures, *, place: str, until: str, worst: pd.DataFrame) -> str:
    """Who holds what is overdue: the total, the oldest part, and the body with most of it."""
    late, long = now["overdue_dossiers"].numerator or 0, now["open_over_180_days"].numerator or 0
    counted = f"còn {vi.count(late)} vụ việc quá hạn" if late else "không có vụ việc quá hạn"
    waited = f"{vi.count(long)} vụ việc đã chờ trên 180 ngày" if long else "không vụ việc nào chờ trên 180 ngày"
    text = f"Đến hết ngày {until}, {place} {counted}; {waited}"
    held = worst[worst["overdue"] > 0]
    if held.empty:
        return f"{text}."
    first = held.iloc[0]
    return f"{text}. Giữ nhiều vụ quá hạn nhất: {first['agency_name']}, {vi.prose_count(int(first['overdue']))} vụ."
