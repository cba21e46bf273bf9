"""What each rule file holds: its columns, and the key that may have one answer a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """A column: type text, number (whole, not negative), date or boolean; `default` fills an empty cell."""

    type: str = "text"
    required: bool = True  # the column must be in the file
    required_value: bool = True  # and its cells filled
    choices: tuple[Any, ...] = ()
    default: Any = None


@dataclass(frozen=True)
class RuleFile:
    """`key`: the columns of the question a row answers (an empty cell in a row means any value)."""

    columns: dict[str, Column]
    key: tuple[str, ...] = ()
    id_column: str | None = None
    day_column: str | None = None  # valid_from is this column's day
    one_day: bool = False  # and valid_to too


def _any(kind: str = "text", *choices: Any) -> Column:
    """A column that must be there, with cells that may be empty."""
    return Column(kind, required_value=False, choices=choices)


KINDS = ("complaint", "denunciation", "petition")
DUTIES = (
    *("province_party_secretary", "district_party_secretary", "commune_party_secretary"),
    *("province_chair", "district_chair", "commune_chair", "agency_head"),
)
WATCHED = (
    *("on_time_low", "entered_jump", "overdue", "overdue_days"),
    *("mass_groups", "directives_late", "bounced", "silent"),
)
EVENT_KINDS = ("law", "reform", "party", "conclusion", "assembly", "holiday")
TEXT = Column()
DATE = Column("date")
ID = {"rule_id": TEXT}
VALIDITY = {"valid_from": DATE, "valid_to": _any("date")}
# How sure the built-in row is: V seen in a public source, M from memory (high, medium, low), I a judgement.
REMARKS = {
    "confidence": Column(required=False, required_value=False, choices=("V", "C", "M-h", "M-m", "M-l", "I")),
    "note": Column(required=False, required_value=False),
}
# What a row changes, in a few words, where those made from its columns do not do.
LABEL = {"label": Column(required=False, required_value=False)}
ON = Column("boolean", required=False, default=True)
OFF = Column("boolean", required=False, default=False)

FILES = {
    "deadlines": RuleFile(
        columns=ID
        | {
            "kind": Column(choices=KINDS),
            "instance": _any("number", 1, 2),
            "complexity": _any("text", "normal", "complex", "very_complex"),
            "remote": _any("boolean"),
            "stage": Column(choices=("acceptance", "processing", "resolution")),
            "days": Column("number"),
            "unit": Column(choices=("calendar", "working")),
            "roll_forward": ON,
            "article": TEXT,
        }
        | VALIDITY
        | LABEL
        | REMARKS,
        key=("kind", "instance", "complexity", "remote", "stage"),
        id_column="rule_id",
    ),
    "suspensions": RuleFile(
        columns=ID | {"kind": Column(choices=KINDS), "article": TEXT} | VALIDITY | LABEL | REMARKS,
        key=("kind",),
        id_column="rule_id",
    ),
    "reception_duty": RuleFile(
        columns=ID
        | {
            "duty_code": Column(choices=DUTIES),
            "minimum": Column("number"),
            "per": Column(choices=("month", "week")),
            "weekday": Column("number", required=False, required_value=False, choices=(1, 2, 3, 4, 5, 6, 7)),
            "ad_hoc_counts": OFF,
            "half_day_counts": ON,
            "article": TEXT,
        }
        | VALIDITY
        | LABEL
        | REMARKS,
        key=("duty_code",),
        id_column="rule_id",
    ),
    "reporting_calendars": RuleFile(
        columns=ID
        | {
            "calendar": Column(choices=("inspectorate", "calendar")),
            "closing_day": Column("number", choices=(*range(1, 29), 31)),
            "article": TEXT,
        }
        | VALIDITY
        | LABEL
        | REMARKS,
        key=("calendar",),
        id_column="rule_id",
    ),
    "holidays": RuleFile(
        columns={"day": DATE, "is_working": Column("boolean"), "name": TEXT, "article": TEXT} | REMARKS,
        key=("day",),
        day_column="day",
        one_day=True,
    ),
    "vocabularies": RuleFile(
        columns={"vocabulary": TEXT, "code": TEXT, "label": TEXT, "article": TEXT} | VALIDITY | REMARKS,
        key=("vocabulary", "code"),
    ),
    "watch": RuleFile(
        columns=ID
        | {
            "measure": Column(choices=WATCHED),
            "level": Column(choices=("district", "agency")),
            "threshold": Column("number"),
            "days": Column("number"),
            "article": TEXT,
        }
        | VALIDITY
        | LABEL
        | REMARKS,
        key=("measure",),
        id_column="rule_id",
    ),
    "events": RuleFile(
        columns={
            "event_id": TEXT,
            "happened_on": DATE,
            "kind": Column(required=False, required_value=False, choices=EVENT_KINDS, default="law"),
            "law_change": OFF,
            "label": Column(required=False, required_value=False),  # a few letters for a chart; none: a small mark
            "name": TEXT,
            "article": TEXT,
        }
        | REMARKS,
        id_column="event_id",
        day_column="happened_on",
    ),
}
