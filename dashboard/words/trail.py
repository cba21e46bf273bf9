"""The trail for the officer in charge: who opened what, who took what away, and whether the chain is whole."""

from __future__ import annotations

import datetime as dt

from dashboard.words import numbers as vi

DEEDS = {
    "open": "Mở trang",
    "view": "Xem theo bộ lọc",
    "file": "Lấy tệp",
    "command": "Lấy số bằng lệnh",
    "lock": "Chốt kỳ",
    "refused": "Đăng nhập không có quyền",
}
ALL_DEEDS, ALL_PAGES = "Mọi việc", "Mọi trang"
DAYS = {"7": "7 ngày gần nhất", "31": "31 ngày gần nhất"}
DAY_LABEL, DEED_LABEL, PAGE_LABEL = "Ngày", "Việc", "Trang"
WHO_LABEL = "Mã người dùng"
TITLE = "Nhật ký, mới nhất ở trên"
NO_ROWS = "Không có dòng nhật ký nào theo bộ lọc này."
OLDER, NEWEST = "Xem tiếp dòng cũ hơn", "Về dòng mới nhất"
OPERATOR = "{name} (tài khoản máy chủ)"
LOCAL_VIEWER = "tại máy chủ"
SHOWN = "{count} dòng đang hiển thị, {window}."
NOT_KEPT = "Chưa đặt nơi ghi nhật ký truy cập"
NOT_KEPT_HELP = "Người quản trị đặt TRAIL_DIR; từ đó mỗi lần mở trang, lấy tệp, chốt kỳ được ghi một dòng."
NOT_CHECKED = "Nhật ký chưa được kiểm tra"
NOT_CHECKED_HELP = "Người quản trị bật lịch kiểm tra hằng giờ (giam-sat-trail.timer) và đặt TRAIL_ANCHOR."
WHOLE = "Nhật ký nguyên vẹn ở lần kiểm tra lúc {at}"
BROKEN = "Nhật ký không còn nguyên vẹn, phát hiện lúc {at}"
LATE = " Lần kiểm tra này đã quá {hours} giờ: hãy báo người quản trị xem lịch kiểm tra."


def headline(check: tuple[dt.datetime, bool, str] | None, *, now: dt.datetime, late_hours: int) -> tuple[str, str]:
    """The message of the page and what belongs to it.

    Args:
        check: when (local time), whether the chain was whole, what was said; None: never checked.
        now: local time.
    """
    if check is None:
        return NOT_CHECKED + ".", NOT_CHECKED_HELP
    at, whole, said = check
    late = LATE.format(hours=late_hours) if now - at > dt.timedelta(hours=late_hours) else ""
    return (WHOLE if whole else BROKEN).format(at=vi.moment(at)) + ".", said.rstrip(".") + "." + late
