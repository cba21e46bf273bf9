"""What a map says beside its colours, on screen, in the hall and in a file."""

from __future__ import annotations

SCHEMATIC = "Sơ đồ dựng tự động, không phải ranh giới chính thức"
INSETS = "Đảo ở xa vẽ trong ô riêng, không theo vị trí và tỷ lệ của bản đồ"
FAR_ISLANDS = (
    ("Trường Sa", 114.0, 9.7),
    ("Hoàng Sa", 112.1, 16.6),
    ("Côn Đảo", 106.61, 8.69),
    ("Phú Quý", 108.94, 10.53),
    ("Phú Quốc", 104.0, 10.2),
    ("Thổ Chu", 103.48, 9.31),
    ("Tiên Hải", 104.33, 10.3),
    ("Nam Du", 104.35, 9.68),
    ("Bạch Long Vĩ", 107.73, 20.13),
    ("Cồn Cỏ", 107.34, 17.16),
    ("Lý Sơn", 109.11, 15.38),
    ("Cô Tô", 107.77, 20.98),
)
"""Names of islands that a map may show apart from the unit they belong to, with their longitude and latitude."""
NO_DATA = "Không có số liệu"
SMALL_BASE = "Chưa đủ 10 vụ việc để tính tỷ lệ"
UNDER_FIVE = "Dưới 5 (không hiện)"
TWO_FINGERS = "Một ngón cuộn trang; hai ngón kéo, phóng to bản đồ."
EMPTY = "Chưa có hình bản đồ cho cách chia này; danh sách vẫn đầy đủ."
RANGE = "Trên {low} đến {high}"
FROM = "Trên {low}"
ALL = "Có số liệu"
TO = "Đến {high}"
UNPROVEN = "Trong mức ngẫu nhiên, hoặc chưa đủ số liệu"
LISTED = "Số vụ việc trong danh sách chính thức (phức tạp, kéo dài, đông người)"
RISE = "Tăng"
FALL = "Giảm"
SCALE = "Số lượng theo diện tích vòng tròn:"
