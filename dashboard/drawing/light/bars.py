"""Bars as rows of text: the name, the bar, its number at the end; parts of a whole in one bar; steps."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import plotly.graph_objects as go

from dashboard.drawing.light.marks import amounts, each, key, plain, tint
from dashboard.drawing.theme import Palette

LETTER = 0.6  # rem
INSIDE = 0.07  # of the longest bar: what a number needs inside its part


def rows(figure: go.Figure, *, alt: str, colours: Palette, taps: bool) -> str:
    """Horizontal bars, their parts side by side; on both sides of one line where some fall."""
    names = list(figure.data[0].y)
    lengths = [amounts(trace.x) for trace in figure.data]
    longest = _longest(figure, lengths)
    lowest = min((length or 0 for part in lengths for length in part), default=0)
    totals = {note.y: note.text for note in figure.layout.annotations}
    codes = figure.data[0].customdata if taps else None
    ends = totals.values() if len(figure.data) > 1 else [_number(figure.data[0], place) for place in range(len(names))]
    lines = []
    for place, name in enumerate(names):
        parts = [(trace, length[place]) for trace, length in zip(figure.data, lengths, strict=True)]
        bar = _signed(*parts[0], place, longest, colours) if lowest < 0 else _parts(parts, place, longest, colours)
        total = totals.get(name) if len(parts) > 1 else _number(figure.data[0], place)
        said = f"<b>{plain(total)}</b>" if total and lowest >= 0 else ""
        tap = f' data-row="{escape(str(codes[place]))}" role="button" tabindex="0"' if codes is not None else ""
        lines.append(f'<li{tap}><span class="n">{plain(name)}</span><span class="b">{bar}{said}</span></li>')
    look = " signed" if lowest < 0 else ""
    series = [
        (plain(trace.name), tint(trace.marker.color, colours), "area")
        for trace in figure.data
        if trace.showlegend is not False
    ]
    return f'{key(series)}<ul class="bars{look}" style="{_room(ends)}" aria-label="{escape(alt)}">{"".join(lines)}</ul>'


def groups(figure: go.Figure, *, alt: str, colours: Palette) -> str:
    """One small block a group, on a scale of its own, so that small counts can be read beside large ones."""
    blocks = []
    for place, name in enumerate(figure.data[0].x):
        values = [(trace, amounts(trace.y)[place]) for trace in figure.data]
        longest = max((value or 0 for _, value in values), default=0) or 1
        lines = "".join(
            f'<li><span class="n">{plain(trace.name)}</span><span class="b">'
            f"{_bar((value or 0) / longest, tint(trace.marker.color, colours))}"
            f"<b>{plain(trace.text[place])}</b></span></li>"
            for trace, value in values
        )
        blocks.append(f'<div><p>{plain(name)}</p><ul class="bars thin">{lines}</ul></div>')
    return f'<div class="blocks" role="group" aria-label="{escape(alt)}">{"".join(blocks)}</div>'


def steps(figure: go.Figure, *, alt: str, colours: Palette) -> str:
    """Up and down from what was to what is left: each step begins where the last ended."""
    trace = figure.data[0]
    levels = _levels(trace)
    most = max(high for _, high in levels) or 1
    tints = {"up": trace.increasing, "down": trace.decreasing, "total": trace.totals}
    lines = []
    for place, (low, high) in enumerate(levels):
        kind = "total" if trace.measure[place] == "absolute" else "up" if trace.y[place] > 0 else "down"
        bar = _bar((high - low) / most, tint(tints[kind].marker.color, colours), begin=low / most)
        number = f"<b>{plain(trace.text[place])}</b>"
        lines.append(f'<li><span class="n">{plain(trace.x[place])}</span><span class="b">{bar}{number}</span></li>')
    return f'<ul class="bars steps" style="{_room(trace.text)}" aria-label="{escape(alt)}">{"".join(lines)}</ul>'


def _room(ends: Iterable[Any]) -> str:
    """What the numbers at the ends of the bars need, in letters."""
    return f"--room:{max((len(plain(end)) for end in ends), default=0) * LETTER + 0.6:.1f}rem"


def _bar(share: float, colour: str, *, begin: float = 0.0, text: str = "") -> str:
    left = f"margin-left:calc((100% - var(--room))*{begin:.4f});" if begin else ""
    return f'<i style="{left}width:calc((100% - var(--room))*{max(share, 0.003):.4f});--tint:{colour}">{text}</i>'


def _parts(parts: list[tuple[Any, float | None]], place: int, longest: float, colours: Palette) -> str:
    drawn = []
    for trace, length in parts:
        share = (length or 0) / longest
        text = plain(_number(trace, place)) if len(parts) > 1 and share > INSIDE else ""
        drawn += [_bar(share, tint(each(trace.marker.color, place + 1)[place], colours), text=text)] if share else []
    return "".join(drawn) or _bar(0, "var(--line)")


def _signed(trace: Any, length: float | None, place: int, longest: float, colours: Palette) -> str:
    share, colour = abs(length or 0) / longest, tint(each(trace.marker.color, place + 1)[place], colours)
    side = "left" if (length or 0) < 0 else "right"
    return f'<span class="{side}">{_bar(share, colour)}<b>{plain(_number(trace, place))}</b></span>'


def _number(trace: Any, place: int) -> Any:
    texts = trace.text if trace.text is not None else trace.customdata
    return "" if texts is None else texts[place]


def _longest(figure: go.Figure, lengths: list[list[float | None]]) -> float:
    """The scale's end: the longest row, or the whole where the rows are shares."""
    longest = max((sum(abs(part[place] or 0) for part in lengths) for place in range(len(lengths[0]))), default=0) or 1
    texts = figure.data[0].text
    shares = longest <= 1 and texts is not None and any(str(text).endswith("%") for text in texts)
    return 1.0 if shares else longest


def _levels(trace: Any) -> list[tuple[float, float]]:
    """Where each step lies: low, high."""
    level, found = 0.0, []
    for value, measure in zip(trace.y, trace.measure, strict=True):
        after = value if measure == "absolute" else level + value
        found.append((0.0, after) if measure == "absolute" else (min(level, after), max(level, after)))
        level = after
    return found
