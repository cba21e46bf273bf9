"""Figures for a hall: inline SVG 560 units wide with no text under 32, so that no screen makes it smaller than 24 pt.

Every figure is drawn on a low sheet and on a tall one; the browser takes the one that fits its place.

Colours are variables of the deck's style sheet. Every text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from dashboard.drawing.figure import Board, Chart, Figure
from dashboard.words import numbers as vi

WIDTH, LOW, TALL, SIZE = 560, 400, 480, 32
LINE = 40
LETTER = 0.57
EVERY = 4
MOST_BARS = 5
MOST_ROWS = 6  # a board of fewer is lower, so that it is not made smaller beside a long sentence
VALUE_EDGE, LABEL_ROOM, VALUE_SIZE, GAP = 336, 220, 38, 24


def sheet(body: str, *, alt: str, height: int) -> str:
    """A drawing that fills its place, with what it says in words."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(alt)}" '
        f'font-size="{SIZE}" preserveAspectRatio="xMidYMid meet">{body}</svg>'
    )


def text(
    words: str, x: float, y: float, *, tint: str = "text", anchor: str = "start", bold: bool = False, size: int = SIZE
) -> str:
    weight = f' font-weight="{700 if bold else 500}"'
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size}"{weight} '
        f'style="fill:var(--{tint})">{escape(words)}</text>'
    )


def fitted(words: str, *, width: float, size: int = SIZE) -> str:
    """The words, cut with an ellipsis where they would not fit."""
    most = int(width / (LETTER * size))
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _widest(words: Iterable[str], *, size: int = SIZE) -> float:
    return LETTER * size * max((len(each) for each in words), default=0)


def say(value: float | None, unit: str) -> str:
    """A number of a chart in words; a withheld one says so."""
    if value is None:
        return vi.FEW
    return f"{vi.number(value)}%" if unit == "percent" else vi.count(value)


def draw(figure: Figure, *, alt: str, height: int = LOW) -> str:
    """A figure in large type, bars under their caption (charts over time carry a legend instead)."""
    if isinstance(figure, Board):
        return _board(figure, alt=alt, height=height)
    body = _bars(figure, height) if figure.kind == "bars" else _periods(figure, height)
    return sheet(body, alt=_alt(figure, alt), height=height)


def _board(board: Board, *, alt: str, height: int) -> str:
    """A line a number, the heading above the changes; names have the room that the numbers leave."""
    edge = max(VALUE_EDGE, WIDTH - _widest(row[2] for row in board.rows) - GAP)
    room = max(LABEL_ROOM, edge - _widest((row[1] for row in board.rows), size=VALUE_SIZE) - GAP)
    foot = LINE * len(board.notes)
    high = (height - LINE - foot) / max(len(board.rows), MOST_ROWS)
    height = min(height, round(LINE + len(board.rows) * high) + foot)
    parts = [text(board.heading, WIDTH, 30, tint="quiet", anchor="end")]
    for place, (label, value, change, tint) in enumerate(board.rows):
        top = LINE + place * high
        y = top + high / 2 + 12
        parts.append(f'<line x1="0" x2="{WIDTH}" y1="{top:.0f}" y2="{top:.0f}" class="rule"/>')
        parts.append(text(fitted(label, width=room), 0, y))
        parts.append(text(value, edge, y + 2, anchor="end", bold=True, size=VALUE_SIZE))
        parts.append(text(change, WIDTH, y, tint=tint, anchor="end", bold=True))
    for place, note in enumerate(reversed(board.notes)):
        parts.append(text(note, WIDTH, height - 10 - place * LINE, tint="quiet", anchor="end"))
    said = "; ".join([*(f"{label} {value} {change}" for label, value, change, _ in board.rows), *board.notes])
    return sheet("".join(parts), alt=f"{alt}: {said}", height=height)


def _bars(chart: Chart, height: int) -> str:
    """A label, and below it a bar with its number at the end; a colour a bar where there are as many."""
    ((_, values),) = chart.series.items()
    rows = list(zip(chart.labels, values, strict=True))[:MOST_BARS]
    tints = list(chart.tints) if len(chart.tints) == len(chart.labels) else [chart.tints[0]] * len(rows)
    percent = chart.unit == "percent"
    room = WIDTH - 128
    top = 100.0 if percent else max((value or 0 for _, value in rows), default=0) or 1.0
    high = min((height - LINE) / max(len(rows), 1), 120)
    parts = [text(fitted(chart.caption, width=WIDTH), 0, 30, tint="quiet")]
    for place, ((label, value), tint) in enumerate(zip(rows, tints, strict=False)):
        y = LINE + place * high + (high - 62) / 2
        long = max(room * (value or 0) / top, 3)
        thick = min(high - 44, 40)
        parts.append(text(fitted(label, width=WIDTH), 0, y + 28))
        parts += [_rect(0, y + 37, room, thick, tint="none")] if percent else []
        parts.append(_rect(0, y + 37, long, thick, tint=tint))
        at, anchor = (WIDTH, "end") if percent else (long + 12, "start")
        parts.append(text(say(value, chart.unit), at, y + 37 + thick / 2 + 12, anchor=anchor, bold=True))
    return "".join(parts)


def _periods(chart: Chart, height: int) -> str:
    """Columns or lines; below them, every fourth period from the last back, its name and numbers."""
    foot = _foot(chart)
    bottom = height - LINE * (len(chart.series) + 1 + len(foot)) - 6
    step = WIDTH / len(chart.labels)
    most = max((value or 0 for values in chart.series.values() for value in values), default=0) or 1.0
    marked = set(range(len(chart.labels) - 1, -1, -EVERY))
    drawing = _columns if chart.kind == "columns" else _lines
    parts = [_legend(chart), drawing(chart, step=step, top=LINE + 8, bottom=bottom, most=most, marked=marked)]
    parts.append(f'<line x1="0" x2="{WIDTH}" y1="{bottom}" y2="{bottom}" class="axis"/>')
    for place in marked:
        parts += _below(chart, place, step=step, bottom=bottom)
    for place, said in enumerate(reversed(foot)):
        parts.append(text(said, WIDTH, height - 8 - place * LINE, tint="quiet", anchor="end"))
    return "".join(parts)


def _foot(chart: Chart) -> list[str]:
    """How far a running period is, where the legend has no room for it, and the same days of last year."""
    return [*([] if _has_room(chart) else [chart.elapsed]), *_in_width(chart.beside)]


def _in_width(said: str) -> list[str]:
    """The words on one line, or its name and its numbers on one each where they are too long together."""
    if len(said) * LETTER * SIZE <= WIDTH:
        return [said] if said else []
    name, _, numbers = said.partition(": ")
    return [f"{name}:", numbers]


def _has_room(chart: Chart) -> bool:
    names = sum(60 + len(name) * LETTER * SIZE for name in chart.series)
    return not chart.elapsed or names + len(chart.elapsed) * LETTER * SIZE < WIDTH


def _below(chart: Chart, place: int, *, step: float, bottom: float) -> list[str]:
    last = place == len(chart.labels) - 1
    x, anchor = (WIDTH, "end") if last else ((place + 0.5) * step, "middle")
    x = max(x, 52) if anchor == "middle" else x
    parts = [text(chart.labels[place], x, bottom + 36, tint="quiet", anchor=anchor)]
    for number, (values, tint) in enumerate(zip(chart.series.values(), chart.tints, strict=True)):
        amount = say(values[place], chart.unit)
        parts.append(text(amount, x, bottom + 36 + (number + 1) * LINE, tint=tint, anchor=anchor, bold=True))
    return parts


def _legend(chart: Chart) -> str:
    """Names of the series in their colours, and that the last period still runs."""
    parts, x = [], 0.0
    for name, tint in zip(chart.series, chart.tints, strict=True):
        parts.append(_rect(x, 8, 24, 24, tint=tint))
        parts.append(text(name, x + 34, 31))
        x += 34 + len(name) * LETTER * SIZE + 26
    if chart.elapsed and _has_room(chart):
        parts.append(text(chart.elapsed, WIDTH, 31, tint="quiet", anchor="end"))
    return "".join(parts)


def _columns(chart: Chart, *, step: float, top: float, bottom: float, most: float, marked: set[int]) -> str:
    """The periods whose numbers stand below are in full colour, the others pale; a running one is an outline."""
    wide = step * 0.8 / len(chart.series)
    parts = []
    for number, (values, tint) in enumerate(zip(chart.series.values(), chart.tints, strict=True)):
        for place, value in enumerate(values):
            high = (bottom - top) * (value or 0) / most
            x = place * step + step * 0.1 + number * wide
            look = "running" if chart.running and place == len(values) - 1 else "" if place in marked else "pale"
            parts.append(_rect(x, bottom - high, wide - 2, high, tint=tint, look=look))
        parts += _same_days(chart, number, left=(len(values) - 1) * step + step * 0.1 + number * wide, wide=wide,
                            bottom=bottom, high=(bottom - top) / most)  # fmt: skip
    return "".join(parts)


def _same_days(chart: Chart, number: int, *, left: float, wide: float, bottom: float, high: float) -> list[str]:
    """A bar across a running column where the same days of last year were."""
    same = chart.same.get(list(chart.series)[number])
    if not chart.running or same is None:
        return []
    return [_rect(left - 3, bottom - same * high - 3, wide + 4, 6, tint="text")]


def _lines(chart: Chart, *, step: float, top: float, bottom: float, most: float, marked: set[int]) -> str:
    parts = []
    for values, tint in zip(chart.series.values(), chart.tints, strict=True):
        spots = {
            place: ((place + 0.5) * step, bottom - (bottom - top) * value / most)
            for place, value in enumerate(values)
            if value is not None
        }
        hollow = len(values) - 1 if chart.running else None
        over = [spot for place, spot in spots.items() if place != hollow]
        parts.append(_way(over, tint=tint))
        parts += [_way([*over[-1:], spots[hollow]], tint=tint, dashed=True)] if hollow in spots else []
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" style="fill:var(--{"back" if place == hollow else tint});'
            f'stroke:var(--{tint});stroke-width:4"/>'
            for place, (x, y) in spots.items()
            if place in marked
        ]
    return "".join(parts)


def _way(spots: list[tuple[float, float]], *, tint: str, dashed: bool = False) -> str:
    drawn, dashes = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots), ";stroke-dasharray:14 12" if dashed else ""
    return f'<polyline points="{drawn}" class="line" style="stroke:var(--{tint}){dashes}"/>'


def _rect(x: float, y: float, width: float, height: float, *, tint: str, look: str = "") -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{max(height, 0):.1f}" rx="3" class="{look}" '
        f'style="--tint:var(--{tint})"/>'
    )


def _alt(chart: Chart, alt: str) -> str:
    """The title, then each series with its last or its every number in words."""
    parts = []
    for name, values in chart.series.items():
        pairs = list(zip(chart.labels, values, strict=True))
        shown = pairs if chart.kind == "bars" else pairs[-1:]
        parts.append(f"{name}: " + ", ".join(f"{label} {say(value, chart.unit)}" for label, value in shown))
    parts += [said for said in (chart.elapsed, chart.beside) if said]
    return f"{alt}. {'; '.join(parts)}"
