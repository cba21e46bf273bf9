"""Could the account write? A PostgreSQL, MariaDB or MySQL account that could is refused, unless a setting allows it."""

from __future__ import annotations

import re

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from data_loaders import messages
from data_loaders.messages import LoaderError

_WRITABLE = f"""
select case
    when pg_is_in_recovery() then null
    when (select rolsuper from pg_roles where rolname = current_user) then 'superuser'
    else coalesce(
        (
            select '{messages.RIGHT_TO_WRITE} ' || n.nspname || '.' || c.relname
            from pg_class as c inner join pg_namespace as n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'f', 'v') and n.nspname !~ '^(pg_|information_schema)'
                and (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                    or has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
            order by 1 limit 1
        ),
        (
            select '{messages.RIGHT_TO_CREATE} ' || nspname from pg_namespace
            where nspname !~ '^(pg_|information_schema)' and has_schema_privilege(oid, 'CREATE')
            order by 1 limit 1
        )
    )
end
"""


def refuse_writable(connection: Connection) -> None:
    """Raise LoaderError, with advice, when this PostgreSQL account has any right to write."""
    right = connection.execute(sa.text(_WRITABLE)).scalar()
    if right is not None:
        raise LoaderError(messages.WRITABLE.format(right=messages.SUPERUSER if right == "superuser" else right))


_GRANT = re.compile(r"grant (?P<rights>.+?) on (?P<what>.+?) to ", re.IGNORECASE)
_HARMLESS = {"usage", "select", "show view", "show databases"}


def refuse_writable_mysql(connection: Connection) -> None:
    """Raise LoaderError, with advice, when this MariaDB or MySQL account, or a role it took, may do more than read."""
    for (line,) in connection.exec_driver_sql("show grants").fetchall():
        granted = _GRANT.match(str(line))
        rights = re.sub(r"\([^)]*\)", "", granted["rights"]).split(",") if granted else []
        more = [right.strip() for right in rights if right.strip().lower() not in _HARMLESS]
        if granted and more:
            what = granted["what"].replace("`", "")
            raise LoaderError(
                messages.WRITABLE.format(right=messages.RIGHT_ON.format(right=more[0].upper(), what=what))
            )
