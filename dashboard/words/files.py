"""Every Vietnamese word of the files that is not a sentence of the briefing or a column of a form."""

from __future__ import annotations

TITLE = "Tình hình tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh"
INTERNAL = "Lưu hành nội bộ"
WINDOW = "Số liệu tính {window}."
RUNNING = "Kỳ chưa kết thúc (hết ngày {end}), số liệu tính đến ngày {as_of}."
DATA = "Số liệu đến ngày {as_of}, cập nhật lúc {taken_at}"
SOURCE = "{data}; nguồn: cơ sở dữ liệu tiếp công dân và vụ việc của tỉnh."
LOCKED = "Đã chốt số liệu lúc {at} ({by})."
CURRENT = "Số trong tệp này là số hiện hành, có thể khác số đã chốt."
NO_LOCK = "Kỳ {code} chưa chốt số liệu nên không có số đã chốt để xuất."
NOT_LOCKED = "Số liệu chưa chốt."
AUTHOR = "Người xuất: {author}, lúc {at}."
NO_AUTHOR = "không ghi"
BASE = "Cùng kỳ năm trước: {window}."
LIKE_FOR_LIKE = "Kỳ so sánh được lấy bằng số ngày đã qua của kỳ này ({days} ngày)."
GOES_ON = "{title} (tiếp)"
NOTE = "Ghi chú của cán bộ: {note}"
NO_SNAPSHOT = "Chưa có bản số liệu. Chạy: python -m data_loaders refresh"
NO_OUT = "Định dạng {format} cần --out TỆP để ghi."
NOT_WRITTEN = "Không ghi được tệp {path}: {why}."
NO_FOLDER = "thư mục không có"
NO_RIGHT = "không có quyền ghi"
BAD_NOTES = "Tệp ghi chú {path} không đọc được: cần JSON gồm order, drop, notes."
BAD_TEMPLATE = "Tệp mẫu {path} không mở được."
BAD_COMMAND = (
    "Câu lệnh chưa đúng; cách viết: python -m dashboard.exports KỲ [--calendar inspectorate|calendar] "
    "[--format text|docx|pptx|xlsx] [--layout party|state] [--units agency|district|commune] [--locked] [--out TỆP]."
)
WRITTEN = "Đã ghi {path} ({size} kB, {seconds} giây)."
CONTENTS = "Mục lục"
HOLDS_SUMMARY = "Các câu của bản giao ban theo thứ tự đã chọn, và dấu của tệp"
HOLDS_ROWS = "Bảng {count} dòng"
HOLDS_CHECKS = "Kết quả đối chiếu giữa các biểu và việc cần làm"
SUMMARY = "Tóm tắt"
FIGURES = "Chỉ số"
FIGURE_HEADINGS = (
    "Chỉ số",
    "Kỳ này",
    "Giá trị",
    "Tử số",
    "Mẫu số",
    "Kỳ trước (số tồn: đầu kỳ)",
    "So với kỳ trước",
    "Cùng kỳ năm trước (số tồn: cùng ngày)",
    "So với cùng kỳ",
    "Cách đếm",
    "Mẫu số là",
    "Căn cứ",
)
CHECKS = "Đối chiếu"
CHECK_HEADINGS = ("Mức", "Loại kiểm tra", "Biểu", "Đơn vị", "Nội dung", "Số ghi", "Số tính", "Mã đơn, hồ sơ liên quan")
SECTION, SENTENCE, OFFICER = "Mục", "Nội dung", "Ghi chú của cán bộ"
FORM_NUMBER = "Biểu số: {form}"
FORM_BASIS = "(Theo {legal})"
WITHOUT_DATA = "{count} đơn vị không có số liệu trong kỳ không in dòng."
NO_UNITS = "Biểu có đếm riêng tố cáo chỉ in dòng Tổng trong tệp này (Luật Tố cáo, Điều 8)."
