"""The lines between which units stand, drawn for whatever they are expected to hold."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dashboard.drawing import charts, theme
from dashboard.facts import funnel
from dashboard.views.bodies import fair


@pytest.mark.parametrize("most", [0.5, 2.0, 60.0])
def test_a_side_that_no_expected_number_reaches_is_empty_and_not_missing(most):
    lines = fair.BACKLOG._lines(1.0, most)
    assert {"expected", "low", "high"} <= set(lines.columns)
    reached = set(funnel.ratio_lines(most)["side"])
    assert (lines["low"].notna().any(), lines["high"].notna().any()) == (-1 in reached, 1 in reached)


def test_few_open_matters_can_be_too_many_and_never_too_few():
    assert set(funnel.ratio_lines(2.0)["side"]) == {1}


def test_limits_that_rise_without_end_do_not_flatten_the_units():
    points = pd.DataFrame({"unit_name": ["A", "B"], "verdict": "usual", "expected": [40.0, 200.0], "ratio": [0.9, 1.2]})
    lines = fair.BACKLOG._lines(1.0, 200.0)
    assert lines["high"].max() > 5
    drawn = charts.funnel(
        points, lines, x="expected", y="ratio", base=1.0, colours=theme.palette(dark=False), percent=False, bad="high"
    )
    heights = [float(height) for trace in drawn.data for height in trace.y]
    assert np.nanmax(heights) < 1.5 * 1.2
