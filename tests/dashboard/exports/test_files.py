"""DOCX and PPTX opened again: layouts, stamps, native charts in Vietnamese writing, every number that of the pages."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pptx import Presentation
from pptx.util import Inches

from dashboard.answers.answers import Answers
from dashboard.briefing import Note, compose, gather
from dashboard.exports import pack
from dashboard.exports.template import TemplateError
from data_loaders.snapshot import SnapshotRef
from queries.ask import Scope, ask, open_snapshot
from queries.periods import parse

pytestmark = pytest.mark.xdist_group("exports_demo")
EVERYTHING = Scope.everything()
AT = dt.datetime(2026, 11, 22, 9, 0)  # noqa: DTZ001


def build(ref: SnapshotRef, code: str, **order: object) -> bytes:
    return pack.build(
        Answers(open_snapshot(ref.path), EVERYTHING),
        parse(code),
        order=pack.Order(**order),
        author="Cán bộ A",
        exported_at=AT,
    )


def texts_of_docx(made: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


@pytest.fixture(scope="module")
def deck(demo_ref: SnapshotRef) -> bytes:
    return build(demo_ref, "2026-Q3", format="pptx")


def texts_of_pptx(made: bytes) -> list[str]:
    found = []
    for slide in Presentation(io.BytesIO(made)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found += [paragraph.text for paragraph in shape.text_frame.paragraphs]
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def paragraphs(container: object) -> list[tuple[str, float, bool]]:
    """Text, size and weight of each paragraph, those of cells too, in the order of the document."""
    found = [Paragraph(each, None) for each in container.element.body.iter(qn("w:p"))]
    return [
        (one.text, one.runs[0].font.size.pt, bool(one.runs[0].bold)) for one in found if one.runs and one.text.strip()
    ]


PARTY = [
    ("TỈNH ỦY MẪU", 14, True),
    ("*", 14, False),
    ("Số        -BC/TU", 14, False),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True),
    ("Mẫu, ngày      tháng 11 năm 2026", 14, False),
    ("BÁO CÁO", 16, True),
    ("tình hình tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh quý IV/2026", 14, True),
    ("-----", 14, False),
    ("Số liệu tính từ ngày 15/09/2026 đến ngày 22/11/2026.", 14, False),
    ("I- TÌNH HÌNH, KẾT QUẢ", 14, True),
    ("1- Thực hiện kết luận, chỉ đạo của kỳ trước", 14, True),
]
STATE = [
    ("ỦY BAN NHÂN DÂN", 13, True),
    ("TỈNH MẪU", 13, True),
    ("Số:        /BC-UBND", 13, False),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True),
    ("Độc lập - Tự do - Hạnh phúc", 14, True),
    ("Mẫu, ngày      tháng 11 năm 2026", 14, False),
    ("BÁO CÁO", 14, True),
    ("Tình hình tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh quý IV/2026", 14, True),
    ("Số liệu tính từ ngày 15/09/2026 đến ngày 22/11/2026.", 14, False),
    ("I. TÌNH HÌNH, KẾT QUẢ", 14, True),
    ("1. Thực hiện kết luận, chỉ đạo của kỳ trước", 14, True),
]
FEET = {
    "party": [("T/M BAN THƯỜNG VỤ", 14, True), ("PHÓ BÍ THƯ", 14, False), ("(Họ và tên)", 14, True)],
    "state": [
        *(("TM. ỦY BAN NHÂN DÂN", 14, True), ("KT. CHỦ TỊCH", 14, True), ("PHÓ CHỦ TỊCH", 14, True)),
        ("(Họ và tên)", 14, True),
    ],
}


@pytest.mark.parametrize(("layout", "head"), [("party", PARTY), ("state", STATE)])
def test_both_layouts_are_those_of_the_two_rules(tiny_ref: SnapshotRef, layout: str, head: list) -> None:
    """Head, sections and foot with their sizes: Hướng dẫn 36-HD/VPTW, Phụ lục 3; Nghị định 30/2020/NĐ-CP, Phụ lục I."""
    document = docx.Document(io.BytesIO(build(tiny_ref, "2026-Q4", format="docx", layout=layout)))
    found = paragraphs(document)
    assert [(text.replace("\u00a0", " "), *look) for text, *look in found[: len(head)]] == head
    texts = [text for text, *_ in found]
    mark = "- " if layout == "party" else ". "
    parts = [text for text in texts if re.match(rf"(I|II|III|IV){mark}[A-ZĐÀ-Ỹ]", text)]
    assert parts == [
        f"I{mark}TÌNH HÌNH, KẾT QUẢ",
        f"II{mark}NHẬN XÉT, ĐÁNH GIÁ",
        f"III{mark}NGUYÊN NHÂN",
        f"IV{mark}KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    signer = texts.index(FEET[layout][0][0])
    assert found[signer : signer + len(FEET[layout])] == FEET[layout]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert (round(document.sections[0].page_width.cm), round(document.sections[0].left_margin.cm)) == (21, 3)


@pytest.mark.parametrize(
    ("layout", "lengths"),
    [("party", {"ĐẢNG CỘNG SẢN VIỆT NAM": 6.5}), ("state", {"TỈNH MẪU": 1.8, "Độc lập - Tự do - Hạnh phúc": 5.7})],
)
def test_the_rules_are_as_long_as_the_two_rules_say(tiny_ref: SnapshotRef, layout: str, lengths: dict) -> None:
    """Below the Party's name and the tiêu ngữ as long as they are at their size; below an issuer a part of it."""
    document = docx.Document(io.BytesIO(build(tiny_ref, "2026-Q4", format="docx", layout=layout)))
    found = {}
    for cell in document.tables[0].rows[0].cells:
        for text, line in itertools.pairwise(cell.paragraphs):
            if line._p.pPr.find(qn("w:pBdr")) is not None:
                aside = line.paragraph_format.left_indent.cm + line.paragraph_format.right_indent.cm + 2 * 0.19
                found[text.text] = pytest.approx(cell.width.cm - aside, abs=0.05)
    assert found == lengths


@pytest.mark.parametrize("layout", ["party", "state"])
def test_only_the_annex_after_the_signature_says_what_a_machine_knows(demo_ref: SnapshotRef, layout: str) -> None:
    document = docx.Document(io.BytesIO(build(demo_ref, "2026-Q3", format="docx", layout=layout)))
    signed, annex = document.element.xml.split(">PHỤ LỤC<")
    for known in ("nguồn: ", "Người xuất", "cập nhật lúc", "chưa chốt", "<w:drawing"):
        assert known not in signed and known in annex
    assert "sqlite" not in document.element.xml
    assert signed.index("(Họ và tên)") > signed.index("KIẾN NGHỊ, ĐỀ XUẤT")
    assert signed.count('w:leader="dot"') == 7
    section = document.sections[0]
    assert not any(line.text for foot in (section.footer, section.first_page_footer) for line in foot.paragraphs)
    assert "Người xuất: Cán bộ A" in document.core_properties.comments
    texts = {cell.text for table in document.tables[1:] for row in table.rows for cell in row.cells}
    numbers = [
        cell.paragraphs[0].alignment
        for table in document.tables[2:]
        for row in table.rows[1:]
        for cell in row.cells[1:]
        if re.fullmatch(r"[\d.,]+%?", cell.text)
    ]
    assert texts and numbers and set(numbers) == {WD_ALIGN_PARAGRAPH.RIGHT}


def test_the_report_says_what_the_text_says(demo_ref: SnapshotRef) -> None:
    snapshot = open_snapshot(demo_ref.path)
    wanted = [sentence.text for sentence in compose(gather(Answers(snapshot, EVERYTHING), parse("2026-Q3")))]
    found = texts_of_docx(build(demo_ref, "2026-Q3", format="docx"))
    assert [text for text in found if text in wanted] == wanted


def test_every_page_and_slide_is_marked(tiny_ref: SnapshotRef, deck: bytes) -> None:
    document = docx.Document(io.BytesIO(build(tiny_ref, "2026-Q4", format="docx")))
    section = document.sections[0]
    for header in (section.header, section.first_page_header):
        assert any("Lưu hành nội bộ" in paragraph.text for paragraph in header.paragraphs)
    for slide in Presentation(io.BytesIO(deck)).slides:
        text = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert "Lưu hành nội bộ" in text and "cập nhật lúc" in text


def test_charts_are_native_and_hold_the_numbers_of_the_pages(deck: bytes, demo_ref: SnapshotRef) -> None:
    presentation = Presentation(io.BytesIO(deck))
    assert (presentation.slide_width, presentation.slide_height) == (Inches(13.333), Inches(7.5))
    charts = [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) >= 5
    snapshot = open_snapshot(demo_ref.path)
    visits = ask("reception_series", snapshot, EVERYTHING, as_of="2026-09-14")["visits"].tolist()
    flows = ask("quarterly_series", snapshot, EVERYTHING, as_of="2026-09-14")
    areas = ask("area_measures", snapshot, EVERYTHING, start="2026-06-15", end="2026-09-14")
    shown = [[list(series.values) for series in chart.plots[0].series] for chart in charts]
    assert [visits] in shown
    assert [flows["entered"].tolist(), flows["resolved"].tolist()] in shown
    assert [areas.loc[areas["overdue"].gt(0) & areas["name"].notna(), "overdue"].head(10).tolist()] in shown


def test_numbers_in_charts_are_written_the_vietnamese_way(deck: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(deck)) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if re.match(r"ppt/charts/chart\d+\.xml", name)]
        assert any(name.startswith("ppt/embeddings/") for name in parts.namelist())
    assert charts
    for chart in charts:
        formats = set(re.findall(r'formatCode="([^"]+)"', chart)) | set(re.findall(r"<c:formatCode>([^<]+)<", chart))
        assert all(r"#\.##0" in code or "%" in code for code in formats - {"General"}), formats


def test_slides_go_from_what_was_concluded_to_what_to_conclude_under_short_titles(deck: bytes) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(deck)).slides]
    assert 5 <= len(titles) <= 30
    assert titles[-1] == "Việc cần kết luận"
    assert titles[1].startswith("Trong quý II/2026 đã kết luận")
    assert max(len(title.split()) for title in titles) <= 36


def test_a_sentence_that_few_lines_hold_stands_over_its_table_and_not_alone_on_a_slide(deck: bytes) -> None:
    (slide,) = [
        slide
        for slide in Presentation(io.BytesIO(deck)).slides
        if any(shape.has_text_frame and "hạn lâu nhất" in shape.text_frame.text for shape in slide.shapes)
    ]
    (table,) = [shape for shape in slide.shapes if shape.has_table]
    (told,) = [shape for shape in slide.shapes if shape.has_text_frame and "hạn lâu nhất" in shape.text_frame.text]
    assert told.top + told.height <= table.top
    rows = [[cell.text_frame for cell in row.cells] for row in table.table.rows]
    aligned = {(place, frame.paragraphs[0].alignment) for row in rows for place, frame in enumerate(row)}
    assert len(aligned) == len(rows[0]), "a heading stands otherwise than its column"


@pytest.mark.parametrize("code", ["2026-Q3", "2026-Q4"])
def test_every_sentence_stands_on_a_slide_once_in_its_section(demo_ref: SnapshotRef, code: str) -> None:
    answers = Answers(open_snapshot(demo_ref.path), EVERYTHING)
    material = gather(answers, parse(code))
    order = pack.Order("pptx")
    made = pack.build(answers, parse(code), order=order, author="A", exported_at=AT, material=material)
    told = [text.removeprefix("• ") for text in texts_of_pptx(made)]
    said = [sentence.text for sentence in compose(material)]
    assert {text: told.count(text) for text in said} == dict.fromkeys(said, 1)


def test_every_number_on_a_slide_is_in_the_briefing_or_the_figures(deck: bytes, demo_ref: SnapshotRef) -> None:
    material = gather(Answers(open_snapshot(demo_ref.path), EVERYTHING), parse("2026-Q3"))
    known = {sentence.text for sentence in compose(material)}
    long = [text.removeprefix("• ") for text in texts_of_pptx(deck) if len(text) > 60 and "cập nhật lúc" not in text]
    sentences = [text for text in long if text.endswith(".") and re.search(r"\d", text)]
    assert sentences
    assert all(text in known or "so sánh" in text or "Cùng kỳ" in text for text in sentences)


def test_the_map_of_overdue_matters_has_a_slide_and_says_in_words_what_it_shows(
    deck: bytes, demo_ref: SnapshotRef
) -> None:
    pictures = [
        shape for slide in Presentation(io.BytesIO(deck)).slides for shape in slide.shapes if shape.shape_type == 13
    ]
    (picture,) = pictures
    window = {"start": "2026-06-15", "end": "2026-09-14", "division": "district"}
    areas = ask("area_measures", open_snapshot(demo_ref.path), EVERYTHING, **window)
    most = areas[areas["name"].notna()].sort_values(["overdue", "area_code"], ascending=[False, True]).iloc[0]
    assert f"{most['name']} (cũ) {most['overdue']}" in picture._element.nvPicPr.cNvPr.get("descr")


def test_the_officers_notes_stand_in_every_format(tiny_ref: SnapshotRef) -> None:
    note = Note(notes={"backlog.open": "Đề nghị Thanh tra báo cáo"})
    assert any(
        "Đề nghị Thanh tra" in text for text in texts_of_docx(build(tiny_ref, "2026-Q4", format="docx", note=note))
    )
    assert any(
        "Đề nghị Thanh tra" in text for text in texts_of_pptx(build(tiny_ref, "2026-Q4", format="pptx", note=note))
    )


def test_the_offices_own_templates(tiny_ref: SnapshotRef, tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("VĂN PHÒNG TỈNH ỦY – {{KY}}")
    own.add_paragraph("{{NOI_DUNG}}")
    own.add_paragraph("Cuối mẫu")
    own.save(tmp_path / "mau.docx")
    texts = texts_of_docx(build(tiny_ref, "2026-Q4", format="docx", template=tmp_path / "mau.docx"))
    assert texts[0] == "VĂN PHÒNG TỈNH ỦY – Quý IV/2026"
    inside = texts[: texts.index("Cuối mẫu")]
    assert any("vụ việc" in text for text in inside) and "{{NOI_DUNG}}" not in inside
    master = Presentation()
    master.slide_width, master.slide_height = Inches(10), Inches(5.625)
    master.slides.add_slide(master.slide_layouts[0]).shapes.title.text = "trang mẫu"
    master.save(tmp_path / "mau.pptx")
    made = Presentation(io.BytesIO(build(tiny_ref, "2026-Q4", format="pptx", template=tmp_path / "mau.pptx")))
    assert made.slide_width == Inches(10)
    assert "trang mẫu" not in [slide.shapes.title.text_frame.text for slide in made.slides]


@pytest.mark.parametrize("suffix", ["docx", "pptx"])
def test_a_broken_template_is_one_sentence(tiny_ref: SnapshotRef, tmp_path: Path, suffix: str) -> None:
    broken = tmp_path / f"mau.{suffix}"
    broken.write_bytes(b"not a template")
    with pytest.raises(TemplateError, match="không mở được"):
        build(tiny_ref, "2026-Q4", format=suffix, template=broken)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_them(demo_ref: SnapshotRef, deck: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(deck)
    (tmp_path / "a.docx").write_bytes(build(demo_ref, "2026-Q3", format="docx"))
    for name in ("a.pptx", "a.docx"):
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", str(tmp_path), name], cwd=tmp_path, check=True, timeout=900, capture_output=True
        )
        assert (tmp_path / "a.pdf").stat().st_size > 10_000
        (tmp_path / "a.pdf").unlink()
