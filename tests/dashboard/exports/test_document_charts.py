"""Charts and pictures of a DOCX, and pictures of a PPTX: native, editable, described, with the page's numbers."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import openpyxl
import pytest
from pptx import Presentation

from dashboard.answers.answers import Answers
from dashboard.exports import pack
from dashboard.exports.picture import Picture
from data_loaders.snapshot import SnapshotRef
from queries.ask import Scope, ask, open_snapshot
from queries.periods import parse
from tests.dashboard.exports.test_files import AT, build

pytestmark = pytest.mark.xdist_group("exports_demo")
EVERYTHING = Scope.everything()
CHARTS = {  # in the order of the agenda
    1: "Biểu đồ cột, kết luận, chỉ đạo của kỳ trước: ",
    2: "Biểu đồ đường từ kỳ IV/23 đến kỳ III/26",
    3: "Biểu đồ cột, đã ở một bước trên 90 ngày: ",
    4: "Biểu đồ cột, vụ việc, đơn chuyển trong kỳ: ",
    5: "Biểu đồ cột, số vụ việc quá hạn: ",
}


@pytest.fixture(scope="module")
def report(demo_ref: SnapshotRef) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(build(demo_ref, "2026-Q3", format="docx")))


def points(chart: str) -> list[list[float]]:
    """The numbers of each series as the XML keeps them."""
    series = re.findall(r"<c:val>.*?</c:val>", chart, flags=re.DOTALL)
    return [[float(number) for number in re.findall(r"<c:v>([^<]+)</c:v>", one)] for one in series]


def in_workbook(report: zipfile.ZipFile, number: int) -> list[list[float]]:
    sheet = openpyxl.load_workbook(io.BytesIO(report.read(f"word/embeddings/chart{number}.xlsx"))).active
    return [[float(cell) for cell in column[1:]] for column in list(sheet.iter_cols(values_only=True))[1:]]


def test_the_charts_hold_the_numbers_of_the_pages_and_so_do_their_workbooks(
    report: zipfile.ZipFile, demo_ref: SnapshotRef
) -> None:
    snapshot = open_snapshot(demo_ref.path)
    flows = ask("quarterly_series", snapshot, EVERYTHING, as_of="2026-09-14")
    areas = ask("area_measures", snapshot, EVERYTHING, start="2026-06-15", end="2026-09-14")
    late = areas.loc[areas["overdue"].gt(0) & areas["name"].notna(), "overdue"].head(10).tolist()
    expected = {2: [flows[name].tolist() for name in ("entered", "resolved", "open_count")], 5: [late]}
    for number, wanted in expected.items():
        assert points(report.read(f"word/charts/chart{number}.xml").decode()) == wanted
        assert in_workbook(report, number) == wanted


def test_word_can_open_the_workbook_behind_a_chart(report: zipfile.ZipFile) -> None:
    for number in CHARTS:
        chart = report.read(f"word/charts/chart{number}.xml").decode()
        link = re.search(r'<c:externalData[^>]* r:id="([^"]+)"', chart)[1]
        links = report.read(f"word/charts/_rels/chart{number}.xml.rels").decode()
        assert re.search(rf'Id="{link}"[^>]*', links) and f"embeddings/chart{number}.xlsx" in links
    types = report.read("[Content_Types].xml").decode()
    assert types.count("drawingml.chart+xml") == len(CHARTS) and "spreadsheetml.sheet" in types


def test_every_chart_is_described(report: zipfile.ZipFile) -> None:
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', report.read("word/document.xml").decode())
    assert len(described) >= len(CHARTS) and all(described)
    assert all(alt.startswith(begins) for alt, begins in zip(described, CHARTS.values(), strict=False))


def test_numbers_in_a_documents_charts_are_written_the_vietnamese_way(report: zipfile.ZipFile) -> None:
    for number in CHARTS:
        chart = report.read(f"word/charts/chart{number}.xml").decode()
        formats = set(re.findall(r'formatCode="([^"]+)"', chart)) | set(re.findall(r"<c:formatCode>([^<]+)<", chart))
        assert all(r"#\.##0" in code for code in formats - {"General"}), formats


def png(width: int, height: int) -> bytes:
    """The smallest true PNG of that size, one grey."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + b"\x99" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_a_picture_stands_in_the_annex_or_on_a_slide_of_its_own(tiny_ref: SnapshotRef, kind: str) -> None:
    picture = Picture("Bản đồ quá hạn", png(60, 40), 60, 40, "Huyện Thử có 03 vụ việc quá hạn")
    made = pack.build(
        Answers(open_snapshot(tiny_ref.path), EVERYTHING),
        parse("2026-Q4"),
        order=pack.Order(kind),
        author="Cán bộ A",
        exported_at=AT,
        pictures=[picture],
    )
    parts = zipfile.ZipFile(io.BytesIO(made))
    kept = [parts.read(name) for name in parts.namelist() if name.endswith(".png")]
    assert picture.png in kept
    if kind == "docx":
        body = parts.read("word/document.xml").decode()
        assert 'descr="Huyện Thử có 03 vụ việc quá hạn"' in body and "w:pageBreakBefore" in body
        return
    slide = next(s for s in Presentation(io.BytesIO(made)).slides if s.shapes.title.text_frame.text == picture.title)
    shape = next(shape for shape in slide.shapes if shape.shape_type == 13)
    assert shape.image.blob == picture.png
    assert shape.width / shape.height == pytest.approx(60 / 40, rel=0.01)
    assert shape.top + shape.height < Presentation(io.BytesIO(made)).slide_height
