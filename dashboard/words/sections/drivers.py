"""Words of the section on where a change came from."""

from __future__ import annotations

TITLE, SHORT = "Nơi biến động nhiều so với kỳ trước", "Nơi biến động nhiều"
MOVED = "{noun} {step} so với {against}"
PARTS = ("vượt mức dao động bình thường: {parts}", "theo lĩnh vực: {parts}")
NOUNS = {
    "entered": "số vụ việc mới",
    "resolved": "số vụ việc đã giải quyết",
    "open_count": "số vụ việc đang giải quyết",
}

VERSUS_BEFORE = "so với {against}"
TABLE = "{measure}: nơi, lĩnh vực biến động (vụ việc)"
HEADINGS = ("Địa bàn, lĩnh vực", "{base}", "Kỳ này", "Chênh lệch")
