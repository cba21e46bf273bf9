"""Vietnamese words of the forms and of what the checks find; column names are in the grids."""

from __future__ import annotations

from dashboard.words import numbers as vi

UNIT = "Đơn vị"
NOTE = "Ghi chú"
MS = "MS"
TOTAL = "Tổng"
NO_UNIT = "?"
NO_UNIT_NAME = "Chưa xác định đơn vị, địa bàn"
NOTHING = "Không có số liệu trong kỳ"
NOT_KEPT = "Không có số liệu của cột (bảng nguồn chưa có bản ghi nào đến hết kỳ)"
NOT_CARRIED = "Số liệu bắt đầu sau ngày đầu kỳ, chưa rõ số kỳ trước chuyển sang (các cột tổng chỉ gồm số đã ghi nhận)"
PROVISIONAL = "Khung tạm: chưa có phụ lục chính thức; cột lấy theo biểu tương ứng của Thông tư 01/2024/TT-TTCP."
MISSING = "Cột {columns}: {why}, để trống."
CHECKS = {
    "row_sum": "Tổng trong dòng",
    "loose_sum": "Tổng trong dòng (công thức của biểu mẫu không luôn khớp)",
    "total": "Dòng Tổng",
    "parent": "Trong đó",
    "carry_over": "Kỳ trước chuyển sang",
    "cross_form": "Giữa các biểu",
    "negative": "Số âm",
    "misfit": "Không có cột",
}
SEVERITIES = {"warning": "Cảnh báo", "note": "Lưu ý"}
ROW_SUM = "Biểu {form}, {unit}: cột {left} là {a}, nhưng {right} bằng {b}."
TOTAL_SUM = "Biểu {form}, cột {left}: dòng Tổng ghi {a}, cộng các đơn vị được {b}."
PARENT = "Biểu {form}, {unit}: cột {left} là {a}, lớn hơn cột {right} là {b}."
CARRY_OVER = "Biểu {form}, {unit}: kỳ trước chuyển sang (cột {left}) là {a}, nhưng kỳ trước ghi chuyển kỳ sau {b}."
CROSS = "{unit}: {left} là {a}, nhưng {right} bằng {b}."
NEGATIVE = "Biểu {form}, {unit}: cột {left} là số âm ({a})."
MISFITS = {
    "outside_way": "đơn không thuộc thẩm quyền không ghi là hướng dẫn, chuyển hay đôn đốc; biểu không có cột",
    "accepted_outside": "đơn không thuộc thẩm quyền nhưng ghi là thụ lý",
    "transferred_complaint": "đơn khiếu nại không thuộc thẩm quyền bị chuyển đơn; biểu 02/XLD (2024) không có cột này",
    "guided_other": (
        "đơn tố cáo, kiến nghị không thuộc thẩm quyền ghi là hướng dẫn; biểu 03/XLD (2024), 04/XLD không có cột này"
    ),
    "no_limit": "vụ việc kết thúc mà không xác định được hạn (chưa thụ lý): không vào cột đúng hạn hay không đúng hạn",
    "no_result": "vụ việc có quyết định, kết luận nhưng không ghi kết quả đúng, sai",
}
MISFIT = "{count} {reason}: {ids}."
AND_MORE = "và {count} mã khác"
ALL_WELL = "Đã đối chiếu {count} biểu: số liệu khớp giữa các biểu, không cần xử lý."
ONLY_NOTES = "Đã đối chiếu {count} biểu: số liệu khớp giữa các biểu. {notes} lưu ý để biết, không cần xử lý."
FOUND = (
    "Đã đối chiếu {count} biểu: {warnings} cảnh báo, {notes} lưu ý. Việc cần làm: mở hồ sơ, đơn nêu dưới đây, sửa tại "
    "phần mềm nguồn, cập nhật số liệu rồi xuất lại; tệp không tự sửa số."
)


def found(*, count: int, warnings: int, notes: int) -> str:
    """What the checks found, and what is to be done about it."""
    said = FOUND if warnings else ONLY_NOTES if notes else ALL_WELL
    return said.format(count=vi.count(count), warnings=vi.prose_count(warnings), notes=vi.prose_count(notes))
