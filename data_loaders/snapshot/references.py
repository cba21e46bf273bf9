"""Checks that need more than one row: a code given twice, a reference to a row that is not there, or to itself."""

from __future__ import annotations

import duckdb

from data_loaders import messages
from data_loaders.contract.privacy import SAFE_KEY
from data_loaders.contract.tables import BY_NAME, Column, Table

_SHOWN = f"case when regexp_full_match({{key}}, ?) then {{key}} else '{messages.HIDDEN}' end"


LATER = ("duplicate_key", "dangling_reference", "reference_refused", "ring_reference")
"""The reasons that are given here, when a table is whole; all others are given to rows as they are read."""


def settle(db: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Move duplicates and dangling rows of a table of the schema ``stage`` to its quarantine; once for each table, in
    the order of the contract, which puts every table after those it refers to. Only dossiers and units refer to
    themselves. A row that points to a refused row is refused as well: what it says cannot be placed.
    """
    _refuse_duplicates(db, table)
    references = [column for column in table.columns if column.refers]
    for column in references:
        _refuse_dangling(db, table, column)
    own = [column for column in references if column.refers == table.name]
    if own:
        while sum(_refuse_dangling(db, table, column) for column in own):
            pass
        for column in own:
            _open_rings(db, table, column)
    _forget_refused(db, table)


def _open_rings(db: duckdb.DuckDBPyConnection, table: Table, column: Column) -> None:
    """Of rows that point to themselves, directly or round a ring, the first one by its code points nowhere: it stays.

    A number of a group written into each of its matters would otherwise make duplicates without an original.
    """
    key, name = table.key[0], column.name
    db.execute(f"""
        create or replace temp table ring as
        with recursive walk as (
            select {key} as src, {name} as dst from stage.{table.name} where {name} is not null
            union
            select w.src, s.{name} from walk as w
            inner join stage.{table.name} as s on w.dst = s.{key} and s.{name} is not null
        )
        select src from walk group by src having bool_or(src = dst) and src = min(dst)
    """)
    where = f"{key} in (select src from ring) and {name} is not null"
    db.execute(
        "insert into stage.left_out"
        f" select ?, seq, {_SHOWN.format(key=key)}, ?, 'ring_reference' from stage.{table.name} where {where}",
        [table.name, SAFE_KEY, name],
    )
    db.execute(f"update stage.{table.name} set {name} = null where {where}")


def _forget_refused(db: duckdb.DuckDBPyConnection, table: Table) -> None:
    """What was left out of a row that is refused after all is told with that row."""
    db.execute(
        f"delete from stage.left_out where table_name = ? and seq not in (select seq from stage.{table.name})",
        [table.name],
    )


def _refuse_duplicates(db: duckdb.DuckDBPyConnection, table: Table) -> None:
    if table.key:
        key = ", ".join(table.key)
        twice = f"select {key} from stage.{table.name} group by all having count(*) > 1"
        later = (
            f"select seq from stage.{table.name} where ({key}) in ({twice})"
            f" qualify row_number() over (partition by {key} order by seq) > 1"
        )
        _refuse(db, table, table.key[0], "'duplicate_key'", f"s.seq in ({later})")


def _refuse_dangling(db: duckdb.DuckDBPyConnection, table: Table, column: Column) -> int:
    assert column.refers is not None  # noqa: S101
    target, code = BY_NAME[column.refers], BY_NAME[column.refers].key[0]
    known = f"(select 1 from stage.{target.name} as k where k.{code} = s.{column.name})"
    was = f"(select row_key from stage.quarantine where table_name = '{target.name}' and reason <> 'duplicate_key')"
    reason = f"case when s.{column.name} in {was} then 'reference_refused' else 'dangling_reference' end"
    return _refuse(db, table, column.name, reason, f"s.{column.name} is not null and not exists {known}")


def _refuse(db: duckdb.DuckDBPyConnection, table: Table, column: str, reason: str, where: str) -> int:
    key = (table.key or table.parents or ("dossier_id",))[0]
    found = f"from stage.{table.name} as s where {where}"
    db.execute(f"create or replace temp table found as select s.seq, s.{key} as row_key, {reason} as reason {found}")
    row = db.execute("select count(*) from found").fetchone()
    if row is None or not row[0]:
        return 0
    db.execute(
        f"insert into stage.quarantine select ?, {_SHOWN.format(key='row_key')}, ?, reason from found order by seq",
        [table.name, SAFE_KEY, column],
    )
    db.execute(f"delete from stage.{table.name} where seq in (select seq from found)")
    return int(row[0])
