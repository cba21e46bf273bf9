"""How a native chart looks, on a slide or in a document: Vietnamese number writing, one colour per meaning."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.util import Pt

from dashboard.drawing.figure import Chart as Figures
from dashboard.drawing.theme import LIGHT
from dashboard.words import numbers as vi

COUNT = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"
WHOLE_PERCENT = '0"%"'
GAPS = {1: 500, 2: 300, 3: 200}  # percent of a column between columns, where so few would be thick
FEW = 8  # periods whose names have room side by side
COLUMNS, BARS, LINES = XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.LINE_MARKERS
NATIVE = {"columns": COLUMNS, "lines": LINES, "bars": BARS}
FORMATS = {"count": COUNT, "percent": WHOLE_PERCENT}
Series = Mapping[str, Sequence[float | None]]
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SAME = "{name}, {said}: {count}"
TICK = (
    '<c:look xmlns:c="{chart}" xmlns:a="{drawing}"><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
    '<c:marker><c:symbol val="dash"/><c:size val="16"/><c:spPr><a:solidFill><a:srgbClr val="{code}"/></a:solidFill>'
    '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr></c:marker></c:look>'
)
OVER = (
    '<c:lineChart xmlns:c="{chart}"><c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/>'
    "</c:lineChart>"
)


def colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.lstrip("#").upper())


def data(categories: Sequence[str], series: Series, *, number_format: str = COUNT) -> Any:
    """The numbers of a chart, and of the workbook that opens when somebody edits it."""
    made: Any = CategoryChartData(number_format=number_format)
    made.categories = list(categories)
    for name, values in series.items():
        made.add_series(name, list(values))
    return made


def dress(
    chart: Any,
    *,
    kind: Any,
    font: str,
    size: int = 14,
    colours: Sequence[str] = (LIGHT.volume, LIGHT.bad, LIGHT.good),
    number_format: str = COUNT,
    labels: bool = True,
    running: bool = False,
    same: int = 0,
) -> Any:
    """Fonts, legend, axes, labels and colours; every number in Vietnamese writing whatever the computer's language.

    The last `same` series are what the same days of last year counted: a bar across the running period each.
    """
    plot = chart.plots[0]
    chart.font.size, chart.font.name = Pt(size), font
    chart.has_title = False
    chart.has_legend = len(plot.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(chart, kind=kind, size=size, number_format=number_format)
    _thin(plot, kind=kind)
    plot.has_data_labels = labels
    if labels:
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = number_format, False
        plot.data_labels.font.size = Pt(size - 2)
        if number_format == WHOLE_PERCENT:
            _percentages(plot)
    own = len(plot.series) - same
    for one, code in zip(list(plot.series)[:own], colours, strict=False):
        if kind == LINES:
            one.format.line.color.rgb, one.smooth = colour(code), False
        else:
            one.format.fill.solid()
            one.format.fill.fore_color.rgb = colour(code)
        if running:
            _running(one, kind=kind, code=code)
    _each(plot, colours, series=own)
    if same:
        _ticks(plot, own, colours=colours[own:], kind=kind)
    _number_axes(chart)
    return chart


def _thin(plot: Any, *, kind: Any) -> None:
    """One column alone is no wall; of bars the chart is lower."""
    places = len(list(plot.categories))
    if kind == COLUMNS and places in GAPS:
        plot.gap_width = GAPS[places]


def _number_axes(chart: Any) -> None:
    """Axes counted from one: the schema knows no negative number of an axis, as python-pptx writes them."""
    numbered = list(chart._chartSpace.iter(f"{{{CHART}}}axId", f"{{{CHART}}}crossAx"))
    place = {name: str(number) for number, name in enumerate(dict.fromkeys(axis.get("val") for axis in numbered), 1)}
    for axis in numbered:
        axis.set("val", place[axis.get("val")])


def _each(plot: Any, colours: Sequence[str], *, series: int) -> None:
    """A colour a bar where there are as many of one series, as on the screens of a meeting."""
    if series != 1 or len(colours) != len(list(plot.categories)):
        return
    for place, code in enumerate(colours):
        fill = plot.series[0].points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = colour(code)


def with_same(shown: Figures) -> tuple[dict[str, Sequence[float | None]], list[str], int]:
    """Series of a chart and their tints, those of the same days of last year behind them, and how many these are."""
    if not shown.running:
        return dict(shown.series), list(shown.tints), 0
    before, tints = [None] * (len(shown.labels) - 1), dict(zip(shown.series, shown.tints, strict=False))
    ticks = {name: [*before, shown.same[name]] for name in shown.series if name in shown.same}
    named = {SAME.format(name=name, said=shown.said, count=vi.count(shown.same[name])): ticks[name] for name in ticks}
    return {**shown.series, **named}, [*shown.tints, *(tints[name] for name in ticks)], len(ticks)


def _ticks(plot: Any, own: int, *, colours: Sequence[str], kind: Any) -> None:
    """Marks without a line; those beside columns become lines of their own over the same axes."""
    moved = [one._element for one in list(plot.series)[own:]]
    for element, code in zip(moved, colours, strict=False):
        for name in ("invertIfNegative", "spPr", "marker", "smooth"):
            for old in element.findall(f"{{{CHART}}}{name}"):
                element.remove(old)
        look = etree.fromstring(TICK.format(chart=CHART, drawing=DRAWING, code=code.lstrip("#").upper()))
        place = element.index(element.find(f"{{{CHART}}}tx")) + 1
        for each in reversed(list(look)):
            element.insert(place, each)
        element.append(element.makeelement(f"{{{CHART}}}smooth", val="0"))  # left out, it draws all lines as curves
    if kind == LINES:
        return
    lines = etree.fromstring(OVER.format(chart=CHART))
    for element in reversed(moved):
        lines.insert(2, element)
    for axis in plot._element.findall(f"{{{CHART}}}axId"):
        lines.append(copy.copy(axis))
    plot._element.addnext(lines)


def _percentages(plot: Any) -> None:
    """Labels as text: a number format writes a decimal as the computer's language has it."""
    for series in plot.series:
        for place, value in enumerate(series.values):
            if value is not None and value != int(value):
                series.points[place].data_label.text_frame.text = vi.percent(value / 100)


def _running(series: Any, *, kind: Any, code: str) -> None:
    """The last period is not over: its column is hollow, the way to it dashed."""
    point = series.points[len(list(series.values)) - 1]
    line = point.format.line
    line.color.rgb, line.dash_style = colour(code), MSO_LINE_DASH_STYLE.DASH
    if kind == LINES:
        point.marker.format.fill.solid()
        point.marker.format.fill.fore_color.rgb = RGBColor(255, 255, 255)
    else:
        point.format.fill.background()


def _axes(chart: Any, *, kind: Any, size: int, number_format: str) -> None:
    axis = chart.value_axis
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format, False
    axis.minimum_scale, axis.has_major_gridlines = 0, kind != BARS
    if axis.has_major_gridlines:
        axis.major_gridlines.format.line.color.rgb = colour(LIGHT.line)
    if kind == BARS:
        chart.category_axis.reverse_order = True
        axis.visible = False
    else:
        _level(chart.category_axis, size=size - 2 if len(list(chart.plots[0].categories)) <= FEW else size - 4)


def _level(axis: Any, *, size: int) -> None:
    """Names of periods lie level, broken over lines where they are long: by itself Office slants them."""
    axis.tick_labels.font.size = Pt(size)
    axis._element.find(f"{{{CHART}}}txPr/{{{DRAWING}}}bodyPr").set("rot", "0")
