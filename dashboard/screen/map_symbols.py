"""What stands on a map beside its areas, and the window it is seen through.

All circles, numbers, diamonds and names are one element: folium's own, one by one, cost a second for 160.
"""

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


class Frames(MacroElement):
    """Rectangles around far islands; a tap goes through to the island."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        {{ this.data }}.forEach(function (box) {
            L.rectangle(box, {color: "{{ this.colour }}", weight: 1, fill: false, interactive: false})
                .addTo({{ this._parent.get_name() }});
        });
        {% endmacro %}
    """)

    def __init__(self, boxes: Sequence[tuple[float, float, float, float]], *, colour: str) -> None:
        """Degrees: south, west, north, east."""
        super().__init__()
        self._name = "Frames"
        self.colour = colour
        self.data = json.dumps([[[south, west], [north, east]] for south, west, north, east in boxes])


class View(MacroElement):
    """Moves the map to a box when the box is another than before, and again when the frame's size changes.

    It comes with the areas, so that the base map is the same for every province, district and screen. Where the reader
    has zoomed by hand, a new size leaves the zoom alone. One finger scrolls the page, two move the map and zoom.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map, box, limits) {
            var fit = function () {
                map.setMaxBounds(null);
                map.fitBounds(box, {paddingTopLeft: [{{ this.left }}, 6], paddingBottomRight: [6, 6], animate: false});
                map.setMaxBounds(limits);
                map.fittedZoom = map.getZoom();
            };
            var first = !map.refit;
            map.refit = function () {
                map.invalidateSize({animate: false});
                if (map.getZoom() === map.fittedZoom) fit();
            };
            if (first) new ResizeObserver(function () { map.refit(); }).observe(map.getContainer());
            if (first && matchMedia("(pointer: coarse)").matches) map.dragging.disable();
            if (map.fittedBox !== String(box)) { map.fittedBox = String(box); fit(); }
        })(window.map, {{ this.box }}, {{ this.limits }});
        {% endmacro %}
    """)

    def __init__(self, box: tuple[float, float, float, float], *, edge: float, left: int = 6) -> None:
        """Degrees: south, west, north, east; the reader may drag the map `edge` beyond; `left`: pixels kept free."""
        super().__init__()
        self.left = left
        self._name = "View"
        south, west, north, east = box
        self.box = json.dumps([[south, west], [north, east]])
        self.limits = json.dumps([[south - edge, west - edge], [north + edge, east + edge]])
