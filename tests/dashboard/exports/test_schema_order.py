"""What Word and PowerPoint call damaged: elements out of the order of ECMA-376 (transitional), dead links."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

import pytest
from lxml import etree

from data_loaders.snapshot import SnapshotRef
from tests.dashboard.exports.test_files import build

pytestmark = pytest.mark.xdist_group("exports_demo")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ORDER = {
    f"{W}pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    f"{W}rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign "
    "rtl cs em lang eastAsianLayout specVanish oMath",
    f"{W}tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    f"{W}tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    f"{W}tbl": "tblPr tblGrid tr",
    f"{W}tc": "tcPr p",
    f"{W}sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    f"{C}chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly "
    "dispBlanksAs showDLblsOverMax",
    f"{C}ser": "idx order tx spPr invertIfNegative marker explosion dPt dLbls trendline errBars cat val smooth shape",
    f"{C}dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    f"{C}dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
    "showBubbleSize separator showLeaderLines",
    f"{C}catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset noMultiLvlLbl",
    f"{C}valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits",
    f"{C}legend": "legendPos legendEntry layout overlay spPr txPr",
    f"{C}scaling": "logBase orientation max min",
    f"{A}tcPr": "lnL lnR lnT lnB lnTlToBr lnBlToTr noFill solidFill gradFill blipFill pattFill grpFill",
    f"{A}rPr": "ln noFill solidFill gradFill highlight latin ea cs sym hlinkClick",
    f"{A}pPr": "lnSpc spcBef spcAft buClrTx buClr buSzTx buFontTx buFont buNone buAutoNum buChar buBlip tabLst defRPr",
}
ORDERS = {name: {part: place for place, part in enumerate(parts.split())} for name, parts in ORDER.items()}


def misplaced(xml: bytes) -> list[str]:
    """Elements that the schema does not know in their place."""
    wrong = []
    for element in etree.fromstring(xml).iter():
        order = ORDERS.get(element.tag) if isinstance(element.tag, str) else None
        if order:
            names = [etree.QName(child).localname for child in element if isinstance(child.tag, str)]
            places = [order.get(name, -1) for name in names if name != "extLst"]
            if -1 in places or places != sorted(places):
                wrong.append(f"{etree.QName(element).localname}: {names}")
    return wrong


def dead_links(package: zipfile.ZipFile) -> list[str]:
    """Relations to parts that are not there."""
    names, dead = set(package.namelist()), []
    for name in [name for name in names if name.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in etree.fromstring(package.read(name)):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target"))).lstrip("/")
                dead += [f"{name} -> {target}"] if target not in names else []
    return dead


def test_the_check_itself_finds_what_is_out_of_order() -> None:
    body = f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:jc/><w:pBdr/></w:pPr></w:p>'
    assert misplaced(body.encode()) == ["pPr: ['jc', 'pBdr']"]


@pytest.mark.parametrize(("kind", "layout"), [("docx", "party"), ("docx", "state"), ("pptx", "party")])
def test_every_part_is_in_the_order_of_its_schema(demo_ref: SnapshotRef, kind: str, layout: str) -> None:
    package = zipfile.ZipFile(io.BytesIO(build(demo_ref, "2026-Q4", format=kind, layout=layout)))
    checked = [
        name
        for name in package.namelist()
        if re.search(r"(word|ppt)/(document|header\d+|footer\d+|charts/chart\d+|slides/slide\d+)\.xml$", name)
    ]
    assert len(checked) >= 5
    assert {name: wrong for name in checked if (wrong := misplaced(package.read(name)))} == {}
    assert dead_links(package) == []
