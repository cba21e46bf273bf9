"""Changes are put as the domain rules §9.7 allow: small bases, both-zero, points, noise, direction."""

import pytest

from dashboard.facts.change import Figure, change
from dashboard.metrics import METRICS


def count(value):
    return Figure(value, None, float(value))


def share(numerator, denominator):
    return Figure(numerator, denominator, numerator / denominator)


@pytest.mark.parametrize(
    ("now", "base", "wording", "relative"),
    [
        (0, 0, "both_zero", None),
        (3, 0, "new", None),
        (12, 9, "absolute", None),
        (15, 10, "relative", 0.5),
        (10, 10, "unchanged", None),
        (2058, 1859, "relative", 199 / 1859),
    ],
)
def test_counts(now, base, wording, relative):
    step = change(METRICS["visits"], count(now), count(base))
    assert (step.wording, step.relative) == (wording, relative)


def test_a_share_changes_in_points():
    step = change(METRICS["overdue_share"], share(30, 100), share(20, 100))
    assert step.wording == "points"
    assert step.absolute == pytest.approx(0.10)
    assert step.relative is None


def test_a_share_of_fewer_than_ten_says_nothing():
    assert change(METRICS["overdue_share"], share(5, 9), share(200, 1000)).wording == "unknown"


@pytest.mark.parametrize(
    ("metric", "now", "base", "verdict"),
    [
        ("overdue_dossiers", 800, 600, "bad"),
        ("overdue_dossiers", 600, 800, "good"),
        ("overdue_dossiers", 627, 600, "neutral"),  # 27 <= 1,96·√1227 = 68,7
        ("overdue_dossiers", 669, 600, "neutral"),  # 69 <= 69,8
        ("overdue_dossiers", 670, 600, "bad"),  # 70 > 69,9
        ("visits", 900, 300, "neutral"),  # more receptions are neither good nor bad
        ("resolved_dossiers", 900, 300, "good"),
    ],
)
def test_colour_follows_direction_and_only_beyond_noise(metric, now, base, verdict):
    assert change(METRICS[metric], count(now), count(base)).verdict == verdict


def test_a_share_has_its_own_noise():
    assert change(METRICS["on_time_rate"], share(85, 100), share(80, 100)).verdict == "neutral"
    assert change(METRICS["on_time_rate"], share(8500, 10000), share(8000, 10000)).verdict == "good"
