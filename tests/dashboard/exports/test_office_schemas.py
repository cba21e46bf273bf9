"""What Word, PowerPoint and Excel would repair: the schemas of the Open XML SDK, and what these leave open.

The validator reads elements, attributes, values, relations, unique numbers. Content types, tables whose rows are not as
wide as their grid, numbers of drawings and styles of cells are checked here. Each is proved by a fault planted.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from dashboard.exports import pack
from dashboard.screen import footprints
from data_loaders.snapshot import SnapshotRef
from tests import shown
from tests.dashboard.exports.test_files import build
from tests.dashboard.test_pages import opened

pytestmark = pytest.mark.xdist_group("exports_demo")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
TYPES = "[Content_Types].xml"
OFFICE = ("docx", "pptx", "xlsx")
KINDS = [(form, layout) for form in pack.FORMATS if form in OFFICE
         for layout in (pack.LAYOUTS if form == "docx" else pack.LAYOUTS[:1])]  # fmt: skip
VISITS = [("unit", {}), ("unit", {"dia_ban": "C1"}), ("unit", {"dia_ban": "D1"}), ("unit", {"ma": "X1"}),
          ("unit", {"ma": "CX1"}), ("reception", {"nguoi": "CX1"})]  # fmt: skip
"""Pages of the tiny province, which has no map, on which files stand to be taken, all kinds of units among them."""
LONGEST_NAME = 31
FAULTS = {
    "order": ("docx", "word/document.xml", r"(<w:jc [^>]*/>)(</w:pPr>)", r"\1<w:keepNext/>\2", "Unexpected element"),
    "value": ("docx", "word/document.xml", r'<w:jc w:val="\w+"', '<w:jc w:val="x"', "Invalid value"),
    "attribute": ("docx", "word/document.xml", r'(<wp:docPr [^>]*?)id="\d+"', r"\1", "Required attribute"),
    "relation": ("docx", "word/document.xml", r'(<c:chart [^>]*r:id=")rId\d+', r"\1rId999", "does not exist"),
    "cell": (
        "docx",
        "word/document.xml",
        r"(<w:tc><w:tcPr>.*?</w:tcPr>)<w:p>.*?</w:p></w:tc>",
        r"\1</w:tc>",
        "missing",
    ),
    "axis": ("pptx", r"ppt/charts/chart\d+\.xml", r'axId val="1"', 'axId val="-1"', "less than minimum"),
    "slide": ("pptx", "ppt/presentation.xml", r'(<p:sldId [^>]*?id=")257', r"\g<1>256", "Duplicate slide ID"),
    "shape": ("pptx", "ppt/slides/slide2.xml", r'(<p:cNvPr id=")3', r"\g<1>2", "Duplicate shape ID"),
    "sheet": ("xlsx", "xl/workbook.xml", r'sheetId="2"', 'sheetId="1"', "Duplicate sheetId"),
    "type": ("docx", re.escape(TYPES), r'<Override PartName="/word/charts/chart1.xml"[^>]*/>', "", "no content type"),
    "grid": ("docx", "word/document.xml", r"<w:gridCol [^>]*/>", "", "not as wide as its grid"),
    "columns": ("pptx", r"ppt/slides/slide\d+\.xml", r"<a:gridCol [^>]*(/>|>.*?</a:gridCol>)", "", "not as wide"),
    "drawing": (
        "docx",
        "word/document.xml",
        r'(<wp:docPr [^>]*?id=")(\d+)(".*?<wp:docPr [^>]*?id=")\d+',
        r"\1\2\3\2",
        "the same number",
    ),
    "style": ("xlsx", r"xl/worksheets/sheet2\.xml", r' s="\d+"', ' s="99999"', "no style"),
    "maker": (
        "docx",
        "docProps/core.xml",
        r"<dc:creator ?/?>(</dc:creator>)?",
        "<dc:creator>python-docx</dc:creator>",
        "named as its maker",
    ),
    "program": (
        "pptx",
        "docProps/app.xml",
        r"<Application ?/?>(</Application>)?",
        "<Application>Microsoft Macintosh PowerPoint</Application>",
        "named as its maker",
    ),
    "day": ("docx", "docProps/core.xml", r">\d{4}-(?=[^<]*</dcterms:created>)", ">2013-", "named as its maker"),
    "name": ("xlsx", "xl/workbook.xml", r'(<sheet [^>]*name=")', rf"\1{'x' * LONGEST_NAME}", "name too long"),
}

BESIDE = ("maker", "program", "day", "type", "grid", "columns", "drawing", "style", "name")


def untyped(package: zipfile.ZipFile) -> Iterator[str]:
    """Parts that nothing says the type of beyond that they are XML."""
    types = etree.fromstring(package.read(TYPES))
    named = {each.get("PartName") for each in types if each.get("PartName")}
    rest = {each.get("Extension").lower() for each in types if each.get("Extension")} - {"xml"}
    for name in package.namelist():
        if (
            name != TYPES
            and not name.startswith("customXml/")
            and f"/{name}" not in named
            and name.rpartition(".")[2].lower() not in rest
        ):
            yield f"{name}: no content type"


def uneven(package: zipfile.ZipFile) -> Iterator[str]:
    """Tables with a row whose cells do not fill the grid."""
    for name in package.namelist():
        if re.fullmatch(r"(word/(document|header\d+)|ppt/slides/slide\d+)\.xml", name):
            root = etree.fromstring(package.read(name))
            for table in root.iter(f"{W}tbl", f"{A}tbl"):
                grid = len(list(table.iterfind(f"{W}tblGrid/{W}gridCol"))) + len(
                    list(table.iterfind(f"{A}tblGrid/{A}gridCol"))
                )
                wide = {sum(map(_span, row)) for row in table.iterchildren(f"{W}tr", f"{A}tr")}
                if wide != {grid}:
                    yield f"{name}: a table is not as wide as its grid ({wide}, {grid})"


def _span(cell: etree._Element) -> int:
    """How many columns a cell takes; DrawingML writes those that a cell covers beside it."""
    if cell.tag not in (f"{W}tc", f"{A}tc"):
        return 0
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(f"{W}val")) if span is not None else 1


def drawn_twice(package: zipfile.ZipFile) -> Iterator[str]:
    """Drawings of a document with one number."""
    if "word/document.xml" in package.namelist():
        numbers = [each.get("id") for each in etree.fromstring(package.read("word/document.xml")).iter(DRAWING)]
        yield from {f"{number}: the same number" for number in numbers if numbers.count(number) > 1}


def unstyled(package: zipfile.ZipFile) -> Iterator[str]:
    """Cells of a style that is not there, and names that a sheet cannot have."""
    if "xl/workbook.xml" not in package.namelist():
        return
    known = len(etree.fromstring(package.read("xl/styles.xml")).find(f"{S}cellXfs"))
    for name in package.namelist():
        if name.startswith("xl/worksheets/sheet"):
            used = {int(style) for style in re.findall(rb' s="(\d+)"', package.read(name))}
            yield from (f"{name}: no style {style}" for style in used if style >= known)
    for sheet in etree.fromstring(package.read("xl/workbook.xml")).iter(f"{S}sheet"):
        if len(sheet.get("name")) > LONGEST_NAME:
            yield f"{sheet.get('name')}: name too long"


def signed(package: zipfile.ZipFile) -> list[str]:
    """A maker's name, a program's (a workbook says that it is one), or a day that came with an empty file."""
    facts = package.read("docProps/core.xml").decode() + package.read("docProps/app.xml").decode()
    found = re.findall(r"python-\w+|Canny|Microsoft (?!Excel)\w+|>2013-[^<]*", facts)
    return [f"named as its maker: {name}" for name in found]


def by_schema(path: Path) -> list[str]:
    return [f"{each.part_uri}: {each.description}" for each in OpenXmlValidator().validate(path).errors]


def beside_it(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        return [said for check in (untyped, uneven, drawn_twice, unstyled, signed) for said in check(package)]


def planted(made: bytes, part: str, pattern: str, other: str) -> bytes:
    """The file with one thing changed in the first part that has it."""
    out, is_done = io.BytesIO(), False
    with zipfile.ZipFile(io.BytesIO(made)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in package.namelist():
            content = package.read(name)
            if not is_done and re.fullmatch(part, name):
                text, count = re.subn(pattern, other, content.decode(), count=1)
                content, is_done = text.encode(), bool(count)
            changed.writestr(name, content)
    assert is_done
    return out.getvalue()


@pytest.fixture(scope="module")
def made(demo_ref: SnapshotRef) -> dict[tuple[str, str], bytes]:
    return {kind: build(demo_ref, "2026-Q4", format=kind[0], layout=kind[1]) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_has_anything_to_repair(made, kind, tmp_path):
    path = tmp_path / f"made.{kind[0]}"
    path.write_bytes(made[kind])
    assert by_schema(path) + beside_it(path) == []


def taken(monkeypatch: pytest.MonkeyPatch, with_map: Path) -> dict[str, dict[str, bytes]]:
    """Module of a button → name → the file that it gives, those within an archive among them."""
    found: dict[str, dict[str, bytes]] = defaultdict(dict)
    file = footprints.file

    def kept(name: str, page: str, make: Callable[[], bytes], view: Mapping[str, str] | None = None) -> object:
        frame = sys._getframe(1)
        while not frame.f_globals["__name__"].startswith(("dashboard.views.", "dashboard.screen.sheet")):
            frame = frame.f_back
        if name.endswith((*OFFICE, "zip")):
            found[frame.f_globals["__name__"]][name] = make()
        return file(name, page, make, view)

    monkeypatch.setattr(footprints, "file", kept)
    for folder, page, view in [*((shown.tiny(), *visit) for visit in VISITS), (with_map, "hotspots", {})]:
        monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
        app = opened(page, **view)
        assert not app.exception, app.exception
    return found


def offering() -> set[str]:
    """Modules with a button that gives a file, but of the desk (its files are KINDS) and of figures (CSV)."""
    return {
        f"dashboard.views.{path.parent.name}.{path.stem}"
        for path in (shown.ROOT / "dashboard" / "views").rglob("*.py")
        if "st.download_button(" in path.read_text(encoding="utf-8") and path.parent.name != "desk"
    }


def test_no_file_of_a_page_has_anything_to_repair(demo_ref, monkeypatch, tmp_path):
    found = taken(monkeypatch, demo_ref.path.parent)
    assert set(found) == offering()
    wrong = {}
    for name, content in [each for files in found.values() for each in files.items()]:
        for place, one in enumerate(within(name, content)):
            path = tmp_path / f"{place}-{name if not name.endswith('zip') else 'within.docx'}"
            path.write_bytes(one)
            wrong |= {path.name: said} if (said := by_schema(path) + beside_it(path)) else {}
    assert wrong == {}


def within(name: str, content: bytes) -> list[bytes]:
    """The file itself; of an archive what it holds."""
    if not name.endswith("zip"):
        return [content]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(each) for each in archive.namelist()]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_is_planted_is_found(made, fault, tmp_path):
    kind, part, pattern, other, said = FAULTS[fault]
    path = tmp_path / f"planted.{kind}"
    path.write_bytes(planted(made[kind, "party"], part, pattern, other))
    found = (beside_it if fault in BESIDE else by_schema)(path)
    assert any(said in each for each in found), found
