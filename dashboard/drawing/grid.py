"""The strip of months as light HTML: a row a post, a cell a month. Names are escaped; nothing is a chart library's."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import pandas as pd

from dashboard.words import codes, ledger
from dashboard.words import numbers as vi

NARROW_FROM = 19
EMPTY = "<i></i>"
CODES = {"kept": "k", "short": "s", "delegated": "d", "missed": "m", "unreported": "u", "vacant": "v", "none": "n"}


def grid(sections: Iterable[tuple[str, str, pd.DataFrame]], months: pd.DataFrame, *, judged: set[pd.Timestamp]) -> str:
    """The whole ledger.

    Args:
        sections: (heading, sentence, posts in order: post_code, title, holder_name, district_name, band, why).
        months: rows of `ledger_strip`, every post and month once.
        judged: first days of the months that belong to the period in view.
    """
    columns = sorted(months["month_on"].unique())
    narrow = len(columns) >= NARROW_FROM
    cells = cells_by_post(months, columns=columns, narrow=narrow)
    blank = EMPTY * len(columns)
    body = [_head(columns, judged, narrow=narrow)]
    for heading, sentence, posts in sections:
        named = f"<b>{escape(heading)}</b><span>{escape(sentence)}</span>"
        body.append(f'<div class="g" role="row"><div role="rowheader">{named}</div></div>')
        body += [_row(row, cells.get(row.post_code, blank)) for row in posts.itertuples()]
    return _table("narrow" if narrow else "wide", body, posts=len(cells), months=len(columns))


def strip(posts: pd.DataFrame, months: pd.DataFrame) -> str:
    """A few posts (post_code, title, holder_name, in their order), a row each, without bands and reasons."""
    columns = sorted(months["month_on"].unique())
    cells = cells_by_post(months, columns=columns, narrow=False)
    rows = [_named(row, cells.get(row.post_code, EMPTY * len(columns))) for row in posts.itertuples()]
    body = [_head(columns, set(), narrow=False, reason=False), *rows]
    return _table("wide few", body, posts=len(rows), months=len(columns))


def cells_by_post(months: pd.DataFrame, *, columns: list[Any], narrow: bool) -> dict[str, str]:
    """post_code → its cells in the order of `columns`, months without the post left empty."""
    marks = ledger.STRIP_MARKS_NARROW if narrow else ledger.STRIP_MARKS
    place = pd.Index(columns).get_indexer(months["month_on"]).tolist()
    known: dict[tuple[object, ...], str] = {}
    rows: dict[str, list[str]] = {}
    fields = (months[name].tolist() for name in ("state", "in_person", "required", "moved", "ad_hoc"))
    for post, column, *facts in zip(months["post_code"].tolist(), place, *fields, strict=True):
        key = tuple(facts)
        if key not in known:
            known[key] = _cell(*facts, marks=marks)
        if post not in rows:
            rows[post] = [EMPTY] * len(columns)
        rows[post][column] = known[key]
    return {post: "".join(cells) for post, cells in rows.items()}


def years(months: pd.DataFrame) -> str:
    """The months of one post: a row a year, a cell a month."""
    columns = [pd.Timestamp(2000, month, 1) for month in range(1, 13)]
    head = "".join(f"<i>T{month.month}</i>" for month in columns)
    rows = []
    for year, group in months.groupby(months["month_on"].dt.year, sort=True):
        of_year = group.assign(month_on=[pd.Timestamp(2000, day.month, 1) for day in group["month_on"]], post_code="")
        cells = cells_by_post(of_year, columns=columns, narrow=False)[""]
        rows.append(f'<div class="r"><div class="t"><b>{year}</b></div><div class="c">{cells}</div></div>')
    head_row = f'<div class="r h"><div class="t"></div><div class="c">{head}</div></div>'
    return f'<div class="ledger wide one" style="--months:12">{head_row}{"".join(reversed(rows))}</div>'


def legend(*, narrow: bool, window: bool = True) -> str:
    """The marks in words; `window`: the months of the period in view have a sign of their own."""
    marks = ledger.STRIP_MARKS_NARROW if narrow else ledger.STRIP_MARKS
    days = {state: 1 if state == "short" else 2 for state in CODES}
    states = [
        f'<li><i class="{CODES[state]}">{marks[state].format(in_person=days[state], required=2)}</i>{words}</li>'
        for state, words in ledger.STRIP_STATES.items()
    ]
    extra = [
        f'<li><i class="k o">2</i>{ledger.STRIP_LEGEND_MOVED}</li>',
        f'<li><i class="k a">2</i>{ledger.STRIP_LEGEND_AD_HOC}</li>',
        *([f'<li><i class="w"></i>{ledger.STRIP_LEGEND_WINDOW}</li>'] if window else []),
    ]
    note = "" if narrow else f"<li>{ledger.STRIP_LEGEND_DAYS}</li>"
    return f'<ul class="marks">{"".join(states + extra)}{note}</ul>'


def share_bar(counts: dict[str, int]) -> str:
    """Bands of one group as parts of one bar, each with its number, those who did well first."""
    bands = ("kept", "near", "short", "never", "unreported", "exempt")
    parts = [
        f'<span class="part {band}" style="flex-grow:{counts[band]}" title="{codes.BANDS[band]}">'
        f"<b>{vi.count(counts[band])}</b></span>"
        for band in bands
        if counts.get(band)
    ]
    return f'<div class="bar">{"".join(parts)}</div>'


def share_table(groups: Iterable[tuple[str, str, dict[str, int]]]) -> str:
    """One bar a group of more than one, its sentence below, and the bands in words."""
    groups = list(groups)
    there = {band for _, _, counts in groups for band in counts}
    rows = [
        f'<div class="sum"><p class="who">{escape(name)}</p>{share_bar(counts) if sum(counts.values()) > 1 else ""}'
        f'<p class="said">{escape(sentence)}</p></div>'
        for name, sentence, counts in groups
    ]
    keys = "".join(
        f'<li><i class="{band}"></i>{words}</li>' for band, words in reversed(_shown_bands()) if band in there
    )
    return f'<ul class="marks">{keys}</ul>{"".join(rows)}'


def _shown_bands() -> list[tuple[str, str]]:
    order = ("exempt", "unreported", "never", "short", "near", "kept")
    return [(band, codes.BANDS[band]) for band in order]


def _head(columns: list[Any], judged: set[pd.Timestamp], *, narrow: bool, reason: bool = True) -> str:
    cells = [
        f'<i class="{"w" if month in judged else ""}">{_month(month, first=not number, narrow=narrow)}</i>'
        for number, month in enumerate(columns)
    ]
    judged_in = ledger.STRIP_REASON if judged else ledger.STRIP_REASON_YEAR
    last = f'<div class="y" role="columnheader">{judged_in}</div>' if reason else ""
    return (
        f'<div class="r h" role="row"><div class="t" role="columnheader">{ledger.STRIP_HEAD}</div>'
        f'<div class="c" role="columnheader">{"".join(cells)}</div>{last}</div>'
    )


def _month(month: pd.Timestamp, *, first: bool, narrow: bool) -> str:
    """The month's number; its year at the beginning and every January."""
    year = f"<u>{month.year}</u>" if first or month.month == 1 else "<u></u>"
    return f"{year}{month.month}" if narrow else f"{year}T{month.month}"


def _table(looks: str, rows: list[str], *, posts: int, months: int) -> str:
    alt = escape(ledger.STRIP_ALT.format(posts=posts, months=months))
    opening = f'<div class="ledger {looks}" style="--months:{months}" role="table" aria-label="{alt}">'
    return f"{opening}{''.join(rows)}</div>"


def _row(row: Any, cells: str) -> str:
    """A post with its place, its band and why; a tap opens its card."""
    band = f'<em class="{row.band}">{codes.BANDS[row.band]}</em><small>{escape(row.why)}</small>'
    opening = f'<div class="r" data-post="{escape(row.post_code)}" role="row" tabindex="0">'
    post = _post(row.title, row.holder_name, row.district_name, cells=cells)
    return f'{opening}{post}<div class="y" role="cell">{band}</div></div>'


def _named(row: Any, cells: str) -> str:
    return f'<div class="r" role="row">{_post(row.title, row.holder_name, cells=cells)}</div>'


def _post(title: str, *below: object, cells: str) -> str:
    """Who it is, what is known of it in small letters, and its months."""
    said = " · ".join(part.replace(" (", "\u00a0(") for part in below if isinstance(part, str) and part)
    small = f"<small>{escape(said)}</small>" if said else ""
    named = f'<div class="t" role="rowheader"><b>{escape(title)}</b>{small}</div>'
    return f'{named}<div class="c" role="cell">{cells}</div>'


def _cell(state: str, in_person: int, required: int, moved: int, ad_hoc: int, *, marks: dict[str, str]) -> str:
    text = marks[state].format(in_person=in_person, required=required)
    extra = (" o" if moved else "") + (" a" if ad_hoc else "")
    return f'<i class="{CODES[state]}{extra}">{text}</i>'
