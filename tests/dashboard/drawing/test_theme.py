"""Colours can be told from their background, and an order of attention is an order of lightness."""

import itertools
import re
import tomllib

import pytest

from dashboard.drawing import layers, map_picture, theme
from dashboard.drawing.charts.template import template
from dashboard.screen import assets
from tests import shown

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


def mixed(colour, other, share):
    """So much of a colour over, or mixed with, another."""
    pairs = zip(*([int(each[i : i + 2], 16) for i in (1, 3, 5)] for each in (colour, other)), strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * two):02x}" for one, two in pairs)


@MODES
@pytest.mark.parametrize("name", MARKS)
def test_a_number_in_the_colour_of_its_mark_is_read_as_text(colours, name):
    share = re.search(r"\.over \.end \{[^}]*var\(--tint\) (\d+)%, var\(--text\)\)", assets.style())
    told = mixed(getattr(colours, name), colours.text, int(share[1]) / 100)
    assert theme.contrast(told, colours.background) >= 4.5


@pytest.mark.parametrize("land", [layers.NEUTRAL, layers.UNPROVEN])
def test_what_is_written_on_the_map_is_read_as_text(land):
    for circle in (layers.SYMBOL, layers.UNPROVEN_SYMBOL):
        on_land = mixed(circle, land, layers.SYMBOL_OPACITY)
        assert theme.contrast("#ffffff", on_land) >= 4.5 and theme.contrast(on_land, land) >= 3
    for written in (layers.FALL, layers.LISTED, map_picture.TEXT):
        assert theme.contrast(written, land) >= 4.5


@MODES
def test_a_small_line_of_a_list_is_seen_with_its_last_point(colours):
    drawn = map_picture.line([1.0, 2.0], top=2.0, alt="x")
    for colour in re.findall(r"#[0-9a-f]{6}", drawn):
        assert theme.contrast(colour, colours.background) >= 3


@MODES
def test_the_word_on_the_one_filled_button_is_read(colours):
    mode = "dark" if colours is theme.DARK else "light"
    filled = tomllib.loads((shown.ROOT / ".streamlit" / "config.toml").read_text())["theme"][mode]["primaryColor"]
    assert 'button[kind="primary"] { color: var(--background)' in assets.style()
    assert theme.contrast(colours.background, filled) >= 4.5


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
