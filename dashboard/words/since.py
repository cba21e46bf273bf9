"""What changed since an earlier refresh, and since a viewer's last visit."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.words import change, locks
from dashboard.words import numbers as vi

VIEWS = {"locks": "Số đã chốt", "since": "Đổi gì từ …"}
LABEL = "Từ lần cập nhật"
TAKEN = "Cập nhật {at}, số liệu đến {as_of}"
NONE = "Chưa có lần cập nhật nào trước lần này để so."
NONE_HOW = "Mỗi lần cập nhật, phần mềm giữ lại các con số và mã hồ sơ của quý đang chạy; từ lần sau sẽ so được."
UNREADABLE = "Số liệu giữ lại của lần cập nhật này không đọc được; hãy chọn lần khác."
HEADLINE = "Từ ngày {day}, {period}: {steps}."
STEPS = {"open": "đang giải quyết {before} → {after}", "overdue": "quá hạn {before} → {after}"}
UNCHANGED = {"open": "đang giải quyết vẫn {after}", "overdue": "quá hạn vẫn {after}"}
HAPPENED = {
    "new": "{count} vụ việc mới",
    "ended": "{count} giải quyết xong",
    "started": "{count} mới thụ lý",
    "due": "{count} đến hạn mà chưa xong",
}
RECORDED = "{count} hồ sơ ghi muộn, sửa, chuyển hoặc xóa"
NOTHING = "Không hồ sơ nào thay đổi."
SCOPE = "{period}, đến {then} như ghi lúc đó và đến {now} như ghi hiện nay; hồ sơ không gồm tố cáo"
UNNAMED = "Ngoài các hồ sơ nêu dưới đây, tố cáo làm thay đổi: {told} (chỉ đếm toàn tỉnh, không nêu từng vụ)."
TITLES = {"figures": "Con số lúc đó và hiện nay", "rows": "Hồ sơ tạo ra thay đổi"}
LINE = "Từ lần xem trước ({day}): {told}."
LINK = "Xem từng hồ sơ đã đổi"


def step(name: str, before: int | None, after: int | None) -> str:
    """'đang giải quyết 2.460 → 2.441'"""
    said = UNCHANGED if before == after else STEPS
    return said[name].format(before=vi.count(before or 0), after=vi.count(after or 0))


def happened(counts: Mapping[str, int]) -> str:
    """'245 vụ việc mới, 260 giải quyết xong, 12 đến hạn mà chưa xong; 31 hồ sơ ghi muộn, sửa, chuyển hoặc xóa.'"""
    told = [words.format(count=vi.prose_count(counts[name])) for name, words in HAPPENED.items() if counts.get(name)]
    recorded = sum(count for name, count in counts.items() if name not in HAPPENED)
    told += [RECORDED.format(count=vi.prose_count(recorded))] if recorded else []
    return f"{vi.sentence_case(', '.join(told))}." if told else NOTHING


def secret(steps: Mapping[str, int]) -> str:
    """'Ngoài các hồ sơ nêu dưới đây, tố cáo làm thay đổi: Vụ việc mới +3 …'"""
    told = ", ".join(f"{locks.COUNTS[name]} {change.signed(step)}" for name, step in steps.items())
    return UNNAMED.format(told=told)
