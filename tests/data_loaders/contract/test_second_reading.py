"""The contract read plainly, one value after the other, gives of random broken rows the verdicts of `sift`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.contract import coerce, privacy
from data_loaders.contract.quarantine import REASONS, sift
from data_loaders.contract.tables import TABLES, Column, Table

AS_OF = date(2026, 11, 22)
ODD = (None, "", "  ", "\u200b", "12.000", "infinity", "9999-12-31", "1e9", "0001-01-01", "x\ufffd", "2026-13-40", "-5",
       "999999999999", "038185001234", "0912 345 678", "nan", "2026-05-01T08:30", "2027-01-01", "2", "3", "true", " A ",
       "2026-04-30T17:00:00Z", "a\u0301")  # fmt: skip
USUAL = {
    "code": ("X-001", "X-002", "07"),
    "text": ("Đất đai", "Số 12/CV-UBND"),
    "date": ("2025-03-01", "2026-02-28", "2026-11-22"),
    "timestamp": ("2026-09-16 08:30:00", "2026-09-16T01:30:00Z"),
    "int": ("1", "2", "40"),
    "number": ("0.25", "1"),
    "bool": ("0", "1", "t"),
}


def values(column: Column) -> st.SearchStrategy[str | None]:
    usual = st.sampled_from(column.words or USUAL[column.kind])
    return st.integers(0, 9).flatmap(lambda drawn: usual if drawn else st.sampled_from(ODD))


@st.composite
def chunks(draw: st.DrawFn) -> tuple[Table, list[dict[str, str | None]]]:
    table = draw(st.sampled_from(TABLES))
    return table, draw(
        st.lists(st.fixed_dictionaries({c.name: values(c) for c in table.columns}), min_size=1, max_size=12)
    )


def plainly(row: dict[str, str | None], table: Table) -> tuple[dict[str, Any], list[tuple[str, str]], list[str]]:
    """The row's values, what is wrong with it (reason, column), and the columns whose number is left out."""
    read, wrong, left_out = {}, [], []
    for column in table.columns:
        typed, broken = coerce.coerce(pa.array([row[column.name]], pa.string()), column)
        value = read[column.name] = typed[0].as_py()
        if broken is not None and column.may_be_left_out:
            left_out.append(column.name)
        elif broken is not None:
            wrong.append((coerce.BROKEN[column.kind], column.name))
        if value is None:
            wrong += [("missing_value", column.name)] if column.required else []
            continue
        if column.words and str(value) not in column.words:
            wrong.append(("outside_vocabulary", column.name))
        if column.past and value > AS_OF:
            wrong.append(("future_date", column.name))
        if column.is_text and privacy.carries_personal_number(pa.array([value]), kind=column.kind)[0].as_py():
            wrong.append(("personal_data", column.name))
        if column.kind == "code" and "\ufffd" in value:
            wrong.append(("unreadable_text", column.name))
    keys = [*table.key[:1], *table.parents]
    wrong += [("missing_key", name) for name in keys if read[name] is None]
    if table.name == "transfers" and read["dossier_id"] is None and read["petition_id"] is None:
        wrong.append(("missing_key", "dossier_id"))
    for first, then, reason in table.in_order:
        if read[first] is not None and read[then] is not None and read[first] > read[then]:
            wrong.append((reason, then))
    return read, wrong, left_out


@given(chunks())
def test_a_chunk_at_once_is_what_one_value_after_the_other_gives(chunk):
    table, rows = chunk
    sifted = sift(pa.Table.from_pylist(rows, pa.schema([(c, pa.string()) for c in table.names])), table, as_of=AS_OF)
    key = (table.key or table.parents or ("dossier_id",))[0]
    accepted, refused, left_out = [], [], []
    for read, wrong, gone in (plainly(row, table) for row in rows):
        if wrong:
            gravest = min(wrong, key=lambda one: REASONS.index(one[0]))
            refused.append((privacy.safe_key(read[key]), gravest[1], gravest[0]))
            continue
        accepted.append(read)
        left_out += [(privacy.safe_key(read[key]), name, "broken_number", len(accepted)) for name in gone]
    assert sifted.accepted.to_pylist() == accepted
    assert [tuple(row.values()) for row in sifted.refused.to_pylist()] == refused
    told = sifted.left_out[["row_key", "column_name", "reason", "place"]]
    assert [tuple(row) for row in told.astype(object).itertuples(index=False)] == left_out
