"""The map: folium without the internet. The base is one and the same, all that changes comes in a feature group (the
part of the country looked at, too), so the frame in the browser is never drawn anew. A tap gives a code. Nothing
foreign is asked for: Leaflet and the font come from `/app/static/`. What a colour or a symbol means is in `layers`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from dashboard.drawing import insets, layers
from dashboard.drawing.layers import Layer
from dashboard.drawing.theme import LIGHT, luminance
from dashboard.screen import assets, state
from dashboard.screen.map_symbols import Frames, Symbol, Symbols, View
from dashboard.words import legend as words

HEIGHT = 480
DARK_BELOW = 0.25
EDGE = 0.16
FRAME = "#7c8591"
BESIDE_BUTTONS = 62
"""Pixels of the zoom buttons, which would hide a frame at the upper left."""
MIDDLE = (16.0, 106.0)
HATCH = (
    '<svg width="1" height="1" aria-hidden="true"><defs><pattern id="hatch" width="7" height="7" '
    'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#f3f5f7"/>'
    '<rect width="2.5" height="7" fill="#7c8591"/></pattern></defs></svg>'
)


def show(
    shapes: pd.DataFrame,
    layer: Layer,
    *,
    key: str,
    on_tap: Callable[[str], None],
    height: int = HEIGHT,
    selected: str | None = None,
) -> None:
    """The map on screen; `on_tap` is called with the code of a tapped area before anything is drawn anew.

    Args:
        shapes: code, name, geojson, label_lon, label_lat, basis (`boundaries`).
        key: one per place on a page: the frame stays in the browser whatever it shows.
    """
    if shapes.empty:
        st.html(f'<p class="notice">{words.EMPTY}</p>')
        return
    st_folium(
        base_map(),
        feature_group_to_add=painted(shapes, layer, selected=selected),
        returned_objects=["last_active_drawing"],
        key=key,
        height=height,
        use_container_width=True,
        on_change=lambda: _tapped(key, on_tap),
    )
    st.html(f'<p class="figure-scope by-hand">{words.TWO_FINGERS}</p>')


def _tapped(key: str, on_tap: Callable[[str], None]) -> None:
    drawing = (state.kept(key) or {}).get("last_active_drawing") or {}
    code = drawing.get("properties", {}).get("code")
    if code:
        on_tap(str(code))


def base_map() -> folium.Map:
    """An empty map: no tiles, no neighbours, nothing fetched. Always the same: another base would be another frame."""
    folium.Map.default_js = [("leaflet", assets.url("leaflet.js"))]
    folium.Map.default_css = [("leaflet_css", assets.url("leaflet.css")), ("map_css", assets.url("map.css"))]
    return folium.Map(
        location=MIDDLE,
        tiles=None,
        zoom_start=9,
        min_zoom=7,
        max_zoom=13,
        zoom_snap=0.25,
        zoom_control=True,
        scrollWheelZoom=False,
        attributionControl=False,
        keyboard=False,  # else a tap focuses the map, the page scrolls under the finger and the tap is lost
    )


def painted(shapes: pd.DataFrame, layer: Layer, *, selected: str | None) -> folium.FeatureGroup:
    """The shapes in their colours with tooltips; on them symbols, and labels where there is room; the view on them."""
    group = folium.FeatureGroup(name="areas")
    drawn = insets.arranged(shapes)
    View(drawn.bounds, edge=EDGE, left=BESIDE_BUTTONS if drawn.frames else 6).add_to(group)
    features = [_feature(row, layer, selected=selected) for row in drawn.shapes.itertuples()]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        style_function=lambda feature: feature["properties"]["style"],
        highlight_function=lambda _: {"weight": 3},
        tooltip=folium.GeoJsonTooltip(fields=["said"], labels=False, sticky=True),
    ).add_to(group)
    few = len(shapes) <= layers.LABELS_UP_TO
    placed = drawn.shapes.dropna(subset=["label_lon", "label_lat"])
    symbols = [_symbol(row, layer, few=few, first=not number) for number, row in enumerate(placed.itertuples())]
    Symbols([*symbols, *map(_inset_name, drawn.frames)]).add_to(group)
    Frames([frame.bounds for frame in drawn.frames], colour=FRAME).add_to(group)
    return group


def _inset_name(frame: insets.Frame) -> Symbol:
    """The name of far islands below the upper edge of their frame."""
    _, west, north, east = frame.bounds
    html = f'<div class="area-inset">{escape(frame.name)}</div>'
    return Symbol((north, (west + east) / 2), 0.0, "", "", html)


def _symbol(row: Any, layer: Layer, *, few: bool, first: bool) -> Symbol:
    """A circle for a count, a diamond for officially listed cases, the name."""
    radius = layers.radius(row.code, layer, few=few)
    fallen = bool(radius) and (layer.symbols or {})[row.code] < 0
    html = HATCH if first else ""
    if radius >= layers.NUMBER_FROM:
        html += f'<div class="area-number">{escape(layer.marks.get(row.code, ""))}</div>'
    if row.code in layer.listed:
        place = f"margin-left:{radius + 12:.0f}px" if radius else "margin-top:-15px"
        html += f'<div class="area-listed" style="{place}">◆{layer.listed[row.code]}</div>'
    if (few or row.code in layer.named) and not row.inset:
        shade = " on-dark" if luminance(layers.fill(row.code, layer, hatch=LIGHT.panel)) < DARK_BELOW else ""
        below = f"margin-top:{radius + 8 if radius else 0:.0f}px"
        html += f'<div class="area-label{shade}" style="{below}">{_short(row.name)}</div>'
    shade = layers.symbol_colour(row.code, layer)
    fill, edge = ("", shade) if fallen else (shade, layers.SYMBOL_EDGE)
    return Symbol((row.label_lat, row.label_lon), radius, fill, edge, html)


def legend(layer: Layer, *, few: bool = True, scale: float = 1.0) -> str:
    """What colours and symbols mean, in words, as HTML; only what is on the map."""
    rows = "".join(f"<li>{_swatch(key)}{escape(key.words)}</li>" for key in layers.keys(layer, few=few, scale=scale))
    return f'<ul class="legend">{rows}</ul>'


def _swatch(key: layers.Key) -> str:
    if key.shape == "circle":
        inside = (
            layers.NEUTRAL if key.fill == "transparent" else key.fill
        )  # as on the land, which is light in either mode
        side, look = round(2 * key.radius), f"background:{inside};border:2px solid {key.edge}"
        return f'<i style="border-radius:50%;width:{side}px;height:{side}px;{look}"></i>'
    if key.shape == "words":
        return ""
    if key.shape == "diamond":
        return f'<b style="color:{key.fill};background:{layers.NEUTRAL};border-radius:3px;padding:0 0.3rem">◆</b>'
    if key.shape == "hatch":
        return '<i style="background:repeating-linear-gradient(45deg,#7c8591 0 2px,#f3f5f7 2px 6px)"></i>'
    return f'<i style="background:{key.fill}"></i>'


def _feature(row: Any, layer: Layer, *, selected: str | None) -> dict[str, Any]:
    said = layer.texts.get(row.code, words.NO_DATA)
    is_selected = row.code == selected
    edge = {"color": LIGHT.text if is_selected else "#5b6672", "weight": 4 if is_selected else 1}
    return {
        "type": "Feature",
        "geometry": json.loads(row.geojson),
        "properties": {
            "code": row.code,
            "turn": layer.turn,
            "said": f"<b>{escape(row.name)}</b><br>{escape(said)}",
            "style": edge | {"fillColor": layers.fill(row.code, layer, hatch="url(#hatch)"), "fillOpacity": 0.92},
        },
    }


def _short(name: str) -> str:
    return escape(layers.short(name))
