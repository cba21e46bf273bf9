"""Agencies of the invented province, their heads' posts and who held them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data_loaders.demo import names
from data_loaders.demo.clock import AS_OF, MERGED_DEPARTMENTS, NONE, REFORM, SILENT_FROM, START, day
from data_loaders.demo.mix import Rows, Table
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


def appoint(bodies: Bodies, places: Places, seed: int) -> Rows:
    """Posts as arrays: code, title, duty, agency (index), valid_from, valid_to, and how diligent the post is.

    in_person: chance that a scheduled day is held by the head; delegated: chance that a deputy stands in, otherwise.
    """
    rng = np.random.default_rng([seed, 2])
    rows: list[tuple] = [("99-UB-CT", "Chủ tịch UBND tỉnh", "province_chair", bodies.at["99-UB"])]
    rows.append(("99-TU-BT", "Bí thư Tỉnh ủy", "province_party_secretary", bodies.at["99-TU"]))
    rows += [
        (f"{bodies.code[i]}-TT", _head_title(str(bodies.name[i])), "agency_head", int(i)) for i in bodies.departments
    ]
    for agencies, suffix, word, post_duty in (
        (bodies.district_committee, "CT", "Chủ tịch", "district_chair"),
        (bodies.district_party, "BT", "Bí thư", "district_party_secretary"),
        (bodies.old_committee, "CT", "Chủ tịch", "commune_chair"),
        (bodies.old_party, "BT", "Bí thư", "commune_party_secretary"),
        (bodies.new_committee, "CT", "Chủ tịch", "commune_chair"),
        (bodies.new_party, "BT", "Bí thư", "commune_party_secretary"),
    ):
        rows += [(f"{bodies.code[i]}-{suffix}", f"{word} {bodies.name[i]}", post_duty, int(i)) for i in agencies]
    code, title, duty, agency = (np.array(column, dtype=object) for column in zip(*rows, strict=True))
    agency = agency.astype(np.int64)
    district = _district_of(bodies, places, agency)
    in_person, delegated = _diligence(rng, duty, district)
    return {
        "code": code,
        "title": title,
        "duty": duty,
        "agency": agency,
        "valid_from": np.maximum(bodies.valid_from[agency], START),
        "valid_to": bodies.valid_to[agency],
        "in_person": in_person,
        "delegated": delegated,
    }


def _head_title(agency: str) -> str:
    if agency.startswith("Thanh tra"):
        return "Chánh Thanh tra tỉnh"
    if agency.startswith("Văn phòng"):
        return "Chánh Văn phòng UBND tỉnh"
    return ("Trưởng ban " if agency.startswith("Ban ") else "Giám đốc ") + agency


def _district_of(bodies: Bodies, places: Places, agency: np.ndarray) -> np.ndarray:
    """Former district of each agency, -1 for the province's."""
    home = np.full(len(bodies.code), -1)
    home[bodies.district_committee] = home[bodies.district_party] = np.arange(len(places.district_code))
    home[bodies.old_committee] = home[bodies.old_party] = places.old_district
    home[bodies.new_committee] = home[bodies.new_party] = places.new_district
    return home[agency]


def _diligence(rng: np.random.Generator, duty: np.ndarray, district: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Chances per post; some districts are slacker, some commune heads rarely come, some always send a deputy."""
    mean = {
        "province_chair": 0.76,
        "province_party_secretary": 0.84,
        "agency_head": 0.86,
        "district_chair": 0.945,
        "district_party_secretary": 0.88,
        "commune_chair": 0.66,
        "commune_party_secretary": 0.77,
    }
    centre = np.array([mean[d] for d in duty])
    lean = rng.normal(0, 0.06, 25)[district + 1]
    communal = np.array([str(d).startswith("commune") for d in duty])
    centre = np.where(communal, np.clip(centre + lean, 0.35, 0.93), centre)
    weight = np.where(communal, 7.0, 40.0)
    chance = rng.beta(centre * weight, (1 - centre) * weight)
    rarely = communal & (rng.random(len(duty)) < 0.07)
    sends = communal & ~rarely & (rng.random(len(duty)) < 0.05)
    chance = np.where(rarely, rng.uniform(0.02, 0.18, len(duty)), np.where(sends, chance * 0.25, chance))
    deputy = np.where(sends, 0.93, np.where(rarely, 0.25, rng.beta(5, 4, len(duty))))
    chance[0], chance[1] = 0.76, 0.85
    deputy[0], deputy[1] = 0.75, 0.6
    return chance, deputy


def post_rows(posts: Rows, bodies: Bodies) -> Table:
    """The table `posts`."""
    return {
        "post_code": posts["code"].tolist(),
        "title": posts["title"].tolist(),
        "duty_code": posts["duty"].tolist(),
        "agency_code": bodies.code[posts["agency"]].tolist(),
        "unit_code": bodies.unit[posts["agency"]].tolist(),
        "valid_from": posts["valid_from"],
        "valid_to": posts["valid_to"],
    }


def holder_rows(posts: Rows, seed: int) -> tuple[Table, np.ndarray]:
    """The table `post_holders`, and the vacant spells as an array of (post, from, to)."""
    rng = np.random.default_rng([seed, 3])
    rows: list[tuple[int, int, int]] = []
    gaps: list[tuple[int, int, int]] = []
    for post, (first, last) in enumerate(zip(posts["valid_from"], posts["valid_to"], strict=True)):
        end = AS_OF if last == NONE else int(last)
        since = int(first)
        while True:
            until = since + int(rng.gamma(5, 260)) + 200
            if until >= end:
                rows.append((post, since, int(last)))
                break
            if until > START:
                rows.append((post, since, until))
            vacant = int(rng.integers(25, 130)) if rng.random() < 0.3 and post > 1 else 0
            since = until + 1 + vacant
            if vacant and until > START:
                gaps.append((post, until + 1, min(since - 1, end)))
            if since > end:
                break
    which, starts, ends = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    table: Table = {
        "post_code": posts["code"][which].tolist(),
        "holder_name": names.person_names(rng, len(rows)).tolist(),
        "from_date": starts,
        "to_date": ends,
    }
    return table, np.array(gaps, dtype=np.int64).reshape(-1, 3)
