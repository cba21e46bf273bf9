"""Words of the section on where a change came from."""

from __future__ import annotations

TITLE, SHORT = "Nơi biến động nhiều so với kỳ trước", "Nơi biến động nhiều"
MOVED = "{noun} {verb} {count} vụ việc so với {against}"
PARTS = ("vượt mức dao động bình thường: {parts}", "theo lĩnh vực: {parts}")
NOUNS = {
    "entered": "số vụ việc mới",
    "resolved": "số vụ việc đã giải quyết",
    "open_count": "số vụ việc đang giải quyết",
}
RISES, FALLS = "tăng", "giảm"
PART = "{name} ({base} → {now} vụ việc)"

VERSUS_BEFORE = "so với {against}"
TABLE = "Biến động so với kỳ trước (vụ việc)"
HEADINGS = ("Nơi, lĩnh vực", "Kỳ trước", "Kỳ này", "Chênh lệch")
ROW = "{measure}: {name}"
