"""Words of the section on listed complex and long-lasting cases."""

from __future__ import annotations

TITLE, SHORT = "Vụ việc đông người, phức tạp, kéo dài", "Vụ việc phức tạp"
LISTED = "danh sách vụ việc phức tạp, kéo dài đang theo dõi có {count} vụ việc, {going} chưa kết thúc"
LONGEST = "lâu nhất: {label} (hồ sơ {dossier}), {time} kể từ ngày thụ lý, tiếp nhận"

CAPTION = "Vụ việc theo thời gian kéo dài"
BANDS = ("Đến 1 năm", "Trên 1 đến 2 năm", "Trên 2 đến 3 năm", "Trên 3 năm", "Chưa có ngày thụ lý, tiếp nhận")
TABLE = "Vụ việc phức tạp, kéo dài chưa kết thúc"
NOT_NAMED = "Vụ việc tố cáo được tính trong tổng số nhưng không nêu tên ở đây (Luật Tố cáo, Điều 8)."
HEADINGS = ("Vụ việc", "Cơ quan chủ trì", "Số ngày", "Hồ sơ")
SHEET = "Vụ việc phức tạp"
ASK = "{label} ({time}): giao ai, thời hạn nào?"
