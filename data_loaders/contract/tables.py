"""The case database contract, version 1, as data: every standard table, its columns and their meaning.

One line is one column: ``name kind[?] [word·word] [-> table] [key] [past] [<=number]``. ``?``: the value (and the
column) may be missing. ``key``: the row's own code, unique. ``past``: an event, never later than the day of the data.
``<=``: a number above it is beyond reason.
Kinds: code, text, word, date, timestamp, int, number, bool. Nothing that is not listed here is ever read.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSION = 1


@dataclass(frozen=True)
class Column:
    """One column: ``words`` is its vocabulary, ``refers`` the table whose code it carries."""

    name: str
    kind: str
    required: bool
    words: tuple[str, ...] = ()
    refers: str | None = None
    past: bool = False
    most: float = 999_999_999

    @property
    def may_be_left_out(self) -> bool:
        """True for a number whose row says enough without it."""
        return not self.required and self.kind in ("int", "number")

    @property
    def is_text(self) -> bool:
        """True where a personal number could hide."""
        return self.kind in ("code", "text")


@dataclass(frozen=True)
class Table:
    """One standard table. ``key`` identifies a row (empty: none); ``parents``: one of these must be given."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    optional: bool = False
    parents: tuple[str, ...] = ()
    in_order: tuple[tuple[str, str, str], ...] = ()

    @property
    def names(self) -> list[str]:
        """Column names in the order of the contract."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


def _column(line: str) -> tuple[Column, bool]:
    name, kind, *rest = line.split()
    required = not kind.endswith("?")
    words = next((tuple(part.split("·")) for part in rest if "·" in part), ())
    refers = rest[rest.index("->") + 1] if "->" in rest else None
    most = next((float(part[2:]) for part in rest if part.startswith("<=")), Column.most)
    return Column(name, kind.rstrip("?"), required, words, refers, "past" in rest, most), "key" in rest


def _table(
    name: str,
    text: str,
    *,
    optional: bool = False,
    parents: tuple[str, ...] = (),
    in_order: tuple[tuple[str, str, str], ...] = (),
) -> Table:
    parsed = [_column(line) for line in text.strip().splitlines()]
    key = tuple(column.name for column, is_key in parsed if is_key)
    return Table(name, tuple(column for column, _ in parsed), key, optional, parents, in_order)


_KIND = "complaint·denunciation·petition"
_VALID = (("valid_from", "valid_to", "ends_before_start"),)
_SPELL = (("from_date", "to_date", "ends_before_start"),)

TABLES: tuple[Table, ...] = (
    _table(
        "units",
        """
        unit_code code key
        name text
        level word province·district·commune
        parent_code code? -> units
        valid_from date key
        valid_to date?
        population int? <=100_000_000
        population_as_of date?
        zone text?
        """,
        in_order=_VALID,
    ),
    _table(
        "unit_changes",
        """
        old_code code -> units
        new_code code -> units
        changed_on date
        share number? <=1
        """,
        optional=True,
        parents=("old_code", "new_code"),
    ),
    _table(
        "unit_groups",
        """
        group_set text
        group_code code
        group_name text
        unit_code code -> units
        valid_from date
        valid_to date?
        """,
        optional=True,
        parents=("group_code", "unit_code"),
        in_order=_VALID,
    ),
    _table(
        "agencies",
        """
        agency_code code key
        name text
        level word province·department·district·commune·party·justice·central
        unit_code code? -> units
        valid_from date?
        valid_to date?
        """,
        in_order=_VALID,
    ),
    _table(
        "posts",
        """
        post_code code key
        title text
        duty_code word province_party_secretary·district_party_secretary·commune_party_secretary·province_chair·district_chair·commune_chair·agency_head
        agency_code code -> agencies
        unit_code code? -> units
        valid_from date
        valid_to date?
        """,  # noqa: E501
        in_order=_VALID,
    ),
    _table(
        "post_holders",
        """
        post_code code -> posts
        holder_name text
        from_date date
        to_date date?
        """,
        optional=True,
        parents=("post_code",),
        in_order=_SPELL,
    ),
    _table(
        "dossiers",
        f"""
        dossier_id code key
        kind word {_KIND}
        field_code code?
        agency_code code -> agencies
        place_unit_code code? -> units
        received_on date past
        accepted_on date? past
        instance int 1·2
        complexity word normal·complex·very_complex
        remote_area bool
        people_count int? <=100_000
        escalated bool?
        due_on date?
        closed_on date? past
        closing word? decision·conclusion·withdrawn·discontinued·to_investigation·merged
        result word? right·partly·wrong·upheld·amended·annulled
        duplicate_of code? -> dossiers
        merged_into code? -> dossiers
        previous_dossier_id code? -> dossiers
        updated_at timestamp?
        """,
        in_order=(
            ("received_on", "accepted_on", "accepted_before_received"),
            ("accepted_on", "closed_on", "closed_before_accepted"),
            ("received_on", "closed_on", "closed_before_received"),
        ),
    ),
    _table(
        "petitions",
        f"""
        petition_id code key
        kind word {_KIND}
        field_code code?
        received_on date past
        channel word reception·post·online·transferred·other
        agency_code code -> agencies
        place_unit_code code? -> units
        signatories word? one·many·other
        eligible bool
        within_authority bool?
        processing word? accepted·guided·transferred·urged·returned·filed
        processed_on date? past
        reply_received bool?
        forwarded_by text?
        escalated bool?
        dossier_id code? -> dossiers
        """,
        in_order=(("received_on", "processed_on", "processed_before_received"),),
    ),
    _table(
        "extensions",
        """
        dossier_id code -> dossiers
        decided_on date past
        days int <=3_660
        """,
        optional=True,
        parents=("dossier_id",),
    ),
    _table(
        "suspensions",
        """
        dossier_id code -> dossiers
        from_date date
        to_date date?
        """,
        optional=True,
        parents=("dossier_id",),
        in_order=_SPELL,
    ),
    _table(
        "transfers",
        """
        dossier_id code? -> dossiers
        petition_id code? -> petitions
        from_agency_code code -> agencies
        to_agency_code code -> agencies
        moved_on date past
        kind word transfer·guidance·urge·handover
        """,
        optional=True,
    ),
    _table(
        "dossier_steps",
        """
        dossier_id code -> dossiers
        step word received·accepted·verification·dialogue·decision·execution·closed·reopened
        happened_on date past
        """,
        optional=True,
        parents=("dossier_id",),
    ),
    _table(
        "complex_list",
        """
        dossier_id code -> dossiers
        label text
        listed_on date past
        delisted_on date?
        basis text
        lead_agency_code code? -> agencies
        """,
        optional=True,
        parents=("dossier_id",),
        in_order=(("listed_on", "delisted_on", "ends_before_start"),),
    ),
    _table(
        "reception_sessions",
        """
        session_id code key
        kind word periodic·ad_hoc·regular
        post_code code? -> posts
        agency_code code -> agencies
        scheduled_on date?
        held_on date? past
        chaired word? in_person·delegated
        online bool?
        half_day bool?
        """,
    ),
    _table(
        "reception_visits",
        f"""
        visit_id code key
        session_id code -> reception_sessions
        people int <=100_000
        first_time bool?
        matters int? <=10_000
        kind word? {_KIND}
        petition_id code? -> petitions
        dossier_id code? -> dossiers
        outcome word? guided·taken·resolved
        """,
    ),
    _table(
        "directives",
        """
        directive_id code key
        number text
        issued_on date past
        issued_by text
        agency_code code -> agencies
        summary text
        due_on date?
        done_on date? past
        dossier_id code? -> dossiers
        """,
        optional=True,
        in_order=(("issued_on", "done_on", "ends_before_start"),),
    ),
    _table(
        "submissions",
        """
        agency_code code -> agencies
        period_code code
        submitted_at timestamp
        """,
        optional=True,
        parents=("agency_code",),
    ),
)

BY_NAME = {table.name: table for table in TABLES}

FIELD_GROUPS = ("land", "policy", "civil_service", "admin_other", "corruption", "judicial", "party", "other")

SQL_TYPES = {
    "code": "varchar",
    "text": "varchar",
    "word": "varchar",
    "date": "date",
    "timestamp": "timestamp",
    "int": "integer",
    "number": "double",
    "bool": "boolean",
}
