"""What the figures rest on: texts of law and forms of report, each with the days it was in force.

Circulars: domain rules §3.1; laws: §1 and §2.1. A form of Thông tư 06/2025 is cited by its name, its columns by the
form it replaces, since its annex is not published.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

START = dt.date(2000, 1, 1)
COMPLAINT_LAW = "Luật Khiếu nại 02/2011/QH13"
DENUNCIATION_LAW = "Luật Tố cáo 25/2018/QH14"
DENUNCIATION_LAW_2011 = "Luật Tố cáo 03/2011/QH13"
RECEPTION_LAW = "Luật Tiếp công dân 42/2013/QH13"
AMENDED = "Luật 136/2025/QH15"
PARTY_RULE = "Quy định 11-QĐi/TW, Điều 4"
CONCLUSION = "Kết luận 215-KL/TW"

NEW_DENUNCIATION_LAW = dt.date(2019, 1, 1)
LAW_136 = dt.date(2026, 7, 1)
NEW_FORMS = dt.date(2025, 9, 30)
CIRCULARS = (
    (START, "Thông tư 03/2013/TT-TTCP"),
    (dt.date(2021, 5, 10), "Thông tư 02/2021/TT-TTCP"),
    (dt.date(2024, 1, 20), "Thông tư 01/2024/TT-TTCP"),
    (NEW_FORMS, "Thông tư 06/2025/TT-TTCP"),
)


@dataclass(frozen=True)
class Article:
    """A citation and the days it was in force: `since` and `until` inclusive; None has no end."""

    text: str
    since: dt.date
    until: dt.date | None


def dated(*steps: tuple[dt.date, str]) -> tuple[Article, ...]:
    """Citations that follow each other, each in force until the day before the next; the oldest first."""
    ends = [after - dt.timedelta(days=1) for (_, _), (after, _) in pairwise(steps)]
    return tuple(Article(text, since, end) for (since, text), end in zip(steps, [*ends, None], strict=True))


def in_force(articles: Sequence[Article], on: dt.date) -> str:
    """The citation of that day; of a day before the first, the first."""
    return next((article.text for article in reversed(articles) if article.since <= on), articles[0].text)


def together(*lists: Sequence[Article]) -> tuple[Article, ...]:
    """Several lists as one: on each day the citations of all of them that are in force."""
    days = sorted({article.since for articles in lists for article in articles})
    said = ((day, [in_force(articles, day) for articles in lists if articles[0].since <= day]) for day in days)
    return dated(*((day, "; ".join(texts)) for day, texts in said))


def of_form(old: str, new: str) -> tuple[Article, ...]:
    """The circular in force with its form; the new one names its form, and its columns by the old."""
    steps = [(since, f"{name}, {old}") for since, name in CIRCULARS[1:-1]]
    latest = f"{CIRCULARS[-1][1]}, {new} (cột theo biểu cũ: {old}; phụ lục mới chưa có)"
    return dated(CIRCULARS[0], *steps, (NEW_FORMS, latest))


FORMS = dated(*CIRCULARS)
LIMITS = together(
    dated((dt.date(2012, 7, 1), f"{COMPLAINT_LAW}, Điều 28, 37")),
    dated(
        (dt.date(2012, 7, 1), f"{DENUNCIATION_LAW_2011}, Điều 21"),
        (NEW_DENUNCIATION_LAW, f"{DENUNCIATION_LAW}, Điều 30"),
    ),
)
ACCEPTANCE = together(
    dated((dt.date(2012, 7, 1), f"{COMPLAINT_LAW}, Điều 27, 36")),
    dated(
        (dt.date(2012, 7, 1), f"{DENUNCIATION_LAW_2011}, Điều 20"),
        (NEW_DENUNCIATION_LAW, f"{DENUNCIATION_LAW}, Điều 24"),
    ),
)
SUSPENSION = dated(
    (NEW_DENUNCIATION_LAW, f"{DENUNCIATION_LAW}, Điều 34"),
    (LAW_136, f"{COMPLAINT_LAW}, Điều 11a ({AMENDED}); {DENUNCIATION_LAW}, Điều 34"),
)
ON_TIME = of_form("biểu 01/KQGQ cột 25, 26; 03/KQGQ cột 30, 31", "biểu 03/GQKN, 04/GQTC")
RECEPTION_DAYS = dated(
    (dt.date(2014, 7, 1), f"{RECEPTION_LAW}, Điều 12, 13, 15, 18"),
    (dt.date(2025, 7, 1), f"{RECEPTION_LAW}, Điều 12, 15, 18"),
    (LAW_136, f"{RECEPTION_LAW} (sửa đổi bởi {AMENDED}), Điều 12, 15, 18"),
)
DUTY = together(
    RECEPTION_DAYS,
    dated((dt.date(2019, 2, 18), PARTY_RULE), (dt.date(2025, 11, 23), f"{PARTY_RULE}; {CONCLUSION}")),
)
DELEGATION = together(
    dated(
        (dt.date(2014, 7, 1), f"{RECEPTION_LAW} không cho ủy quyền"),
        (LAW_136, f"{RECEPTION_LAW} (sửa đổi bởi {AMENDED}) không cho ủy quyền"),
    ),
    of_form("biểu 01/TCD cột 12, 21", "biểu 01/TCD"),
)
ANSWERS = together(
    dated((dt.date(2014, 7, 1), f"{RECEPTION_LAW}, Điều 28")), dated((dt.date(2019, 2, 18), "Quy định 11-QĐi/TW"))
)
DIALOGUES = dated(
    (dt.date(2012, 7, 1), f"{COMPLAINT_LAW}, Điều 30 (lần đầu, khi còn khác nhau), Điều 39 (lần hai, bắt buộc)"),
)
REVIEW = dated(
    (dt.date(2019, 2, 18), "Quy định 11-QĐi/TW"), (dt.date(2025, 11, 23), f"Quy định 11-QĐi/TW; {CONCLUSION}")
)
NO_LIST = dated((START, "Không phải danh sách điểm nóng; danh sách ấy do cơ quan có thẩm quyền lập"))
