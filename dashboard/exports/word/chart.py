"""Native charts in a DOCX: python-docx has none, so python-pptx makes the chart and it is moved over.

A chart is two parts, its XML and the workbook behind it, and an inline drawing that points to the first. Word edits it
as its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from lxml import etree
from pptx import Presentation

from dashboard.exports.mime import MIME
from dashboard.exports.native_chart import COUNT, Series, data, dress

WORKBOOK = MIME["xlsx"]
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DRAWING = (
    '<w:r {namespaces}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name={name} descr={alt}/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{chart}">'
    '<c:chart xmlns:c="{chart}" r:id="{link}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


@dataclass(frozen=True)
class Chart:
    """What a document's chart shows; `kind` and `colours` as in `native_chart`, `height` in cm, `alt` in words."""

    title: str
    categories: Sequence[str]
    series: Series
    kind: Any
    colours: Sequence[str]
    alt: str
    height: float = 7.5
    labels: bool = False
    number_format: str = COUNT
    running: bool = False
    same: int = 0


def add_chart(document: Document, paragraph: Paragraph, chart: Chart, *, width: float, font: str) -> None:
    """Put the chart into the paragraph, `width` cm wide."""
    xml, workbook = _made(chart, font=font)
    package: Any = document.part.package
    number = 1 + sum("/word/charts/" in str(part.partname) for part in package.iter_parts())
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, package=package)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), WORKBOOK, workbook, package)
    xml.find(f"{{{CHART}}}externalData").set(LINK, part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    part._blob = etree.tostring(xml, xml_declaration=True, encoding="UTF-8", standalone=True)
    drawing = DRAWING.format(
        namespaces=nsdecls("w", "wp", "a", "r"),
        cx=int(Cm(width)),
        cy=int(Cm(chart.height)),
        id=document.part.next_id,
        name=quoteattr(chart.title),
        alt=quoteattr(chart.alt),
        chart=CHART,
        link=document.part.relate_to(part, RELATIONSHIP_TYPE.CHART),
    )
    paragraph._p.append(parse_xml(drawing))


def _made(chart: Chart, *, font: str) -> tuple[Any, bytes]:
    """The chart's XML and its workbook, made on a slide that is thrown away."""
    slides: Any = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    numbers = data(chart.categories, chart.series, number_format=chart.number_format)
    frame = slide.shapes.add_chart(chart.kind, 0, 0, 100, 100, numbers)
    made = dress(
        frame.chart,
        kind=chart.kind,
        font=font,
        size=11,
        colours=chart.colours,
        labels=chart.labels,
        number_format=chart.number_format,
        running=chart.running,
        same=chart.same,
    )
    return made.part._element, made.part.chart_workbook.xlsx_part.blob
