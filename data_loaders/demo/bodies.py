"""Agencies of the invented province, their heads' posts and who held them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data_loaders.demo.clock import MERGED_DEPARTMENTS, NONE, REFORM, SILENT_FROM, day
from data_loaders.demo.mix import Table
from data_loaders.demo.places import PROVINCE_CODE, Places

BORN = day(2016, 7, 1)
SILENT = (23, 71, 118)  # communes, by index
# code, name, valid from, valid to, what it became
DEPARTMENTS = [
    ("99-S01", "Sở Nông nghiệp và Môi trường", MERGED_DEPARTMENTS, NONE, None),
    ("99-S02", "Sở Xây dựng", BORN, NONE, None),
    ("99-S03", "Sở Tài chính", BORN, NONE, None),
    ("99-S04", "Sở Nội vụ", BORN, NONE, None),
    ("99-S05", "Sở Tư pháp", BORN, NONE, None),
    ("99-S06", "Sở Công Thương", BORN, NONE, None),
    ("99-S07", "Sở Giáo dục và Đào tạo", BORN, NONE, None),
    ("99-S08", "Sở Y tế", BORN, NONE, None),
    ("99-S09", "Sở Văn hóa, Thể thao và Du lịch", BORN, NONE, None),
    ("99-S10", "Sở Khoa học và Công nghệ", BORN, NONE, None),
    ("99-S11", "Thanh tra tỉnh", BORN, NONE, None),
    ("99-S12", "Văn phòng UBND tỉnh", BORN, NONE, None),
    ("99-S13", "Ban Quản lý khu kinh tế Hoa Lam", BORN, NONE, None),
    ("99-S21", "Sở Tài nguyên và Môi trường", BORN, MERGED_DEPARTMENTS - 1, "99-S01"),
    ("99-S22", "Sở Nông nghiệp và Phát triển nông thôn", BORN, MERGED_DEPARTMENTS - 1, "99-S01"),
    ("99-S23", "Sở Giao thông vận tải", BORN, MERGED_DEPARTMENTS - 1, "99-S02"),
    ("99-S24", "Sở Lao động - Thương binh và Xã hội", BORN, MERGED_DEPARTMENTS - 1, "99-S04"),
]
OTHERS = [
    ("99-UB", "UBND tỉnh", "province"),
    ("99-BTCD", "Ban Tiếp công dân tỉnh", "province"),
    ("99-TU", "Tỉnh ủy Hoa Lam", "party"),
    ("99-NC", "Ban Nội chính Tỉnh ủy", "party"),
    ("99-KT", "Ủy ban Kiểm tra Tỉnh ủy", "party"),
    ("99-MT", "Ủy ban Mặt trận Tổ quốc tỉnh", "party"),
    ("99-DB", "Đoàn đại biểu Quốc hội tỉnh", "province"),
    ("99-TA", "Tòa án nhân dân tỉnh", "justice"),
    ("99-VKS", "Viện kiểm sát nhân dân tỉnh", "justice"),
    ("99-THA", "Thi hành án dân sự tỉnh", "justice"),
    ("99-CA", "Công an tỉnh", "justice"),
    ("00-TCD", "Ban Tiếp công dân Trung ương", "central"),
]


@dataclass
class Bodies:
    """Agencies as arrays, and where to find those of a commune or district (by index)."""

    code: np.ndarray
    name: np.ndarray
    level: np.ndarray
    unit: np.ndarray
    valid_from: np.ndarray
    valid_to: np.ndarray
    at: dict[str, int]
    district_committee: np.ndarray
    district_party: np.ndarray
    old_committee: np.ndarray
    old_party: np.ndarray
    new_committee: np.ndarray
    new_party: np.ndarray
    departments: np.ndarray
    silent: np.ndarray


def found(places: Places) -> Bodies:
    """Every agency of eight years."""
    rows: list[tuple] = [(code, name, level, PROVINCE_CODE, BORN, NONE) for code, name, level in OTHERS]
    rows += [(code, name, "department", PROVINCE_CODE, a, b) for code, name, a, b, _ in DEPARTMENTS]
    first: dict[str, int] = {}
    closed = REFORM - 1
    for key, codes, titles, level, suffix, word, a, b in (
        ("dc", places.district_code, places.district_name, "district", "UB", "UBND", BORN, closed),
        ("dp", places.district_code, places.district_name, "party", "HU", "ủy", BORN, closed),
        ("oc", places.old_code, places.old_name, "commune", "UB", "UBND", BORN, closed),
        ("op", places.old_code, places.old_name, "party", "DU", "Đảng ủy", BORN, closed),
        ("nc", places.new_code, places.new_name, "commune", "UB", "UBND", REFORM, NONE),
        ("np", places.new_code, places.new_name, "party", "DU", "Đảng ủy", REFORM, NONE),
    ):
        first[key] = len(rows)
        rows += [
            (f"{code}-{suffix}", _named(word, str(title)), level, code, a, b)
            for code, title in zip(codes, titles, strict=True)
        ]
    span = {key: np.arange(n) + first[key] for key, n in (("dc", 24), ("dp", 24), ("oc", 500), ("op", 500))}
    columns = [np.array(column, dtype=object) for column in zip(*rows, strict=True)]
    at = {str(code): i for i, code in enumerate(columns[0])}
    code, name, tier, unit, since, until = columns
    return Bodies(
        code,
        name,
        tier,
        unit,
        since.astype(np.int64),
        until.astype(np.int64),
        at,
        span["dc"],
        span["dp"],
        span["oc"],
        span["op"],
        np.arange(len(places.new_code)) + first["nc"],
        np.arange(len(places.new_code)) + first["np"],
        np.array([at[row[0]] for row in DEPARTMENTS]),
        np.concatenate([np.array(SILENT) + first[key] for key in ("nc", "np")]),
    )


def _named(word: str, title: str) -> str:
    """UBND + Huyện Trúc Giang = UBND huyện Trúc Giang; ủy + Huyện Trúc Giang = Huyện ủy Trúc Giang."""
    if word == "ủy":
        return title.replace("Huyện", "Huyện ủy").replace("Thành phố", "Thành ủy")
    return f"{word} {title[0].lower()}{title[1:]}"


def fell_silent(bodies: Bodies, agency: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Whether an agency is one of those communes' that enter nothing any more on that day."""
    return np.isin(agency, bodies.silent) & (days >= SILENT_FROM)


def department_on(bodies: Bodies, chosen: np.ndarray, days: np.ndarray) -> np.ndarray:
    """The department that bears the work of `chosen` on each day, before or after the merger of 1/3/2025."""
    after = {bodies.at[a]: bodies.at[b] for a, _, _, _, b in DEPARTMENTS if b}
    merged = chosen.copy()
    for old, new in after.items():
        merged[(chosen == old) & (days >= MERGED_DEPARTMENTS)] = new
    land = bodies.at["99-S01"]
    merged[(chosen == land) & (days < MERGED_DEPARTMENTS)] = bodies.at["99-S21"]
    return merged


def agency_rows(bodies: Bodies) -> Table:
    """The table `agencies`."""
    return {
        "agency_code": bodies.code.tolist(),
        "name": bodies.name.tolist(),
        "level": bodies.level.tolist(),
        "unit_code": [None if c == "00-TCD" else u for c, u in zip(bodies.code, bodies.unit, strict=True)],
        "valid_from": bodies.valid_from,
        "valid_to": bodies.valid_to,
    }
