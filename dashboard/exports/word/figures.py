"""The charts and pictures of a report: quarters, overdue matters by area, and pictures on pages of their own."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from dashboard.briefing import Material
from dashboard.briefing.charts import period_labels
from dashboard.drawing.figure import numbers
from dashboard.drawing.theme import LIGHT
from dashboard.exports.native_chart import BARS, LINES
from dashboard.exports.picture import Picture
from dashboard.exports.summary_tables import overdue_areas
from dashboard.exports.word.chart import Chart, add_chart
from dashboard.exports.word.letterhead import FONT, say
from dashboard.words import files as words
from dashboard.words import headings
from dashboard.words import numbers as vi

WIDTH, HEIGHT = 16.5, 21.0
FLOWS = {"entered": LIGHT.volume, "resolved": LIGHT.good, "open_count": LIGHT.bad}


def add_figures(made: Document, material: Material, pictures: Sequence[Picture]) -> None:
    """Each chart below its title, each picture on a page of its own."""
    for chart in (quarter_chart(material), area_chart(material)):
        if chart:
            _title(made, chart.title)
            add_chart(made, say(made, ""), chart, width=WIDTH, font=FONT)
    for picture in pictures:
        _title(made, picture.title).paragraph_format.page_break_before = True
        _picture(made, picture)


def quarter_chart(material: Material) -> Chart | None:
    """Taken up, resolved and still open, quarter by quarter."""
    rows = material.tables["quarterly_series"]
    if rows.empty:
        return None
    labels = period_labels(rows)
    series = {headings.HEADINGS[name]: numbers(rows[name]) for name in FLOWS}
    alt = words.QUARTER_ALT.format(
        start=labels[0], end=labels[-1], last="; ".join(_said(name, cells[-1]) for name, cells in series.items())
    )
    return Chart(words.QUARTER_CHART, labels, series, LINES, tuple(FLOWS.values()), alt)


def area_chart(material: Material) -> Chart | None:
    """The areas with most overdue matters."""
    rows = overdue_areas(material)
    if rows.empty:
        return None
    late = numbers(rows["overdue"])
    alt = words.AREA_ALT.format(
        said="; ".join(_said(str(name), amount) for name, amount in zip(rows["name"], late, strict=True))
    )
    series = {headings.HEADINGS["overdue"]: late}
    height = 1.5 + 0.65 * len(rows)
    return Chart(words.AREA_CHART, list(rows["name"]), series, BARS, (LIGHT.bad,), alt, height, labels=True)


def _said(name: str, amount: float | None) -> str:
    return f"{name} {vi.count(amount)}"


def _title(made: Document, text: str) -> Paragraph:
    title = say(made, text, bold=True, size=13)
    title.paragraph_format.space_before, title.paragraph_format.keep_with_next = Pt(10), True
    return title


def _picture(made: Document, picture: Picture) -> None:
    width, height = picture.fitted(WIDTH, HEIGHT)
    shape = say(made, "").add_run().add_picture(io.BytesIO(picture.png), Cm(width), Cm(height))
    shape._inline.docPr.set("descr", picture.alt)
