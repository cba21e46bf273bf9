"""The office's own template as it was sent in: a real Word or PowerPoint file of a sane size, or one sentence."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import docx
from pptx import Presentation

from dashboard.exports.template import TemplateError
from dashboard.words import desk, shell

MEGABYTE = 2**20
LARGEST, LARGEST_OPENED = 5, 60
OPENERS = {"docx": docx.Document, "pptx": Presentation}


@dataclass(frozen=True)
class Template:
    """A template that opens; `suffix` is the format it is for."""

    name: str
    suffix: str
    content: bytes


def checked(name: str, content: bytes) -> Template:
    """The template in these bytes. Raises TemplateError with one Vietnamese sentence."""
    suffix = name.rpartition(".")[2].lower()
    refused = TemplateError(desk.BAD_TEMPLATE.format(name=name))
    if suffix not in OPENERS:
        raise refused
    if len(content) > LARGEST * MEGABYTE:
        large = shell.LARGE_FILE.format(most=LARGEST, unit="MB")
        raise TemplateError(desk.LARGE_TEMPLATE.format(name=name, large=large))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_OPENED * MEGABYTE:
                raise refused
        OPENERS[suffix](io.BytesIO(content))
    except TemplateError:
        raise
    except Exception as error:  # the libraries raise many kinds: zip, XML, key and value errors
        raise refused from error
    return Template(name, suffix, content)
