"""Lines, columns and points as one inline SVG: widths in percent, heights and letters in pixels, so that it fits every
screen and its text is never made smaller."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.figure import apart
from dashboard.drawing.light.marks import amounts, each, key, plain, tint
from dashboard.drawing.theme import Palette
from dashboard.words import comparison
from dashboard.words import numbers as vi

TOP, FLOOR, HEIGHT, TALL = 26, 44, 270, 360
MOST_NAMED = 7
LETTER = 16
LETTER_WIDE, HALF_LETTER = 1.0, 3.7
"""Of the width of a picture on a tablet held upright, in percent, at the most; half of one below the axis in pixels."""
DENSE, RIGHTMOST, BESIDE = 30, 97, 7
"""From so many periods on one number a line and no points on it; from so far right on a name ends at the edge; numbers
less than so many percent of the width apart stand below one another."""
MOST_SAID, NUMBER, POINT, HAIR = 8, 14, 6, 1e-6
"""Points up to which one line says the number of each; pixels that a number and half of a point are high, and by which
floats may be off."""
SAME_DAYS = "line-ew"
"""The mark of the same days of last year."""
WIDEST = 12
"""Of a column, in percent of the width: where records have just begun there is one alone."""
DASHES = {"dash": "7 5", "dot": "2 5", "dashdot": "8 4 2 4"}


@dataclass(frozen=True)
class Sheet:
    """Where things stand: `x` in percent of the width, `y` in pixels."""

    x: Callable[[Any], float]
    most: float
    low: float
    height: int
    unit: str
    top: int = TOP

    def y(self, value: float) -> float:
        room = self.height - self.top - FLOOR
        return self.top + room * (1 - (value - self.low) / (self.most - self.low))


def picture(figure: go.Figure, *, alt: str, colours: Palette) -> str:
    """The key in words, then the drawing with what it says."""
    traces = [trace for trace in figure.data if trace.name != comparison.EVENTS_NAME]
    names = _names(figure, traces)
    sheet = _sheet(figure, traces, names)
    parts = [_grid(sheet), _events(figure, sheet, names)]
    parts += [_trace(trace, sheet, names, colours) for trace in traces]
    parts += [_below(figure, sheet, names), _last(traces, sheet, names, colours)]
    title = f"<title>{escape(alt)}</title><desc>{_said(traces)}</desc>"
    svg = f'<svg class="over" role="img" width="100%" height="{sheet.height}">{title}{"".join(parts)}</svg>'
    return key(_key(traces, colours)) + svg


def _names(figure: go.Figure, traces: list[Any]) -> list[str]:
    """The periods along the axis; none where it is one of numbers or days."""
    if figure.layout.xaxis.categoryarray is not None:
        return [str(name) for name in figure.layout.xaxis.categoryarray]
    if not all(isinstance(x, str) for trace in traces for x in trace.x):
        return []
    return list(dict.fromkeys(x for trace in traces for x in trace.x))


def _sheet(figure: go.Figure, traces: list[Any], names: list[str]) -> Sheet:
    heights = [low + value for trace in traces for low, value in _heights(trace) if value is not None]
    most, unit = max(heights, default=1) or 1, _unit(figure)
    low = min(0.0, *heights) if heights else 0.0
    most = min(most * 1.06, 100.0) if unit == "%" and most <= 100 else most * 1.08
    if names:
        top = TOP + LETTER * max(_rows_of_names(figure, len(names)), default=0)
        return Sheet(lambda x: (names.index(x) + 0.5) / len(names) * 100, most, low, HEIGHT, unit, top)
    spots = [_number(x) for trace in traces for x in trace.x]
    first, last = min(spots, default=0), max(spots, default=1)
    height = HEIGHT if figure.layout.xaxis.tickformat else TALL
    return Sheet(lambda x: 3 + 93 * (_number(x) - first) / ((last - first) or 1), most, low, height, unit)


def _side(x: float) -> str:
    """A name beside a line far to the right stands before it."""
    return "end" if x > 70 else "start"


def _rows_of_names(figure: go.Figure, periods: int) -> list[int]:
    """The line of letters each day of law is named on: the highest on which it meets no other."""
    spans = []
    for note in figure.layout.annotations:
        x, wide = (float(note.x) + 0.5) / periods * 100, (len(plain(note.text)) + 1) * LETTER_WIDE
        start = x - wide if _side(x) == "end" else x
        spans.append((start, start + wide))
    return apart(spans)


def _number(x: Any) -> float:
    return float(pd.Timestamp(x).toordinal()) if isinstance(x, (str, dt.date, pd.Timestamp)) or _is_day(x) else float(x)


def _is_day(x: Any) -> bool:
    return type(x).__module__ == "numpy" and "datetime" in type(x).__name__


def _unit(figure: go.Figure) -> str:
    if "%" in str(figure.layout.yaxis.tickformat or ""):
        return "share"
    return "%" if figure.layout.yaxis.ticksuffix else ""


def _ticks(sheet: Sheet) -> list[float]:
    """Two or three round heights above nothing."""
    step = _step(sheet.most, least=2)
    return [step * number for number in range(ceil(sheet.low / step), floor(sheet.most / step) + 1)]


def _step(most: float, *, least: int) -> float:
    """The largest round step of which at least so many stand below the most."""
    power = 10 ** floor(log10(most))
    return next(power * part for part in (5, 2, 1, 0.5, 0.25, 0.2, 0.1) if most / (power * part) >= least)


def _say(value: float, unit: str) -> str:
    if unit == "share":
        return vi.percent(value, digits=0)
    return f"{vi.number(value)}{unit}"


def _grid(sheet: Sheet) -> str:
    parts = []
    for tick in _ticks(sheet):
        y, look = sheet.y(tick), "grid" if tick else "axis"
        parts.append(f'<line class="{look}" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts += [f'<text class="tick" x="0" y="{y - 4:.1f}">{_say(tick, sheet.unit)}</text>'] if tick else []
    return "".join(parts)


def _events(figure: go.Figure, sheet: Sheet, names: list[str]) -> str:
    """Days of law as dotted lines with their name; a level as a line across."""
    parts = []
    for shape in figure.layout.shapes:
        if shape.y0 == shape.y1 and shape.x0 != shape.x1:
            y = sheet.y(float(shape.y0))
            parts.append(f'<line class="level" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>')
        elif names:
            x = (float(shape.x0) + 0.5) / len(names) * 100
            down = f'y1="{sheet.top - 12}" y2="{sheet.height - FLOOR}"'
            parts.append(f'<line class="law" x1="{x:.2f}%" x2="{x:.2f}%" {down}/>')
    rows = _rows_of_names(figure, len(names)) if names else []
    for row, note in zip(rows, figure.layout.annotations, strict=False):
        x, y = (float(note.x) + 0.5) / len(names) * 100, 12 + LETTER * row
        parts.append(f'<text class="tick" x="{x:.2f}%" y="{y}" text-anchor="{_side(x)}">{plain(note.text)}</text>')
    return "".join(parts)


def _trace(trace: Any, sheet: Sheet, names: list[str], colours: Palette) -> str:
    if trace.type == "bar":
        return _columns(trace, sheet, names, colours)
    spots = [(sheet.x(x), value) for x, value in zip(trace.x, amounts(trace.y), strict=True)]
    mode = _mode(trace)
    parts = [_line(trace, spots, sheet, colours)] if "lines" in mode else []
    parts += [_ranges(trace, spots, sheet, colours)] if trace.error_y.array is not None else []
    drawn_through = "lines" in mode and len(names) >= DENSE and isinstance(trace.marker.color, str | None)
    marked = "markers" in mode and (_is_open(trace) or not drawn_through)
    parts += [_points(trace, spots, sheet, colours)] if marked else []
    return "".join(parts)


def _heights(trace: Any) -> list[tuple[float, float | None]]:
    """Of each point where it begins, nothing but for the columns of a band, and how far above that it ends."""
    low = amounts(each(trace.base if trace.type == "bar" else None, len(trace.x)))
    return [(begin or 0.0, value) for begin, value in zip(low, amounts(trace.y), strict=True)]


def _columns(trace: Any, sheet: Sheet, names: list[str], colours: Palette) -> str:
    wide = min(100 / len(names) * 0.6, WIDEST)
    hollow = each(trace.marker.pattern.shape, len(trace.x))
    return "".join(
        f'<rect x="{sheet.x(x) - wide / 2:.2f}%" width="{wide:.2f}%" y="{sheet.y(low + value):.1f}" '
        f'height="{sheet.y(low) - sheet.y(low + value):.1f}" class="{"running" if look else "stock"}" '
        f'style="--tint:{tint(trace.marker.color, colours)}"/>'
        for x, (low, value), look in zip(trace.x, _heights(trace), hollow, strict=True)
        if value is not None
    )


def _line(trace: Any, spots: list[tuple[float, float | None]], sheet: Sheet, colours: Palette) -> str:
    """One way through all points, in a sheet of its own that is stretched to the width: its dashes go on evenly."""
    dash = DASHES.get(trace.line.dash or "", "")
    look = f'stroke-dasharray="{dash}" ' if dash else ""
    wide = min(float(trace.line.width or 1.5), 2.5)
    colour = tint(trace.line.color, colours)
    steps, before = [], None
    for x, y in spots:
        steps += [f"{'M' if before is None else 'L'}{x:.2f} {sheet.y(y):.1f}"] if y is not None else []
        before = y
    return (
        f'<svg class="line" width="100%" height="{sheet.height}" viewBox="0 0 100 {sheet.height}" '
        f'preserveAspectRatio="none"><path d="{"".join(steps)}" vector-effect="non-scaling-stroke" {look}'
        f'style="stroke:{colour};stroke-width:{wide}"/></svg>'
    )


def _ranges(trace: Any, spots: list[tuple[float, float | None]], sheet: Sheet, colours: Palette) -> str:
    ups, downs = amounts(trace.error_y.array), amounts(trace.error_y.arrayminus)
    return "".join(
        f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{sheet.y(y + (up or 0)):.1f}" y2="{sheet.y(y - (down or 0)):.1f}" '
        f'style="stroke:{tint(trace.line.color, colours)};stroke-width:1.5"/>'
        for (x, y), up, down in zip(spots, ups, downs, strict=True)
        if y is not None
    )


def _points(trace: Any, spots: list[tuple[float, float | None]], sheet: Sheet, colours: Palette) -> str:
    """Points; hollow ones of a running period, a bar for the same days of last year, names where they are given."""
    count, parts = len(spots), []
    tints = each(trace.marker.color or trace.line.color or trace.marker.line.color, count)
    sizes = each(trace.marker.size, count)
    names = each(trace.text, count) if "text" in _mode(trace) else [""] * count
    for (x, y), colour, size, name in zip(spots, tints, sizes, names, strict=True):
        if y is None or size == 0:
            continue
        shade, high = tint(colour, colours), sheet.y(y)
        if trace.marker.symbol == SAME_DAYS:
            parts.append(f'<rect x="{x - 1.6:.2f}%" width="3.2%" y="{high - 2:.1f}" height="4" style="fill:{shade}"/>')
            continue
        look = f"fill:var(--background);stroke:{shade};stroke-width:2.5" if _is_open(trace) else f"fill:{shade}"
        parts.append(f'<circle cx="{x:.2f}%" cy="{high:.1f}" r="{float(size or 8) / 2.2:.1f}" style="{look}"/>')
        side = "end" if x > 75 else "start" if x < 12 else "middle"
        parts += [f'<text x="{x:.2f}%" y="{high - 9:.1f}" text-anchor="{side}">{plain(name)}</text>'] if name else []
    return "".join(parts)


def _mode(trace: Any) -> str:
    """How a trace is drawn; columns are read as lines are."""
    return str(getattr(trace, "mode", None) or "lines")


def _is_open(trace: Any) -> bool:
    return str(trace.marker.symbol or "").endswith("-open")


def _below(figure: go.Figure, sheet: Sheet, names: list[str]) -> str:
    """Names of periods below, not more than fit, within the picture; the axis of numbers with what it counts."""
    y = sheet.height - FLOOR + 18
    if not names:
        return _numbers_below(figure, sheet, y)
    every = ceil(len(names) / MOST_NAMED)
    parts = []
    for place, name in enumerate(names):
        if (len(names) - 1 - place) % every:
            continue
        x = (place + 0.5) / len(names) * 100
        parts += [
            f'<text class="tick" x="{x:.2f}%" y="{y + LETTER * row}" text-anchor="middle" style="transform:'
            f'translateX(min(0px,{100 - x:.2f}% - {len(line) * HALF_LETTER:.0f}px))">{plain(line)}</text>'
            for row, line in enumerate(name.split("<br>"))
        ]
    return "".join(parts)


def _numbers_below(figure: go.Figure, sheet: Sheet, y: float) -> str:
    axis = figure.layout.xaxis
    spots = [x for trace in figure.data if trace.name != comparison.EVENTS_NAME for x in trace.x]
    if axis.tickformat:
        days = sorted({_number(x) for x in spots})
        days = days[:: max(1, ceil(len(days) / MOST_NAMED))]
        shown: list[tuple[Any, str]] = [
            (dt.date.fromordinal(int(day)), f"{dt.date.fromordinal(int(day)):%m/%Y}") for day in days
        ]
    else:
        most = max((_number(x) for x in spots), default=1)
        ticks = axis.tickvals if axis.tickvals is not None else _round_numbers(most)
        shown = [(tick, vi.count(tick)) for tick in ticks if tick <= most]
    texts = "".join(
        f'<text class="tick" x="{sheet.x(x):.2f}%" y="{y}" text-anchor="middle">{words}</text>' for x, words in shown
    )
    title = axis.title.text
    return texts + (
        f'<text class="tick" x="50%" y="{y + 20}" text-anchor="middle">{plain(title)}</text>' if title else ""
    )


def _round_numbers(most: float) -> list[float]:
    """0, 50, 100, 150, 200 of 233."""
    step = max(_step(max(most, 1), least=4), 1)
    return [step * number for number in range(floor(most / step) + 1)]


def _texts(trace: Any) -> list[str]:
    """What each point is called: its number in words."""
    for texts in (None if "text" in _mode(trace) else trace.text, trace.customdata):
        if texts is not None and len(texts) and isinstance(texts[0], str):
            return list(texts)
    return []


def _last(traces: list[Any], sheet: Sheet, names: list[str], colours: Palette) -> str:
    """The number of each last point above it, where another is near below it; one line of few points says each."""
    if not names and not sheet.unit:
        return ""
    if not names and len(traces) == 1 and len(traces[0].x) <= MOST_SAID:
        return _every(traces[0], sheet, colours)
    shown = traces if len(names) < DENSE else list({trace.name: trace for trace in traces}.values())
    ends = [(trace, sheet.x(trace.x[-1]), sheet.y(y), texts[-1]) for trace in shown for y, texts in _told(trace)]
    ends.sort(key=lambda end: end[2])
    taken = [(x, y - POINT, y + POINT) for trace in shown for x, y in _last_spot(trace, sheet)]
    bases = []
    for _, x, y, _ in ends:
        bases.append((x, _base(y, [(top, foot) for at, top, foot in taken if abs(at - x) < BESIDE])))
        taken.append((x, bases[-1][1] + 2 - NUMBER, bases[-1][1] + 2))
    parts = []
    for (trace, x, _, text), base in zip(ends, _raised(bases, sheet.height - FLOOR - POINT), strict=True):
        shade = tint(trace.line.color or trace.marker.color if trace.type == "scatter" else trace.marker.color, colours)
        side = "end" if x > RIGHTMOST else "middle"
        parts.append(
            f'<text class="end" x="{x:.2f}%" y="{base:.1f}" text-anchor="{side}" style="--tint:{shade}">'
            f"{plain(text)}</text>"
        )
    return "".join(parts)


def _base(y: float, taken: list[tuple[float, float]]) -> float:
    """The foot of the number of a point at that height: above it, below it, or below what is `taken` (top, foot)."""
    tried = [y - 9, y + 20, *sorted(foot + NUMBER - 2 for _, foot in taken)]
    beside = [(top + HAIR, foot - HAIR) for top, foot in taken]  # below the lowest is free, whatever floats round to
    return next(base for base in tried if all(base + 2 <= top or base + 2 - NUMBER >= foot for top, foot in beside))


def _last_spot(trace: Any, sheet: Sheet) -> list[tuple[float, float]]:
    """Where the last point of a line, or the mark of last year's same days, stands; columns have none."""
    last = amounts(trace.y)[-1:] if trace.type == "scatter" else []
    return [(sheet.x(trace.x[-1]), sheet.y(value)) for value in last if value is not None]


def _raised(bases: list[tuple[float, float]], floor: float) -> list[float]:
    """Where numbers stand, from above: one that would stand below the floor is raised, and those above it with it."""
    found: list[tuple[float, float]] = []
    for x, base in reversed(bases):
        found.append((x, min(base, floor, *(low - NUMBER for at, low in found if abs(at - x) < BESIDE))))
    return [base for _, base in reversed(found)]


def _told(trace: Any) -> list[tuple[float, list[str]]]:
    """The height of the last point of a line or of columns with what its points are called; none where it has none."""
    heights, texts = amounts(trace.y), _texts(trace)
    last = heights[-1] if heights else None
    return [(last, texts)] if texts and texts[-1] and "lines" in _mode(trace) and last is not None else []


def _every(trace: Any, sheet: Sheet, colours: Palette) -> str:
    """The number of each point above it, but of the first, from where all begin."""
    shade, spots = tint(trace.line.color, colours), zip(trace.x, amounts(trace.y), _texts(trace), strict=False)
    return "".join(
        f'<text class="end" x="{sheet.x(x):.2f}%" y="{sheet.y(y) - 9:.1f}" '
        f'text-anchor="{"middle" if sheet.x(x) > RIGHTMOST - BESIDE else "start"}" style="--tint:{shade}">'
        f"{plain(text)}</text>"
        for x, y, text in list(spots)[1:]
        if y is not None
    )


def _key(traces: list[Any], colours: Palette) -> list[tuple[str, str, str]]:
    entries: dict[str, tuple[str, str, str]] = {}
    for trace in traces:
        if trace.showlegend is False or not trace.name:
            continue
        is_bar = trace.type == "bar"
        colour = trace.marker.color if is_bar or trace.line.color is None else trace.line.color
        if colour is None:
            colour = trace.marker.line.color
        look = _look(trace)
        tinted = tint(colours.quiet if look == "mark" else colour, colours)
        entries.setdefault(trace.name, (plain(trace.name), tinted, look))
    return sorted(entries.values(), key=lambda entry: entry[2] == "mark")


def _look(trace: Any) -> str:
    """How the key draws it: as the picture does."""
    if trace.type == "bar":
        return "area"
    if "lines" in _mode(trace):
        return f"line {trace.line.dash or ''}"
    return "mark" if trace.marker.symbol == SAME_DAYS else "dot"


def _said(traces: list[Any]) -> str:
    """Each series with its last number."""
    told = [f"{plain(trace.name)}: {plain(texts[-1])}" for trace in traces if trace.name and (texts := _texts(trace))]
    return "; ".join(dict.fromkeys(told))
