"""One matter: where it stands, its limits, its path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.words import backlog, codes, former
from dashboard.words import numbers as vi

NUMBER = "Số hồ sơ vụ việc, số đơn"
PAPER = "Đơn"
ASK = "Nhập số hồ sơ để xem đường đi của một vụ việc, từ khi tiếp nhận đến nay."
EXAMPLE = "Ví dụ HS-2026-000123, DT-2026-000123."
ASK_MORE = "Ở mọi danh sách, chạm số hồ sơ cũng mở trang này."
UNKNOWN = "Không có vụ việc nào mang số “{number}” trong phạm vi được xem."
NOT_TOLD = (
    "Vụ việc tố cáo không nêu địa bàn, cơ quan, lĩnh vực, lần chuyển, buổi tiếp và kết quả (Luật Tố cáo, Điều 8)."
)
TITLES = {
    "limits": "Hạn giải quyết và căn cứ",
    "path": "Đường đi của vụ việc ({count} việc)",
    "concluded": "Kết luận, chỉ đạo về vụ việc",
    "others": "Vụ việc liên quan",
}
NO_LIMITS = "Vụ việc chưa có hạn: chưa thụ lý, hoặc luật không định hạn cho loại vụ việc này."
NO_CONCLUSIONS = "Chưa có kết luận, chỉ đạo nào về vụ việc."
RELATED = {"duplicate_of": "Trùng với", "merged_into": "Đã gộp vào", "previous_dossier_id": "Tiếp theo vụ việc"}
DATES = {"received_on": "Tiếp nhận", "accepted_on": "Thụ lý", "processed_on": "Xử lý đơn", "closed_on": "Kết thúc"}

Row = Mapping[str, Any]


def headline(row: Row) -> str:
    """'Khiếu nại HS-1 (đất đai; xã Nhất, địa bàn huyện Hạ cũ): UBND xã Nhất đang giữ, đã chờ 150 ngày, …'."""
    kind = codes.KINDS[row["kind"]]
    named = f"{PAPER} {kind.lower()}" if row["is_paper"] else kind
    return f"{named} {row['dossier_id']}{_about(row)}: {_state(row)}."


def _about(row: Row) -> str:
    field = None if vi.is_missing(row["field_group"]) else codes.FIELDS[row["field_group"]].lower()
    places = [
        vi.place(str(row[name])).replace(former.FORMER, former.IN_BRACKETS)
        for name in ("commune_name", "district_name")
        if not vi.is_missing(row[name])
    ]
    told = "; ".join(filter(None, [field, ", ".join(places)]))
    return f" ({told})" if told else ""


def _state(row: Row) -> str:
    if row["is_paper"]:
        return _processed(row)
    if not vi.is_missing(row["duplicate_of"]):
        return f"trùng với {row['duplicate_of']}, không đếm riêng"
    if not vi.is_missing(row["closed_on"]):
        return _ended(row)
    held = "" if vi.is_missing(row["agency_name"]) else f"{row['agency_name']} đang giữ, "
    if vi.is_missing(row["age_days"]):
        return f"{held}tiếp nhận ngày {vi.date(row['received_on'])}, chưa thụ lý"
    return f"{held}đã chờ {vi.prose_count(row['age_days'])} ngày, {_clock(row)}"


def _processed(row: Row) -> str:
    received = f"nhận ngày {vi.date(row['received_on'])}"
    by = "" if vi.is_missing(row["agency_name"]) else f"{row['agency_name']} "
    if vi.is_missing(row["processed_on"]):
        return f"{by}{received}, chưa xử lý xong"
    how = "" if vi.is_missing(row["processing"]) else f" ({codes.PROCESSINGS[row['processing']].lower()})"
    return f"{by}{received}, xử lý xong ngày {vi.date(row['processed_on'])}{how}"


def _clock(row: Row) -> str:
    if row["clock"] == "no_limit":
        return backlog.without_limit(row["kind"])
    if row["clock"] == "suspended":
        return f"đang {backlog.SUSPENDED}"
    due = vi.date(row["due_on"])
    return (
        f"quá hạn {vi.prose_count(row['days_over'])} ngày (hạn {due})"
        if row["clock"] == "overdue"
        else f"hạn đến {due}"
    )


def _ended(row: Row) -> str:
    how = "" if vi.is_missing(row["way_ended"]) else f", {codes.CLOSINGS[row['way_ended']]}"
    result = "" if vi.is_missing(row["result"]) else f" ({codes.RESULTS[row['result']].lower()})"
    text = f"đã kết thúc ngày {vi.date(row['closed_on'])}{how}{result}"
    if vi.is_missing(row["due_on"]):
        return text
    over = (row["closed_on"] - row["due_on"]).days
    return f"{text}; {f'muộn {vi.prose_count(over)} ngày' if over > 0 else 'đúng hạn'} (hạn {vi.date(row['due_on'])})"


def facts(row: Row) -> str:
    """The dates and what else is kept of it, in one line."""
    told = [f"{name} {vi.date(row[column])}" for column, name in DATES.items() if not vi.is_missing(row[column])]
    if not vi.is_missing(row["instance"]):
        told.append(f"giải quyết lần {int(row['instance'])}")
    if not vi.is_missing(row["complexity"]):
        told.append(f"mức {codes.COMPLEXITIES[row['complexity']].lower()}")
    if not vi.is_missing(row["people_count"]):
        told.append(f"{vi.prose_count(row['people_count'])} người")
    if not vi.is_missing(row["escalated"]) and row["escalated"]:
        told.append("đã gửi vượt cấp")
    return f"{' · '.join(told)}."


def path(events: pd.DataFrame) -> pd.DataFrame:
    """Rows of `dossier_path` with what belongs to each in one column."""
    return events.assign(note=[_note(event) for event in events.to_dict("records")])


def _note(event: Row) -> str | None:
    if not vi.is_missing(event["session_kind"]):
        return f"Tiếp {codes.SESSION_KINDS[str(event['session_kind'])].lower()}"
    if not vi.is_missing(event["processing"]):
        return codes.PROCESSINGS[str(event["processing"])]
    if not vi.is_missing(event["way_ended"]):
        return vi.sentence_case(codes.CLOSINGS[str(event["way_ended"])])
    if not vi.is_missing(event["days"]):
        return f"Thêm {vi.count(event['days'])} ngày"
    return None if vi.is_missing(event["reference"]) else str(event["reference"])
