"""Invented rows as the standard tables: columns that are told a piece at a time, days as numbers until then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from data_loaders.demo import lineage, mix, petitions, reception
from data_loaders.demo.bodies import Bodies
from data_loaders.demo.clock import AS_OF, NONE, REFORM
from data_loaders.demo.mix import Column, Rows, Table
from data_loaders.demo.places import Places


@dataclass(frozen=True)
class Serials:
    """Codes such as HS-2025-004312, counted inside each year; made when they are told, not kept."""

    prefix: str
    years: np.ndarray
    inside: np.ndarray

    def __len__(self) -> int:
        return len(self.years)

    def at(self, which: np.ndarray) -> list:
        """The codes of these row numbers; None where one is -1."""
        years, inside = self.years[which].tolist(), self.inside[which].tolist()
        return [
            f"{self.prefix}-{year}-{number:06d}" if row >= 0 else None
            for row, year, number in zip(which.tolist(), years, inside, strict=True)
        ]

    @property
    def all(self) -> Column:
        return codes(self, np.arange(len(self), dtype=np.int32))


def serials(prefix: str, days: np.ndarray) -> Serials:
    """Their codes; rows must be in the order of their days."""
    years = 1970 + days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int16)
    start = np.concatenate([[0], np.flatnonzero(np.diff(years)) + 1])
    inside = np.arange(len(days)) - np.repeat(start, np.diff(np.append(start, len(days)))) + 1
    return Serials(prefix, years, inside.astype(np.int32))


def words(names: Iterable[object], which: np.ndarray) -> Column:
    """The word of each index; None where the index is -1."""
    named = np.array([*names, None], dtype=object)
    return Column(which, lambda rows: named[rows].tolist())


def codes(ids: Serials, which: np.ndarray) -> Column:
    """The code of each row number; None where it is -1."""
    return Column(which, ids.at)


def flags(values: np.ndarray) -> Column:
    """0 or 1; None where -1."""
    return words((0, 1), values.astype(np.int8))


def numbers(values: np.ndarray, missing: int | None = None) -> Column:
    """Whole numbers; None where they equal `missing`."""
    return Column(values, lambda rows: [None if number == missing else number for number in rows.tolist()])


def as_drawn(values: np.ndarray) -> Column:
    """The word that was drawn; None where it is empty."""
    return Column(values, lambda rows: [word or None for word in rows])


def place_codes(rng: np.random.Generator, places: Places, rows: Rows) -> Column:
    """The commune as recorded then; at times only the district, or nothing."""
    old, new = len(places.old_code), len(places.new_code)
    before = rows["received"] < REFORM
    at = np.where(before, rows["old_commune"], old + rows["commune"]).astype(np.int32)
    draw = rng.random(len(at))
    vague = before & (draw < 0.02)
    at[vague] = old + new + places.old_district[rows["old_commune"][vague]]
    at[draw > 0.986] = -1
    return words([*places.old_code, *places.new_code, *places.district_code], at)


def dossier_table(rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows, ids: Serials) -> Table:
    """The table `dossiers`."""
    return {
        "dossier_id": ids.all,
        "kind": words(mix.KINDS, rows["kind"]),
        "field_code": as_drawn(rows["field"]),
        "agency_code": words(bodies.code, rows["final"]),
        "place_unit_code": place_codes(rng, places, rows),
        "received_on": rows["received"],
        "accepted_on": rows["accepted"],
        "instance": numbers(rows["instance"]),
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


def _updated(rng: np.random.Generator, rows: Rows) -> Column:
    """When it was last written: mostly the day itself, now and then weeks later (late entries)."""
    count = len(rows["kind"])
    known = np.maximum(np.maximum(rows["received"], rows["accepted"]), rows["closed"])
    delay = np.where(rng.random(count) < 0.03, rng.integers(15, 90, count), rng.integers(0, 3, count))
    seconds = np.minimum(known + delay, AS_OF) * 86_400 + rng.integers(27_000, 61_000, count)
    return Column(seconds, _moments)


def _moments(seconds: np.ndarray) -> list:
    stamps = np.datetime_as_string(seconds.astype("datetime64[s]"))
    return [text.replace("T", " ") for text in stamps.tolist()]


def petition_table(
    rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows, ids: Serials, dossier_ids: Serials
) -> Table:
    """The table `petitions`."""
    return {
        "petition_id": ids.all,
        "kind": words(mix.KINDS, rows["kind"]),
        "field_code": as_drawn(rows["field"]),
        "received_on": rows["received"],
        "channel": words(petitions.CHANNELS, rows["channel"]),
        "agency_code": words(bodies.code, rows["agency"]),
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


def transfer_table(bodies: Bodies, parts: list[Rows], ids: Serials, petition_ids: Serials) -> Table:
    """The table `transfers`, by day."""
    nothing = {"dossier": -1, "petition": -1}
    rows = mix.joined(
        *({name: np.full(len(part["day"]), none) for name, none in nothing.items()} | part for part in parts)
    )
    rows = mix.taken(rows, np.lexsort((rows["petition"], rows["dossier"], rows["day"])))
    return {
        "dossier_id": codes(ids, rows["dossier"]),
        "petition_id": codes(petition_ids, rows["petition"]),
        "from_agency_code": words(bodies.code, rows["from"]),
        "to_agency_code": words(bodies.code, rows["to"]),
        "moved_on": rows["day"],
        "kind": as_drawn(rows["kind"]),
    }


def small_tables(extensions: Rows, suspensions: Rows, steps: Rows, ids: Serials) -> dict[str, Table]:
    """`extensions`, `suspensions` and `dossier_steps`, each in the order of dossiers and days."""

    def ordered(rows: Rows, by: str) -> Rows:
        return mix.taken(rows, np.lexsort((rows[by], rows["dossier"])))

    extensions, suspensions, steps = ordered(extensions, "day"), ordered(suspensions, "from"), ordered(steps, "day")
    return {
        "extensions": {
            "dossier_id": codes(ids, extensions["dossier"]),
            "decided_on": extensions["day"],
            "days": numbers(extensions["days"]),
        },
        "suspensions": {
            "dossier_id": codes(ids, suspensions["dossier"]),
            "from_date": suspensions["from"],
            "to_date": suspensions["to"],
        },
        "dossier_steps": {
            "dossier_id": codes(ids, steps["dossier"]),
            "step": as_drawn(steps["step"]),
            "happened_on": steps["day"],
        },
    }


def session_table(bodies: Bodies, posts: Rows, rows: Rows, ids: Serials) -> Table:
    """The table `reception_sessions`."""
    return {
        "session_id": ids.all,
        "kind": words(reception.SESSION_KINDS, rows["kind"]),
        "post_code": words(posts["code"], rows["post"]),
        "agency_code": words(bodies.code, rows["agency"]),
        "scheduled_on": rows["scheduled"],
        "held_on": rows["held"],
        "chaired": words(reception.CHAIRED, rows["chaired"]),
        "online": flags(rows["online"]),
        "half_day": flags(rows["half"]),
    }


def visit_table(rows: Rows, ids: dict[str, Serials]) -> Table:
    """The table `reception_visits`."""
    return {
        "visit_id": ids["visit"].all,
        "session_id": codes(ids["session"], rows["session"]),
        "people": numbers(rows["people"]),
        "first_time": flags(rows["first"]),
        "matters": numbers(rows["matters"], -1),
        "kind": words(mix.KINDS, rows["kind"]),
        "petition_id": codes(ids["petition"], rows["petition"]),
        "dossier_id": codes(ids["dossier"], rows["dossier"]),
        "outcome": words(reception.OUTCOMES, rows["outcome"]),
    }


def followed_tables(bodies: Bodies, listed: Table, orders: Table, ids: Serials) -> dict[str, Table]:
    """`complex_list` and `directives`."""
    count = len(orders["number"])
    return {
        "complex_list": {
            "dossier_id": codes(ids, np.asarray(listed["dossier"])),
            "label": listed["label"],
            "listed_on": listed["listed"],
            "delisted_on": listed["delisted"],
            "basis": listed["basis"],
            "lead_agency_code": words(bodies.code, np.asarray(listed["lead"])),
        },
        "directives": {
            "directive_id": [f"CD-{n:05d}" for n in range(1, count + 1)],
            "number": orders["number"],
            "issued_on": orders["issued"],
            "issued_by": orders["issuer"],
            "agency_code": words(bodies.code, np.asarray(orders["agency"])),
            "summary": orders["summary"],
            "due_on": orders["due"],
            "done_on": orders["done"],
            "dossier_id": codes(ids, np.asarray(orders["dossier"])),
        },
    }
