"""The map: folium without the internet. The base stays the same, colours come in a feature group, a tap gives a code.

Colours follow five classes whose breaks the caller gives, so that compared periods share them; areas without data are
hatched. Nothing foreign is asked for: Leaflet and the font come from `/app/static/`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from dashboard import assets, terms
from dashboard import format as vi
from dashboard.theme import LIGHT, Palette

HEIGHT = 480
CLASSES = 5
LABELS_UP_TO = 40
EDGE = 0.04
SCHEMATIC = "schematic"


@dataclass(frozen=True)
class Layer:
    """What the map shows.

    Attributes:
        values: area code → value; missing ones are hatched.
        breaks: the upper ends of the first four classes, ascending.
        texts: area code → the value in words, for tooltip and label.
        withheld: codes whose count is too small to show.
    """

    values: Mapping[str, float]
    breaks: Sequence[float]
    texts: Mapping[str, str]
    withheld: frozenset[str] = frozenset()


def quantile_breaks(values: pd.Series, *, classes: int = CLASSES) -> list[float]:
    """Upper ends of all classes but the last, so that each holds about as many areas; equal ends are kept once."""
    known = values.dropna().astype(float)
    if known.empty:
        return []
    ends = [float(known.quantile(step / classes, interpolation="lower")) for step in range(1, classes)]
    return sorted({end for end in ends if end < known.max()})


def class_of(value: float, breaks: Sequence[float]) -> int:
    """0 for the lightest class; a value on a break belongs below it."""
    return sum(value > end for end in breaks)


def show(
    shapes: pd.DataFrame, layer: Layer, *, key: str, colours: Palette, height: int = HEIGHT, selected: str | None = None
) -> str | None:
    """The map on screen; the code of the tapped area, or None.

    Args:
        shapes: code, name, geojson, label_lon, label_lat, basis (`boundaries`).
        key: one per set of shapes: the frame stays in the browser while colours change.
    """
    if shapes.empty:
        st.html(f'<p class="notice">{terms.MAP_EMPTY}</p>')
        return None
    answer = st_folium(
        base_map(shapes),
        feature_group_to_add=painted(shapes, layer, colours=colours, selected=selected),
        returned_objects=["last_active_drawing"],
        key=key,
        height=height,
        use_container_width=True,
    )
    drawing = (answer or {}).get("last_active_drawing") or {}
    return drawing.get("properties", {}).get("code")


def base_map(shapes: pd.DataFrame) -> folium.Map:
    """An empty map, locked to the province: no tiles, no neighbours, nothing fetched."""
    south, west, north, east = bounds(shapes)
    folium.Map.default_js = [("leaflet", assets.url("leaflet.js"))]
    folium.Map.default_css = [("leaflet_css", assets.url("leaflet.css")), ("map_css", assets.url("map.css"))]
    drawn = folium.Map(
        location=[(south + north) / 2, (west + east) / 2],
        tiles=None,
        zoom_start=9,
        min_zoom=7,
        max_zoom=13,
        zoom_snap=0.25,
        zoom_control=True,
        scrollWheelZoom=False,
        max_bounds=True,
        min_lat=south - EDGE * 4,
        max_lat=north + EDGE * 4,
        min_lon=west - EDGE * 4,
        max_lon=east + EDGE * 4,
        attributionControl=False,
    )
    drawn.fit_bounds([[south, west], [north, east]], padding=(6, 6))
    return drawn


def bounds(shapes: pd.DataFrame) -> tuple[float, float, float, float]:
    """South, west, north, east of all shapes."""
    points = [point for text in shapes["geojson"] for point in _points(json.loads(text)["coordinates"])]
    longitudes, latitudes = zip(*points, strict=True)
    return min(latitudes), min(longitudes), max(latitudes), max(longitudes)


def painted(shapes: pd.DataFrame, layer: Layer, *, colours: Palette, selected: str | None) -> folium.FeatureGroup:
    """The shapes in their colours with tooltips, and labels where there is room."""
    group = folium.FeatureGroup(name="areas")
    features = [_feature(row, layer, colours=colours, selected=selected) for row in shapes.itertuples()]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        style_function=lambda feature: feature["properties"]["style"],
        highlight_function=lambda _: {"weight": 3},
        tooltip=folium.GeoJsonTooltip(fields=["said"], labels=False, sticky=True),
    ).add_to(group)
    if len(shapes) <= LABELS_UP_TO:
        for row in shapes.dropna(subset=["label_lon", "label_lat"]).itertuples():
            icon = folium.DivIcon(html=f'<div class="area-label">{escape(_short(row.name))}</div>', icon_size=(0, 0))
            folium.Marker([row.label_lat, row.label_lon], icon=icon, interactive=False).add_to(group)
    return group


def legend(layer: Layer, *, unit: str = "") -> str:
    """The classes in words, as HTML; only what is on the map."""
    items = [
        (_range(step, layer, unit=unit), f"background:{_shade(step, layer)}") for step in range(len(layer.breaks) + 1)
    ]
    hatched = "background:repeating-linear-gradient(45deg,#9aa3ae 0 2px,transparent 2px 6px)"
    items.append((terms.MAP_NO_DATA, hatched))
    if layer.withheld:
        items.append((terms.MAP_FEW, hatched))
    rows = "".join(f'<li><i style="{style}"></i>{escape(words)}</li>' for words, style in items)
    return f'<ul class="legend">{rows}</ul>'


def _feature(row: Any, layer: Layer, *, colours: Palette, selected: str | None) -> dict[str, Any]:
    value = layer.values.get(row.code)
    said = layer.texts.get(row.code, terms.MAP_NO_DATA)
    return {
        "type": "Feature",
        "geometry": json.loads(row.geojson),
        "properties": {
            "code": row.code,
            "said": f"<b>{escape(row.name)}</b><br>{escape(said)}",
            "style": _style(value, layer, colours=colours, is_selected=row.code == selected),
        },
    }


def _style(value: float | None, layer: Layer, *, colours: Palette, is_selected: bool) -> dict[str, Any]:
    edge = {"color": colours.text if is_selected else "#5b6672", "weight": 4 if is_selected else 1}
    if value is None or vi.is_missing(value):
        return edge | {"fillColor": colours.hatch, "fillOpacity": 0.35, "dashArray": "4 4"}
    return edge | {"fillColor": _shade(class_of(value, layer.breaks), layer), "fillOpacity": 0.92}


def _shade(step: int, layer: Layer) -> str:
    """With fewer classes the darkest stays the darkest."""
    return LIGHT.attention[CLASSES - 1 - (len(layer.breaks) - step)]


def _range(step: int, layer: Layer, *, unit: str) -> str:
    ends = [vi.percent(end) if unit == "%" else vi.number(end) for end in layer.breaks]
    if not ends:
        return terms.MAP_LEGEND_ALL
    if step == 0:
        return terms.MAP_LEGEND_TO.format(high=ends[0])
    if step == len(ends):
        return terms.MAP_LEGEND_FROM.format(low=ends[-1])
    return terms.MAP_LEGEND_RANGE.format(low=ends[step - 1], high=ends[step])


def _points(coordinates: Any) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [point for part in coordinates for point in _points(part)]


def _short(name: str) -> str:
    """Without the kind of unit before it, which every label would repeat."""
    for prefix in terms.UNIT_PREFIXES:
        if name.lower().startswith(prefix):
            return name[len(prefix) :]
    return name
