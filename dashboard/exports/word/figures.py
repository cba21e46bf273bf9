"""The charts and pictures of a report: those of its sections in their order."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from dashboard.briefing import Section
from dashboard.briefing.topic import Printed
from dashboard.drawing.theme import LIGHT
from dashboard.exports.native_chart import FORMATS, NATIVE, with_same
from dashboard.exports.picture import Picture, in_order
from dashboard.exports.word.chart import Chart, add_chart
from dashboard.exports.word.letterhead import FONT, say

WIDTH, HEIGHT = 16.5, 21.0
HIGH, AROUND, BAR = 7.5, 1.2, 0.55  # cm: over time; of bars, what is around them and each


def add_figures(made: Document, sections: Sequence[Section], pictures: Sequence[Picture]) -> None:
    """Each below its title, one after the other."""
    for chart in [_chart(printed) for section in sections for printed in section.printed]:
        _title(made, chart.title)
        add_chart(made, say(made, ""), chart, width=WIDTH, font=FONT)
    for picture in in_order(pictures, [section.id for section in sections]):
        _title(made, picture.title)
        _picture(made, picture)


def _chart(printed: Printed) -> Chart:
    """Bars as high as there are of them and with their numbers; a chart over periods without."""
    shown, bars = printed.chart, printed.chart.kind == "bars"
    series, tints, same = with_same(shown)
    return Chart(
        printed.title,
        shown.named,
        series,
        NATIVE[shown.kind],
        [getattr(LIGHT, tint) for tint in tints],
        printed.alt,
        height=AROUND + BAR * len(shown.labels) if bars else HIGH,
        labels=bars,
        number_format=FORMATS[shown.unit],
        running=shown.running,
        same=same,
    )


def _title(made: Document, text: str) -> Paragraph:
    title = say(made, text, bold=True, size=13)
    title.paragraph_format.space_before, title.paragraph_format.keep_with_next = Pt(10), True
    return title


def _picture(made: Document, picture: Picture) -> None:
    width, height = picture.fitted(WIDTH, HEIGHT)
    shape = say(made, "").add_run().add_picture(io.BytesIO(picture.png), Cm(width), Cm(height))
    shape._inline.docPr.set("descr", picture.alt)
