"""What a meeting has to conclude: one line each, with who and by when left to fill in; its words on the desk."""

from __future__ import annotations

TITLE = "Việc cần kết luận"
MEETING = "Việc cần kết luận tại cuộc họp {period}"
NOTHING = "Không có việc cần kết luận"
TO_FILL = "…………"
LINE = "{text} Chủ trì: {who}; thời hạn:{by}"
DROP, BACK, DONE = "Không đưa vào", "Đưa lại", "Xong"
NTH_OF = "Việc {place}/{amount}"
TEXT, WHO, BY = "Nội dung", "Cơ quan chủ trì", "Thời hạn"
ADD = "Thêm việc cần kết luận"
ADDED = "Thêm"
DESK = "Soạn danh sách này"


def line(text: str, who: str = "", by: str = "") -> str:
    """'… thời hạn hoàn thành? Chủ trì: UBND tỉnh; thời hạn: …………'."""
    ended = text if text.endswith((".", "?", "!", ":")) else f"{text}."
    said = LINE.format(text=ended, who=who or TO_FILL, by=f" {by}" if by else f"\N{NO-BREAK SPACE}{TO_FILL}")
    return f"{said}." if by else said
