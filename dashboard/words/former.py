"""What is no more: former districts as 'huyện … (cũ)', ended bodies with who took over, or that nobody is known.

A commune that ended and one of today may share name and district: they are told apart.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.facts.recorded import REFORM
from dashboard.words import numbers as vi

FORMER, IN_BRACKETS, AREA = " (cũ)", " cũ", "địa bàn "
FROM, UNKNOWN = " (nhận từ ", " (chưa rõ cơ quan kế thừa)"
TAKEN_OVER = f"{{body}}{FROM}{{ended}})"
NOBODY = f"{{ended}}{UNKNOWN}"
NOW = "nay thuộc"
UNTIL, SINCE, BECAME, CODED = "đến {}", "từ {}", f"{{}}, {NOW} {{}}", "mã {}"
NAMED_BY = (
    ("area_code", "name"), ("area_code", "area_name"), ("code", "name"), ("unit_code", "unit_name"),
    ("district_code", "district_name"), ("group_code", "group_name"), ("unit", "name"),
)  # fmt: skip


def area(name: str) -> str:
    """A former district inside a sentence: Huyện Vân Mộc → địa bàn huyện Vân Mộc (cũ)."""
    return f"{AREA}{vi.place(plain(name))}{FORMER}"


def inside(name: str) -> str:
    """A place inside a sentence, a former district as one: địa bàn huyện Vân Mộc (cũ); xã Lam Khê; tỉnh Hoa Lam."""
    return area(name) if name.endswith(FORMER) else vi.place(name)


def has_ended(as_of: dt.date) -> bool:
    """Whether districts are former ones on the day of the data (Luật 72/2025/QH15: none from 1/7/2025 on)."""
    return as_of >= REFORM


def plain(name: str) -> str:
    """Without the mark: where the word 'cũ' stands beside it already."""
    return name.removesuffix(FORMER)


def districts(rows: pd.DataFrame, codes: frozenset[str]) -> pd.DataFrame:
    """Rows with the names of former districts marked; `codes` are theirs."""
    changed = {}
    for code, name in NAMED_BY:
        if code in rows and name in rows:
            marked = rows[code].isin(codes) & rows[name].notna()
            told = rows[name].mask(marked, rows[name].astype("string") + FORMER) if marked.any() else rows[name]
            changed[name] = told.astype(object)
    if "district_name" in rows and "district_code" not in rows:
        changed["district_name"] = rows["district_name"].map(lambda name: f"{name}{FORMER}", na_action="ignore")
    return rows.assign(**changed)


def bodies(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that tell of ended bodies (`ended_agency_code`, `ended_agency_name`) with the name of who answers now."""
    ended = rows["ended_agency_code"].notna() & rows["agency_name"].notna()
    if not ended.any():
        return rows
    return rows.assign(agency_name=[_body(row) if is_one else row.agency_name
                                    for row, is_one in zip(rows.itertuples(), ended, strict=True)])  # fmt: skip


def apart(rows: pd.DataFrame) -> pd.DataFrame:
    """Units that share name and district told apart: by the years they stood, else by what they became, else by code.

    `rows` as `recorded_areas` answers them; those without a unit stay as they are.
    """
    if rows["unit_from"].isna().all():
        return rows
    years = [_years(row) for row in rows.itertuples()]
    became = [
        stood if pd.isna(now) else BECAME.format(stood, vi.place(now))
        for stood, now in zip(years, rows["commune_name"], strict=True)
    ]
    told = rows
    for notes in (years, became, map(CODED.format, rows["area_code"])):
        twins = told["name"].notna() & told.duplicated(["name", "district_name"], keep=False)
        told = told.assign(name=told["name"].mask(twins, rows["name"] + [f" ({note})" for note in notes]))
    return told


def became(rows: pd.DataFrame) -> pd.DataFrame:
    """Units that lie in a commune of another name today, with it: Xã Một → Xã Một (nay thuộc xã Nhị).

    `rows` as `apart` gives them; names that say it already stay as they are.
    """
    told = [
        name if pd.isna(now) or NOW in name or name.split(" (")[0] == now else f"{name} ({NOW} {vi.place(now)})"
        for name, now in zip(rows["name"], rows["commune_name"], strict=True)
    ]
    return rows.assign(name=told)


def answering(name: str) -> str:
    """The body that answers now, without what it took over; none where nobody is known."""
    return "" if name.endswith(UNKNOWN) else name.split(FROM)[0]


def _years(row: object) -> str:
    first, last = row.unit_from, row.unit_to  # type: ignore[attr-defined]
    if pd.isna(first):
        return vi.MISSING
    return SINCE.format(first.year) if pd.isna(last) else UNTIL.format(last.year)


def _body(row: object) -> str:
    ended, body = row.ended_agency_name, row.agency_name  # type: ignore[attr-defined]
    if row.agency_code == row.ended_agency_code:  # type: ignore[attr-defined]
        return NOBODY.format(ended=ended)
    return str(body) if ended == body else TAKEN_OVER.format(body=body, ended=ended)
