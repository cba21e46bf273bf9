"""The heads' posts, how diligent each is, and who held it."""

from __future__ import annotations

import numpy as np

from data_loaders.demo import names
from data_loaders.demo.bodies import Bodies
from data_loaders.demo.clock import AS_OF, NONE, START
from data_loaders.demo.mix import Rows, Table
from data_loaders.demo.places import Places


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
