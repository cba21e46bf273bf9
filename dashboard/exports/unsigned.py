"""What a new document or presentation says of itself: the moment of its data, and neither a person nor a program."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from data_loaders.settings import LOCAL


def unsigned(made: Any, at: dt.datetime) -> None:
    """Takes away what came with the empty file: its maker, its days, the program.

    Args:
        made: a docx document or a pptx presentation.
        at: when the data were taken, in the province's time.
    """
    facts = made.core_properties
    facts.author = facts.last_modified_by = facts.title = facts.comments = ""
    facts.created = facts.modified = at.replace(tzinfo=LOCAL).astimezone(dt.UTC)
    program = made.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    program._blob = re.sub(rb"(<Application>)[^<]*", rb"\1", program.blob)
