"""Words of the section on the step at which open matters stand."""

from __future__ import annotations

TITLE, SHORT = "Vụ việc đang giải quyết theo bước", "Bước giải quyết"
WORST = "vụ việc dừng lâu tập trung nhiều nhất ở bước “{step}”: {long} trên {count} vụ việc đã ở đó trên 90 ngày"
CAPTION = "Đã ở một bước trên 90 ngày"
TABLE = "Vụ việc dừng lâu nhất ở bước “{step}”"
HEADINGS = ("Hồ sơ", "Cơ quan", "Ở bước này từ", "Số ngày")
SHEET = "Bước giải quyết"
ASK = "Hồ sơ {dossier} đã ở bước “{step}” {days} ngày tại {agency}: chuyển bước trước ngày nào?"
