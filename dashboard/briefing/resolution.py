"""What was resolved of how many, with which results; what is still open and how late."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.facts.small_cells import LEAST
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words import phrases as say

KINDS = {"complaint": "khiếu nại", "denunciation": "tố cáo", "petition": "kiến nghị, phản ánh"}
MANNERS = {
    "decided": "có quyết định, kết luận giải quyết",
    "withdrawn": "rút đơn",
    "discontinued": "đình chỉ",
    "to_investigation": "chuyển cơ quan điều tra",
}
RESULTS = {
    ("complaint", 1): ("khiếu nại lần đầu", {"right": "đúng", "partly": "đúng một phần", "wrong": "sai"}),
    ("complaint", 2): (
        "khiếu nại lần hai",
        {"upheld": "công nhận quyết định lần đầu", "amended": "sửa", "annulled": "hủy"},
    ),
    ("denunciation", 1): ("tố cáo", {"right": "đúng", "partly": "có đúng, có sai", "wrong": "sai"}),
}
NAMED = 3


def sentences(material: Material) -> list[tuple[str, str]]:
    """Of how many, the rate, by kind, the results, on time, merged."""
    return [
        ("rate", _rate(material)),
        *[(f"of_{kind}", _of_kind(material, kind)) for kind in KINDS],
        *[(f"results_{kind}_{instance}", _results(material, kind, instance)) for kind, instance in RESULTS],
        ("on_time", _on_time(material)),
        ("merged", _merged(material)),
    ]


def _rate(material: Material) -> str:
    figure = material.now["resolution_rate"]
    opening, entered = say.number(material.now["opening_dossiers"]), say.number(material.now["entered_dossiers"])
    if not figure.denominator:
        return "không có vụ việc nào phải giải quyết"
    step = say.moved(material.steps_last_year["resolved_dossiers"], "vụ việc")
    return (
        f"tổng số vụ việc phải giải quyết {vi.prose_count(figure.denominator)} vụ việc (tồn đầu kỳ "
        f"{vi.prose_count(opening)}, thụ lý trong kỳ {vi.prose_count(entered)}); đã giải quyết "
        f"{say.part_of(say.number(figure), figure.denominator, 'vụ việc')}{step}"
    )


def _of_kind(material: Material, kind: str) -> str:
    rows = material.tables["balance"]
    rows = rows[rows["kind"] == kind]
    if rows.empty:
        return ""
    row = {name: int(value) for name, value in rows.iloc[0].drop("kind").items()}
    due = row["opening"] + row["entered_first"] + row["entered_second"] + row["reopened"]
    resolved = sum(row[manner] for manner in MANNERS)
    if not due:
        return ""
    ways = {word: row[manner] for manner, word in MANNERS.items() if row[manner]}
    text = f"{KINDS[kind]}: đã giải quyết {say.part_of(resolved, due, 'vụ việc')}"
    if len(ways) < 2 or (kind == "denunciation" and min(ways.values()) < LEAST):
        return text
    parts = [f"{vi.prose_count(amount)} vụ việc {word}" for word, amount in ways.items()]
    return f"{text}, trong đó {say.listed(parts)}"


def _results(material: Material, kind: str, instance: int) -> str:
    label, words = RESULTS[kind, instance]
    rows = material.tables["results"]
    rows = rows[rows["kind"].eq(kind) & rows["result"].isin(list(words))]
    if kind == "complaint":
        rows = rows[rows["instance"].eq(instance)]
    counts = {word: int(rows.loc[rows["result"].eq(code), "closed"].sum()) for code, word in words.items()}
    total = sum(counts.values())
    withheld = bool(rows["closed"].isna().any())
    if not total or withheld or (kind == "denunciation" and any(0 < amount < LEAST for amount in counts.values())):
        return ""
    parts = [f"{vi.prose_count(amount)} vụ việc {word}" for word, amount in counts.items() if amount]
    verb = say.variant(["kết quả giải quyết", "qua giải quyết"], key=f"{material.windows.now.code}{kind}{instance}")
    return f"{verb} {vi.prose_count(total)} vụ việc {label}: {', '.join(parts)}"


def _on_time(material: Material) -> str:
    figure = material.now["on_time_rate"]
    if not figure.denominator:
        return ""
    share = say.part_of(say.number(figure), figure.denominator, "vụ việc xác định được hạn")
    step = say.moved(material.steps_last_year["on_time_rate"], "vụ việc")
    return f"giải quyết đúng hạn {share}{step}"


def _merged(material: Material) -> str:
    merged = say.number(material.now["merged_dossiers"])
    return f"ngoài ra gộp {vi.prose_count(merged)} vụ việc vào vụ việc khác, không tính là giải quyết" if merged else ""


def backlog(material: Material) -> list[tuple[str, str]]:
    """Open at the end, overdue, how old, awaiting acceptance, who holds most of it, in which field."""
    return [
        ("open", _open(material)),
        ("residual", _residual(material)),
        ("overdue", _overdue(material)),
        ("clock", _clock(material)),
        ("old", _old(material)),
        ("awaiting", _awaiting(material)),
        ("bodies", _bodies(material)),
        ("fields", _fields(material)),
    ]


def _open(material: Material) -> str:
    left, end = say.number(material.now["open_dossiers"]), vi.date(material.windows.now.end)
    if not left:
        return f"đến hết ngày {end}, không còn vụ việc nào chưa giải quyết xong"
    steps = say.moved_both(*material.both("open_dossiers"), "vụ việc", period=material.windows.now)
    return f"đến hết ngày {end}, còn {vi.prose_count(left)} vụ việc chưa giải quyết xong{steps}"


def _residual(material: Material) -> str:
    rows = material.tables["balance"]
    gap = int(rows.loc[rows["kind"] != "all", "residual"].abs().sum())
    return f"số liệu chưa khớp: chênh {vi.prose_count(gap)} vụ việc giữa tồn đầu, phát sinh và tồn cuối" if gap else ""


def _overdue(material: Material) -> str:
    figure = material.now["overdue_share"]
    if not figure.denominator:
        return ""
    share = say.part_of(say.number(figure), figure.denominator, "vụ việc xác định được hạn", verb="chiếm")
    step = say.moved(material.steps_previous["overdue_share"], "vụ việc", against=say.before(material.windows.now))
    return f"quá hạn {share}{step}"


def _clock(material: Material) -> str:
    counts = {
        "sắp đến hạn trong 7 ngày": say.number(material.now["due_soon_dossiers"]),
        "đang tạm đình chỉ": say.number(material.now["suspended_dossiers"]),
        "không xác định được hạn": say.number(material.now["no_limit_dossiers"]),
    }
    parts = [f"{vi.prose_count(amount)} vụ việc {word}" for word, amount in counts.items() if amount]
    return f"trong số đó có {say.listed(parts)}" if parts else ""


def _old(material: Material) -> str:
    long, longer = material.now["open_over_180_days"], material.now["open_over_365_days"]
    if not long.numerator:
        return ""
    text = (
        f"đã chờ trên 180 ngày {say.part_of(long.numerator, int(long.denominator or 0), 'vụ việc tồn', verb='chiếm')}"
    )
    return f"{text}, trong đó {vi.prose_count(longer.numerator)} vụ việc trên một năm" if longer.numerator else text


def _awaiting(material: Material) -> str:
    waiting = say.number(material.now["awaiting_acceptance"])
    return f"chờ thụ lý {vi.prose_count(waiting)} vụ việc khiếu nại, tố cáo" if waiting else ""


def _bodies(material: Material) -> str:
    return _most(material.tables["overdue_by_agency"], "agency_name", "giữ nhiều vụ việc quá hạn nhất")


def _fields(material: Material) -> str:
    rows = material.tables["overdue_by_field"]
    named = rows.assign(field_name=rows["field_group"].map(codes.FIELDS).fillna(rows["field_group"]))
    return _most(named, "field_name", "quá hạn nhiều nhất ở lĩnh vực")


def _most(rows: pd.DataFrame, name: str, lead: str) -> str:
    top = rows[rows["overdue"] > 0].head(NAMED)
    parts = [
        f"{who} ({vi.prose_count(int(late))} vụ việc)" for who, late in zip(top[name], top["overdue"], strict=True)
    ]
    return f"{lead}: {', '.join(parts)}" if parts else ""
