"""What leaders follow: the list of complex cases, directives, and which report came in when."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from data_loaders.demo import mix
from data_loaders.demo.bodies import Bodies, fell_silent
from data_loaders.demo.clock import AS_OF, NONE, REFORM, day, next_working, previous_working
from data_loaders.demo.mix import Rows, Table
from data_loaders.demo.movement import holder_on
from data_loaders.demo.places import Places

LISTED = 72
DIRECTIVES = 900
BASES = (
    "Kế hoạch rà soát vụ việc phức tạp, kéo dài số 118/KH-UBND",
    "Thông báo kết luận của Thường trực Tỉnh ủy số 245-TB/TU",
    "Danh sách Tổ công tác của tỉnh, Quyết định số 1520/QĐ-UBND",
)
TOPICS = {
    "land": "Vụ việc về đất đai",
    "environment": "Phản ánh ô nhiễm môi trường",
    "policy": "Kiến nghị về chế độ, chính sách",
    "civil_service": "Nội dung về công chức, công vụ",
}
ORDERS = (
    "Kiểm tra, báo cáo tiến độ giải quyết",
    "Tổ chức đối thoại và giải quyết dứt điểm",
    "Rà soát hồ sơ, đề xuất phương án giải quyết",
    "Trả lời công dân và báo cáo kết quả",
    "Phối hợp giải quyết, không để kéo dài, vượt cấp",
)
ISSUERS = ("Chủ tịch UBND tỉnh", "Thường trực Tỉnh ủy", "Bí thư Tỉnh ủy")


def complex_list(rng: np.random.Generator, places: Places, bodies: Bodies, dossiers: Rows) -> Table:
    """Long, crowded or project dossiers, with a neutral title; most of those closed are struck off."""
    end = np.where(dossiers["closed"] == NONE, AS_OF, dossiers["closed"])
    span, counted = end - dossiers["received"], (dossiers["duplicate"] < 0) & (dossiers["merged"] < 0)
    weight = (span > 240) * (1 + (dossiers["people"] >= 5) * 12 + (dossiers["project"] >= 0) * 6) * counted * 1.0
    weight = weight * np.where(dossiers["closed"] == NONE, 3, 1)
    which = np.sort(rng.choice(len(span), min(LISTED, int((weight > 0).sum())), replace=False, p=weight / weight.sum()))
    listed = dossiers["received"][which] + 90 + (rng.random(len(which)) * 120).astype(np.int64)
    struck = next_working(end[which] + rng.integers(10, 60, len(which)))
    struck = np.where((dossiers["closed"][which] == NONE) | (struck > AS_OF), NONE, struck)
    lead = dossiers["final"][which]
    return {
        "dossier": which,
        "label": [_title(places, dossiers, i) for i in which],
        "listed": listed,
        "delisted": struck,
        "basis": [BASES[i] for i in rng.integers(0, len(BASES), len(which))],
        "lead": np.where(rng.random(len(which)) < 0.25, bodies.at["99-UB"], lead),
    }


def _title(places: Places, dossiers: Rows, index: int) -> str:
    name = str(places.new_name[dossiers["commune"][index]])
    commune = name[:1].lower() + name[1:]
    project = int(dossiers["project"][index])
    if project >= 0:
        return f"Bồi thường, hỗ trợ khi thu hồi đất, dự án {mix.PROJECTS[project].name}, {commune}"
    return f"{_topic(str(dossiers['field'][index]))}, {commune}"


def _topic(field: str) -> str:
    return TOPICS.get(field.split(".")[0], "Vụ việc kéo dài")


def talked(steps: Rows, listed: Table, dossiers: Rows) -> Rows:
    """The steps with a dialogue for each complaint that is still listed and went on after its acceptance (Luật Khiếu
    nại, Điều 30), on the working day before its last step: it stands at the step at which it stood."""
    which = np.asarray(listed["dossier"])[np.asarray(listed["delisted"]) == NONE]
    taken_up = (dossiers["kind"] == mix.COMPLAINT) & (dossiers["accepted"] != NONE) & (dossiers["closed"] == NONE)
    which = which[taken_up[which]]
    last = np.full(len(dossiers["kind"]), NONE)
    np.maximum.at(last, steps["dossier"], steps["day"])
    which = which[last[which] > dossiers["accepted"][which]]
    held = previous_working(last[which] - 1)
    which, held = which[held > dossiers["accepted"][which]], held[held > dossiers["accepted"][which]]
    added = {"dossier": which, "step": np.full(len(which), "dialogue", dtype=object), "day": held}
    return {name: np.concatenate([steps[name], added[name]]) for name in steps}


def directives(rng: np.random.Generator, places: Places, bodies: Bodies, dossiers: Rows) -> Table:
    """What the leaders ordered: most with a day to be done by, some done late or not at all."""
    end = np.where(dossiers["closed"] == NONE, AS_OF, dossiers["closed"])
    weight = np.minimum(end - dossiers["received"], 500) * (1 + (dossiers["project"] >= 0) * 3) * 1.0
    which = rng.choice(len(end), DIRECTIVES, p=weight / weight.sum())
    issued = (
        dossiers["received"][which] + 15 + (rng.random(DIRECTIVES) * (end - dossiers["received"])[which]).astype(int)
    )
    issued = next_working(issued)
    keep = issued < AS_OF
    which, issued = which[keep], issued[keep]
    order = np.argsort(issued, kind="stable")
    which, issued = which[order], issued[order]
    count = len(which)
    due = np.where(rng.random(count) < 0.12, NONE, next_working(issued + rng.choice([10, 15, 20, 30, 45], count)))
    aim = np.where(due == NONE, issued + 30, due)
    done = aim + np.where(rng.random(count) < 0.7, -rng.integers(0, 8, count), rng.integers(1, 90, count))
    done = np.where((rng.random(count) < 0.06) | (done > AS_OF), NONE, np.maximum(done, issued + 1))
    issuer = rng.choice(3, count, p=(0.74, 0.2, 0.06))
    suffix = np.array(["UBND-TCD", "CV/TU", "CV/TU"], dtype=object)[issuer]
    linked = rng.random(count) < 0.8
    return {
        "number": [f"{n}/{s}" for n, s in zip(rng.integers(100, 9800, count), suffix, strict=True)],
        "issued": issued,
        "issuer": [ISSUERS[i] for i in issuer],
        "agency": holder_on(bodies, dossiers, which, issued),
        "summary": [
            f"{ORDERS[o]}: {_topic(str(f)).lower()}"
            for o, f in zip(rng.integers(0, len(ORDERS), count), dossiers["field"][which], strict=True)
        ],
        "due": due,
        "done": done,
        "dossier": np.where(linked, which, -1),
    }


def submissions(rng: np.random.Generator, bodies: Bodies) -> Table:
    """Which body sent which quarter's report, and when; about one in forty is missing, one in nine late."""
    codes, periods, stamps = [], [], []
    reporters = np.flatnonzero(np.isin(bodies.level, ["district", "commune", "department"]))
    for year in range(2019, 2027):
        for quarter, month in enumerate((3, 6, 9, 12), start=1):
            end = day(year, month, 14)
            if end >= AS_OF:
                continue
            live = reporters[
                (bodies.valid_from[reporters] <= end)
                & ((bodies.valid_to[reporters] == NONE) | (bodies.valid_to[reporters] >= end))
            ]
            behind = np.where(np.abs(end - REFORM) < 100, 0.3, 0.11)
            missing = rng.random(len(live)) < (0.09 if 0 < end - REFORM < 100 else 0.025)
            wait = np.where(
                rng.random(len(live)) < behind, rng.integers(6, 24, len(live)), rng.integers(0, 5, len(live))
            )
            missing |= fell_silent(bodies, live, np.full(len(live), end))
            minutes = rng.integers(7 * 60 + 30, 17 * 60, len(live))
            for agency, days, minute in zip(live[~missing], wait[~missing], minutes[~missing], strict=True):
                sent = date(1970, 1, 1) + timedelta(days=int(end + days))
                codes.append(str(bodies.code[agency]))
                periods.append(f"{year}-Q{quarter}")
                stamps.append(f"{sent.isoformat()} {minute // 60:02d}:{minute % 60:02d}:00")
    return {"agency_code": codes, "period_code": periods, "submitted_at": stamps}
