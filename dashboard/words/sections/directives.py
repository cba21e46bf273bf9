"""Words of the section on directives not carried out."""

from __future__ import annotations

TITLE, SHORT = "Thực hiện kết luận, chỉ đạo", "Kết luận, chỉ đạo"
OPEN = "còn {count} kết luận, chỉ đạo của lãnh đạo chưa thực hiện xong"
NONE_LATE = "{text}, chưa nội dung nào quá hạn"
LATE = "{text}, trong đó {count} nội dung đã quá hạn"
LATEST = "quá hạn lâu nhất: văn bản số {number} giao {body}, chậm {time}"

CAPTION = "Kết luận, chỉ đạo chưa xong"
BANDS = ("Chưa quá hạn", "Quá hạn đến 30 ngày", "Quá hạn 31–90 ngày", "Quá hạn 91–365 ngày", "Quá hạn trên một năm")
TABLE = "Kết luận, chỉ đạo chưa xong"
HEADINGS = ("Văn bản", "Nội dung", "Giao cho", "Hạn", "Quá hạn (ngày)")
SHEET = "Kết luận, chỉ đạo chưa xong"
ASK_LATE = "{agency} chậm {time}: gia hạn đến ngày nào, tập thể, cá nhân nào giải trình?"
ASK_OPEN = "{agency} chưa thực hiện xong: báo cáo kết quả khi nào?"
