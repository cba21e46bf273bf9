"""Where a cell of a table leads: the page of the matter, area, body or post that it names, for who may open it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import pandas as pd
import streamlit as st

from dashboard.screen import address, choice, navigation, state, viewer
from dashboard.words import headings

NUMBER, AREA = address.UNIT, "dia-ban"
LEADS = {"dossier_id": "dossier"}
"""Column → page that opens what it names, with the name in the address."""
AREAS = {
    "area_name": "area_code",
    "name": "area_code",
    "district_name": "district_code",
    "commune_name": "commune_code",
}
"""Column that names an area → the one with its code."""
UNITS = {
    "agency_name": "agency_code",
    "to_agency_name": "to_agency_code",
    "title": "post_code",
    "unit_name": "unit_code",
}
"""Column that names a body, a post, or a unit of any sort → the one with its code."""


class Listed(NamedTuple):
    """The list of what a cell counts: its page, the parts of its address that are fixed, and column by part of others.

    A column may be missing in a row: what it names is not asked for then. `keeps`: a part that stays as it is here.
    """

    page: str
    view: Mapping[str, str]
    parts: Mapping[str, str]
    keeps: str = ""


KINDS = {kind: word for word, kind in address.KINDS.items()}
OF_SENDER = {"noi-chuyen": "forwarded_by", choice.BODY: "agency_code"}
COUNTS = {
    ("open_by_step", "open_count"): Listed(
        "waiting", {choice.VIEW: "steps"}, {"buoc": "step", choice.BODY: "agency_code"}
    ),
    ("due_ahead_by_agency", "due_30"): Listed("waiting", {choice.VIEW: "due"}, {choice.BODY: "agency_code"}),
    ("taken_up", "papers_count"): Listed("waiting", {choice.VIEW: "accepted"}, {"tinh-trang": "fate", "loai": "kind"}),
    ("forwarded", "papers_count"): Listed("supervision", {choice.VIEW: "forwarded", "don": "all"}, OF_SENDER),
    ("forwarded", "papers_unanswered"): Listed("supervision", {choice.VIEW: "forwarded", "don": "waiting"}, OF_SENDER),
    ("escalated_papers", "escalated_petitions"): Listed(
        "supervision", {choice.VIEW: "escalated"}, {"noi": "area_code"}, "chia-theo"
    ),
} | {
    ("directives_by_agency", f"directives_{fate}"): Listed(
        "conclusions", {choice.VIEW: "unfinished", "tinh-trang": fate}, {choice.BODY: "agency_code"}
    )
    for fate in ("late", "open", "undated")
}
"""Question and the column that counts → the list of what is counted, which is as long."""


def inside() -> None:
    """From here on a tap on a link of a table stays within the app; the address is its own as after Back."""
    _component()(key="links-inside", width="content")


@st.cache_resource(max_entries=1, show_spinner=False)
def _component() -> Any:
    js = (Path(__file__).parent / "inside.js").read_text(encoding="utf-8")
    return st.components.v2.component("inside", html="<i></i>", js=js, isolate_styles=False)


def of(column: str) -> str | None:
    """The address before the name, where that column leads somewhere and this viewer may go there."""
    page = LEADS.get(column)
    if page is None or not viewer.may_open(page):
        return None
    return f"{navigation.path(page)}?{NUMBER}="


def addresses(frame: pd.DataFrame) -> dict[str, pd.Series]:
    """Column → the address each of its cells leads to, missing where it leads nowhere or may not be opened.

    The filters of the address go along, as they do by every other link.
    """
    found = {
        name: frame[name].map(partial(to, start, along=_along(NUMBER)), na_action="ignore")
        for name in frame
        if (start := of(str(name)))
    }
    for named, parameter in ((AREAS, AREA), (UNITS, NUMBER)):
        there = {name: code for name, code in named.items() if {name, code} <= set(frame.columns)}
        if there and (start := _unit(parameter)):
            lead = partial(to, start, along=_along(AREA, NUMBER))
            found |= {name: frame[code].map(lead, na_action="ignore") for name, code in there.items()}
    return {str(name): cells for name, cells in found.items()} | dict(_counted(frame))


def _counted(frame: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    """Columns that count, each cell with the address of its list; nothing where there is none to list or to name it."""
    question = str(headings.asked(frame))
    for name in [column for column in frame if (question, column) in COUNTS]:
        listed = COUNTS[question, name]
        named = [column for column in listed.parts.values() if column in frame]
        known = frame[named].notna().any(axis=1) & frame[name].fillna(0).gt(0)
        if known.any() and viewer.may_open(listed.page):
            rows, along = frame[named].to_dict("records"), navigation.carried()
            to = [_list(listed, row, along) if is_known else None for row, is_known in zip(rows, known, strict=True)]
            yield str(name), pd.Series(to, index=frame.index, dtype=object)


def _list(listed: Listed, row: Mapping[Any, Any], along: Mapping[str, str]) -> str:
    named = {part: row[column] for part, column in listed.parts.items() if not pd.isna(row.get(column))}
    kept = {listed.keeps: state.asked(listed.keeps)} if listed.keeps and state.asked(listed.keeps) else {}
    parts = kept | dict(listed.view) | {part: KINDS.get(code, code) for part, code in named.items()}
    rest = {name: text for name, text in along.items() if name not in parts}
    return f"{navigation.path(listed.page)}?{urlencode(parts | rest)}"


def _along(*named: str) -> str:
    """What of this address follows in another that names these itself."""
    return "".join(f"&{urlencode({name: text})}" for name, text in navigation.carried().items() if name not in named)


def _unit(parameter: str) -> str | None:
    """The address of a unit before its code; bodies and posts of others are not what an area's leader looks at."""
    scope = viewer.viewer_scope()
    if not viewer.may_open("unit") or (parameter == NUMBER and (scope is None or scope.is_narrowed)):
        return None
    return f"{navigation.path('unit')}?{parameter}="


def to(start: str, name: object, *, along: str = "") -> str:
    """The address of one name."""
    return f"{start}{quote(str(name), safe='')}{along}"
