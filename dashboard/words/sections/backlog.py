"""Words of the section on what is still open and how late it is."""

from __future__ import annotations

TITLE = SHORT = "Tồn đọng, quá hạn"
NONE_OPEN = "đến hết ngày {end}, không còn vụ việc nào chưa giải quyết xong"
OPEN = "đến hết ngày {end}, còn {count} vụ việc chưa giải quyết xong{steps}"
RESIDUAL = "số liệu chưa khớp: chênh {count} vụ việc giữa tồn đầu kỳ, vụ việc mới và tồn cuối kỳ"
OVERDUE = "quá hạn {share}{step}"
CLOCK = "trong các vụ việc đang giải quyết có {parts}"
CLOCKS = {
    "due_soon_dossiers": "{count} vụ việc sắp đến hạn trong 7 ngày",
    "suspended_dossiers": "{count} vụ việc tạm đình chỉ",
    "no_limit_dossiers": "{count} vụ việc không xác định được hạn",
}
OPEN_MATTERS = "vụ việc đang giải quyết"
OLD = "đã chờ trên 180 ngày {share}"
OLDER = "{text}, trong đó {count} vụ việc trên một năm"
AWAITING = "chờ thụ lý {count} vụ việc khiếu nại, tố cáo"
BODIES = "giữ nhiều vụ việc quá hạn nhất"
FIELDS = "quá hạn nhiều nhất ở lĩnh vực"

BODY_TABLE = "Cơ quan giữ nhiều vụ việc quá hạn"
BODY_SHEET, FIELD_SHEET, AGE_SHEET, WAITING_SHEET = "Cơ quan", "Lĩnh vực", "Thời gian đã chờ", "Chờ lâu nhất"
OVERDUE_SHEET = "Quá hạn lâu nhất"
FIRST_OF = "{title} ({count} trên {total} vụ việc của danh sách)"
ASK_RESIDUAL = "Số liệu chênh {count} vụ việc: giao cơ quan nào rà soát?"
ASK_BODY = "{name} còn {count} vụ việc quá hạn: thời hạn hoàn thành?"
ASK_OVER_A_YEAR = "{count} vụ việc chờ trên một năm: giao ai rà soát từng vụ việc?"
ASK_AWAITING = "{count} vụ việc chờ thụ lý: thời hạn hoàn thành?"
