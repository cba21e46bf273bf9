"""Words of the section on petitions received and processed."""

from __future__ import annotations

TITLE, SHORT = "Tiếp nhận, phân loại, xử lý đơn", "Tiếp nhận, xử lý đơn"
NO_DATA = "không có số liệu về đơn"
NONE_RECEIVED = "không tiếp nhận đơn nào{steps}"
RECEIVED = "{verb} {count} đơn{steps}"
RECEIVING = ("tiếp nhận", "đã tiếp nhận")
CARRIED = "kỳ trước chuyển sang {count} đơn; "
NO_START = (
    "chưa tính được tỷ lệ đơn đã xử lý, vì số liệu về đơn bắt đầu sau ngày đầu kỳ, chưa rõ số đơn kỳ trước chuyển sang"
)
PROCESSED = "{carried}đã xử lý {share}"
ELIGIBLE = "trong {received} đơn tiếp nhận có {eligible} đơn đủ điều kiện xử lý, {refused} đơn không đủ điều kiện"
ELIGIBLE_BY_KIND = "phân loại {count} đơn đủ điều kiện: {parts}"
ELIGIBLE_KINDS = {
    "complaints_eligible": "{count} đơn khiếu nại",
    "denunciations_eligible": "{count} đơn tố cáo",
    "proposals_eligible": "{count} đơn kiến nghị, phản ánh",
}
CARRIED_TOO = " (kể cả đơn kỳ trước chuyển sang)"
BY_KIND = "đơn thuộc thẩm quyền{carried} {count} đơn, gồm {parts}"
KINDS = {
    "complaints_within_authority": "{count} đơn khiếu nại",
    "denunciations_within_authority": "{count} đơn tố cáo",
    "proposals_within_authority": "{count} đơn kiến nghị, phản ánh",
}
OUTSIDE = "đơn không thuộc thẩm quyền{carried} {count} đơn, gồm {parts}"
WAYS = {
    "petitions_transferred": "chuyển {count} đơn",
    "petitions_guided": "hướng dẫn {count} đơn",
    "petitions_urged": "đôn đốc {count} đơn",
}
OTHER_WAYS = "xử lý bằng hình thức khác hoặc chưa xử lý {count} đơn"
REPLIES = "nhận được văn bản phúc đáp của {share}"
TRANSFERRED = "đơn đã chuyển"
ESCALATED = "đơn vượt cấp {count} đơn{step}"

SERIES = "Số đơn"
CAPTION = "Số đơn theo kết quả xử lý"
NOT_WITHIN, NOT_ELIGIBLE = "Không thuộc thẩm quyền", "Mới nhận, không đủ điều kiện"
SHEET = "Xử lý đơn"
ASK_UNPROCESSED = "{count} đơn chưa xử lý: thời hạn hoàn thành?"
ASK_NO_REPLY = "{count} đơn đã chuyển chưa có phúc đáp: giao ai đôn đốc?"
