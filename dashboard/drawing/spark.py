"""A small line without axes: how a figure went over the last periods, drawn once on the server."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.drawing import inline

WIDTH, HEIGHT, EDGE = 120, 24, 5
GREY = "#6f7b88"  # on white and on black alike


def image(values: Sequence[float], *, running: bool = False, beside: bool = False) -> str:
    """The line as an image of a page: nothing of it is read out, the card says the number; '' below two values.

    `beside`: other words stand beside the number, so that a narrow card has room for it only above.
    """
    drawn = spark(values, running=running)
    return f'<img class="spark{" beside" if beside else ""}" alt="" src="{inline.source(drawn)}">' if drawn else ""


def spark(values: Sequence[float], *, running: bool = False) -> str:
    """The line as SVG, scaled between its own least and most; '' below two values.

    Args:
        values: oldest first; the text beside it says the last one.
        running: the last period is not over: its mark is hollow.
    """
    if len(values) < 2:
        return ""
    least, most = min(values), max(values)
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    scale = (HEIGHT - 2 * EDGE) / ((most - least) or 1)
    points = [(EDGE + place * step, HEIGHT - EDGE - (value - least) * scale) for place, value in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    filled = "none" if running else GREY
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none" stroke="{GREY}">'
        f'<polyline points="{line}" stroke-width="1.5" vector-effect="non-scaling-stroke"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{filled}"/></svg>'
    )
