"""How a native chart looks, on a slide or in a document: Vietnamese number writing, one colour per meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.util import Pt

from dashboard.drawing.theme import LIGHT

COUNT = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"
WHOLE_PERCENT = '0"%"'
COLUMNS, BARS, LINES = XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.LINE_MARKERS
NATIVE = {"columns": COLUMNS, "lines": LINES, "bars": BARS}
FORMATS = {"count": COUNT, "percent": WHOLE_PERCENT}
Series = Mapping[str, Sequence[float | None]]


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
) -> Any:
    """Fonts, legend, axes, labels and colours; every number in Vietnamese writing whatever the computer's language."""
    plot = chart.plots[0]
    chart.font.size, chart.font.name = Pt(size), font
    chart.has_title = False
    chart.has_legend = len(plot.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(chart, kind=kind, number_format=number_format)
    plot.has_data_labels = labels
    if labels:
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = number_format, False
        plot.data_labels.font.size = Pt(size - 2)
    for one, code in zip(plot.series, colours, strict=False):
        if kind == LINES:
            one.format.line.color.rgb, one.smooth = colour(code), False
        else:
            one.format.fill.solid()
            one.format.fill.fore_color.rgb = colour(code)
        if running:
            _running(one, kind=kind, code=code)
    return chart


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


def _axes(chart: Any, *, kind: Any, number_format: str) -> None:
    axis = chart.value_axis
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format, False
    axis.minimum_scale, axis.has_major_gridlines = 0, kind != BARS
    if axis.has_major_gridlines:
        axis.major_gridlines.format.line.color.rgb = colour(LIGHT.line)
    if kind == BARS:
        chart.category_axis.reverse_order = True
        axis.visible = False
