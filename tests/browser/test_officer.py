"""From the app's address to a checked pack in hand, as an officer with a tablet does it: every click is counted."""

from __future__ import annotations

import re
import time

import docx
import pytest
from playwright.sync_api import expect

from dashboard.words import desk
from tests.browser import frame
from tests.browser.conftest import Visit
from tests.browser.test_pages import CONTROLS, CUT, ENGLISH, SIDEWAYS, SMALL
from tests.browser.waiting import eventually, left

NOTE = "Đề nghị Chánh Thanh tra tỉnh báo cáo thêm tại buổi giao ban"
NUMBER = re.compile(r"\d[\d.,/]*\d|\d")
FIRST = "[data-row='summary.headline']"
OPTIONS = ".st-key-briefing-options summary"

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]


class Officer:
    """One who clicks and writes; `clicks` counts every tap."""

    def __init__(self, tab: Visit) -> None:
        self.tab, self.page, self.clicks = tab, tab.page, 0

    def click(self, selector: str) -> None:
        self.page.locator(selector).click()
        self.clicks += 1

    def choose(self, box: str, option: str) -> None:
        """Opens the list again where the page was still being drawn and closed it."""
        self.tab.settle()
        found = self.page.locator(option)
        eventually(self.page, lambda: found.is_visible() or self.page.locator(box).click())
        found.click()
        self.clicks += 2

    def write(self, selector: str, text: str) -> None:
        self.click(selector)
        self.page.locator(selector).fill(text)


def key(name: str) -> str:
    return f".st-key-{name.replace('.', '-')}"


def row(name: str) -> str:
    """A sentence to be read, which a tap opens."""
    return f"[data-row='{name}']"


def below(texts, heading):
    """The place of the paragraph below a numbered heading."""
    return next(place for place, text in enumerate(texts, start=1) if re.fullmatch(rf"[\dIVX]+[.-] {heading}", text))


def test_from_opening_the_app_to_a_word_file(visit, tmp_path):
    tab = visit(1024, 768, touch=True)
    started = time.monotonic()
    page = tab.open("giao-ban?ky=2026-Q3")
    officer = Officer(tab)
    first = page.locator(FIRST).text_content()
    awaiting, opening = (page.locator(row(name)).inner_text() for name in ("backlog.awaiting", "backlog.open"))
    count = int(re.search(r"(\d+) câu", page.locator(".headline").inner_text())[1])

    officer.click(row("backlog.awaiting"))
    officer.click(f"{key('briefing-drop-backlog.awaiting')} button")
    expect(page.locator(".headline")).to_contain_text(f"{count - 1} câu")
    expect(page.locator(f"{row('backlog.awaiting')} del")).to_have_text(awaiting)
    officer.click(row("backlog.open"))
    expect(page.locator("[class*='st-key-briefing-text-'] textarea")).to_have_value(opening)
    assert page.evaluate(frame.CONTROLS) <= CONTROLS
    officer.choose("[class*='st-key-briefing-place-'] input", f"[role=option]:has-text('{desk.LAST}')")
    tab.settle()  # until the run has ended the field of the sentence's old place stands beside the new one
    expect(page.locator("[class*='st-key-briefing-note-'] textarea")).to_have_count(1)
    officer.write("[class*='st-key-briefing-note-'] textarea", NOTE)
    tab.save("officer-sentences")

    officer.click("[data-testid='stButtonGroup'] button:has-text('3.')")
    expect(page.get_by_text(desk.CHECKS)).to_be_visible()
    expect(page.locator(".headline-more, .notice").filter(has_text="Đã đối chiếu 25 biểu")).to_be_visible()
    officer.write(f"{key('briefing-author')} input", "Trần Thị B, Văn phòng Tỉnh ủy")
    officer.click(f"{key('briefing-make-docx')} button")
    ready = page.locator(f"{key('briefing-get-docx')} button")
    expect(ready).to_contain_text("giao-ban-2026-Q3-thanh-tra.docx")
    assert re.search(r"\(\d+ kB\)", ready.inner_text())
    with page.expect_download() as download:
        officer.click(f"{key('briefing-get-docx')} button")
    download.value.save_as(tmp_path / download.value.suggested_filename)
    seconds = time.monotonic() - started
    tab.save("officer-files")

    texts = [
        paragraph.text for paragraph in docx.Document(str(tmp_path / "giao-ban-2026-Q3-thanh-tra.docx")).paragraphs
    ]
    assert any(NOTE in text for text in texts)
    assert awaiting not in texts
    assert any("Trần Thị B, Văn phòng Tỉnh ủy" in text for text in texts)
    paragraph = texts[below(texts, "Khái quát")]
    assert NUMBER.findall(paragraph) == NUMBER.findall(first) and NUMBER.findall(first)
    assert opening in texts and texts[below(texts, "Tồn đọng, quá hạn")] != opening
    assert (tab.foreign, tab.errors) == ([], [])
    assert NOTE[:6] not in page.url
    assert officer.clicks <= 10
    print(f"{officer.clicks} clicks, {seconds:.1f} seconds")


@pytest.mark.parametrize("size", [(1024, 768), (820, 1180), (1920, 1080)], ids=str)
def test_the_view_of_the_files_at_every_size(visit, size):
    tab = visit(*size)
    page = tab.open("giao-ban?ky=2026-Q3&xem=files")
    page.locator(OPTIONS).click()
    eventually(page, lambda: page.locator(".stFileUploader button").first.is_visible())
    tab.save(f"briefing-files-{size[0]}")
    assert left(page, SIDEWAYS) == []
    assert [cut for cut in page.evaluate(CUT) if cut] == []  # the hidden field of the uploader is empty
    assert [found for found in page.evaluate(SMALL) if 'type="file"' not in found[1]] == []
    text = page.locator(".stMain").inner_text()
    assert [word for word in (*ENGLISH, "Upload", "Browse", "Drag") if word in text] == []
    assert (tab.foreign, tab.errors) == ([], [])


def test_a_template_that_is_none_is_refused_in_one_sentence(visit, tmp_path):
    tab = visit(1024, 768)
    page = tab.open("giao-ban?ky=2026-Q3&xem=files")
    page.locator(OPTIONS).click()
    wrong = tmp_path / "mau.docx"
    wrong.write_bytes(b"not a template")
    page.locator(".stFileUploader input[type=file]").set_input_files(wrong)
    expect(page.get_by_text(desk.BAD_TEMPLATE.format(name="mau.docx"))).to_be_visible(timeout=60_000)
    tab.save("briefing-template-refused")
    own = docx.Document()
    own.add_paragraph("VĂN PHÒNG TỈNH ỦY – {{KY}}")
    own.save(tmp_path / "mau-moi.docx")
    page.locator("[data-testid='stFileChipDeleteBtn'] button").click()
    expect(page.get_by_text(desk.BAD_TEMPLATE.format(name="mau.docx"))).to_have_count(0)
    page.locator(".stFileUploader input[type=file]").set_input_files(tmp_path / "mau-moi.docx")
    expect(page.locator("[data-testid='stFileChip']")).to_be_visible()
    page.locator(f"{key('briefing-author')} input").fill("Trần Thị B")
    page.locator(f"{key('briefing-make-docx')} button").click()
    ready = page.locator(f"{key('briefing-get-docx')} button")
    expect(ready).to_be_visible(timeout=90_000)
    with page.expect_download() as download:
        ready.click()
    download.value.save_as(tmp_path / "made.docx")
    assert docx.Document(str(tmp_path / "made.docx")).paragraphs[0].text == "VĂN PHÒNG TỈNH ỦY – Quý III/2026"
    assert (tab.foreign, tab.errors) == ([], [])
