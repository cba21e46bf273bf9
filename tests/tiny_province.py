"""A province small enough to count by hand, as a SQLite case database with the standard tables.

build(path) writes it; its facts, as of 2026-11-22 (mass group: 5 people):

Areas: province 90. Former districts D1 Hạ, D2 Thượng (ended 30/6/2025); old communes O1 O2 O3 in D1, O4 O5 in D2.
Today's communes: C1 = O1 + O2 (D1); C2 = O3 + O4 (straddles; D1, because O3 has more people); C3 = half of O5 (D2);
O5 was split between C3 and C4 (D2), so a place recorded as O5 has a district (D2) and no commune.
Populations: C1 12.000, C2 8.000, C3 5.000, C4 none.

Agencies: P (province), S (department), H1 (district body of D1, until 30/6/2025), X1 (commune body of C1),
X2 (commune body of C2). Posts: chair of the province (P), head of S, chair of H1 (until 30/6/2025), chair of C1 (X1).

Dossiers (V = accepted 12; counted 11, because V10 is a duplicate of V01):
 id   kind          body field          place received   accepted   closed      closing      due (law)
 V01  complaint     X1   land.clearance C1    2026-08-01 2026-08-05 -           -            04/09/2026: overdue
 V02  complaint     P    land           O3    2025-03-01 2025-03-10 2025-05-01  decision     09/04/2025 (late); right
 V03  denunciation  P    corruption     C3    2026-10-20 2026-10-26 -           -            25/11/2026; extended 30 days
 V04  denunciation  S    civil_service  O5    2024-06-01 2024-06-07 2024-07-01  conclusion   08/07/2024 (07/07 is a Sunday)
 V05  petition      X1   environment    C1    2026-09-20 -          -           -            none
 V06  petition      X2   khac.la        C2    2026-01-05 2026-01-10 2026-02-20  decision     its own: 28/02/2026
 V07  complaint     X1   policy.merit   C1    2026-11-15 -          -           -            awaiting acceptance
 V08  complaint     P    land           O4    2026-06-20 2026-06-25 2026-09-01  merged in V01 27/07/2026 (25/07 is a Saturday)
 V09  complaint     P    land           -     2026-07-01 2026-07-06 -           -            suspended from 2026-07-20
 V10  complaint     X1   land.clearance C1    2026-08-03 2026-08-06 -           -            a duplicate
 V11  complaint     X1   land           O1    2025-06-01 2025-06-05 2025-08-20  withdrawn    handed over from H1 on 1/7/2025
 V12  complaint     P    land           C1    2026-10-01 2026-10-08 -           -            2nd instance of V02; 23/11/2026
Open on 22/11/2026 (counted, entered, not closed): V01 V03 V05 V09 V12 = 5 (one suspended); awaiting acceptance: V07.

Petitions: 6 accepted (T1 to T6). Sessions: 8 accepted (5 periodic: 3 in person, 1 delegated, 1 missed; 1 ad hoc;
2 regular). Visits: 6, people 1+1+12+2+5+1 = 22, two mass groups (12 and 5).

DIRTY rows, one for each reason (16 in all, see `REFUSED`): they are only written with build(path, dirty=True).
"""  # noqa: E501

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from data_loaders.contract.tables import TABLES

AS_OF = "2026-11-22"

ROWS: dict[str, str] = {
    "units": """
        unit_code name          level    parent_code valid_from valid_to   population population_as_of
        90        Tỉnh_Mẫu      province -           2004-01-01 -          -          -
        D1        Huyện_Hạ      district 90          2004-01-01 2025-06-30 -          -
        D2        Huyện_Thượng  district 90          2004-01-01 2025-06-30 -          -
        O1        Xã_Một        commune  D1          2004-01-01 2025-06-30 7000       2024-12-31
        O2        Xã_Hai        commune  D1          2004-01-01 2025-06-30 5000       2024-12-31
        O3        Xã_Ba         commune  D1          2004-01-01 2025-06-30 6000       2024-12-31
        O4        Xã_Bốn        commune  D2          2004-01-01 2025-06-30 2000       2024-12-31
        O5        Xã_Năm        commune  D2          2004-01-01 2025-06-30 9000       2024-12-31
        C1        Xã_Nhất       commune  90          2025-07-01 -          12000      2025-12-31
        C2        Xã_Nhị        commune  90          2025-07-01 -          8000       2025-12-31
        C3        Xã_Tam        commune  90          2025-07-01 -          5000       2025-12-31
        C4        Xã_Tứ         commune  90          2025-07-01 -          -          -
    """,
    "unit_changes": """
        old_code new_code changed_on share
        O1       C1       2025-07-01 1
        O2       C1       2025-07-01 -
        O3       C2       2025-07-01 1
        O4       C2       2025-07-01 1
        O5       C3       2025-07-01 0.5
        O5       C4       2025-07-01 0.5
    """,
    "unit_groups": """
        group_set group_code group_name   unit_code valid_from
        huyen_cu  D1         Huyện_Hạ     C1        2025-07-01
        huyen_cu  D1         Huyện_Hạ     C2        2025-07-01
        huyen_cu  D2         Huyện_Thượng C3        2025-07-01
        huyen_cu  D2         Huyện_Thượng C4        2025-07-01
    """,
    "agencies": """
        agency_code name          level      unit_code valid_from valid_to
        P           UBND_tỉnh     province   90        2004-01-01 -
        S           Sở_Mẫu        department -         -          -
        H1          UBND_huyện_Hạ district   D1        2004-01-01 2025-06-30
        X1          UBND_xã_Nhất  commune    C1        2025-07-01 -
        X2          UBND_xã_Nhị   commune    C2        2025-07-01 -
    """,
    "posts": """
        post_code title               duty_code      agency_code unit_code valid_from valid_to
        CT        Chủ_tịch_tỉnh       province_chair P           90        2021-01-01 -
        GS        Giám_đốc_sở         agency_head    S           -         2021-01-01 -
        CH1       Chủ_tịch_huyện      district_chair H1          D1        2021-01-01 2025-06-30
        CX1       Chủ_tịch_xã_Nhất    commune_chair  X1          -         2025-07-01 -
    """,
    "post_holders": """
        post_code holder_name   from_date  to_date
        CT        Người_Giữ_Ghế 2021-01-01 -
        CX1       Người_Xã      2025-07-01 -
    """,
    "dossiers": """
        dossier_id kind         field_code     agency_code place_unit_code received_on accepted_on instance complexity remote_area people_count escalated due_on     closed_on  closing    result duplicate_of merged_into previous_dossier_id
        V01        complaint    land.clearance X1          C1              2026-08-01  2026-08-05  1        normal     0           6            0         -          -          -          -      -            -           -
        V02        complaint    land           P           O3              2025-03-01  2025-03-10  1        normal     0           1            0         -          2025-05-01 decision   right  -            -           -
        V03        denunciation corruption     P           C3              2026-10-20  2026-10-26  1        complex    0           1            1         -          -          -          -      -            -           -
        V04        denunciation civil_service  S           O5              2024-06-01  2024-06-07  1        normal     0           1            0         -          2024-07-01 conclusion wrong  -            -           -
        V05        petition     environment    X1          C1              2026-09-20  -           1        normal     0           -            -         -          -          -          -      -            -           -
        V06        petition     khac.la        X2          C2              2026-01-05  2026-01-10  1        normal     0           1            0         2026-02-28 2026-02-20 decision   -      -            -           -
        V07        complaint    policy.merit   X1          C1              2026-11-15  -           1        normal     0           1            0         -          -          -          -      -            -           -
        V08        complaint    land           P           O4              2026-06-20  2026-06-25  1        normal     0           1            0         -          2026-09-01 merged     -      -            V01         -
        V09        complaint    land           P           -               2026-07-01  2026-07-06  1        complex    0           1            0         -          -          -          -      -            -           -
        V10        complaint    land.clearance X1          C1              2026-08-03  2026-08-06  1        normal     0           1            0         -          -          -          -      V01          -           -
        V11        complaint    land           X1          O1              2025-06-01  2025-06-05  1        normal     1           1            0         -          2025-08-20 withdrawn  -      -            -           -
        V12        complaint    land           P           C1              2026-10-01  2026-10-08  2        normal     0           1            0         -          -          -          -      -            -           V02
    """,  # noqa: E501
    "petitions": """
        petition_id kind         field_code     received_on channel     agency_code place_unit_code signatories eligible within_authority processing  processed_on reply_received forwarded_by escalated dossier_id
        T1          complaint    land.clearance 2026-08-01  reception   X1          C1              one         1        1                accepted    2026-08-05   -              -            0         V01
        T2          complaint    land           2025-03-01  post        P           O3              one         1        1                accepted    2025-03-10   -              -            0         V02
        T3          denunciation corruption     2026-10-20  transferred P           C3              many        1        1                accepted    2026-10-26   -              Mặt_trận     1         V03
        T4          petition     environment    2026-09-20  online      X1          C1              one         1        0                transferred 2026-09-25   0              -            0         -
        T5          complaint    land           2026-10-02  post        P           O5              other       0        -                filed       2026-10-03   -              -            0         -
        T6          petition     other          2026-11-20  reception   X2          -               -           1        -                -           -            -              -            -         -
    """,  # noqa: E501
    "extensions": """
        dossier_id decided_on days
        V03        2026-11-20 30
    """,
    "suspensions": """
        dossier_id from_date  to_date
        V09        2026-07-20 -
    """,
    "transfers": """
        dossier_id petition_id from_agency_code to_agency_code moved_on   kind
        V11        -           H1               X1             2025-07-01 handover
        V01        -           P                X1             2026-08-02 transfer
        -          T4          X1               S              2026-09-25 transfer
    """,
    "dossier_steps": """
        dossier_id step         happened_on
        V01        received     2026-08-01
        V01        accepted     2026-08-05
        V01        verification 2026-08-20
    """,
    "complex_list": """
        dossier_id label             listed_on  delisted_on basis               lead_agency_code
        V01        Bồi_thường_dự_án  2026-09-01 -           Kế_hoạch_363        P
    """,
    "reception_sessions": """
        session_id kind     post_code agency_code scheduled_on held_on    chaired   online half_day
        S1         periodic CT        P           2026-10-15   2026-10-15 in_person 0      0
        S2         periodic CT        P           2026-11-16   2026-11-16 delegated 0      0
        S3         periodic CX1       X1          2026-10-05   2026-10-05 in_person 0      0
        S4         periodic CX1       X1          2026-10-19   2026-10-20 in_person 1      1
        S5         periodic GS        S           2026-10-12   -          -         -      -
        S6         ad_hoc   CX1       X1          -            2026-08-02 in_person 0      0
        S7         regular  -         X1          -            2026-08-01 -         -      -
        S8         regular  -         P           -            2026-10-20 -         -      -
    """,
    "reception_visits": """
        visit_id session_id people first_time matters kind         petition_id dossier_id outcome
        L1       S7         1      1          1       complaint    T1          -          taken
        L2       S8         1      0          1       denunciation T3          V03        taken
        L3       S6         12     0          1       complaint    -           V01        -
        L4       S1         2      1          1       petition     -           -          guided
        L5       S3         5      1          2       complaint    -           -          guided
        L6       S4         1      1          -       -            -           -          resolved
    """,
    "directives": """
        directive_id number  issued_on  issued_by agency_code summary          due_on     done_on dossier_id
        CD1          12/CV   2026-09-10 UBND_tỉnh X1          Giải_quyết_dứt_điểm 2026-10-10 -    V01
    """,
    "submissions": """
        agency_code period_code submitted_at
        X1          2026-Q3     2026-09-16T08:30:00
    """,
}

DIRTY: dict[str, list[dict[str, Any]]] = {
    "dossiers": [
        {"dossier_id": None},
        {"dossier_id": "V01"},
        {"dossier_id": "B03", "received_on": "2026-02-30"},
        {"dossier_id": "B04", "instance": "hai"},
        {"dossier_id": "B05", "remote_area": "có"},
        {"dossier_id": "B06", "agency_code": None},
        {"dossier_id": "B07", "kind": "khiếu nại"},
        {"dossier_id": "B08", "agency_code": "KHONG"},
        {"dossier_id": "B09", "received_on": "2026-11-23", "accepted_on": None},
        {"dossier_id": "B10", "accepted_on": "2026-01-04"},
        {"dossier_id": "B11", "closed_on": "2026-01-09"},
        {"dossier_id": "B12", "accepted_on": None, "closed_on": "2026-01-01"},
        {"dossier_id": "B13", "previous_dossier_id": "B07"},
        {"dossier_id": "B14", "field_code": "0912.345.678"},
    ],
    "petitions": [{"petition_id": "B15", "processed_on": "2026-01-01"}],
    "suspensions": [{"dossier_id": "V09", "from_date": "2026-08-10", "to_date": "2026-08-01"}],
}

_GOOD: dict[str, dict[str, Any]] = {
    "dossiers": {
        "kind": "complaint",
        "agency_code": "P",
        "received_on": "2026-01-05",
        "accepted_on": "2026-01-10",
        "instance": 1,
        "complexity": "normal",
        "remote_area": 0,
    },
    "petitions": {
        "kind": "complaint",
        "received_on": "2026-01-05",
        "channel": "post",
        "agency_code": "P",
        "eligible": 1,
    },
    "suspensions": {},
}

REFUSED: dict[str, str] = {
    "missing_key": "dossiers",
    "duplicate_key": "dossiers",
    "broken_date": "dossiers",
    "broken_number": "dossiers",
    "broken_boolean": "dossiers",
    "missing_value": "dossiers",
    "outside_vocabulary": "dossiers",
    "dangling_reference": "dossiers",
    "future_date": "dossiers",
    "accepted_before_received": "dossiers",
    "closed_before_accepted": "dossiers",
    "closed_before_received": "dossiers",
    "reference_refused": "dossiers",
    "personal_data": "dossiers",
    "processed_before_received": "petitions",
    "ends_before_start": "suspensions",
}
"""Reason → table: with dirty=True exactly one row is refused for each."""


def build(path: Path, *, dirty: bool = False, without: tuple[str, ...] = ()) -> Path:
    """Write the tiny case database; ``without`` leaves tables out. Gives the path back."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db, db:
        for table in TABLES:
            if table.name not in without:
                db.execute(f"create table {table.name} ({', '.join(table.names)})")
                for row in rows(table.name, dirty=dirty):
                    marks = ", ".join("?" * len(row))
                    db.execute(f"insert into {table.name} ({', '.join(row)}) values ({marks})", list(row.values()))
    return path


def rows(table: str, *, dirty: bool = False) -> list[dict[str, Any]]:
    """The rows of one standard table as dicts."""
    header, *lines = (line.split() for line in ROWS[table].strip().splitlines())
    clean = [dict(zip(header, map(_value, line), strict=True)) for line in lines]
    if not dirty:
        return clean
    return clean + [_GOOD[table] | row for row in DIRTY.get(table, [])]


def _value(text: str) -> str | None:
    return None if text == "-" else text.replace("_", " ") if not text.isascii() or " " in text else text


POSTGRES_TYPES = {
    "date": "date",
    "timestamp": "timestamp",
    "int": "integer",
    "number": "numeric",
    "bool": "boolean",
}


def copy_to(url: str, *, dirty: bool = False) -> None:
    """Create the same tables in an empty database (SQLAlchemy address), typed as a DBA would; all text where dirty."""
    with sa.create_engine(url).begin() as db:
        for table in TABLES:
            types = {c.name: "text" if dirty else POSTGRES_TYPES.get(c.kind, "text") for c in table.columns}
            db.execute(sa.text(f"create table {table.name} ({', '.join(f'{n} {t}' for n, t in types.items())})"))
            for row in rows(table.name, dirty=dirty):
                given = {name: value if value is None else str(value) for name, value in row.items()}
                values = ", ".join(f"cast(:{name} as {types[name]})" for name in given)
                db.execute(sa.text(f"insert into {table.name} ({', '.join(given)}) values ({values})"), given)
