"""All circles, numbers, diamonds and names of a map as one element: folium's own, one by one, cost a second for 160."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from folium import MacroElement
from folium.template import Template


@dataclass(frozen=True)
class Symbol:
    """What stands at one point: a circle if it has a radius (pixels), and HTML whose texts are escaped already."""

    at: tuple[float, float]
    radius: float
    fill: str
    edge: str
    html: str


class Symbols(MacroElement):
    """Leaflet markers that let a tap through to the area below."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        {{ this.data }}.forEach(function (s) {
            if (s.radius) L.circleMarker(s.at, {radius: s.radius, color: s.edge, weight: s.fill ? 1 : 3,
                fill: Boolean(s.fill), fillColor: s.fill, fillOpacity: 0.86, interactive: false
            }).addTo({{ this._parent.get_name() }});
            if (s.html) L.marker(s.at, {interactive: false, keyboard: false, icon: L.divIcon({
                html: s.html, iconSize: [0, 0], className: "area-icon"
            })}).addTo({{ this._parent.get_name() }});
        });
        {% endmacro %}
    """)

    def __init__(self, symbols: Sequence[Symbol]) -> None:
        super().__init__()
        self._name = "Symbols"
        self.data = json.dumps([asdict(symbol) for symbol in symbols]).replace("<", "\\u003c")
