"""What stands beside every chart and table."""

from __future__ import annotations

ALL_KINDS = "Chung mọi loại đơn"
ALL_KINDS_OF = "{label} (chung mọi loại đơn)"
BASE = "{days}: {value}"
OWN_AND_BASE = "; "
BESIDE = " · "
CARD_LABELS = {  # one line of a narrow card; the full name stands in its definition
    "open_dossiers": "Đang giải quyết",
    "on_time_rate": "Đúng hạn",
    "duty_compliance": "Trực tiếp tiếp",
    "delegated_share": "Tỷ lệ phó tiếp thay",
    "open_over_180_days": "Tỷ lệ trên 180 ngày",
    "median_open_age": "Một nửa chờ trên",
    "no_limit_dossiers": "Tỷ lệ không rõ hạn",
    "mass_groups": "Đoàn đông người",
}
NO_ROWS = "Không có số liệu trong phạm vi đã chọn."
ASKING = "Đang tính số liệu…"
DOWNLOAD = "Tải bảng (CSV)"
FEW_NOTE = "Để giữ bí mật người tố cáo, tố cáo chỉ được đếm cho toàn tỉnh; số không công bố hiện là “…”."
BEHIND = "Cách tính, bảng số, tải: {title}"
COUNTED = r"[\d.]++(?! (?:ngày|tháng)\b)"
"""Counts and dates in a title, but not how many days or months the title is of."""
ALL_ROWS = "Xem cả {count}"
NEXT, BEFORE, FIRST_ROWS_AGAIN = "{count} tiếp", "{count} trước", "Thu gọn danh sách"
PAGES = "Các trang của danh sách"
ROWS_OF = "{first}–{last} trên {count}"
FIRST_ROWS = "Chỉ hiện {count} dòng đầu; tải bảng để có đủ."
COPY = "Sao chép đường dẫn"
COPIED = "Đã sao chép"
TOUCH = "Xem tương tác"
