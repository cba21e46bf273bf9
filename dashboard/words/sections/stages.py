"""Words of the section on the step at which open matters stand."""

from __future__ import annotations

TITLE, SHORT = "Vụ việc nằm ở bước nào", "Bước giải quyết"
WORST = "nhiều vụ việc nằm lâu nhất ở bước “{step}”: {long} trên {count} vụ việc đã ở đó trên 90 ngày"
CAPTION = "Vụ việc ở một bước trên 90 ngày"
TABLE = "Vụ việc nằm lâu nhất ở bước “{step}”"
HEADINGS = ("Hồ sơ", "Cơ quan", "Ở bước này từ", "Số ngày")
SHEET = "Bước giải quyết"
ASK = "{agency} để hồ sơ {dossier} {days} ngày ở bước này: chuyển bước trước ngày nào?"
