"""The filters and what a link may say of them."""

from __future__ import annotations

from collections.abc import Iterable

CALENDAR_LABEL = "Cách tính kỳ"
CALENDARS = {
    "inspectorate": "Kỳ báo cáo (từ ngày 15 đến ngày 14)",
    "calendar": "Quý dương lịch",
    "month": "Tháng",
    "range": "Tùy chọn",
}
PERIOD_LABEL = "Kỳ"
RANGE_LABEL = "Từ ngày – đến ngày"
AREA_LABEL = "Địa bàn"
AREA_ALL = "Toàn tỉnh"
COMMUNE_OF = "{commune} ({district} cũ)"
DIVISION_LABEL = "Chia địa bàn theo"
DIVISIONS = {"district": "Huyện cũ", "commune": "Xã, phường"}
KIND_LABEL = "Loại vụ việc"
WINDOW_NOTE = "Số liệu tính {window}{running}."
RUNNING_NOTE = " (kỳ còn đến hết ngày {end})"
RULES_BUILT_IN = "Bản số liệu này không lưu đủ quy định tại thời điểm lấy; đang dùng quy định cài sẵn."
BROKEN_LINK = "Đường dẫn có {what} không hợp lệ nên đã dùng giá trị mặc định."
LINK_PARTS = {
    "lich": "cách tính kỳ",
    "ky": "kỳ báo cáo",
    "chia": "cách chia địa bàn",
    "loai": "loại vụ việc",
    "dia-ban": "địa bàn",
    "co-quan": "cơ quan",
    "linh-vuc": "lĩnh vực",
    "xem": "cách xem",
    "do": "chỉ số",
    "trong-so": "trọng số",
    "xep": "cách sắp xếp",
    "cau": "mục",
    "ket-luan-so": "việc cần kết luận",
    "so-trang": "trang của danh sách",
}
OTHER_PART = "lựa chọn"
WITHHELD_NOTE = "Tố cáo chỉ được đếm cho toàn tỉnh, để giữ bí mật người tố cáo."
WITHOUT_NOTE = "Số chia theo địa bàn, cơ quan, lĩnh vực, kết quả không kể tố cáo."
VIEW_LABEL, MEASURE_LABEL = "Cách xem", "Chỉ số"
DAYS = "{start} – {end}"
DAYS_OF = " ({days}/{all} ngày)"
LAW_CHANGED = " · luật thay đổi trong kỳ"


def broken_link(parts: Iterable[str]) -> str:
    """What of an address could not be used, by the names of its parts."""
    return BROKEN_LINK.format(what=", ".join(LINK_PARTS.get(name, OTHER_PART) for name in parts))
