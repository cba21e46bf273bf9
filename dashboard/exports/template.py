"""The office's own template: opened, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dashboard.words import files as words

Opened = TypeVar("Opened")


class TemplateError(Exception):
    """The template is missing, broken or of another kind; one Vietnamese sentence."""


def open_template(opener: Callable[[str], Opened], path: Path) -> Opened:
    """The document or presentation in that file. Raises TemplateError."""
    try:
        return opener(str(path))
    except Exception as error:  # the libraries raise many kinds: zip, XML, key and value errors
        raise TemplateError(words.BAD_TEMPLATE.format(path=path)) from error
