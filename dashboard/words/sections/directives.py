"""Words of the section on directives not carried out."""

from __future__ import annotations

TITLE, SHORT = "Thực hiện ý kiến chỉ đạo", "Ý kiến chỉ đạo"
OPEN = "còn {count} ý kiến chỉ đạo của lãnh đạo chưa thực hiện xong"
NONE_LATE = "{text}, chưa ý kiến nào quá hạn"
LATE = "{text}, trong đó {count} ý kiến đã quá hạn"
LATEST = "quá hạn lâu nhất: văn bản số {number} giao {body}, chậm {time}"

CAPTION = "Ý kiến chưa thực hiện xong"
BANDS = ("Chưa quá hạn", "Quá hạn đến 30 ngày", "Quá hạn 31–90 ngày", "Quá hạn 91–365 ngày", "Quá hạn trên một năm")
TABLE = "Ý kiến chỉ đạo chưa thực hiện xong"
HEADINGS = ("Văn bản", "Nội dung", "Giao cho", "Hạn", "Quá hạn (ngày)")
SHEET = "Ý kiến chỉ đạo"
ASK_LATE = "{agency} chậm {time}: gia hạn đến ngày nào, tập thể, cá nhân nào giải trình?"
ASK_OPEN = "{agency} chưa thực hiện xong: báo cáo kết quả khi nào?"
