"""Words of the section on matters passed from body to body."""

from __future__ import annotations

TITLE, SHORT = "Vụ việc chuyển vòng giữa các cơ quan", "Chuyển vòng"
MOVED = (
    "{again} vụ việc, đơn đã chuyển từ hai lần trở lên kể từ khi tiếp nhận, {back} quay lại nơi đã chuyển đi "
    "(trong {count} vụ việc, đơn được chuyển trong kỳ)"
)
CAPTION = "Vụ việc, đơn chuyển trong kỳ"
BANDS = ("Một lần", "Hai lần", "Từ ba lần trở lên")
TABLE = "Vụ việc chuyển nhiều lần nhất"
HEADINGS = ("Hồ sơ", "Đang ở", "Lần chuyển", "Quay lại", "Từ khi tiếp nhận (ngày)")
SHEET = "Chuyển vòng"
ASK = "Hồ sơ {dossier} đã chuyển {times} lần: giao một cơ quan nào giải quyết dứt điểm?"
