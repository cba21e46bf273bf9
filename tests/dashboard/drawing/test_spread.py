"""A unit's mark stands where its share is, beside the middle half of its peers."""

import re

import pytest

from dashboard.drawing.spread import EDGE, OWN, WIDTH, image, line
from dashboard.facts.peers import Spread

PEERS = Spread(0.1, 0.2, 0.4, 30)


def places(svg: str) -> tuple[float, float, float, float]:
    """Begin and end of the half, the middle, the unit's own mark."""
    rects = [
        (float(x), float(width)) for x, width in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)
    ]
    own = re.search(r'<circle cx="([\d.]+)"', svg)
    assert own
    (_, (begin, length), (middle, width)) = rects
    return begin, begin + length, middle + width / 2, float(own[1])


def test_half_middle_and_own_share_one_scale_from_nothing():
    begin, end, middle, own = places(line(0.3, PEERS, few=False))
    assert begin < middle < own < end < WIDTH - EDGE
    assert (middle - EDGE) / (begin - EDGE) == pytest.approx(2, abs=0.02)
    assert (own - EDGE) / (begin - EDGE) == pytest.approx(3, abs=0.02)


def test_a_share_above_all_others_stays_inside():
    _begin, end, _, own = places(line(1.4, PEERS, few=False))
    assert end < own < WIDTH - EDGE


def test_nothing_anywhere_is_drawn_at_the_beginning():
    begin, end, middle, own = places(line(0.0, Spread(0.0, 0.0, 0.0, 23), few=False))
    assert (begin, middle, own) == (EDGE, EDGE, EDGE) and end == EDGE + 2


def test_a_share_of_few_is_hollow():
    assert f'fill="{OWN}"' in line(0.2, PEERS, few=False)
    assert f'fill="{OWN}"' not in line(0.2, PEERS, few=True)
    assert image(1, 9, PEERS) != image(10, 90, PEERS)
