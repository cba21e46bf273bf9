"""Which figure stands beside the sentences of a section, as plain numbers: the same for slides and for the screens."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.drawing.figure import Chart, Kind, numbers
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import codes, headings

PETITIONS = "Số đơn"
NOT_WITHIN = "Không thuộc thẩm quyền"
NOT_ELIGIBLE = "Không đủ điều kiện"
DUTY_SHARE = "Tỷ lệ ngày người đứng đầu trực tiếp tiếp (%)"
WITHIN = ("complaints_within_authority", "denunciations_within_authority", "proposals_within_authority")
MOST_AREAS = 10


def chart(section: str, material: Material) -> Chart | None:
    """The figure of a section of the briefing; None where it has none or there is nothing to draw."""
    found = CHARTS[section](material) if section in CHARTS else None
    return found if found and found.labels else None


def _reception(material: Material) -> Chart:
    return _over_time(material, "reception_series", "columns", visits="volume")


def _petitions(material: Material) -> Chart:
    parts = {label: material.now[name] for label, name in zip(codes.KINDS.values(), WITHIN, strict=True)}
    parts[NOT_WITHIN] = material.now["petitions_not_within_authority"]
    parts[NOT_ELIGIBLE] = material.now["petitions_not_eligible"]
    values = [None if figure.numerator is None else float(figure.numerator) for figure in parts.values()]
    return Chart("bars", list(parts) if any(values) else [], {PETITIONS: values})


def _resolution(material: Material) -> Chart:
    return _over_time(material, "quarterly_series", "columns", entered="volume", resolved="good")


def _backlog(material: Material) -> Chart:
    return _over_time(material, "quarterly_series", "lines", open_count="volume", overdue="bad")


def _watch(material: Material) -> Chart:
    rows = material.tables["areas"]
    rows = rows[rows["name"].notna() & (rows["overdue"] > 0).fillna(False)].head(MOST_AREAS)
    series = {headings.HEADINGS["overdue"]: numbers(rows["overdue"])}
    return Chart("bars", [str(name) for name in rows["name"]], series, tints=("bad",))


def _duty(material: Material) -> Chart:
    rows = material.tables["duty_by_level"]
    rows = rows[rows["required"] >= LEAST_BASE]
    shares = [
        round(100 * credited / required, 1)
        for credited, required in zip(rows["credited"].astype(int), rows["required"].astype(int), strict=True)
    ]
    labels = [codes.DUTIES.get(code, code) for code in rows["duty_code"]]
    return Chart("bars", labels, {DUTY_SHARE: shares}, unit="percent")


CHARTS: dict[str, Callable[[Material], Chart]] = {
    "reception": _reception,
    "petitions": _petitions,
    "resolution": _resolution,
    "backlog": _backlog,
    "watch": _watch,
    "duty": _duty,
}


def _over_time(material: Material, table: str, kind: Kind, **tints: str) -> Chart:
    """Columns of the answer by the colour they are drawn in."""
    rows, quarters = material.tables[table], material.tables["quarterly_series"]
    labels = period_labels(rows)
    series = {headings.HEADINGS[name]: numbers(rows[name]) for name in tints}
    running = bool(len(quarters) and quarters["is_running"].iloc[-1])
    return Chart(kind, labels, series, tints=tuple(tints.values()), running=running)


def period_labels(rows: pd.DataFrame) -> list[str]:
    """2026-Q3 → Q3/26: short enough to stand under twelve columns."""
    return [f"{code[5:]}/{code[2:4]}" for code in rows["code"]]
