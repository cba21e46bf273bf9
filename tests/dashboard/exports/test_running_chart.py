"""A running period in a native chart: hollow, dashed, and a bar where the same days of last year were."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from pptx import Presentation

from dashboard.drawing.figure import Chart
from dashboard.exports.native_chart import NATIVE, data, dress, with_same

SAME = "Lượt, cùng 69 ngày năm trước: 5.552"


def xml(shown: Chart) -> str:
    series, tints, same = with_same(shown)
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    kind = NATIVE[shown.kind]
    frame = slide.shapes.add_chart(kind, 0, 0, 100, 100, data(shown.named, series))
    colours = ["#2f6b9a"] * len(tints)
    made = dress(frame.chart, kind=kind, font="Arial", colours=colours, running=shown.running, same=same)
    return etree.tostring(made.part._element, encoding="unicode")


@pytest.mark.parametrize("kind", ["columns", "lines"])
def test_a_running_period_stands_beside_the_same_days_of_last_year(kind):
    shown = Chart(kind, ["III/26", "IV/26"], {"Lượt": [7316, 6190]}, running=True, elapsed="69/91 ngày",
                  same={"Lượt": 5552.0}, said="cùng 69 ngày năm trước")  # fmt: skip
    made = xml(shown)
    assert shown.beside == "cùng 69 ngày năm trước: 5.552"
    assert "IV/26 69/91 ngày" in made and SAME in made and 'prstDash val="dash"' in made
    beside = re.search(rf"<c:ser>(?:(?!</c:ser>).)*{SAME}.*?</c:ser>", made, flags=re.DOTALL)[0]
    assert '<c:symbol val="dash"/>' in beside and re.findall(r"<c:v>([\d.]+)</c:v>", beside)[-1] == "5552.0"
    assert made.index("<c:lineChart") < made.index(beside)


def test_a_period_that_is_over_has_no_such_bar():
    made = xml(Chart("columns", ["III/26", "IV/26"], {"Lượt": [7316, 6190]}, same={"Lượt": 5552.0}, said="x"))
    assert "lineChart" not in made and "prstDash" not in made


def test_a_percentage_is_labelled_as_the_sentence_says_it():
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    frame = slide.shapes.add_chart(NATIVE["bars"], 0, 0, 100, 100, data(["a", "b"], {"Tỷ lệ": [87.5, 100.0]}))
    made = dress(frame.chart, kind=NATIVE["bars"], font="Arial", number_format='0"%"')
    assert "<a:t>87,5%</a:t>" in etree.tostring(made.part._element, encoding="unicode")


@pytest.mark.parametrize("kind", ["columns", "lines"])
def test_a_line_goes_straight_from_one_period_to_the_next(kind):
    """Where a series says nothing of it, Office draws all lines as curves and shows values that nobody counted."""
    shown = Chart(kind, ["III/26", "IV/26"], {"Lượt": [7316, 6190]}, running=True, elapsed="69/91 ngày",
                  same={"Lượt": 5552.0}, said="cùng 69 ngày năm trước")  # fmt: skip
    (lines,) = re.findall(r"<c:lineChart>.*?</c:lineChart>", xml(shown), flags=re.DOTALL)
    series = re.findall(r"<c:ser>.*?</c:ser>", lines, flags=re.DOTALL)
    assert series and all('<c:smooth val="0"/>' in one for one in series)
