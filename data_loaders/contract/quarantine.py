"""Each row against the contract: accepted, or put aside with its first reason. A refused value is never kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.contract import coerce, privacy
from data_loaders.contract.tables import Column, Table
from data_loaders.contract.text import UNREADABLE

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
NO_ROWS = pd.DataFrame({"row": pd.array([], "int64"), "column_name": pd.array([], "str"), "reason": []})
NOTHING_LEFT_OUT = pd.DataFrame(columns=[*REFUSED.names, "place"])


def sift(raw: pa.Table, table: Table, *, as_of: date) -> Sifted:
    """Check one chunk of texts (columns absent from the source may lack) against the contract.

    Whatever needs more than one row (duplicates, references) is checked when all tables are in.
    """
    typed, faults = _typed(raw, table, as_of)
    faults += [*_missing_keys(typed, table), *_out_of_order(typed, table)]
    left_out = _rows_of(fault for fault in faults if fault.leaves_out)
    problems = _rows_of(fault for fault in faults if not fault.leaves_out)
    if problems.empty and left_out.empty:
        return Sifted(typed, REFUSED.empty_table(), NOTHING_LEFT_OUT)
    keep = pd.Series(True, index=range(typed.num_rows))
    worst = _first_reasons(problems)
    keep[worst.index] = False
    kept = left_out[left_out["row"].map(keep).astype(bool)]
    told = _with_keys(typed, table, kept.set_index("row")).to_pandas()
    told["place"] = kept["row"].map(keep.cumsum()).to_numpy()
    return Sifted(typed.filter(pa.array(keep.to_numpy())), _with_keys(typed, table, worst), told)


@dataclass(frozen=True)
class _Fault:
    """A reason in a column and the rows that have it; ``leaves_out``: their values go, they stay."""

    reason: str
    column: str
    rows: np.ndarray
    leaves_out: bool = False

    @classmethod
    def of(cls, reason: str, column: str, where: pa.Array | pa.ChunkedArray) -> _Fault:
        return cls(reason, column, pc.indices_nonzero(where).to_numpy())


def _typed(raw: pa.Table, table: Table, as_of: date) -> tuple[pa.Table, list[_Fault]]:
    """The chunk in its own types, and what is wrong within single values."""
    arrays: list[pa.Array] = []
    faults: list[_Fault] = []
    for column in table.columns:
        if column.name in raw.column_names:
            values, found = _read(raw[column.name].combine_chunks(), column, as_of, single=column.name in table.key)
        else:
            values, found = pa.nulls(raw.num_rows, coerce.ARROW_TYPES[column.kind]), []
        arrays.append(values)
        faults += found
        if column.required and values.null_count:
            faults.append(_Fault.of("missing_value", column.name, values.is_null()))
    return pa.table(arrays, names=table.names), faults


def _read(values: pa.Array, column: Column, as_of: date, *, single: bool) -> tuple[pa.Array, list[_Fault]]:
    """A column in its own type and what is wrong in it. Each different value is looked at once, unless all are
    likely to be ``single`` ones."""
    if single:
        return _judged(values, column, as_of)
    encoded = values.dictionary_encode()
    different, wrong = _judged(encoded.dictionary, column, as_of)
    if wrong:
        places = encoded.indices.fill_null(-1).to_numpy()
        wrong = [replace(fault, rows=np.flatnonzero(np.isin(places, fault.rows))) for fault in wrong]
    return different.take(encoded.indices), wrong


def _judged(values: pa.Array, column: Column, as_of: date) -> tuple[pa.Array, list[_Fault]]:
    """The values in the column's own type, and the faults of which there are any."""
    typed, broken = coerce.coerce(values, column)
    faults = [_Fault.of(reason, column.name, where) for reason, where in _checks(typed, column, as_of)]
    if broken is not None:
        fault = _Fault.of(coerce.BROKEN[column.kind], column.name, broken)
        faults.append(replace(fault, leaves_out=column.may_be_left_out))
    return typed, [fault for fault in faults if len(fault.rows)]


def _checks(typed: pa.Array, column: Column, as_of: date) -> Iterator[tuple[str, pa.Array]]:
    """Each reason that a value of this column may give, and which values give it; a missing one gives none."""
    if column.words:
        words = pa.array([int(word) for word in column.words] if column.kind == "int" else column.words, typed.type)
        yield "outside_vocabulary", pc.and_(typed.is_valid(), pc.invert(pc.is_in(typed, words)))
    if column.past:
        yield "future_date", pc.greater(typed, pa.scalar(as_of, typed.type))
    if column.is_text:
        yield "personal_data", privacy.carries_personal_number(typed, kind=column.kind)
    if column.kind == "code":  # two codes with bytes that cannot be read may look alike: none of them is one
        yield "unreadable_text", pc.match_substring(typed, UNREADABLE)


def _missing_keys(typed: pa.Table, table: Table) -> Iterator[_Fault]:
    for name in (*table.key[:1], *table.parents):
        if typed[name].null_count:
            yield _Fault.of("missing_key", name, typed[name].is_null())
    if table.name == "transfers":
        neither = pc.and_(typed["dossier_id"].is_null(), typed["petition_id"].is_null())
        yield _Fault.of("missing_key", "dossier_id", neither)


def _out_of_order(typed: pa.Table, table: Table) -> Iterator[_Fault]:
    for first, then, reason in table.in_order:
        yield _Fault.of(reason, then, pc.greater(typed[first], typed[then]))


def _rows_of(faults: Iterable[_Fault]) -> pd.DataFrame:
    """One line a row and fault: row, column_name, reason."""
    lines = [
        pd.DataFrame({"row": fault.rows.astype("int64"), "column_name": fault.column, "reason": fault.reason})
        for fault in faults
        if len(fault.rows)
    ]
    return pd.concat([NO_ROWS, *lines], ignore_index=True) if lines else NO_ROWS


def _first_reasons(problems: pd.DataFrame) -> pd.DataFrame:
    """One problem a row, the gravest; index = row."""
    ranked = problems.assign(rank=problems["reason"].map(_RANK))
    return ranked.sort_values(["row", "rank"], kind="stable").drop_duplicates("row").set_index("row")


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
