"""How far the figures can be trusted."""

from __future__ import annotations

import pandas as pd

from dashboard.facts import kept
from dashboard.metrics.thresholds import SILENT_DAYS
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words.phrases import listed

NAMED = 3
SILENT = "{names} không có số liệu mới quá {days} ngày nên chưa rõ tăng hay giảm"
VIEWS = {
    "rows": "Dòng đã đọc và bị loại",
    "gaps": "Thiếu dữ liệu cần cho số liệu",
    "bodies": "Cơ quan chưa gửi số liệu",
    "late": "Ghi muộn",
}
TITLES = {
    "refused": "Dòng bị loại theo lý do",
    "left_out": "Ô bỏ trống vì giá trị không dùng được, dòng vẫn được tính",
    "begins": "Mỗi bảng có số liệu từ ngày nào",
    "unmapped": "Mã lĩnh vực ngoài danh mục",
    "silent": "Cơ quan theo số ngày chưa gửi số liệu",
    "coverage": "Số cơ quan có số liệu mỗi tháng",
    "late": "Vụ việc kết thúc trong kỳ được ghi sau hơn 15 ngày",
}


def unheard(parts: pd.DataFrame, *, name: str = "part_name") -> list[str]:
    """'UBND xã Một và 04 cơ quan khác không có số liệu mới quá 60 ngày …': the `silent`, of which no fall is told."""
    if "silent" not in parts or not parts["silent"].any():
        return []
    names = parts.loc[parts["silent"], name]
    others = len(names) - NAMED
    more = [f"{vi.prose_count(others)} cơ quan khác"] if others > 0 else []
    return [SILENT.format(names=listed([*map(codes.inside, names.head(NAMED)), *more]), days=SILENT_DAYS)]


def headline(loaded: pd.DataFrame, bodies: pd.DataFrame, *, silent_days: int = SILENT_DAYS) -> str:
    """How far the figures can be trusted: refused rows of all, bodies that fell silent."""
    read, refused = int(loaded["rows_read"].sum()), int(loaded["rows_refused"].sum())
    silent = int(kept.silent(bodies, days=silent_days).sum())
    return (
        f"Đã đọc {vi.prose_count(read)} dòng, loại {vi.prose_count(refused)} dòng ({vi.share(refused, read)}) "
        f"vì không đúng quy cách; "
        f"{vi.prose_count(silent)} trên {vi.prose_count(len(bodies))} cơ quan "
        f"không có số liệu mới quá {silent_days} ngày."
    )
