"""What a map says beside its colours, on screen, in the hall and in a file."""

from __future__ import annotations

SCHEMATIC = "Sơ đồ dựng tự động, không phải ranh giới chính thức"
NO_DATA = "Không có số liệu"
SMALL_BASE = "Chưa đủ 10 vụ việc để tính tỷ lệ"
UNDER_FIVE = "Dưới 5 (không hiện)"
EMPTY = "Chưa có hình bản đồ cho cách chia này; danh sách bên cạnh vẫn đầy đủ."
RANGE = "Trên {low} đến {high}"
FROM = "Trên {low}"
ALL = "Có số liệu"
TO = "Đến {high}"
UNPROVEN = "Không có bằng chứng"
LISTED = "Số vụ việc trong danh sách chính thức (phức tạp, kéo dài, đông người)"
RISE = "Tăng"
FALL = "Giảm"
SCALE = "Số lượng theo diện tích vòng tròn:"
