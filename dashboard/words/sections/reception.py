"""Words of the section on who was received."""

from __future__ import annotations

TITLE = SHORT = "Tiếp công dân"
NO_DATA = "không có số liệu về tiếp công dân"
NOBODY = "không có lượt tiếp công dân nào được ghi nhận"
VOLUME = "{subject} {visits} lượt với {people} người{steps}"
SUBJECTS, AT = ("toàn tỉnh đã tiếp", "các cấp, các ngành đã tiếp"), "tại {place} đã tiếp"
YEAR = "lũy kế từ ngày {since}, đã tiếp {visits} lượt{step}"
BY_BODY = (
    "trong {people} người được tiếp có {leaders} người do lãnh đạo tiếp định kỳ, đột xuất và {regular} người tiếp "
    "thường xuyên"
)
NO_MASS_GROUPS = "không có đoàn đông người{step}"
MASS_GROUPS = "có {groups} lượt đoàn đông người{matters} với {people} người{step}"
MASS_MATTERS = "/{count} vụ việc"
REPEAT = "tiếp nhiều lần {share}"

VOLUME_SHEET, SERIES_SHEET = "Tiếp công dân", "Tiếp dân qua các kỳ"
ASK_MASS_GROUPS = "Địa bàn {name} có {count} lượt đoàn đông người: ai chủ trì đối thoại, trước ngày nào?"
