"""One thing has one name: the terms given up stand nowhere in the product's words, and what replaced them does."""

from __future__ import annotations

import re

import pytest

from tests.house.document import CHAPTERS, document, filled, texts
from tests.house.test_words import name

GIVEN_UP = {
    "a stock is not a backlog": r"[Tt]ồn đọng(?!, quá hạn)|[Hh]ồ sơ tồn",
    "a session is a buổi, a period a kỳ": (
        r"[Kk]ỳ tiếp (?!theo)|[Kk]ỳ ủy quyền(?! tiếp \(cột)|kỳ đã tổ chức|kỳ để cấp phó"
    ),
    "who stands in is cấp phó tiếp thay": r"Ủy quyền tiếp|[Cc]hỉ ủy quyền|\bUQ\b",
    "a session not held": r"[Kk]ỳ tiếp bị bỏ",
    "time waited, not an age": r"[Tt]uổi (hồ sơ|tồn|trung vị|của vụ)",
    "a field not known": r"[Cc]hưa ánh xạ",
    "parts have names": r"Nơi, phần|Từng phần|[Tt]ừng nơi, từng phần",
    "how matters leave": r"Ra khác|ra trên vào",
    "what an official reads": r"\bGi\*.*bằng chứng|làm mượt|ở phía trước|im lặng|[Tt]rỏ tới|biểu không chặt",
    "the normal band": r"dao động thường",
    "figures are brought up to date": r"chụp lúc|[Bb]ản chụp|chụp (lại )?số liệu",
    "an official list alone has điểm nóng": r"[Bb]ản đồ điểm nóng",
    "a name of its own for the heads": r"Sổ tiếp dân|Lãnh đạo tiếp\b|Thủ trưởng sở",
    "no short words at the desk": r"^(Bỏ|Lấy lại)$|Từ → thành",
    "who answers": r"xử lý trách nhiệm",
    "true wherever it stands": r"[Tt]rong số đó|^[Nn]goài ra",
    "exact beside exact": r"\{OVER\}",
    "same number of days": r"cùng số ngày",
    "no orders to the reader": r"[Đđ]ừng tìm",
    "whose power it is, not where it ought to": r"lẽ ra giải quyết",
    "a file is not left lying": r"[Nn]ằm (ở bước nào|lâu nhất)|để hồ sơ \{",
    "a rise is no alarm": r"là đáng lo|đáng tin đến đâu",
    "late entries have one name": r"[Nn]hập muộn",
    "who runs the machines has one name": r"[Cc]án bộ quản trị|[Qq]uản trị viên",
    "questions are no headings": r"^(Vì sao chưa công bố|Đơn nào|Danh sách nào|Kỳ trước kết luận gì)$",
    "titles name what stands below": (
        r"^Xem gì$|[Bb]ao nhiêu (người|,)|nhận bao nhiêu|^Cơ quan nào|chuyển mấy lần|ở bước nào, đã|bằng cách nào$"
        r"|^Sau bao lâu còn"
    ),
    "one name of a state": r"^Trả đơn$|^Ít số liệu$|Quá hạn, chưa xong|muộn hạn",
    "what is watched": r"[Đđ]iều (được )?theo dõi|ngoài mức ngẫu nhiên$",
    "half of them within": r"^Xong một nửa|^Một nửa (qua )?sau|Một nửa giải quyết lâu",
    "points in full, but on a card": r"(?<!^)điểm %|điểm %(?!$)",
    "a matter goes into another by gộp": r"[Nn]hập vào(?! sổ)",
    "more than a year has one name": r"[Tt]rên (365 ngày|1 năm)",
    "twice or more says so": r"(?<!^)từ (hai|ba) lần(?! trở lên)|^Từ ba lần$",
    "nothing to be done": r"không phải (làm|sửa) gì",
    "figures are brought up to date by a cập nhật": r"[Ll](ượt|ịch) làm mới",
    "what leaders conclude and order has one name": r"[ÝýYy] kiến (chỉ đạo|đã quá hạn|chưa thực hiện)",
    "a stock at the start and at the end of a kỳ": r"[Tt]ồn (đầu|cuối)(?! kỳ)",
    "what the meeting concludes has one name": r"Nội dung cần kết luận",
}
SAID = [(name(path), line, text) for path in CHAPTERS for line, text in texts(path)]


@pytest.mark.parametrize("term", GIVEN_UP)
def test_a_term_given_up_is_said_nowhere(term):
    pattern = re.compile(GIVEN_UP[term])
    assert not [f"{place}:{line}: {text}" for place, line, text in SAID if pattern.search(text)]


def test_the_document_holds_every_chapter_and_fills_its_templates():
    lines = list(document())
    assert len(lines) > 1000
    assert {"dashboard/words/change.py", "dashboard/metrics/dossiers.py", "data_loaders/messages.py"} <= {
        line.removeprefix("\n## ").strip() for line in lines if line.startswith("\n## ")
    }
    assert filled("{count} vụ việc, {unknown:>3} ở {place}") == "12 vụ việc, … ở tỉnh Hoa Lam"
