"""Colours can be told from their background, and an order of attention is an order of lightness."""

import itertools

import pytest

from dashboard.drawing import theme
from dashboard.drawing.charts.template import template

MODES = pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
MARKS = ("volume", "volume_quiet", "bad", "soon", "good", "delegated", "suspended", "unknown")


@MODES
@pytest.mark.parametrize("name", ["text", "quiet"])
def test_text_keeps_aa_contrast_on_both_surfaces(colours, name):
    for surface in (colours.background, colours.panel):
        assert theme.contrast(getattr(colours, name), surface) >= 4.5


@MODES
@pytest.mark.parametrize("name", MARKS)
def test_marks_keep_three_to_one(colours, name):
    assert theme.contrast(getattr(colours, name), colours.background) >= 3


@MODES
def test_one_colour_a_meaning(colours):
    assert len({getattr(colours, name) for name in MARKS}) == len(MARKS)


@MODES
def test_attention_darkens_step_by_step(colours):
    steps = [theme.luminance(colour) for colour in colours.attention]
    assert all(darker < lighter * 0.85 for lighter, darker in itertools.pairwise(steps))


def test_contrast_of_black_on_white_is_21():
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)


def test_template_writes_numbers_the_vietnamese_way():
    assert template(dark=False).layout.separators == ",."
