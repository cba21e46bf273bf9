"""Tables in Vietnamese: headings and codes in words, 1.234,5 and 22/11/2026 in every browser, CSV that Excel opens."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.facts import small_cells
from dashboard.screen import drawn, links, sorting
from dashboard.words import canvas, codes, headings, share
from dashboard.words import numbers as vi
from dashboard.words.tables import NOTHING, STEP, USUAL, USUAL_SAID, in_words

MOST_ROWS = 10
MOST_AT_ALL = 1000
SIGNED = ("change", "difference", "difference_points")
GROUP, ALSO = "group", "also"
DOTTED = ("compliance", "on_time_share")
"""Shares of a duty, from nothing to all: a dot on a line that ends where the duty is kept."""
RATIO = "ratio"
"""Times as many: near one a tenth says too little."""
SHARES = ("_share", "_rate", "compliance", "share")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMERIC = re.compile(rf"[+−]?\d[\d.,]*%?( \(.*\))?|\d+/\d+( \(.*\))?|\d+–\d+|[—…]|{STEP}|{NOTHING}")
CODE = re.compile(r"[A-Z]+(-\d+)+|\d+(/[\w-]+)+")
"""A number of a dossier, a paper or a document, in one piece."""
FEWEST_FOR_ONCE = 4
"""Rows from which a column that says the same in all of them is said once, in the caption."""
SHORT, NAMED, FEW = 12, 24, 4
"""Letters up to which a word of a table is not broken, and up to which the name of a row is not in a table of so few
columns."""
WIDE = 45
"""Letters beyond which a cell is a sentence."""
LONG = 16
"""Letters from which a number with words is broken where there is little room."""
MOST_ACROSS = 5
"""Cells that stand beside one another in a row that is a card on a tablet upright."""
WIDTHS = ((4, "few"), (6, "some"), (8, "many"), (11, "wide"))
"""Columns up to which a table has a class, and keeps its rows down to the width of that (`assets.WIDTHS`)."""


def grouped(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows as they stand, the text of that column once above those that share it; in a file it is a column."""
    marked = frame.copy(deep=False)
    marked.attrs = frame.attrs | {GROUP: column}
    return marked


def with_more(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows as they stand; these columns stand behind the sign of the table and in its file only, so that a row
    has room on a tablet held upright."""
    marked = frame.copy(deep=False)
    marked.attrs = frame.attrs | {ALSO: tuple(columns)}
    return marked


def also(frame: pd.DataFrame) -> Sequence[str]:
    """What `with_more` put behind the sign."""
    return frame.attrs.get(ALSO, ())


def show(
    frame: pd.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    key: str,
    alt: str = "",
    select: bool = False,
    rows: int = MOST_ROWS,
    by: sorting.Order | None = None,
    start: int = 0,
) -> int | None:
    """`rows` of the table from `start` on screen; with `select` the position of the row that was tapped, once.

    `by`: how the rows are sorted; then the headings sort them otherwise.
    """
    html = markup(frame, columns=columns, alt=alt, select=select, rows=rows, by=by, start=start)
    if not select:
        st.html(html)
        return None
    picked = drawn.show(html, key=key)
    row = start + int(picked) if picked is not None and picked.isdigit() else len(frame)
    return row if row < len(frame) else None


def markup(
    frame: pd.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    alt: str = "",
    select: bool = False,
    rows: int = MOST_ROWS,
    by: sorting.Order | None = None,
    start: int = 0,
) -> str:
    """`rows` from `start` as an HTML table, every text in it escaped; what is the same in every row stands above it."""
    shown, asked = in_words(frame, columns).reset_index(drop=True), headings.asked(frame)
    groups = shown.pop(frame.attrs[GROUP]) if GROUP in frame.attrs else pd.Series(dtype=object)
    named = {str(name): headings.heading(str(name), asked) for name in shown.columns}
    to = {} if select else links.addresses(frame.iloc[start : start + rows])
    once = _said_once(
        shown, {*_positions(frame), *(name for name in to if name in shown and shown[name].notna().any())}
    )
    kept = [str(name) for name in shown.columns if name not in once]
    side = {name: _side(shown[name], first=name == kept[0]) for name in kept}
    head = "".join(
        _head(name, side[name], named[name], sorting.heading(shown[name], by) if by else None) for name in kept
    )
    longest = {name: NAMED if name == kept[0] and len(kept) <= FEW else SHORT for name in kept}
    usual = {name: USUAL[name] for name in kept if _is_mostly(shown[name], USUAL.get(name))}
    frame, shown, groups = (whole.iloc[start : start + rows] for whole in (frame, shown, groups))
    withheld = _positions(frame)
    cells = {
        name: _written(shown[name], withheld.get(name, set()), {} if withheld else share.few(frame, name))
        for name in kept
    }
    leads = {name: list(addresses) for name, addresses in to.items() if name in kept}
    body = "".join(
        f"{_group(list(groups), row, across=len(kept))}<tr{_tap(row, select)}>"
        + "".join(
            _cell(
                cells[name][row], side[name], named[name], leads.get(name, [])[row : row + 1], usual.get(name), to_break
            )
            for name, to_break in longest.items()
        )
        + "</tr>"
        for row in range(len(shown))
    )
    told = [f"{named[name]}: {text}" for name, text in once.items() if text not in (vi.MISSING, "")]
    told += [USUAL_SAID.format(heading=named[name], usual=vi.small(word)) for name, word in usual.items()]
    same = canvas.BESIDE.join(told)
    above = f'<p class="figure-scope">{escape(same)}</p>' if same else ""
    caption = f"<caption>{escape(alt)}</caption>" if alt else ""
    width = next((name for most, name in WIDTHS if len(kept) <= most), "all")
    across = f' style="--across:{_across(len(kept) - 1 + sum("wide" in side[name] for name in kept[1:]))}"'
    return (
        f'{above}<div class="rows-frame"><table class="rows {width}{" sorts" if by else ""}" role="table"{across}>'
        f'{caption}<thead><tr role="row">{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _said_once(shown: pd.DataFrame, apart: set[str]) -> dict[str, str]:
    """Columns, but for the first, that say the same in every row; those that say nothing are left out.

    `apart`: those that stay, as some of their cells are withheld or lead to a list. A share stands beside its base.
    """
    if len(shown) < FEWEST_FOR_ONCE:
        return {}
    return {
        str(name): _written(shown[name].head(1), set())[0]
        for name in list(shown.columns)[1:]
        if name not in apart and not str(name).endswith(SHARES) and shown[name].nunique(dropna=False) == 1
    }


def _across(cells: int) -> int:
    """How many stand beside one another in a row that is a card, so that its lines are alike long."""
    return max(1, math.ceil(cells / math.ceil(max(cells, 1) / MOST_ACROSS)))


def _is_mostly(cells: pd.Series, usual: str | None) -> bool:
    """Whether at least half of the rows, of more than a few, say the usual."""
    return usual is not None and len(cells) >= FEWEST_FOR_ONCE and 2 * cells.eq(usual).sum() >= len(cells)


def _group(groups: Sequence[str], row: int, *, across: int) -> str:
    """The line above the first row of a group."""
    if not groups or (row and groups[row] == groups[row - 1]):
        return ""
    text = f'<th scope="rowgroup" role="rowheader" colspan="{across}">{escape(groups[row])}</th>'
    return f'<tr class="group" role="row">{text}</tr>'


def _head(column: str, side: str, heading: str, sorts: sorting.Heading | None) -> str:
    if sorts is None:
        return f'<th scope="col" data-column="{column}"{side}>{escape(heading)}</th>'
    link = f'<a href="{escape(sorts.address)}" target="_self">{escape(heading)}</a>'
    return f'<th scope="col" role="columnheader" aria-sort="{sorts.way}" data-column="{column}"{side}>{link}</th>'


def _tap(row: int, select: bool) -> str:
    return f' role="row" data-row="{row}" tabindex="0"' if select else ' role="row"'


def _cell(text: str, side: str, heading: str, leads: list[object], usual: str | None, unbroken: int) -> str:
    inside = f"{_dot(text)}<span>{escape(text)}</span>" if "dotted" in side else escape(text)
    if text == usual:
        inside = f'<span class="heard">{inside}</span>'
        side = side.replace('class="', 'class="usual ') if side else ' class="usual"'
    if not side and len(text) <= unbroken:
        side = ' class="short"'
    elif "number" in side and len(text) > LONG:
        side = side.replace("number", "number long")
    if leads and not vi.is_missing(leads[0]):
        inside = f'<a href="{escape(str(leads[0]))}" target="_self">{inside}</a>'
    return f'<td role="cell" data-label="{escape(heading)}"{side}>{inside}</td>'


def _dot(text: str) -> str:
    """Nothing where the cell is no share, as where the base is too small for one."""
    at = text.removesuffix("%").replace(",", ".")
    return f'<i class="dot" style="--at:{at}%" aria-hidden="true"></i>' if text.endswith("%") else ""


def _side(cells: pd.Series, *, first: bool = False) -> str:
    """Numbers stand to the right, below their heading; so do numbers with a sign or a base that are written as text.

    Numbers of dossiers are never broken, nor is a number that names its row: it begins the line. Sentences have twice
    the room of a word where a row is a card.
    """
    if cells.name in DOTTED:
        return ' class="number dotted"'
    if _is_number(cells) or _all_read(cells, NUMERIC):
        return ' class="code"' if first else ' class="number"'
    if _all_read(cells, CODE):
        return ' class="code"'
    return ' class="wide"' if any(len(str(cell)) > WIDE for cell in cells if not vi.is_missing(cell)) else ""


def _all_read(cells: pd.Series, as_one: re.Pattern[str]) -> bool:
    texts = [str(cell) for cell in cells if not vi.is_missing(cell)]
    return bool(texts) and all(as_one.fullmatch(text) for text in texts)


def _written(cells: pd.Series, few: Iterable[int], counts: Mapping[int, str] | None = None) -> list[str]:
    """Cells as they are read on screen: 1.234,5 · 15,2% · 22/11/2026; withheld ones as …, missing ones as —.

    `counts` stand in place of shares of too small a base: 2/2.
    """
    write = _number_format(str(cells.name), cells) if _is_number(cells) else _month if _is_month(cells) else _word
    withheld, told = set(few), counts or {}
    return [
        vi.FEW if place in withheld else told.get(place) or (vi.MISSING if vi.is_missing(cell) else write(cell))
        for place, cell in enumerate(cells)
    ]


def _word(cell: object) -> str:
    if isinstance(cell, (pd.Timestamp, dt.date)):
        return vi.date(cell)
    return str(cell)


def _is_month(cells: pd.Series) -> bool:
    """Columns that hold a month by its first day are called so; sorting goes by the day."""
    return str(cells.name).endswith("month_on") and pd.api.types.is_datetime64_any_dtype(cells)


def _month(cell: pd.Timestamp) -> str:
    return f"{cell:%m/%Y}"


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


def _is_number(cells: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells)


def _number_format(name: str, cells: pd.Series) -> Any:
    if name.endswith(SHARES):
        return vi.percent
    if name in SIGNED:
        return vi.signed
    if name == RATIO:
        return partial(vi.number, digits=2)
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
