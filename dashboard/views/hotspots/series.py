"""Eight periods: small maps in one scale, and a line for each of the areas that matter most now."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.drawing import layers, map_picture
from dashboard.facts import moves
from dashboard.facts.areas import add_rates
from dashboard.facts.classes import quantile_breaks
from dashboard.facts.hotspots import Measure
from dashboard.facts.side_by_side import series_kind
from dashboard.screen import drawn, leaflet
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import controls, figures, where
from dashboard.views.hotspots.where import Where
from dashboard.words import canvas, hotspots
from dashboard.words import numbers as vi
from queries.periods import Period, parse

PERIODS, LINES, SMALL = 8, 12, 240
BEHIND = ("open_count", "with_limit", "overdue", "over_180")
OFFERED = ("overdue", "open_count", "overdue_share", "over_180_share")


def show(page: Page, chosen: Filters, looked: Where, *, head: Any, bar: Any) -> None:
    """The last eight periods up to the one chosen."""
    with bar:
        measure = controls.measure(chosen, only=OFFERED)
        where.select(page, looked)
    shapes = figures.shapes(page, looked)
    names = dict(zip(shapes["code"], shapes["name"], strict=True)) or page.answers.area_names()
    params = chosen.params() | {"division": looked.division, "area": looked.frame}
    rows = page.answers.ask("area_series", **params, period_kind=series_kind(chosen.period), periods=PERIODS)
    rows = _valued(rows[rows["area_code"].isin(list(names))], measure)
    title = hotspots.MEASURES[measure.code]
    with head:
        page.headline(_headline(rows, names, measure, place=(page.filters or chosen).place))
    if rows.empty:
        page.note(canvas.NO_ROWS)
        return
    if not shapes.empty:
        page.section(hotspots.MULTIPLES.format(measure=title))
        _maps(rows, shapes, measure, period=chosen.period)
    if rows["start_on"].nunique() > 1:
        page.section(hotspots.QUARTERS.format(measure=title))
        _lines(rows, names, measure)


def _valued(rows: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Adds `value` as the map shows it; population of the past is not known, so no rates per head here."""
    rates = add_rates(rows.assign(population=pd.Series(float("nan"), index=rows.index)))
    return rates.assign(value=rates[measure.code].astype(float))


def _maps(rows: pd.DataFrame, shapes: pd.DataFrame, measure: Measure, *, period: Period) -> None:
    top = float(rows["value"].max()) if rows["value"].notna().any() else 0.0
    breaks = quantile_breaks(rows["value"])
    parts, layer = [], None
    for number, (code, part) in enumerate(rows.groupby("code", sort=False)):
        values = dict(zip(part["area_code"], part["value"], strict=True))
        texts = {key: layers.say(value, measure.form) for key, value in values.items() if not vi.is_missing(value)}
        if measure.is_count:
            values = dict.fromkeys(shapes["code"], 0.0) | values
        layer = layers.Layer(
            values, breaks, texts, symbols=values if measure.is_count else None, top=top, form=measure.form
        )
        words = vi.sentence_case(vi.period(parse(str(code), calendar=period.calendar, rules=period.rules)))
        svg = map_picture.small(shapes, layer, width=SMALL, alt=words, key=f"p{number}")
        parts.append(f"<figure><figcaption>{words}</figcaption>{svg}</figure>")
    key = leaflet.legend(layer, scale=map_picture.scale(SMALL)) if layer else ""
    drawn.show(f'<div class="map-multiples">{"".join(parts)}</div>{key}', key="map-multiples")


def _lines(rows: pd.DataFrame, names: dict[str, str], measure: Measure) -> None:
    """One row an area, most in the last period first; each line has a scale of its own, from nought."""
    table = rows.pivot_table(index="area_code", columns="start_on", values="value", aggfunc="first", dropna=False)
    if measure.is_count:
        table = table.fillna(0.0)
    table = table.sort_values(table.columns[-1], ascending=False, na_position="last").head(LINES)
    items = []
    for code, values in zip(table.index, table.to_numpy(), strict=True):
        said = [vi.MISSING if vi.is_missing(value) else layers.say(value, measure.form) for value in values]
        svg = map_picture.line(list(values), top=float(pd.Series(values).max()), alt=" → ".join(said))
        picture = map_picture.image(svg, alt=" → ".join(said)) if svg else "<i></i>"
        items.append(f"<li><span>{escape(names[code])}</span>{picture}<b>{said[0]} → {said[-1]}</b></li>")
    st.html(f'<p class="figure-scope">{hotspots.LINES}</p><ul class="map-lines">{"".join(items)}</ul>')


def _headline(rows: pd.DataFrame, names: dict[str, str], measure: Measure, *, place: str) -> str:
    if rows["start_on"].nunique() < 2:
        return hotspots.one_period(hotspots.MEASURES[measure.code], place=place)
    kept = ["value", *BEHIND]
    first, last = (rows[rows["start_on"] == day].set_index("area_code")[kept] for day in _ends(rows))
    moved = moves.beyond_chance(last, first, measure=measure).sort_values(ascending=False)
    grown = [vi.place(names[code]) for code in moved.head(3).index if moved[code] > 0]
    up, down = int((moved > 0).sum()), int((moved < 0).sum())
    return hotspots.over_periods(hotspots.MEASURES[measure.code], place=place, grown=grown, up=up, down=down)


def _ends(rows: pd.DataFrame) -> tuple[Any, Any]:
    return rows["start_on"].min(), rows["start_on"].max()
