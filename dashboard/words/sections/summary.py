"""Words of the first section: the headline, its figures, what got worse."""

from __future__ import annotations

TITLE = SHORT = "Khái quát"
HEADLINE = "{opening}, {came}{step}; {received}{within}"
CAME, NOBODY_CAME = "đã tiếp {count} lượt công dân", "không có lượt tiếp công dân nào"
RECEIVED, NONE_RECEIVED = "tiếp nhận {count} đơn", "không tiếp nhận đơn nào"
NO_RECEPTION, NO_PETITIONS = "không có số liệu về tiếp công dân", "không có số liệu về đơn"
WITHIN = ", trong đó có {count} đơn khiếu nại, tố cáo thuộc thẩm quyền"
WITHIN_CARRIED = "; có {count} đơn khiếu nại, tố cáo thuộc thẩm quyền (kể cả đơn kỳ trước chuyển sang)"
NONE_WITHIN = ", trong đó không có đơn khiếu nại, tố cáo nào thuộc thẩm quyền"
EMPTY = "cơ sở dữ liệu chưa có số liệu nào trong thời gian này"

TABLE = "Chỉ số chính"
HEADINGS = ("Chỉ số", "Kỳ này", "Tăng, giảm")
LABELS = {
    "visits": "Lượt tiếp",
    "petitions_received": "Đơn nhận",
    "resolution_rate": "% giải quyết",
    "open_dossiers": "Chưa xong",
    "overdue_share": "% quá hạn",
    "duty_compliance": "% trực tiếp",
}
SHORT_YEAR = "cùng kỳ"
NOTE = "{labels}: {base}"
