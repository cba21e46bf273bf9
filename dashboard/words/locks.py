"""Locked periods beside today's figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.words import change
from dashboard.words import numbers as vi

LABEL = "Kỳ đã chốt"
CALENDAR = "{period} (dương lịch)"
WHOLE = "Nguyên vẹn"
BROKEN = "Đã hỏng"
SAME = "Không đổi"
WHERE = "Một tệp của bản chốt đã bị sửa hoặc mất; lấy lại thư mục đó từ bản sao lưu."
NONE_MORE = "Kỳ đang chạy chưa chốt được: số liệu đổi gì từ một lần cập nhật trước, xem «Đổi gì từ …»."
LOCK = "Chốt số liệu một kỳ"
LOCK_LABEL = "Kỳ đã kết thúc, chưa chốt"
LOCK_BY = "Người chốt (họ tên, chức vụ)"
LOCK_HOW = (
    "Bản chốt giữ nguyên số liệu của kỳ: không sửa, không xóa, không chốt lại được. Số hiện tại vẫn cập nhật "
    "bình thường."
)
LOCK_OF = "Chốt theo số liệu đến ngày {as_of}, cập nhật lúc {at}."
LOCK_DO = "Tôi xác nhận chốt {period}"
LOCK_DONE = "Đã chốt {period} lúc {at} ({by})."
LOCK_NO_NAME = "Cần ghi người chốt: tên này nằm trong bản chốt. Chưa chốt gì."
WITHOUT_ROWS = "{told}: chỉ so được con số; bảng hồ sơ bên dưới chỉ nêu vụ việc khiếu nại, tố cáo, kiến nghị, phản ánh."
COUNTS = {
    "opening": "Tồn đầu kỳ",
    "entered": "Vụ việc mới",
    "resolved": "Đã giải quyết",
    "otherwise": "Rút đơn, đình chỉ, chuyển điều tra",
    "merged": "Kết thúc do gộp",
    "open_count": "Tồn cuối kỳ",
    "overdue": "Quá hạn",
}
NOUNS = {
    "opening": "số tồn đầu kỳ",
    "entered": "số vụ việc mới",
    "resolved": "số đã giải quyết",
    "merged": "số kết thúc do gộp",
    "open_count": "số tồn cuối kỳ",
    "overdue": "số quá hạn",
}
REASONS = {
    "new": "Phát sinh mới",
    "ended": "Giải quyết xong",
    "started": "Mới thụ lý",
    "due": "Đến hạn, chưa xong",
    "late": "Ghi muộn",
    "corrected": "Sửa",
    "deleted": "Xóa",
    "arrived": "Mới vào địa bàn hoặc ghi muộn",
    "left": "Không còn trong địa bàn",
    "refused": "Bị loại khi đọc",
    "moved": "Chuyển",
    "recomputed": "Tính lại",
}
FIELDS = {
    "kind": "Loại",
    "field_group": "Lĩnh vực",
    "instance": "Lần giải quyết",
    "counted": "Có tính (không trùng)",
    "received_on": "Ngày tiếp nhận",
    "accepted_on": "Ngày thụ lý",
    "closed_on": "Kết thúc",
    "closing": "Cách kết thúc",
    "previous_dossier_id": "Vụ việc trước",
    "entered_on": "Ngày vào sổ",
    "due_on": "Hạn giải quyết",
    "clock": "Tình trạng hạn",
    "agency": "Cơ quan",
    "commune": "Xã, phường",
    "district": "Huyện cũ",
}
STEP = "{figure} {step}"
NO_STEP = "Không đổi số toàn tỉnh"
FROM_TO = "{field}: {before} → {after}"
NOT_THERE = "chưa có"
EVENTS = {"received_on": "tiếp nhận {day}", "entered_on": "thụ lý {day}", "closed_on": "kết thúc {day}"}
TITLES = {
    "locks": "Các kỳ đã chốt",
    "figures": "Số đã chốt và số hiện tại",
    "rows": "Hồ sơ tạo ra chênh lệch",
}


def headline(
    period: str, *, at: str, noun: str, before: int | None, after: int | None, reasons: Mapping[str, int]
) -> str:
    """'Quý III/2026 đã chốt lúc …; từ đó 12 hồ sơ làm số … đổi từ … thành …: 08 nhập muộn, …'; `reasons` in words."""
    text = f"{vi.sentence_case(period)} đã chốt lúc {at}; từ đó"
    if not reasons:
        return f"{text} không hồ sơ nào làm số đang giải quyết, số vụ việc mới, số đã giải quyết của kỳ thay đổi."
    told = ", ".join(f"{vi.prose_count(count)} {vi.small(words)}" for words, count in reasons.items())
    dossiers = vi.prose_count(sum(reasons.values()))
    if before == after:
        return f"{text} {dossiers} hồ sơ vào, ra nhưng {noun} vẫn là {vi.prose_count(after)}: {told}."
    return f"{text} {dossiers} hồ sơ làm {noun} đổi từ {vi.prose_count(before)} thành {vi.prose_count(after)}: {told}."


def others(counts: Mapping[str, int]) -> str:
    """The other figures that changed: 'Cũng đổi: số tồn cuối kỳ (+02), số quá hạn (-01).'"""
    told = ", ".join(f"{noun} ({change.signed(step)})" for noun, step in counts.items() if step)
    return f"Cũng đổi: {told}." if told else ""


def without_rows(labels: Sequence[str]) -> str:
    """Figures that changed and whose rows are not dossiers."""
    return WITHOUT_ROWS.format(told=", ".join(labels))


def damaged(period: str) -> str:
    return f"Bản chốt {period} đã hỏng nên không hiển thị số liệu."


def unreadable(period: str) -> str:
    return f"Bản chốt {period} lập theo cấu trúc số liệu khác, chưa so được với số hiện tại; các tệp vẫn nguyên vẹn."


def none() -> str:
    return "Chưa có kỳ nào được chốt số liệu."
