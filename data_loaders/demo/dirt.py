"""Rows that the contract refuses, planted on purpose: about one in a hundred, each wrong in exactly one way.

They are copies of good rows under fresh codes, so that nothing good depends on them and nothing good is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data_loaders.demo.database import ready
from data_loaders.demo.mix import Table

SHARE = 0.01
LEAST = 2  # per kind, in small tables
IDENTITY, PHONE = "003399000017", "0900000017"  # the shape of an identity and a phone number, of nobody
FUTURE, NEVER = "2031-05-17", "2026-02-30"


@dataclass(frozen=True)
class Fault:
    """One way to be wrong: the reason it will be given, and the values that make it so."""

    reason: str
    values: tuple[tuple[str, object], ...]


def _fault(reason: str, **values: object) -> Fault:
    return Fault(reason, tuple(values.items()))


KEYS = {
    "units": "unit_code",
    "agencies": "agency_code",
    "posts": "post_code",
    "petitions": "petition_id",
    "dossiers": "dossier_id",
    "reception_sessions": "session_id",
    "reception_visits": "visit_id",
    "directives": "directive_id",
}
DUPLICATE = "duplicate_key"
NOWHERE = "KHONG-CO"

FAULTS: dict[str, tuple[Fault, ...]] = {
    "units": (
        _fault("missing_key", unit_code=None),
        _fault("outside_vocabulary", level="hamlet"),
        _fault("broken_date", valid_to=NEVER),
        _fault("broken_date", valid_from="chưa rõ"),
        _fault("dangling_reference", parent_code=NOWHERE),
        _fault("ends_before_start", valid_from="2020-01-01", valid_to="2019-01-01"),
        _fault("personal_data", name=f"Xã mẫu, điện thoại {PHONE}"),
    ),
    "unit_changes": (
        _fault("missing_key", old_code=None),
        _fault("broken_date", changed_on="01.07.2025"),
        _fault("dangling_reference", new_code=NOWHERE),
    ),
    "unit_groups": (
        _fault("missing_key", unit_code=None),
        _fault("broken_date", valid_from="ngày 1/7"),
        _fault("dangling_reference", unit_code=NOWHERE),
    ),
    "agencies": (
        _fault("missing_key", agency_code=None),
        _fault(DUPLICATE),
        _fault("outside_vocabulary", level="ward"),
        _fault("missing_value", name=None),
        _fault("dangling_reference", unit_code=NOWHERE),
        _fault("personal_data", name=f"Cơ quan mẫu {IDENTITY}"),
    ),
    "posts": (
        _fault("missing_key", post_code=None),
        _fault(DUPLICATE),
        _fault("outside_vocabulary", duty_code="deputy_chair"),
        _fault("broken_date", valid_from=NEVER),
        _fault("dangling_reference", agency_code=NOWHERE),
    ),
    "post_holders": (
        _fault("missing_key", post_code=None),
        _fault("broken_date", from_date="2021-13-01"),
        _fault("dangling_reference", post_code=NOWHERE),
        _fault("ends_before_start", from_date="2022-05-01", to_date="2021-05-01"),
        _fault("personal_data", holder_name=f"Cán bộ mẫu {PHONE}"),
    ),
    "petitions": (
        _fault("missing_key", petition_id=None),
        _fault(DUPLICATE),
        _fault("outside_vocabulary", kind="appeal"),
        _fault("outside_vocabulary", channel="fax"),
        _fault("broken_date", received_on=NEVER),
        _fault("broken_boolean", eligible="có"),
        _fault("missing_value", eligible=None),
        _fault("dangling_reference", agency_code=NOWHERE),
        _fault("dangling_reference", dossier_id=NOWHERE),
        _fault("future_date", received_on=FUTURE, processed_on=None),
        _fault("processed_before_received", received_on="2024-05-20", processed_on="2024-05-02"),
        _fault("personal_data", forwarded_by=f"Người gửi {IDENTITY}"),
        _fault("personal_data", field_code=f"land {PHONE}"),
    ),
    "dossiers": (
        _fault("missing_key", dossier_id=None),
        _fault(DUPLICATE),
        _fault("outside_vocabulary", kind="request"),
        _fault("outside_vocabulary", complexity="hard"),
        _fault("outside_vocabulary", instance=3),
        _fault("broken_date", received_on="31/02/2024"),
        _fault("broken_number", instance="hai"),
        _fault("broken_boolean", remote_area="x"),
        _fault("missing_value", received_on=None),
        _fault("dangling_reference", agency_code=NOWHERE),
        _fault("dangling_reference", place_unit_code=NOWHERE),
        _fault("future_date", received_on=FUTURE, accepted_on=None, closed_on=None, closing=None, result=None),
        _fault("accepted_before_received", received_on="2024-06-10", accepted_on="2024-06-03", closed_on=None),
        _fault("closed_before_accepted", received_on="2024-06-03", accepted_on="2024-06-10", closed_on="2024-06-05"),
        _fault("closed_before_received", received_on="2024-06-10", accepted_on=None, closed_on="2024-05-20"),
        _fault("personal_data", field_code=IDENTITY),
    ),
    "extensions": (
        _fault("missing_key", dossier_id=None),
        _fault("broken_number", days="ba mươi"),
        _fault("dangling_reference", dossier_id=NOWHERE),
        _fault("future_date", decided_on=FUTURE),
    ),
    "suspensions": (
        _fault("missing_key", dossier_id=None),
        _fault("broken_date", from_date=NEVER),
        _fault("dangling_reference", dossier_id=NOWHERE),
        _fault("ends_before_start", from_date="2024-05-20", to_date="2024-05-02"),
    ),
    "transfers": (
        _fault("missing_key", dossier_id=None, petition_id=None),
        _fault("outside_vocabulary", kind="forward"),
        _fault("broken_date", moved_on="2024-00-10"),
        _fault("dangling_reference", to_agency_code=NOWHERE),
        _fault("future_date", moved_on=FUTURE),
    ),
    "dossier_steps": (
        _fault("missing_key", dossier_id=None),
        _fault("outside_vocabulary", step="meeting"),
        _fault("broken_date", happened_on=NEVER),
        _fault("dangling_reference", dossier_id=NOWHERE),
        _fault("future_date", happened_on=FUTURE),
    ),
    "complex_list": (
        _fault("dangling_reference", dossier_id=NOWHERE),
        _fault("ends_before_start", listed_on="2024-05-20", delisted_on="2024-05-02"),
        _fault("personal_data", label=f"Vụ việc mẫu, liên hệ {PHONE}"),
    ),
    "reception_sessions": (
        _fault("missing_key", session_id=None),
        _fault(DUPLICATE),
        _fault("outside_vocabulary", kind="weekly"),
        _fault("outside_vocabulary", chaired="deputy"),
        _fault("broken_date", held_on=NEVER),
        _fault("broken_boolean", online="zoom"),
        _fault("dangling_reference", post_code=NOWHERE),
        _fault("dangling_reference", agency_code=NOWHERE),
        _fault("future_date", held_on=FUTURE),
    ),
    "reception_visits": (
        _fault("missing_key", visit_id=None),
        _fault(DUPLICATE),
        _fault("outside_vocabulary", outcome="sent_home"),
        _fault("broken_number", people="đông"),
        _fault("missing_value", people=None),
        _fault("dangling_reference", session_id=NOWHERE),
        _fault("dangling_reference", dossier_id=NOWHERE),
    ),
    "directives": (
        _fault("missing_key", directive_id=None),
        _fault(DUPLICATE),
        _fault("broken_date", issued_on=NEVER),
        _fault("dangling_reference", agency_code=NOWHERE),
        _fault("future_date", issued_on=FUTURE, due_on=None, done_on=None),
        _fault("personal_data", summary=f"Trả lời công dân, số {IDENTITY}"),
    ),
    "submissions": (
        _fault("missing_key", agency_code=None),
        _fault("broken_date", submitted_at="hôm qua"),
        _fault("dangling_reference", agency_code=NOWHERE),
    ),
}


def plant(table: str, columns: Table, *, seed: int) -> tuple[dict[str, list], dict[str, int]]:
    """(the dirty rows that belong after those of the table, ready to be written; how many by reason)."""
    rng = np.random.default_rng([seed, 6, sorted(FAULTS).index(table)])
    size, faults = len(next(iter(columns.values()))), FAULTS[table]
    each = max(LEAST if size > 400 else 1, round(size * SHARE / len(faults)))
    planted: dict[str, int] = {}
    copies = np.concatenate([rng.integers(0, size, each) for _ in faults])
    dirty = {name: ready(values, copies) for name, values in columns.items()}
    for number, fault in enumerate(faults):
        for row in range(number * each, (number + 1) * each):
            _spoil(table, dirty, row, fault)
        planted[fault.reason] = planted.get(fault.reason, 0) + each
    return dirty, planted


def _spoil(table: str, dirty: dict[str, list], row: int, fault: Fault) -> None:
    changes: dict[str, object] = dict.fromkeys(_UNTANGLED & dirty.keys())
    key = KEYS.get(table)
    if key and fault.reason != DUPLICATE:
        changes[key] = f"LOI-{row + 1:05d}"
    for name, value in (changes | dict(fault.values)).items():
        dirty[name][row] = value


# A dirty copy points to nothing that could make it wrong in a second way.
_UNTANGLED = frozenset({"duplicate_of", "merged_into", "previous_dossier_id"})
