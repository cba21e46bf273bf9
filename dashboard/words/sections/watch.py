"""Words of the section on areas to look at."""

from __future__ import annotations

TITLE = SHORT = "Địa bàn cần chú ý"
NO_BASE = "số vụ việc quá hạn theo địa bàn: {said}"
NONE_WORSE = "không địa bàn nào có số vụ việc quá hạn tăng vượt mức dao động bình thường"
WORSE = "số vụ việc quá hạn tăng vượt mức dao động bình thường so với {against} tại {parts}"
WORSE_PART = "{name} (từ {before} lên {after} vụ việc)"
STANDING_OUT = "tỷ lệ quá hạn cao hơn mức chung của tỉnh, khó do ngẫu nhiên, tại {parts}"
OUT_PART = "{name} ({count} trên {cases} vụ việc có hạn)"
NONE_OUT = "không địa bàn nào có tỷ lệ quá hạn cao hơn mức ngẫu nhiên"
AREAS = "địa bàn"
MASS_GROUPS, GROUPS = "nhiều lượt đoàn đông người nhất", "lượt đoàn"

CAPTION = "Số vụ việc quá hạn"
PRINTED = "Số vụ việc quá hạn theo địa bàn"
PRINTED_ALT = "Biểu đồ cột, số vụ việc quá hạn: {said}."
TABLE = "Địa bàn có nhiều vụ việc quá hạn"
MAP = "Vụ việc quá hạn theo huyện cũ, đến hết ngày {until}"
SHEET = "Địa bàn"
ASK = "Địa bàn {name}: quá hạn tăng từ {before} lên {after} vụ việc, có lập tổ công tác không?"
