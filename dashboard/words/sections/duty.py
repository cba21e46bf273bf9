"""Words of the section on whether the heads received citizens themselves."""

from __future__ import annotations

TITLE, SHORT = "Trách nhiệm tiếp công dân của người đứng đầu", "Người đứng đầu tiếp dân"
COMPLIANCE = "{months}, người đứng đầu trực tiếp tiếp công dân định kỳ {share}{step}"
REQUIRED_DAYS = "ngày phải tiếp theo quy định"
BY_POST = "{months}, theo chức danh: {parts}"
IN_MONTHS = "{months}, {parts}"
SESSIONS = "buổi đã tổ chức"
DELEGATED = "cấp phó tiếp thay {share} (không tính là người đứng đầu đã tiếp)"
MISSED = "{count} buổi đã lên lịch nhưng không tổ chức"
POST_MONTHS = "tháng phải tiếp cộng theo từng chức danh"
UNREPORTED = "{months}, chưa báo cáo {share}; các tháng này không tính là vi phạm cũng không tính là đã tiếp"

SERIES = "Tỷ lệ ngày người đứng đầu trực tiếp tiếp (%)"
CAPTION = "% ngày trực tiếp, {months}"
TABLE = "Ngày tiếp công dân theo chức danh, {months}"
HEADINGS = ("Chức danh", "Phải tiếp", "Trực tiếp tiếp", "Cấp phó tiếp thay", "Không tổ chức")
HEADS_TABLE = "Người đứng đầu chưa trực tiếp tiếp công dân trong tháng"
HEADS_HEADINGS = ("Người đứng đầu", "Số ngày phải tiếp", "Tiếp gần nhất", "Lịch tới")
SHEET = "Người đứng đầu tiếp dân"
ASK_IDLE = "{count} người đứng đầu chưa tiếp và không còn lịch tháng {month}: bố trí tiếp ngày nào?"
ASK_MISSED = "{count} buổi có lịch {months} nhưng không tổ chức: yêu cầu ai giải trình?"
ASK_DELEGATED = "Cấp phó tiếp thay {count} buổi {months}: có chấn chỉnh không?"
ASK_UNREPORTED = "Còn {count} báo cáo tháng về tiếp công dân chưa nộp: thời hạn nộp?"
