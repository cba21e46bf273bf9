"""Invented rows as the standard tables: columns of ready values (days still as numbers until they are written)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from data_loaders.demo import lineage, mix, petitions, reception
from data_loaders.demo.bodies import Bodies
from data_loaders.demo.clock import AS_OF, NONE, REFORM
from data_loaders.demo.mix import Rows, Table
from data_loaders.demo.places import Places


def words(names: Sequence[str], which: np.ndarray) -> list:
    """The word of each index; None where the index is -1."""
    return np.array([*names, None], dtype=object)[which].tolist()


def codes(names: np.ndarray, which: np.ndarray) -> list:
    """The code of each row number; None where it is -1."""
    return np.append(names, np.array([None], dtype=object))[which].tolist()


def flags(values: np.ndarray) -> list:
    """0 or 1; None where -1."""
    return np.array([0, 1, None], dtype=object)[values.astype(np.int64)].tolist()


def numbers(values: np.ndarray, missing: int) -> list:
    """Whole numbers; None where they equal `missing`."""
    column = values.astype(object)
    column[values == missing] = None
    return column.tolist()


def serials(prefix: str, days: np.ndarray) -> np.ndarray:
    """Codes such as HS-2025-004312, counted inside each year; rows must be in the order of their days."""
    years = 1970 + days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    start = np.concatenate([[0], np.flatnonzero(np.diff(years)) + 1])
    inside = np.arange(len(days)) - np.repeat(start, np.diff(np.append(start, len(days)))) + 1
    return np.array(
        [f"{prefix}-{y}-{n:06d}" for y, n in zip(years.tolist(), inside.tolist(), strict=True)], dtype=object
    )


def place_codes(rng: np.random.Generator, places: Places, rows: Rows) -> list:
    """The commune as recorded then; at times only the district, or nothing."""
    old, new = places.old_code[rows["old_commune"]], places.new_code[rows["commune"]]
    before = rows["received"] < REFORM
    code = np.where(before, old, new)
    draw = rng.random(len(code))
    code[before & (draw < 0.02)] = places.district_code[places.old_district[rows["old_commune"]]][
        before & (draw < 0.02)
    ]
    code[draw > 0.986] = None
    return code.tolist()


def dossier_table(rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows, ids: np.ndarray) -> Table:
    """The table `dossiers`."""
    return {
        "dossier_id": ids.tolist(),
        "kind": words(mix.KINDS, rows["kind"]),
        "field_code": [f or None for f in rows["field"]],
        "agency_code": bodies.code[rows["final"]].tolist(),
        "place_unit_code": place_codes(rng, places, rows),
        "received_on": rows["received"],
        "accepted_on": rows["accepted"],
        "instance": rows["instance"].tolist(),
        "complexity": words(mix.COMPLEXITY, rows["complexity"]),
        "remote_area": flags(rows["remote"]),
        "people_count": numbers(rows["people"], NONE),
        "escalated": flags(np.where(rng.random(len(ids)) < 0.05, -1, rows["escalated"])),
        "due_on": rows["due_own"],
        "closed_on": rows["closed"],
        "closing": words(lineage.CLOSINGS, rows["closing"]),
        "result": words(lineage.RESULTS, rows["result"]),
        "duplicate_of": codes(ids, rows["duplicate"]),
        "merged_into": codes(ids, rows["merged"]),
        "previous_dossier_id": codes(ids, rows["previous"]),
        "updated_at": _updated(rng, rows),
    }


def _updated(rng: np.random.Generator, rows: Rows) -> list:
    """When it was last written: mostly the day itself, now and then weeks later (late entries)."""
    count = len(rows["kind"])
    known = np.maximum(np.maximum(rows["received"], rows["accepted"]), rows["closed"])
    delay = np.where(rng.random(count) < 0.03, rng.integers(15, 90, count), rng.integers(0, 3, count))
    seconds = np.minimum(known + delay, AS_OF) * 86_400 + rng.integers(27_000, 61_000, count)
    stamps = np.datetime_as_string(seconds.astype("datetime64[s]"))
    return [text.replace("T", " ") for text in stamps.tolist()]


def petition_table(
    rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows, ids: np.ndarray, dossier_ids: np.ndarray
) -> Table:
    """The table `petitions`."""
    return {
        "petition_id": ids.tolist(),
        "kind": words(mix.KINDS, rows["kind"]),
        "field_code": [f or None for f in rows["field"]],
        "received_on": rows["received"],
        "channel": words(petitions.CHANNELS, rows["channel"]),
        "agency_code": bodies.code[rows["agency"]].tolist(),
        "place_unit_code": place_codes(rng, places, rows),
        "signatories": words(("one", "many", "other"), rows["signed"]),
        "eligible": flags(rows["eligible"]),
        "within_authority": flags(rows["within"]),
        "processing": words(petitions.PROCESSING, rows["processing"]),
        "processed_on": rows["processed"],
        "reply_received": flags(rows["reply"]),
        "forwarded_by": words(petitions.SENDERS, rows["sender"]),
        "escalated": flags(rows["escalated"]),
        "dossier_id": codes(dossier_ids, rows["dossier"]),
    }


def transfer_table(bodies: Bodies, parts: list[Rows], ids: np.ndarray, petition_ids: np.ndarray) -> Table:
    """The table `transfers`, by day."""
    nothing = [np.full(len(part["day"]), -1) for part in parts]
    dossier = np.concatenate([part.get("dossier", none) for part, none in zip(parts, nothing, strict=True)])
    petition = np.concatenate([part.get("petition", none) for part, none in zip(parts, nothing, strict=True)])
    joined = {name: np.concatenate([part[name] for part in parts]) for name in ("from", "to", "day", "kind")}
    order = np.lexsort((petition, dossier, joined["day"]))
    return {
        "dossier_id": codes(ids, dossier[order]),
        "petition_id": codes(petition_ids, petition[order]),
        "from_agency_code": bodies.code[joined["from"][order]].tolist(),
        "to_agency_code": bodies.code[joined["to"][order]].tolist(),
        "moved_on": joined["day"][order],
        "kind": joined["kind"][order].tolist(),
    }


def small_tables(extensions: Rows, suspensions: Rows, steps: Rows, ids: np.ndarray) -> dict[str, Table]:
    """`extensions`, `suspensions` and `dossier_steps`, each in the order of dossiers and days."""

    def ordered(rows: Rows, by: str) -> Rows:
        order = np.lexsort((rows[by], rows["dossier"]))
        return {name: column[order] for name, column in rows.items()}

    extensions, suspensions, steps = ordered(extensions, "day"), ordered(suspensions, "from"), ordered(steps, "day")
    return {
        "extensions": {
            "dossier_id": codes(ids, extensions["dossier"]),
            "decided_on": extensions["day"],
            "days": extensions["days"].tolist(),
        },
        "suspensions": {
            "dossier_id": codes(ids, suspensions["dossier"]),
            "from_date": suspensions["from"],
            "to_date": suspensions["to"],
        },
        "dossier_steps": {
            "dossier_id": codes(ids, steps["dossier"]),
            "step": steps["step"].tolist(),
            "happened_on": steps["day"],
        },
    }


def session_table(bodies: Bodies, posts: Rows, rows: Rows, ids: np.ndarray) -> Table:
    """The table `reception_sessions`."""
    return {
        "session_id": ids.tolist(),
        "kind": words(reception.SESSION_KINDS, rows["kind"]),
        "post_code": codes(posts["code"], rows["post"]),
        "agency_code": bodies.code[rows["agency"]].tolist(),
        "scheduled_on": rows["scheduled"],
        "held_on": rows["held"],
        "chaired": words(reception.CHAIRED, rows["chaired"]),
        "online": flags(rows["online"]),
        "half_day": flags(rows["half"]),
    }


def visit_table(rows: Rows, ids: dict[str, np.ndarray]) -> Table:
    """The table `reception_visits`."""
    return {
        "visit_id": ids["visit"].tolist(),
        "session_id": ids["session"][rows["session"]].tolist(),
        "people": rows["people"].tolist(),
        "first_time": flags(rows["first"]),
        "matters": numbers(rows["matters"], -1),
        "kind": words(mix.KINDS, rows["kind"]),
        "petition_id": codes(ids["petition"], rows["petition"]),
        "dossier_id": codes(ids["dossier"], rows["dossier"]),
        "outcome": words(reception.OUTCOMES, rows["outcome"]),
    }


def followed_tables(bodies: Bodies, listed: Table, orders: Table, ids: np.ndarray) -> dict[str, Table]:
    """`complex_list` and `directives`."""
    count = len(orders["number"])
    return {
        "complex_list": {
            "dossier_id": codes(ids, np.asarray(listed["dossier"])),
            "label": listed["label"],
            "listed_on": listed["listed"],
            "delisted_on": listed["delisted"],
            "basis": listed["basis"],
            "lead_agency_code": bodies.code[np.asarray(listed["lead"])].tolist(),
        },
        "directives": {
            "directive_id": [f"CD-{n:05d}" for n in range(1, count + 1)],
            "number": orders["number"],
            "issued_on": orders["issued"],
            "issued_by": orders["issuer"],
            "agency_code": bodies.code[np.asarray(orders["agency"])].tolist(),
            "summary": orders["summary"],
            "due_on": orders["due"],
            "done_on": orders["done"],
            "dossier_id": codes(ids, np.asarray(orders["dossier"])),
        },
    }
