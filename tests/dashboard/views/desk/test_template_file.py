"""A template that is none is refused in one sentence before anything is made of it."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from pptx import Presentation

from dashboard.exports.template import TemplateError
from dashboard.views.desk import template_file
from dashboard.views.desk.template_file import LARGEST, LARGEST_OPENED, MEGABYTE, checked
from dashboard.words import shell


def saved(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def zipped(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b"0" * size)
    return out.getvalue()


@pytest.mark.parametrize(("name", "made"), [("Mẫu.DOCX", docx.Document()), ("mau.pptx", Presentation())])
def test_a_real_template_is_taken(name: str, made: object) -> None:
    template = checked(name, saved(made))
    assert (template.name, template.suffix) == (name, name[-4:].lower())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mau.docx", b"not a template"),
        ("mau.docx", saved(Presentation())),
        ("mau.pptx", saved(docx.Document())),
        ("mau.docx", zipped(10)),
        ("mau.pdf", saved(docx.Document())),
        ("mau", b""),
    ],
    ids=["bytes", "slides as document", "document as slides", "zip", "pdf", "nothing"],
)
def test_anything_else_is_one_sentence(name: str, content: bytes) -> None:
    with pytest.raises(TemplateError) as refused:
        checked(name, content)
    assert name in str(refused.value) and str(refused.value).count(".") >= 1 and "\n" not in str(refused.value)


def test_the_page_and_the_box_to_choose_a_file_refuse_a_large_one_alike() -> None:
    (pattern,) = [pattern for pattern in shell.INSTEAD_OF if pattern.startswith("File must be")]
    of_the_box = re.sub(
        pattern, shell.INSTEAD_OF[pattern].replace("$", "\\"), f"File must be {LARGEST}.0MB or smaller."
    )
    with pytest.raises(TemplateError) as refused:
        checked("mau.docx", b"0" * (LARGEST * MEGABYTE + 1))
    assert str(refused.value) == f"mau.docx: {of_the_box}"


def test_too_large_a_file_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_file, "OPENERS", {"docx": pytest.fail})
    with pytest.raises(TemplateError, match=f"{LARGEST} MB"):
        checked("mau.docx", b"0" * (LARGEST * MEGABYTE + 1))
    with pytest.raises(TemplateError, match=r"mau\.docx"):
        checked("mau.docx", zipped(LARGEST_OPENED * MEGABYTE + 1))
