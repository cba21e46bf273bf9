"""Preparing the quarterly meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.words import numbers as vi

VIEWS = {"sentences": "1. Các câu", "conclusions": "2. Việc cần kết luận", "files": "3. Đối chiếu và xuất tệp"}
FIGURES_LABEL = "Số liệu của tệp"
FIGURES = {"now": "Số hiện tại", "locked": "Số đã chốt"}
LOCK_BROKEN = "Bản chốt của kỳ này không mở được; đang dùng số hiện tại. Xem trang Số đã chốt."
HOW_SENTENCES = (
    "Mọi tệp và màn trình chiếu theo đúng thứ tự này. Chạm một câu để sửa, ghi chú, chuyển hay bỏ; chạm tên mục để "
    "chuyển cả mục."
)
HOW_CONCLUSIONS = (
    "Một danh sách, không quá {most} việc, giống nhau ở Tổng quan, trình chiếu và mọi tệp. Không đưa vào một việc thì "
    "việc tiếp theo được đưa lên. Chạm một việc để sửa."
)
HEAD, HEAD_OUT = "{place}. {title}", "{title} (không đưa vào)"
OUT = "(không đưa vào)"
SECTION = {"up": "Chuyển mục lên", "down": "Chuyển mục xuống"}
TEXT_LABEL = "Câu này"
WAS = "Câu theo số liệu: {text}"
STALE_SAID = "Số liệu đã đổi sau khi sửa câu này: hãy xem lại."
TAKE_OWN = "Lấy lại câu theo số liệu"
FIRST, LAST, NTH, NTH_OF = "Đầu mục", "Cuối mục", "Câu thứ {place}", "Câu {place}/{amount}"
PLACE = "Vị trí trong mục"
DROP, BACK = "Không đưa vào", "Đưa lại"
WRITE_LABEL = "Ghi chú cho buổi giao ban này"
DONE = "Xong"
NOTED = "Ghi chú của cán bộ"
CHECKING = "Đang đối chiếu các biểu…"
CHECKS = "Đối chiếu trước khi xuất"
REMARKS = "{count} lưu ý, không cần xử lý: công thức của biểu mẫu không luôn khớp hoặc hồ sơ không vào cột nào"
MORE = "và {count} nội dung khác, xem trang Đối chiếu của tệp Excel"
PAPERS = "Hồ sơ, đơn liên quan: {listed}."
REASON_LEAD = "Cơ sở dữ liệu vụ việc không có "
"""How the reasons of the forms begin; left out where they stand in a list."""
EMPTY = "Trong các biểu, những cột cần các số sau được để trống vì hồ sơ vụ việc không có: {reasons}."
FILES = "Tệp của buổi giao ban"
AUTHOR = "Người xuất tệp"
AUTHOR_HINT = "Họ tên, chức vụ"
NO_AUTHOR = "Cần ghi người xuất tệp: tên này được in trong tệp."
LAYOUT_LABEL = "Thể thức tệp Word"
LAYOUTS = {"party": "Đảng", "state": "Nhà nước"}
UNITS_LABEL = "Đơn vị trong biểu (Excel)"
UNITS = {"agency": "Cơ quan", "district": "Huyện cũ", "commune": "Xã, phường"}
FORMS_LABEL = "Biểu mẫu (Excel)"
FORMS = {"in_force": "Đang có hiệu lực", "all": "Mọi thông tư"}
OPTIONS = "Tùy chọn: {chosen}; tệp mẫu, tệp văn bản"
TEMPLATE_LABEL = "Tệp mẫu của cơ quan (không bắt buộc)"
TEMPLATE_PICK = "Chọn tệp mẫu"
TEMPLATE_HOW = (
    "Tệp .docx: nội dung vào chỗ ghi {{{{NOI_DUNG}}}}. Tệp .pptx: lấy khuôn trang chiếu. Không quá {most} MB; "
    "không lưu lại."
)
BAD_TEMPLATE = "Tệp {name} không phải tệp mẫu Word (.docx) hay PowerPoint (.pptx) mở được."
LARGE_TEMPLATE = "{name}: {large}"


class BriefingFile(NamedTuple):
    """A file's button, and what is in the file."""

    button: str
    holds: str


FORMATS = {
    "docx": BriefingFile(
        "Làm tệp Word", "Báo cáo theo thể thức đã chọn; bảng, biểu đồ sửa được và nguồn số liệu ở phụ lục."
    ),
    "pptx": BriefingFile("Làm tệp PowerPoint", "Mỗi mục một trang có biểu đồ, bảng; câu còn lại ở trang tiếp theo."),
    "xlsx": BriefingFile("Làm tệp Excel", "Mọi bảng, các biểu mẫu theo thông tư, kết quả đối chiếu."),
    "text": BriefingFile("Làm tệp văn bản", "Chỉ các câu, để dán vào văn bản khác."),
}
STEPS = {
    "ask": "Đang lấy số liệu…",
    "check": "Đang đối chiếu các biểu…",
    "write": "Đang viết tệp…",
    "done": "Đã làm xong",
}
STALE = "Nội dung đã thay đổi sau khi làm tệp: hãy làm lại."
DOWNLOAD = "Tải {name} ({size} kB)"
KEPT = "Biểu có đếm riêng tố cáo chỉ in dòng Tổng (Luật Tố cáo, Điều 8). Tệp không được lưu trên máy chủ."
PRESENT = "Trình chiếu tại cuộc họp"


def place(number: int, amount: int) -> str:
    """Where a sentence stands among so many of its section, counted from nothing."""
    ends = {0: FIRST, amount - 1: LAST}
    return ends.get(number, NTH.format(place=number + 1))


def headline(sections: Sequence[str], *, dropped: int, notes: int, warnings: int) -> str:
    """'Bản giao ban: 34 câu, 09 mục. 02 cảnh báo đối chiếu cần xem …' One section name a kept sentence."""
    parts = [f"{vi.prose_count(len(sections))} câu, {vi.prose_count(len(set(sections)))} mục"]
    parts += [f"không đưa vào {vi.prose_count(dropped)} câu"] if dropped else []
    parts += [f"{vi.prose_count(notes)} ghi chú"] if notes else []
    alarm = f"{vi.prose_count(warnings)} cảnh báo đối chiếu cần xem trước khi xuất"
    return f"Bản giao ban: {', '.join(parts)}. {alarm if warnings else 'Số liệu khớp giữa các biểu, không cần sửa'}."
