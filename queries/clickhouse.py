"""The same questions on ClickHouse: their one text, written for DuckDB and PostgreSQL, said in its dialect.

No second copy of a question: sqlglot reads the text, gives every column its table and its type, and what ClickHouse
does otherwise is put as it does it (`REWRITES`). Settings make it treat missing values as the standard does.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache

import sqlglot
from clickhouse_connect.driver.client import Client
from sqlglot import exp
from sqlglot.optimizer.annotate_types import annotate_types
from sqlglot.optimizer.qualify import qualify

from data_loaders.snapshot.sharing import clickhouse
from queries.snapshot import Rows

KINDS = {
    "DATE": "Date32",
    "VARCHAR": "String",
    "TEXT": "String",
    "INT": "Int32",
    "DOUBLE": "Float64",
    "BOOLEAN": "Bool",
}
SQL_KINDS = (
    ("DateTime", "TIMESTAMP"),
    ("Date", "DATE"),
    ("String", "VARCHAR"),
    ("Int", "BIGINT"),
    ("Float", "DOUBLE"),
    ("Bool", "BOOLEAN"),
)
AS_THE_STANDARD = {
    "join_use_nulls": 1,
    "aggregate_functions_null_for_empty": 1,
    "group_by_use_nulls": 1,
    "cast_keep_nullable": 1,
    "data_type_default_nullable": 1,
    "prefer_column_name_to_alias": 1,
    "union_default_mode": "DISTINCT",
    "enable_materialized_cte": 1,
    "session_timezone": "UTC",
}


class ClickHouseSnapshot:
    """A snapshot's tables in one database of a ClickHouse server.

    Args:
        url: clickhouse://account:password@host:8123, or chdb:///folder for the engine within the process.
        database: the one that holds the tables.
    """

    placeholder = "${}"

    def __init__(self, url: str, *, database: str) -> None:
        self.id = f"clickhouse/{database}"
        self._url, self._database = url, database
        self._local = threading.local()

    def run(self, sql: str, params: Mapping[str, object]) -> Rows:
        said, columns = translated(sql, self._schema)
        result = self._client.query(said, parameters=dict(params), settings=AS_THE_STANDARD)
        return list(columns), [tuple(row) for row in result.result_rows]

    @property
    def _client(self) -> Client:
        if not hasattr(self._local, "client"):
            self._local.client = clickhouse(self._url, database=self._database)
        return self._local.client

    @cached_property
    def _schema(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        asked = (
            "select table, groupArray((name, type)) from (select table, name, type from system.columns"
            " where database = currentDatabase() order by table, position) group by table order by table"
        )
        rows = self._client.query(asked).result_rows
        return tuple((table, tuple((name, _standard(kind)) for name, kind in columns)) for table, columns in rows)


@lru_cache(maxsize=512)
def translated(sql: str, schema: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> tuple[str, tuple[str, ...]]:
    """The text in ClickHouse's dialect, and the columns of its answer; `schema`: tables, columns, standard types."""
    known: dict[str, object] = {table: dict(columns) for table, columns in schema}
    tree = qualify(
        sqlglot.parse_one(sql, read="duckdb"),
        schema=known,
        dialect="duckdb",
        quote_identifiers=False,
        validate_qualify_columns=False,
    )
    tree = annotate_types(tree, schema=known, dialect="duckdb")
    columns = tuple(tree.named_selects) if isinstance(tree, exp.Query) else ()
    for rewrite in REWRITES:
        rewrite(tree)
    return tree.sql("clickhouse"), columns


def _standard(kind: str) -> str:
    inner = kind.removeprefix("Nullable(")
    return next(standard for own, standard in SQL_KINDS if inner.startswith(own))


def _columns_of_the_right_are_unnamed(tree: exp.Expr) -> None:
    """A union is named by its first part; in the others a name that is also a column would be taken for it."""
    for union in list(tree.find_all(exp.SetOperation)):
        part = union.expression.unnest()
        if isinstance(part, exp.Select):
            part.set("expressions", [exp.alias_(one.unalias(), f"_{at}") for at, one in enumerate(part.selects)])


def _truth_is_boolean(tree: exp.Expr) -> None:
    """Comparisons are numbers in ClickHouse; in the answer they are what they are elsewhere."""
    parts = [tree]
    while parts:
        part = parts.pop().unnest()
        if isinstance(part, exp.SetOperation):
            parts += [part.this, part.expression]
        elif isinstance(part, exp.Select):
            for one in part.selects:
                if one.is_type("boolean"):
                    one.unalias().replace(_as(one.unalias().copy(), "Bool"))


def _totals_of_nothing(tree: exp.Expr) -> None:
    """A rollup has its total though there are no rows, as the standard has it: groups, and one row without a group."""
    for select in list(tree.find_all(exp.Select)):
        group = select.args.get("group")
        rollup = group.find(exp.Rollup) if group else None
        if rollup is None:
            continue
        groups, total = select.copy(), select.copy()
        groups.set("group", exp.Group(expressions=[one.copy() for one in rollup.expressions]))
        total.set("group", None)
        for column in list(total.find_all(exp.Column)):
            if column in rollup.expressions:
                column.replace(_as(exp.null(), KINDS[column.type.this.name] if column.type else "String"))
        select.replace(exp.union(groups, total, distinct=False, copy=False))


def _order_by_what_is_meant(tree: exp.Expr) -> None:
    """A name of the result that is also a column of the source is the result's, as the standard has it."""
    for select in tree.find_all(exp.Select):
        order = select.args.get("order")
        named = {one.alias_or_name: one.unalias() for one in select.selects}
        for column in list(order.find_all(exp.Column)) if order else ():
            if not column.table and column.name in named:
                column.replace(exp.paren(named[column.name].copy()))


def _days_between(tree: exp.Expr) -> None:
    for minus in list(tree.find_all(exp.Sub)):
        if minus.left.is_type("date") and minus.right.is_type("date"):
            minus.replace(_call("dateDiff", exp.Literal.string("day"), minus.right.copy(), minus.left.copy()))


def _parameters_of_the_server(tree: exp.Expr) -> None:
    for cast in list(tree.find_all(exp.Cast)):
        if isinstance(cast.this, exp.Parameter | exp.Placeholder):
            kind = exp.DataType.build(f"Nullable({KINDS[cast.to.this.name]})", dialect="clickhouse")
            cast.replace(exp.Placeholder(this=cast.this.name, kind=kind))


def _percentiles(tree: exp.Expr) -> None:
    """percentile_cont is the inclusive quantile, between two values where need be."""
    for within in list(tree.find_all(exp.WithinGroup)):
        if isinstance(within.this, exp.PercentileCont):
            of = within.expression.expressions[0].this.copy()
            share = within.this.this.copy()
            within.replace(
                _as(
                    exp.CombinedParameterizedAgg(this="quantileExactInclusive", params=[of], expressions=[share]),
                    "Float64",
                )
            )


def _counts_have_a_sign(tree: exp.Expr) -> None:
    for count in list(tree.find_all(exp.Count, exp.RowNumber, exp.Rank, exp.DenseRank)):
        whole = count.parent if isinstance(count.parent, exp.Window) else count
        whole.replace(_call("toInt64", whole.copy()))


def _joins_without_equality(tree: exp.Expr) -> None:
    """ClickHouse joins by at least one equality: here one that always holds."""
    for join in list(tree.find_all(exp.Join)):
        on = join.args.get("on")
        if on is None or list(on.find_all(exp.EQ)):
            continue
        own = join.alias_or_name
        mine = next(column for column in on.find_all(exp.Column) if column.table == own)
        other = next((column for column in on.find_all(exp.Column) if column.table != own), None)
        if other is not None:
            join.set("on", exp.and_(exp.EQ(this=_always(mine), expression=_always(other)), on.copy()))


def _always(column: exp.Column) -> exp.Expr:
    return exp.Mul(this=_call("toInt8", _call("isNull", column.copy())), expression=exp.Literal.number(0))


def _worked_out_once(tree: exp.Expr) -> None:
    """Otherwise a part of a question is put in place of its name, and worked out again wherever it is named."""
    for part in tree.find_all(exp.CTE):
        part.set("materialized", True)


def _schema_name(tree: exp.Expr) -> None:
    for name in list(tree.find_all(exp.CurrentSchema)):
        name.replace(_call("currentDatabase"))


def _call(name: str, *values: exp.Expr) -> exp.Anonymous:
    return exp.Anonymous(this=name, expressions=list(values))


def _as(value: exp.Expr, kind: str) -> exp.Cast:
    return exp.Cast(this=value, to=exp.DataType.build(f"Nullable({kind})", dialect="clickhouse"))


REWRITES: tuple[Callable[[exp.Expr], None], ...] = (
    _totals_of_nothing,
    _truth_is_boolean,
    _order_by_what_is_meant,
    _days_between,
    _parameters_of_the_server,
    _percentiles,
    _counts_have_a_sign,
    _columns_of_the_right_are_unnamed,
    _joins_without_equality,
    _schema_name,
    _worked_out_once,
)
