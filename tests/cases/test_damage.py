"""Hand-overs damaged at random: one sentence or a whole reading, and no figure changes without being told."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_loaders.contract.tables import BY_NAME
from data_loaders.messages import LoaderError
from tests.cases.handed_over import Cells, Loaded, as_csv, as_excel, as_sqlite, base, load

SURROUNDING = ("\u200b", "\u00a0", "\ufeff", " ", "\u2003", "\u2066")
HARMLESS = ("blank around", "decomposed", "heading")
VALUES = ("12.000", "1.000", "infinity", "9999-12-31", "#N/A", "1e9", "0001-01-01", "x\ufffd", "-5", "2026-13-40",
          "999999999999", "=A1+1", "038185001234", "nan", "00:00", "\u202e", "'", '"', "NULL",
          "2026-05-01T08:30")  # fmt: skip


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, str, int, int, str]:
    """How, in which table, row (1 is the first below the headings) and column, and with what."""
    cells = base()
    table = draw(st.sampled_from(sorted(cells)))
    row = draw(st.integers(1, len(cells[table]) - 1))
    column = draw(st.integers(0, len(cells[table][0]) - 1))
    how = draw(st.sampled_from(["value", "emptied", "cut", "heading twice", "blank around", "decomposed", "heading"]))
    return how, table, row, column, draw(st.sampled_from(SURROUNDING if how in HARMLESS else VALUES))


def damage(cells: Cells, how: str, table: str, row: int, column: int, what: str) -> None:
    line, head = cells[table][row], cells[table][0]
    if how == "value":
        line[column] = what
    elif how == "emptied":
        line[column] = ""
    elif how == "cut":
        line.pop()
    elif how == "heading twice":
        head.append(head[column])
        for other in cells[table][1:]:
            other.append("")
    elif how == "blank around":
        line[column] = f"{what}{line[column]}{what}"
    elif how == "decomposed":
        line[column] = unicodedata.normalize("NFD", line[column])
    else:
        head[column] = f"{what}{head[column].upper()}{what}"


def _facts(loaded: Loaded) -> dict[str, list[tuple[Any, ...]]]:
    """Every accepted row as the pages will count it."""
    return {table: loaded.rows(f"select * exclude (seq) from stage.{table} order by all") for table in base()}


def _load(url: str) -> Loaded | None:
    try:
        return load(url)
    except LoaderError as error:
        assert len(str(error).splitlines()) == 1
        return None


def _written(form: str, folder: Path, cells: Cells) -> str:
    if form == "excel":
        return as_excel(folder / "a.xlsx", cells)
    if form == "sqlite":
        width = {table: len(lines[0]) for table, lines in cells.items()}
        full = {t: [line + [""] * (width[t] - len(line)) for line in lines] for t, lines in cells.items()}
        return as_sqlite(folder / "a.sqlite", full)
    return as_csv(folder / "a", cells)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(form=st.sampled_from(["csv", "excel", "sqlite"]), found=st.lists(damages(), min_size=1, max_size=3))
def test_damage_is_told_or_does_nothing(form: str, found: list[tuple[str, str, int, int, str]]) -> None:
    if form == "sqlite":  # a table has no two columns of one name
        found = [one for one in found if one[0] != "heading twice"]
    cells = base()
    for one in found:
        damage(cells, *one)
    with tempfile.TemporaryDirectory() as folder:
        whole = _facts(load(as_csv(Path(folder) / "whole", base())))
        loaded = _load(_written(form, Path(folder), cells))
        if loaded is None:
            return
        read, accepted, refused = loaded.read
        assert read == accepted + refused
        facts = _facts(loaded)
        assert accepted == sum(len(rows) for rows in facts.values())
        if all(one[0] in HARMLESS for one in found):
            assert (facts, refused, loaded.left_out) == (whole, 0, [])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(form=st.sampled_from(["csv", "excel", "sqlite"]), one=damages().filter(lambda one: one[0] in ("value", "cut")))
def test_a_value_that_is_no_value_of_its_column_is_told(form: str, one: tuple[str, str, int, int, str]) -> None:
    """Dates, numbers, words and references: what cannot be one is refused, left out or one sentence, never silent."""
    how, table, _, column, what = one
    named = BY_NAME[table].column(base()[table][0][column])
    cells = base()
    damage(cells, *one)
    with tempfile.TemporaryDirectory() as folder:
        loaded = _load(_written(form, Path(folder), cells))
    if loaded is None or how == "cut":
        return
    checked = named.kind in ("date", "timestamp", "int", "number", "bool", "word") or named.refers is not None
    means_none = what in ("infinity", "9999-12-31") and named.kind == "date" and not named.required
    told = bool(loaded.refused or loaded.left_out)
    unseen = what == "\u202e" and not named.required
    fits = what == "9999-12-31" and named.kind == "date"
    assert told or not checked or means_none or unseen or fits, (one, loaded.refused)
