"""CASE_SOURCE: a folder of SELECTs, one a standard table, that translate another schema into the contract."""

from __future__ import annotations

from pathlib import Path

import sqlglot
from sqlglot import expressions as sql

from data_loaders import messages
from data_loaders.contract.tables import BY_NAME
from data_loaders.messages import LoaderError

DIALECTS = {"postgresql": "postgres", "mssql": "tsql", "mariadb": "mysql"}
FORBIDDEN = (
    sql.Insert,
    sql.Update,
    sql.Delete,
    sql.Merge,
    sql.Create,
    sql.Drop,
    sql.Alter,
    sql.Command,
    sql.Into,
    sql.Lock,
    sql.Set,
    sql.TruncateTable,
)


def load(folder: Path, *, backend: str) -> dict[str, str]:
    """Standard table → its SELECT, for a database of that kind (``postgresql``, ``sqlite``, ``mssql`` …).

    Raises LoaderError for a folder without files, a file that is no standard table's, and anything but one SELECT.
    """
    if not folder.is_dir():
        raise LoaderError(messages.NO_FOLDER.format(name=folder.name))
    files = sorted(path for path in folder.glob("*.sql") if path.stem not in IGNORED)
    if not files:
        raise LoaderError(messages.EMPTY_FOLDER.format(name=folder.name))
    for path in files:
        if path.stem not in BY_NAME:
            raise LoaderError(messages.NOT_STANDARD.format(name=path.name, tables=", ".join(BY_NAME)))
    return {path.stem: one_select(path, dialect=DIALECTS.get(backend, backend)) for path in files}


IGNORED = ("schema",)
"""A schema.sql beside the SELECTs describes the source for its readers; it is never run."""


def one_select(path: Path, *, dialect: str) -> str:
    """The text of a file that holds one SELECT and nothing else, without its closing semicolon."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        parsed = sqlglot.parse(text, dialect=_known(dialect))
        statements = [each for each in parsed if each is not None and not isinstance(each, sql.Semicolon)]
    except (OSError, UnicodeDecodeError):
        raise LoaderError(messages.UNREADABLE.format(name=path.name)) from None
    except sqlglot.errors.SqlglotError as error:
        raise LoaderError(messages.NOT_SQL.format(name=path.name, line=_line(error))) from None
    if len(statements) != 1:
        raise LoaderError(messages.NOT_ONE.format(name=path.name, count=len(statements)))
    query = statements[0]
    if not isinstance(query, sql.Query) or isinstance(query, sql.Subquery) or any(query.find_all(*FORBIDDEN)):
        raise LoaderError(messages.NOT_SELECT.format(name=path.name))
    return _without_semicolon(text)


def _known(dialect: str) -> str:
    return dialect if dialect in sqlglot.Dialect.classes else ""


def _line(error: sqlglot.errors.SqlglotError) -> int:
    found = getattr(error, "errors", None)
    return int(found[0].get("line") or 1) if found else 1


def _without_semicolon(text: str) -> str:
    """A statement may be wrapped in brackets only without its semicolon; comments after it go with it."""
    tokens = sqlglot.tokenize(text)
    last = tokens[-1]
    return text[: last.start] if last.token_type == sqlglot.TokenType.SEMICOLON else text
