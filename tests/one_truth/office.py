"""What people read in an Office file: all its texts, numbers as Excel and a chart's labels write them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import openpyxl
from lxml import etree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WORD_TEXTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SLIDE_TEXTS = re.compile(r"ppt/(?:slides|notesSlides)/\w+\.xml")
CHARTS = re.compile(r"(?:word|ppt)/charts/chart\d+\.xml")
TOKEN = re.compile(r'\\.|"[^"]*"|.')
CONDITION = re.compile(r"\[(>=|<=|>|<|=)(-?\d+)\]")
MEETS = {">=": "__ge__", "<=": "__le__", ">": "__gt__", "<": "__lt__", "=": "__eq__"}
GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def parts(made: bytes, named: re.Pattern[str]) -> Iterator[Any]:
    """The XML parts of that name."""
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        for name in file.namelist():
            if named.fullmatch(name):
                yield etree.fromstring(file.read(name))


def word_texts(made: bytes) -> list[str]:
    """Every paragraph of a document, also in boxes, headers, footers and notes, and what pictures are said to be."""
    found = []
    for part in parts(made, WORD_TEXTS):
        for paragraph in part.iter(f"{W}p"):
            own = (text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph)
            found.append("".join(text.text or "" for text in own))
        found += [str(drawn.get("descr") or "") for drawn in part.iter(f"{DRAWN}docPr")]
    return [text for text in found if text.strip()]


def slide_texts(made: bytes) -> list[str]:
    """Every paragraph of the slides and their notes, and what pictures are said to be; tables are read as tables."""
    found = []
    for part in parts(made, SLIDE_TEXTS):
        outside = (text for text in part.iter(f"{A}p") if next(text.iterancestors(f"{A}tbl"), None) is None)
        found += ["".join(run.text or "" for run in text.iter(f"{A}t")) for text in outside]
        found += [str(drawn.get("descr") or "") for drawn in part.iter(f"{P}cNvPr")]
    return [text for text in found if text.strip()]


def sheets(made: bytes) -> dict[str, list[list[str]]]:
    """Each sheet of a workbook as Excel shows it: numbers and days in the format of their cells."""
    book = openpyxl.load_workbook(io.BytesIO(made), data_only=True, read_only=True)
    return {sheet.title: [[cell_text(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book}


def cell_text(cell: Any) -> str:
    if isinstance(cell.value, dt.datetime):
        return f"{cell.value:%d/%m/%Y}"
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return "" if cell.value is None else str(cell.value).strip()
    return written(cell.value, cell.number_format)


def charts(made: bytes) -> list[list[list[str]]]:
    """Each native chart as the table of what stands at its points; the first row its series, the first column names."""
    return [table for part in parts(made, CHARTS) for table in _plots(part)]


def _plots(part: Any) -> Iterator[list[list[str]]]:
    for plot in part.find(f".//{C}plotArea"):
        series = plot.findall(f"{C}ser")
        if series:
            said = [_labels(one, plot) for one in series]
            names = _points(series[0].find(f"{C}cat"))
            heads = ["", *(str(one.findtext(f"{C}tx//{C}v") or "") for one in series)]
            yield [heads, *([name, *(row.get(place, "") for row in said)] for place, name in names.items())]


def _labels(series: Any, plot: Any) -> dict[int, str]:
    """Place of a point → the label people see there: a text of its own, or its number in the label's format."""
    values = _points(series.find(f"{C}val"))
    said = {}
    for labels in (plot.find(f"{C}dLbls"), series.find(f"{C}dLbls")):
        if labels is None:
            continue
        if _shown(labels):
            code = _format(labels, series)
            said = {place: written(float(value), code) for place, value in values.items()}
        for own in labels.findall(f"{C}dLbl"):
            place = int(own.find(f"{C}idx").get("val"))
            text = "".join(run.text or "" for run in own.iter(f"{A}t"))
            if text:
                said[place] = text
            elif own.find(f"{C}delete") is not None:
                said.pop(place, None)
    return said


def _shown(labels: Any) -> bool:
    shown = labels.find(f"{C}showVal")
    return shown is not None and shown.get("val") == "1"


def _format(labels: Any, series: Any) -> str:
    given = labels.find(f"{C}numFmt")
    linked = given is None or given.get("sourceLinked") == "1"
    return (series.findtext(f"{C}val//{C}formatCode") or "General") if linked else str(given.get("formatCode"))


def _points(cached: Any) -> Mapping[int, str]:
    return {int(point.get("idx")): point.findtext(f"{C}v") for point in cached.iter(f"{C}pt")}


def written(value: float, code: str) -> str:
    """A number as Office shows it under a number format, on a computer that writes Vietnamese."""
    if code == "General":
        return f"{Decimal(repr(value)).normalize():f}".replace(".", ",")
    tokens = TOKEN.findall(_section(value, code))
    exact = Decimal(repr(abs(value))) * (100 if "%" in tokens else 1)
    point = tokens.index(".") if "." in tokens else len(tokens)
    digits = [token for token in tokens[point:] if token in "0#?"]
    whole, _, part = f"{exact.quantize(Decimal(1).scaleb(-len(digits)), ROUND_HALF_UP):f}".partition(".")
    while len(part) > digits.count("0") and part.endswith("0"):
        part = part[:-1]
    if "," in tokens[:point]:
        whole = GROUP.sub(".", whole)
    before = _filled(tokens[:point], whole)
    after = "".join(_literal(token) for token in tokens[point:] if token not in {".", "0", "#", "?"})
    sign = "−" if value < 0 and ";" not in code else ""
    return sign + before + (f",{part}" if part else "") + after


def _section(value: float, code: str) -> str:
    sections = code.split(";")
    for section in sections:
        condition = CONDITION.match(section)
        if condition and getattr(float(value), MEETS[condition[1]])(float(condition[2])):
            return section[condition.end() :]
    return next(section for section in sections if not CONDITION.match(section))


def _filled(tokens: list[str], whole: str) -> str:
    """Digits put into their places from the right; what is left stands at the first place."""
    places = [at for at, token in enumerate(tokens) if token in {"0", "#", "?"}]
    left, put = whole, {}
    for at in reversed(places):
        put[at], left = (left, "") if at == places[0] else (left[-1:], left[:-1])
    said = {at: put[at] or ("0" if tokens[at] == "0" else "") for at in places}
    return "".join(said.get(at, _literal(token)) for at, token in enumerate(tokens) if token != ",")


def _literal(token: str) -> str:
    return token[1:] if token.startswith("\\") else token.strip('"')
