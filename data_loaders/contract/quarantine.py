"""Each row against the contract: accepted, or put aside with its first reason. A refused value is never kept."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.contract import coerce, privacy
from data_loaders.contract.tables import Column, Table
from data_loaders.contract.text import UNREADABLE

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pandera.pandas as pandera

REASONS = (
    "missing_key",
    "unreadable_text",
    "broken_date",
    "broken_number",
    "broken_boolean",
    "missing_value",
    "outside_vocabulary",
    "personal_data",
    "future_date",
    "accepted_before_received",
    "closed_before_accepted",
    "closed_before_received",
    "processed_before_received",
    "ends_before_start",
    "duplicate_key",
    "dangling_reference",
    "reference_refused",
)
"""Every reason, in the order in which the first one is chosen."""

LEFT_OUT = ("broken_number", "ring_reference")
"""Why a single value may be left out while its row stays."""

_RANK = {reason: rank for rank, reason in enumerate(REASONS)}


@dataclass(frozen=True)
class Sifted:
    """A chunk after its checks: typed rows that may stay, and (row_key, column_name, reason) of those that may not.

    ``left_out``: the same of single numbers that were left out of accepted rows, with ``place``, their row's place.
    """

    accepted: pa.Table
    refused: pa.Table
    left_out: pd.DataFrame


REFUSED = pa.schema([("row_key", pa.string()), ("column_name", pa.string()), ("reason", pa.string())])


def sift(raw: pa.Table, table: Table, *, as_of: date) -> Sifted:
    """Check one chunk of texts (columns absent from the source may lack) against the contract.

    Whatever needs more than one row (duplicates, references) is checked when all tables are in.
    """
    typed, problems, left_out = _typed(raw, table)
    problems += list(_missing_keys(typed, table)) + list(_pandera_problems(typed, table, as_of))
    keep = pd.Series(True, index=range(typed.num_rows))
    refused = REFUSED.empty_table()
    if problems:
        worst = _first_reasons(problems)
        keep[worst.index] = False
        refused = _with_keys(typed, table, worst)
    kept = left_out[left_out["row"].map(keep).astype(bool)]
    told = _with_keys(typed, table, kept.set_index("row")).to_pandas()
    told["place"] = kept["row"].map(keep.cumsum()).to_numpy()
    return Sifted(typed.filter(pa.array(keep.to_numpy())), refused, told)


def _typed(raw: pa.Table, table: Table) -> tuple[pa.Table, list[pd.DataFrame], pd.DataFrame]:
    """The chunk in its own types, what is broken in it, and the numbers that are left out without their row."""
    arrays: list[pa.Array] = []
    problems: list[pd.DataFrame] = []
    left_out = [_problem(pa.array([], pa.bool_()), "", "")]
    for column in table.columns:
        if column.name not in raw.column_names:
            arrays.append(pa.nulls(raw.num_rows, coerce.ARROW_TYPES[column.kind]))
            continue
        values, broken = coerce.coerce(raw[column.name].combine_chunks(), column)
        arrays.append(values)
        if broken is not None:
            found = left_out if column.may_be_left_out else problems
            found.append(_problem(broken, column.name, coerce.BROKEN[column.kind]))
    return pa.table(arrays, names=table.names), problems, pd.concat(left_out, ignore_index=True)


def _problem(where: pa.BooleanArray, column: str, reason: str) -> pd.DataFrame:
    rows = pc.indices_nonzero(where).to_numpy()
    return pd.DataFrame({"row": rows.astype("int64"), "column_name": column, "reason": reason})


def _missing_keys(typed: pa.Table, table: Table) -> Iterator[pd.DataFrame]:
    for name in (*table.key[:1], *table.parents):
        if typed[name].null_count:
            yield _problem(pc.is_null(typed[name]).combine_chunks(), name, "missing_key")
    if table.name == "transfers":
        neither = pc.and_(pc.is_null(typed["dossier_id"]), pc.is_null(typed["petition_id"]))
        yield _problem(neither.combine_chunks(), "dossier_id", "missing_key")


def _pandera_problems(typed: pa.Table, table: Table, as_of: date) -> Iterator[pd.DataFrame]:
    frame = typed.to_pandas(types_mapper=pd.ArrowDtype)
    try:
        schema(table, as_of).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases[["column", "check", "index"]].dropna(subset="index")
        reasons = cases["check"].where(cases["check"] != "not_nullable", "missing_value")
        later = reasons.str.partition(":")
        yield pd.DataFrame(
            {
                "row": cases["index"].astype("int64"),
                "column_name": later[2].where(later[2] != "", cases["column"]),
                "reason": later[0],
            }
        )


@cache
def schema(table: Table, as_of: date) -> pandera.DataFrameSchema:
    """The contract of one table as a pandera schema; the name of each check is the reason it gives."""
    columns = {
        column.name: pandera.Column(nullable=not column.required, checks=_checks(column, as_of))
        for column in table.columns
    }
    return pandera.DataFrameSchema(columns, checks=[_in_order(*spell) for spell in table.in_order])


def _checks(column: Column, as_of: date) -> list[pandera.Check]:
    checks = []
    if column.words:
        words = [int(word) for word in column.words] if column.kind == "int" else list(column.words)
        checks.append(pandera.Check(lambda values: values.isin(words), name="outside_vocabulary"))
    if column.past:
        checks.append(pandera.Check(lambda days: days <= as_of, name="future_date"))
    if column.is_text:
        kind = column.kind
        checks.append(pandera.Check(lambda texts: ~_personal(texts, kind), name="personal_data"))
    if column.kind == "code":
        checks.append(pandera.Check(_legible, name="unreadable_text"))
    return checks


def _personal(texts: pd.Series, kind: str) -> pd.Series:
    array = pa.chunked_array(texts.array.__arrow_array__()).combine_chunks()
    return pd.Series(privacy.carries_personal_number(array, kind=kind).to_numpy(zero_copy_only=False), texts.index)


def _legible(codes: pd.Series) -> pd.Series:
    """Two codes with bytes that cannot be read may look alike: none of them is one."""
    return ~codes.str.contains(UNREADABLE, regex=False).fillna(False).astype(bool)


def _in_order(first: str, then: str, reason: str) -> pandera.Check:
    def kept(frame: pd.DataFrame) -> pd.Series:
        return (frame[first] <= frame[then]).fillna(True).astype(bool)

    return pandera.Check(kept, name=f"{reason}:{then}")


def _first_reasons(problems: list[pd.DataFrame]) -> pd.DataFrame:
    """One problem a row, the gravest; index = row."""
    every = pd.concat(problems, ignore_index=True)
    every["rank"] = every["reason"].map(_RANK)
    return every.sort_values(["row", "rank"], kind="stable").drop_duplicates("row").set_index("row")


def _with_keys(typed: pa.Table, table: Table, found: pd.DataFrame) -> pa.Table:
    """(row_key, column_name, reason) of what was found; index = row."""
    name = (table.key or table.parents or ("dossier_id",))[0]
    keys = typed[name].take(pa.array(found.index.to_numpy(), pa.int64())).to_pylist()
    return pa.table(
        {
            "row_key": pa.array([privacy.safe_key(key) for key in keys], pa.string()),
            "column_name": pa.array(found["column_name"].tolist(), pa.string()),
            "reason": pa.array(found["reason"].tolist(), pa.string()),
        }
    )
