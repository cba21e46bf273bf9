"""The map of one period: where it piles up, whether chance explains it, and what lies inside an area."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.drawing import hotspots as pictured
from dashboard.drawing.layers import Layer
from dashboard.facts import hotspots, small_cells
from dashboard.facts.hotspots import Measure
from dashboard.screen import state
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import controls, figures, files, inside, notes, where
from dashboard.views.hotspots.where import Where
from dashboard.words import canvas
from dashboard.words import hotspots as words
from dashboard.words import numbers as vi

LISTED = ["overdue", "open_count"]
PARTS = [
    *("name", "attention_band", "attention", "overdue", "over_180", "mass_groups_recent", "complex_listed"),
    *("escalated_petitions", "per_10000_smoothed", "population", "population_as_of"),
]
WIDE_STYLE = (
    "<style>.st-key-map-stage{position:fixed;inset:0;z-index:1000001;padding:0.6rem 1rem;overflow:auto;"
    "background:var(--background-color,%s)}.st-key-map-stage iframe{height:calc(100vh - 12rem)!important}</style>"
)
# always sent: a style that a fragment leaves out would stay in force
NARROW_STYLE = "<style>.st-key-map-stage{position:static}</style>"


def show(page: Page, chosen: Filters, looked: Where, *, head: Any, bar: Any) -> None:
    """The map, and beside it the list or the area looked into."""
    with bar:
        measure = controls.measure(chosen)
        proven = controls.evidence(page, chosen, measure=measure, division=looked.division)
        weights = controls.weights()
        if measure.code == hotspots.ATTENTION:
            controls.weight_sliders(weights)
        where.select(page, looked)
    everywhere = figures.areas(page, chosen, looked, measure=measure, weights=weights)
    shapes = figures.shapes(page, looked)
    areas = hotspots.within(everywhere, shapes["code"]) if looked.frame else everywhere
    verdicts = _verdicts(page, measure) if proven else {}
    layer = pictured.layer(
        areas,
        measure=measure,
        among=[everywhere],
        unproven=frozenset(code for code in areas["area_code"] if verdicts.get(code, "none") == "none" and proven),
        verdicts=verdicts,
        turn=where.turn(),
    )
    with head:
        _headline(page, chosen, looked, areas, measure)
    title = words.MEASURES[measure.code]
    said = notes.of(page, chosen, looked, everywhere, measure=measure, weights=weights, proven=proven)
    with page.side_by_side(key="map"):
        with st.container(key="map-stage"):
            _stage(page, looked, shapes, layer, title=title, said=said)
        with st.container():
            if looked.area:
                inside.figures(areas if looked.selected else everywhere, page, looked, chosen)
            _ranked(page, looked, areas, measure)
    if measure.code == hotspots.ATTENTION:
        page.table(areas, title=words.ATTENTION_TABLE, metric=measure.metric, columns=PARTS)
    if looked.area:
        inside.show(page, chosen, looked)


def _stage(page: Page, looked: Where, shapes: pd.DataFrame, layer: Layer, *, title: str, said: list[str]) -> None:
    wide = controls.wide()
    st.html(WIDE_STYLE % page.colours.background if wide else NARROW_STYLE)
    with st.container(horizontal=True, gap="small", key="map-buttons"):
        _way_back(looked)
        controls.wide_button()
        if len(shapes):
            files.offer(page, shapes, layer, title=title, notes=said)
    page.map(shapes, layer, title=title, on_tap=where.go, selected=looked.selected)
    for note in said:
        st.html(f'<p class="figure-scope">{note}</p>')


def as_text(name: str) -> str:
    """A name on a button, where Streamlit would read Markdown."""
    return re.sub(r"([^\w\s])", r"\\\1", name)


def _way_back(looked: Where) -> None:
    """One tap back: to the district from one of its communes, to the province from anywhere."""
    if looked.area is None:
        return
    if looked.frame and looked.selected:
        st.button(
            words.BACK_TO.format(name=as_text(looked.frame_name)),
            icon=":material/arrow_back:",
            key="hotspots-back-one",
            on_click=where.go,
            args=(looked.frame,),
        )
    st.button(words.BACK, icon=":material/arrow_back:", key="hotspots-back", on_click=where.go, args=(None,))


def _headline(page: Page, chosen: Filters, looked: Where, areas: pd.DataFrame, measure: Measure) -> None:
    place, until = (page.filters or chosen).place, vi.date(chosen.as_of)
    if looked.selected:
        areas = areas[areas["area_code"] == looked.selected]
    if small_cells.few(areas):
        page.headline(canvas.FEW_NOTE)
    elif measure.code == hotspots.ATTENTION:
        page.headline(words.attention(areas, place=place, until=until))
    else:
        page.headline(words.headline(areas, measure=words.NOUNS[measure.code], place=place, until=until))


def _ranked(page: Page, looked: Where, areas: pd.DataFrame, measure: Measure) -> None:
    """The list; choosing a row there is choosing an area on the map."""
    title = words.TITLES["ranked_areas"].format(measure=words.MEASURES[measure.code].lower())
    if looked.frame:
        title = f"{words.COMMUNES.format(name=looked.frame_name)}: {title[:1].lower()}{title[1:]}"
    columns = ["name", *dict.fromkeys([measure.code, *LISTED])]
    if measure.code == hotspots.ATTENTION:
        columns = ["name", "attention_band", "attention"]
    marked = [
        words.PICKED.format(name=name) if code == looked.area else name
        for code, name in areas[["area_code", "name"]].itertuples(index=False)
    ]
    shown = areas.assign(name=marked)
    shown.attrs["few"] = areas.attrs.get("few", {})
    picked = page.table(
        shown, title=title, metric=measure.metric, columns=columns, select=True, rows=8 if looked.area else 12
    )
    code = None if picked is None else str(areas["area_code"].iloc[picked])
    seen = state.kept("hotspots-picked")
    state.keep("hotspots-picked", code)
    if code and code not in (seen, looked.area):
        where.go(code)
        st.rerun(scope="fragment")


def _verdicts(page: Page, measure: Measure) -> dict[str, str]:
    found = page.answers.ask("clusters", measure=measure.evidence)
    return dict(zip(found["area_code"], found["verdict"], strict=True))
