"""Words of the section on what the meeting before concluded."""

from __future__ import annotations

TITLE, SHORT = "Thực hiện kết luận, chỉ đạo của kỳ trước", "Kết luận kỳ trước"
GIVEN = "{window} đã kết luận, chỉ đạo {count} nội dung: {became}"
CAPTION = "Kết luận, chỉ đạo của kỳ trước"
BANDS = ("Xong, không muộn", "Xong nhưng muộn", "Chưa đến hạn", "Không ghi hạn", "Quá hạn chưa xong")
TABLE = "Kết luận, chỉ đạo của kỳ trước chưa xong"
HEADINGS = ("Văn bản", "Nội dung", "Cơ quan trả lời", "Hạn", "Quá hạn (ngày)")
SHEET = "Kết luận kỳ trước"
