"""Could the account write? A PostgreSQL account that could is refused, unless a setting allows it knowingly."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from data_loaders import messages
from data_loaders.messages import LoaderError

_WRITABLE = """
select case
    when pg_is_in_recovery() then null
    when (select rolsuper from pg_roles where rolname = current_user) then 'superuser'
    else coalesce(
        (
            select 'ghi vào ' || n.nspname || '.' || c.relname
            from pg_class as c inner join pg_namespace as n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'f', 'v') and n.nspname !~ '^(pg_|information_schema)'
                and (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                    or has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
            order by 1 limit 1
        ),
        (
            select 'tạo bảng trong schema ' || nspname from pg_namespace
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
