"""Where a unit lies among its peers, none of them named: a line without numbers, the sentence beside it says them."""

from __future__ import annotations

from dashboard.drawing import inline
from dashboard.drawing.spark import GREY
from dashboard.facts.peers import LEAST_CASES, Spread

WIDTH, HEIGHT, EDGE = 200, 24, 8
OWN = "#3d7ab8"  # on white and on black alike
ROOM = 1.15


def image(part: float, base: float, peers: Spread) -> str:
    """The line as an image that is not read out."""
    drawn = line(part / base, peers, few=base < LEAST_CASES)
    return f'<img class="spread" alt="" src="{inline.source(drawn)}">'


def line(share: float, peers: Spread, *, few: bool) -> str:
    """SVG from nothing to the most: where the middle half of the peers lies, its middle, and the unit's own mark.

    `few`: the share is of too few matters to be compared; its mark is hollow.
    """
    most = max(share, peers.upper) * ROOM or 1
    lower, middle, upper, own = (
        EDGE + each / most * (WIDTH - 2 * EDGE) for each in (peers.lower, peers.middle, peers.upper, share)
    )
    y, inside = HEIGHT / 2, "white" if few else OWN
    half = (
        f'<rect x="{lower:.1f}" y="{y - 5}" width="{max(upper - lower, 2):.1f}" height="10" rx="2" fill-opacity=".45"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="{GREY}" stroke="none">'
        f'<rect x="{EDGE}" y="{y - 0.5}" width="{WIDTH - 2 * EDGE}" height="1"/>{half}'
        f'<rect x="{middle - 1:.1f}" y="{y - 8}" width="2" height="16"/>'
        f'<circle cx="{own:.1f}" cy="{y}" r="5" stroke="{OWN}" stroke-width="2.5" fill="{inside}"/></svg>'
    )
