"""Every Vietnamese word of the screens that is not a sentence of the briefing or a heading of a table."""

from __future__ import annotations

from dashboard.words import numbers

PERIOD = "Kỳ"
ITEM = "Nội dung"
SERIES = "Số liệu từng kỳ"
BY_PART = "Số liệu của hình"
CONCLUSION = "Việc cần kết luận"
CONCLUDE = "Đề nghị cuộc họp kết luận {count} nội dung:"
PART = "{title} {place}/{parts}"
PAIR, ROW = "{name}: {value}", "{name}, {of}"
MATTERS = "Việc cần kết luận"
NO_MATTERS = "Không có việc cần kết luận"
NOTE = "Ghi chú"
MORE_SAID = "và {count} câu khác"
MORE_MATTERS = "và {count} việc khác"
START = "Bắt đầu trình chiếu"
RESUME = "Tiếp tục từ màn hình {number}"
AGENDA = "Chương trình"
PREPARING = "Đang chuẩn bị các màn hình trình chiếu…"
NOTHING = "Kỳ này chưa có số liệu để trình chiếu."
LEAD = "{period}: {count} màn hình trình chiếu."
HOW = (
    "Chuyển màn hình: vuốt ngang, phím mũi tên, phím cách hoặc bút trình chiếu. Chạm hình để xem số liệu. "
    "Phím A: chương trình; phím B: màn hình đen; phím Esc: thoát. Đã mở thì mất mạng vẫn trình chiếu được."
)
NOTES_USED = "Đang dùng bản nháp của trang Giao ban, lưu {at}{by}: thứ tự, câu sửa, phần không đưa vào và ghi chú."
BUTTONS = {
    "previous": "Màn hình trước",
    "next": "Màn hình sau",
    "agenda": "Chương trình",
    "black": "Màn hình đen",
    "exit": "Thoát trình chiếu",
    "back": "Quay lại",
    "drill": "Xem số liệu",
    "full": "Toàn màn hình",
}
SAID = "Các câu của mục này"
OPEN_PAGE = "Mở trang {page}"
OFFLINE = "Mất kết nối máy chủ: trang chi tiết mở được khi có mạng trở lại. Trình chiếu vẫn tiếp tục."
BLACK_HINT = "Màn hình đen. Chạm hoặc bấm phím bất kỳ để quay lại."
ANNOUNCE = "Màn hình {number} trên {count}: {title}. {sentence}"
MINUTES = "Đã họp {count} phút"
ELAPSED = "Thời gian từ khi bắt đầu"
SOURCE = "Số liệu đến {as_of}, tính {window}{running}{lock}"
INTERNAL = "Lưu hành nội bộ"
CURRENT = "Đang dùng số hiện hành, có thể khác số đã chốt."


def part(place: int, parts: int) -> str:
    """What the screens with what to conclude are called: 'Việc cần kết luận 1/2'."""
    return PART.format(title=CONCLUSION, place=place, parts=parts) if parts > 1 else CONCLUSION


def row(name: str, of: str, heading: str, value: str) -> str:
    """'HS-2023-010947, Sở Nông nghiệp và Môi trường. Số ngày: 1.096'; without a number where there is none."""
    said = ROW.format(name=name, of=of)
    return said if value == numbers.MISSING else f"{said}. {PAIR.format(name=heading, value=value)}"
