"""An officer's draft of a meeting: whose, when, kept, carried, overtaken."""

from __future__ import annotations

import datetime as dt

from dashboard.words import numbers as vi

NEW = "Bản nháp {period}: chưa sửa gì."
KEPT = "Bản nháp {period}: lưu {at}{by}. Mỗi thay đổi được lưu ngay trên máy chủ; máy trình chiếu dùng đúng bản này."
UNKEPT = "Bản nháp {period} chỉ giữ trong phiên này: máy chủ không ghi được thư mục bản nháp. Hãy lưu thành tệp."
UNREADABLE = "Bản nháp {period} trên máy chủ không đọc được; thay đổi mới chưa lưu. Có thể ghi đè bằng bản đang mở."
NEWS = (
    "Trong lúc soạn, bản nháp {period} đã được người khác lưu {at}{by}. Thay đổi của hai bên đã ghép; chỗ cùng sửa lấy "
    "bản sau: hãy xem lại."
)
OVER = "Ghi đè bằng bản đang mở"
BY = ", {by}"
AUTHOR = "Người soạn"
DRAFT, SAVE = "Bản nháp", "Lưu bản nháp thành tệp"
OPEN_LABEL, OPEN_PICK = "Mở bản nháp từ tệp (.json)", "Chọn tệp bản nháp"
SENT = "Bản nháp lưu {at}{by}."
OPEN_DO = "Thay bản đang mở bằng tệp này"
RESET, RESET_HOW = "Khôi phục", "Khôi phục: bỏ mọi thay đổi của {period}, kể cả ghi chú."
BROKEN = "Tệp này không phải bản nháp giao ban, hoặc đã hỏng; bản đang mở giữ nguyên."
OTHER_PERIOD = "Tệp là bản nháp kỳ {theirs}, không dùng cho kỳ {ours}: chọn đúng kỳ rồi làm lại. Chưa thay đổi gì."
FILE = "ban-nhap-{period}.json"


def moment(at: dt.datetime | None) -> str:
    """lúc 10:05 ngày 22/11/2026"""
    return f"lúc {vi.moment(at)}" if at else ""


def whose(by: str) -> str:
    """', Nguyễn A'; nothing where nobody is named."""
    return BY.format(by=by) if by else ""
