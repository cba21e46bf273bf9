"""Words of the section on what the meeting before concluded."""

from __future__ import annotations

TITLE, SHORT = "Thực hiện kết luận, chỉ đạo của kỳ trước", "Kết luận kỳ trước"
GIVEN = "{window} đã kết luận, chỉ đạo {count} nội dung: {done} đã xong, {open} {waits}, {late} quá hạn chưa xong"
DATED, UNDATED, NO_DAY = "chưa đến hạn", "chưa đến hạn hoặc không ghi hạn", "không ghi hạn"
CAPTION = "Kết luận, chỉ đạo của kỳ trước"
BANDS = ("Xong đúng hạn", "Xong nhưng muộn", "Chưa đến hạn, không ghi hạn", "Quá hạn chưa xong")
TABLE = "Kết luận, chỉ đạo của kỳ trước chưa xong"
HEADINGS = ("Văn bản", "Nội dung", "Cơ quan trả lời", "Hạn", "Quá hạn (ngày)")
SHEET = "Kết luận kỳ trước"
