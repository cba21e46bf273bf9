"""The Vietnamese sentences that say what is wrong with a rule file or a period's code."""

from __future__ import annotations

COLUMN_MISSING = "thiếu cột {column}"
COLUMN_UNKNOWN = "có cột lạ {column}"
VALUE_MISSING = "thiếu giá trị ở cột {column}"
ARTICLE_MISSING = "thiếu điều luật làm căn cứ (cột article)"
BROKEN_NUMBER = "cột {column} phải là số nguyên không âm, không phải '{value}'"
BROKEN_DATE = "cột {column} không phải là ngày hợp lệ: '{value}'"
BROKEN_BOOLEAN = "cột {column} phải là 0 hoặc 1, không phải '{value}'"
OUTSIDE_CHOICES = "cột {column} chỉ nhận {choices}, không nhận '{value}'"
ENDS_BEFORE_START = "ngày hết hiệu lực {valid_to} trước ngày có hiệu lực {valid_from}"
OVERLAP = "trùng thời gian hiệu lực với dòng {other} (cùng {key})"
DUPLICATE_ID = "mã {value} đã dùng ở dòng {other}"
TOO_MANY_CELLS = "có nhiều ô hơn số cột"
EMPTY_FILE = "tệp không có dòng quy tắc nào"
UNREADABLE = "không đọc được tệp (cần UTF-8)"
NO_SUCH_FILE = "không có tệp quy tắc này"


def in_file(file: str, line: int | None, problem: str) -> str:
    """One sentence naming the file, the line (None: the whole file) and the problem."""
    where = f"Tệp quy tắc {file}" + (f", dòng {line}" if line else "")
    return f"{where}: {problem}."


PERIOD_UNKNOWN = (
    "Không hiểu mã kỳ '{code}': hãy dùng dạng 2026-Q3, 2026-H1, 2026-9M, 2026-Y, 2026-M05 hoặc 2025-08-01..2026-07-31."
)
PERIOD_REVERSED = "Kỳ '{code}' có ngày kết thúc trước ngày bắt đầu."
PERIOD_NOT_BEGUN = "Kỳ '{code}' bắt đầu ngày {start}, sau ngày số liệu {as_of}."
CALENDAR_UNKNOWN = "Không có lịch kỳ báo cáo '{calendar}': hãy dùng {choices}."
CALENDAR_NO_RULE = "Lịch kỳ báo cáo '{calendar}' không có quy tắc cho năm {year}."

CHANGE_DEADLINE = "thời hạn {stage} {kind}{instance}{complexity}{remote} là {days} {unit}"
CHANGE_SUSPENSION = "thời gian tạm đình chỉ {kind} không tính vào thời hạn"
CHANGE_DUTY = "{duty} tiếp công dân ít nhất {minimum} ngày mỗi {per}"
CHANGE_CALENDAR = "tháng của kỳ báo cáo {calendar} chốt vào ngày {day}"
CHANGE_ENDED = "không còn quy định: {what}"
STAGES = {"acceptance": "thụ lý", "processing": "xử lý, trả lời", "resolution": "giải quyết"}
INSTANCES = {1: " lần đầu", 2: " lần hai"}
COMPLEXITIES = {"normal": " bình thường", "complex": " phức tạp", "very_complex": " đặc biệt phức tạp"}
REMOTE = " ở vùng sâu, vùng xa"
UNITS = {"calendar": "ngày", "working": "ngày làm việc"}
PER = {"month": "tháng", "week": "tuần"}
CALENDARS = {"inspectorate": "thanh tra", "calendar": "dương lịch"}

AFTER_CALENDAR = (
    "Quy tắc {rule} trong tệp {file}.csv có ngày {day}, sau ngày cuối {last} của lịch làm việc; hãy sửa lại ngày đó."
)
OUTSIDE_CALENDAR = (
    "Ngày {day} nằm ngoài lịch làm việc ({first} đến {last}) nên không tính được ngày tiếp công dân theo tuần."
)
