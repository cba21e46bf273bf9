"""What the meeting should look at: listed complex cases, areas that got worse, directives not carried out."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.facts.areas import worse
from dashboard.facts.small_cells import SECRET_KIND
from dashboard.words import numbers as vi
from dashboard.words import phrases as say

NAMED = 3


def complex_cases(material: Material) -> list[tuple[str, str]]:
    """How many stand on the list, how many still go on, and the longest one by its neutral title.

    A denunciation's case is counted and never named (Luật Tố cáo, Điều 8).
    """
    rows = material.tables["complex_cases"]
    if rows.empty:
        return []
    going = rows[~rows["is_closed"].astype(bool)]
    text = (
        f"danh sách vụ việc phức tạp, kéo dài đang theo dõi có {vi.prose_count(len(rows))} vụ việc, "
        f"{say.counted(len(going), 'vụ việc')} chưa kết thúc"
    )
    return [("listed", text), ("longest", _longest(going))]


def _longest(going: pd.DataFrame) -> str:
    known = going[going["age_days"].notna() & going["kind"].ne(SECRET_KIND)]
    if known.empty:
        return ""
    row = known.sort_values("age_days", ascending=False).iloc[0]
    days = vi.prose_count(int(row["age_days"]))
    return f"lâu nhất: {row['label']} (hồ sơ {row['dossier_id']}), {days} ngày kể từ thụ lý"


def areas(material: Material) -> list[tuple[str, str]]:
    """Where overdue matters rose beyond chance, where most of them lie, where mass groups came from."""
    now, before = material.tables["areas"], material.tables["areas_before"]
    return [
        ("worse", _worse(now, before, against=say.before(material.windows.now))),
        ("overdue", _top(now, "overdue", "vụ việc", "nhiều vụ việc quá hạn nhất")),
        ("mass_groups", _top(now, "mass_groups", "lượt đoàn", "nhiều lượt đoàn đông người nhất")),
    ]


def _worse(now: pd.DataFrame, before: pd.DataFrame, *, against: str) -> str:
    if before["overdue"].sum() == 0 and before["open_count"].sum() == 0:
        return ""
    rows = worse(now, before).head(NAMED)
    if rows.empty:
        return "không địa bàn nào có số vụ việc quá hạn tăng vượt mức dao động thường"
    parts = [
        f"{name} (từ {vi.prose_count(base)} lên {vi.prose_count(late)} vụ việc)"
        for name, base, late in zip(rows["name"], rows["before"], rows["after"].astype(int), strict=True)
    ]
    return f"số vụ việc quá hạn tăng vượt mức dao động thường so với {against} tại {say.listed(parts)}"


def _top(now: pd.DataFrame, column: str, noun: str, lead: str) -> str:
    rows = now[now["name"].notna() & (now[column] > 0)].sort_values([column, "area_code"], ascending=[False, True])
    parts = [
        f"{name} ({vi.prose_count(int(amount))} {noun})"
        for name, amount in zip(rows["name"].head(NAMED), rows[column].head(NAMED), strict=True)
    ]
    return f"{lead}: {', '.join(parts)}" if parts else ""


def directives(material: Material) -> list[tuple[str, str]]:
    """Directives not carried out, and how many of them are past their day."""
    rows = material.tables.get("directives_open", pd.DataFrame())
    if rows.empty:
        return []
    late = rows[rows["days_over"].notna()]
    text = f"còn {vi.prose_count(len(rows))} ý kiến chỉ đạo của lãnh đạo chưa thực hiện xong"
    if late.empty:
        return [("open", f"{text}, chưa ý kiến nào quá hạn")]
    worst = late.sort_values("days_over", ascending=False).iloc[0]
    days, body = vi.prose_count(int(worst["days_over"])), worst["agency_name"]
    return [
        ("open", f"{text}, trong đó {vi.prose_count(len(late))} ý kiến đã quá hạn"),
        ("latest", f"quá hạn lâu nhất: văn bản số {worst['number']} giao {body}, quá {days} ngày"),
    ]
