"""Words of the section on matters resolved."""

from __future__ import annotations

TITLE = SHORT = "Giải quyết vụ việc"
NO_DATA = "không có số liệu về vụ việc"
NONE_DUE = "không có vụ việc nào phải giải quyết"
RATE = (
    "tổng số phải giải quyết {due} vụ việc (tồn đầu kỳ {opening}, vụ việc mới trong kỳ {entered}); đã giải quyết "
    "{share}{step}"
)
NO_START = (
    "có {entered} vụ việc mới trong kỳ; đã giải quyết {resolved} vụ việc; chưa tính được tỷ lệ giải quyết, vì số liệu "
    "về vụ việc bắt đầu sau ngày đầu kỳ, chưa rõ số tồn đầu kỳ"
)
RESOLVED = "; số đã giải quyết {step}"
OF_KIND = "{kind}: đã giải quyết {share}"
AMONG = "{text}, trong đó {parts}"
KINDS = {"complaint": "khiếu nại", "denunciation": "tố cáo", "petition": "kiến nghị, phản ánh"}
MANNERS = {
    "decided": "{count} vụ việc có quyết định, kết luận giải quyết",
    "withdrawn": "{count} vụ việc rút đơn",
    "discontinued": "{count} vụ việc đình chỉ",
    "to_investigation": "{count} vụ việc chuyển cơ quan điều tra",
}
ANSWERED = "{count} vụ việc được trả lời"
"""How a proposal or remark ends: it is answered; no decision or conclusion is made of it."""
RESULTS = "{verb} {count} vụ việc {label}: {parts}"
RESULTS_ARE = ("kết quả giải quyết", "qua giải quyết")
RESULT = "{count} vụ việc {result}"
RESULTS_OF = {
    ("complaint", 1): ("khiếu nại lần đầu", {"right": "đúng", "partly": "đúng một phần", "wrong": "sai"}),
    ("complaint", 2): (
        "khiếu nại lần hai",
        {"upheld": "công nhận quyết định lần đầu", "amended": "sửa", "annulled": "hủy"},
    ),
    ("denunciation", 1): ("tố cáo", {"right": "đúng", "partly": "có đúng, có sai", "wrong": "sai"}),
}
ON_TIME = "giải quyết đúng hạn {share}{step}"
MERGED = "đã gộp {count} vụ việc vào vụ việc khác, không tính là giải quyết"

PRINTED = "Vụ việc mới, đã giải quyết và đang giải quyết qua các kỳ"
PRINTED_ALT = "Biểu đồ đường từ kỳ {start} đến kỳ {end}; kỳ {end}: {last} vụ việc."
BALANCE_SHEET, RESULTS_SHEET, SERIES_SHEET = "Cân đối vụ việc", "Kết quả giải quyết", "Giải quyết qua các kỳ"
ASK_LATE = "{count} vụ việc giải quyết không đúng hạn: tập thể, cá nhân nào giải trình?"
