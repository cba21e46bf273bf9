"""Tables in Vietnamese: headings and codes in words, 1.234,5 and 22/11/2026 in every browser, CSV that Excel opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashboard.facts import small_cells
from dashboard.screen import links
from dashboard.words import codes, headings
from dashboard.words import numbers as vi
from dashboard.words.tables import in_words

ROW_HEIGHT = 44
MOST_ROWS = 12
CHANGE = "change"
SHARES = ("_share", "_rate", "compliance", "share")
WIDE_COLUMNS = {
    "label": 270,
    "title": 270,
    "agency_name": 270,
    "locked_window": 300,
    "lock_effect": 300,
    "lock_what": 500,
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def show(
    frame: pd.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    key: str,
    alt: str = "",
    select: bool = False,
    rows: int = MOST_ROWS,
) -> int | None:
    """The table on screen; with `select` the position of the tapped row."""
    shown, asked = in_words(frame, columns).reset_index(drop=True), headings.asked(frame)
    leads = {name: cells for name, cells in links.addresses(frame).items() if name in links.LEADS and name in shown}
    for name, cells in leads.items():
        shown[name] = cells.reset_index(drop=True)
    event: Any = st.dataframe(
        styled(shown, few=_positions(frame)),
        hide_index=True,
        key=key,
        alt=alt or None,
        placeholder=vi.MISSING,
        row_height=ROW_HEIGHT,
        height="content" if len(shown) <= rows else ROW_HEIGHT * (rows + 1),
        column_config={
            name: st.column_config.LinkColumn(headings.heading(name, asked), display_text="([^=]+)$")
            if name in leads
            else _column(shown[name], headings.heading(str(name), asked))
            for name in shown.columns
        },
        on_select="rerun" if select else "ignore",
        selection_mode="single-row",
    )
    picked = event["selection"]["rows"] if select else []
    return picked[0] if picked else None


def styled(frame: pd.DataFrame, *, few: dict[str, set[int]] | None = None) -> Styler:
    """Numbers shown as Vietnamese text while sorting stays by value; withheld cells as …, missing ones as —."""
    styler = frame.style.format(na_rep=vi.MISSING)
    for name in frame.columns:
        if _is_number(frame[name]):
            styler = styler.format(_number_format(str(name), frame[name]), subset=[name], na_rep=vi.MISSING)
    for name, positions in (few or {}).items():
        if name in frame.columns:
            styler = styler.format(lambda _: vi.FEW, subset=(sorted(positions), [name]), na_rep=vi.FEW)
    return styler


def csv(frame: pd.DataFrame, columns: Sequence[str] | None = None) -> bytes:
    """Semicolons, decimal commas and a byte order mark, as a Vietnamese Excel expects; formulas made harmless."""
    withheld = _positions(frame)
    shown = in_words(frame, columns).reset_index(drop=True)
    text = pd.DataFrame({name: _cells(shown[name], few=withheld.get(str(name), set())) for name in shown.columns})
    text.columns = [headings.heading(str(name), headings.asked(frame)) for name in shown.columns]
    return text.to_csv(index=False, sep=";").encode("utf-8-sig")


def _positions(frame: pd.DataFrame) -> dict[str, set[int]]:
    """Withheld cells by position instead of label."""
    order = {label: position for position, label in enumerate(frame.index)}
    found = small_cells.few(frame).items()
    return {name: {order[label] for label in labels if label in order} for name, labels in found}


def _column(cells: pd.Series, heading: str) -> Any:
    if pd.api.types.is_datetime64_any_dtype(cells):
        return st.column_config.DateColumn(heading, format="DD/MM/YYYY")
    if _is_number(cells):
        return st.column_config.NumberColumn(heading)
    return st.column_config.TextColumn(heading, width=WIDE_COLUMNS.get(str(cells.name)))


def _is_number(cells: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells)


def _number_format(name: str, cells: pd.Series) -> Any:
    if name.endswith(SHARES):
        return vi.percent
    if name == CHANGE:
        return vi.signed
    return vi.count if pd.api.types.is_integer_dtype(cells) else vi.number


def _cells(cells: pd.Series, *, few: Iterable[int]) -> list[str]:
    texts = [_text(cell, str(cells.name)) for cell in cells]
    for position in few:
        texts[position] = vi.FEW
    return texts


def _text(cell: object, name: str) -> str:
    if vi.is_missing(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return vi.date(cell.date())
    if isinstance(cell, bool):
        return codes.YES if cell else codes.NO
    if isinstance(cell, (int, float)):
        return vi.percent(cell) if name.endswith(SHARES) else str(cell).replace(".", ",")
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
