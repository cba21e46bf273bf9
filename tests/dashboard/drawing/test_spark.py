"""The small line of a card keeps to its box, and says nothing of a single value."""

import re

import pytest

from dashboard.drawing.spark import HEIGHT, WIDTH, image, spark


@pytest.mark.parametrize("values", [[1, 2], [3, 3, 3], [0, 100, -5, 7], [0.1] * 8])
def test_every_point_lies_in_the_box_and_the_last_has_a_mark(values):
    drawn = spark(values)
    points = [tuple(map(float, pair.split(","))) for pair in re.search(r'points="([^"]+)"', drawn)[1].split()]
    assert len(points) == len(values)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert f'cx="{points[-1][0]:.1f}"' in drawn


def test_more_stands_higher_and_a_running_period_is_hollow():
    (_, first), (_, last) = re.findall(r"([\d.]+),([\d.]+)", spark([1, 2], running=True))
    assert float(last) < float(first)
    assert 'fill="none"/' in spark([1, 2], running=True) and 'fill="none"/' not in spark([1, 2])


@pytest.mark.parametrize("values", [[], [5]])
def test_one_value_is_no_line(values):
    assert (spark(values), image(values)) == ("", "")
