"""Text in one form: composed (NFC), without characters that nobody sees, every kind of blank an ordinary one."""

from __future__ import annotations

import unicodedata

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

UNREADABLE = "\ufffd"
"""What stands for bytes that are no text in the encoding that was declared."""

_BLANK = r"[\t\n\r\x{0b}\x{0c}\x{85}\p{Z}\x{2800}\x{3164}\x{ffa0}\x{115f}\x{1160}]+"
_INVISIBLE = r"[\p{Cf}\p{Cc}\x{034f}\x{180b}-\x{180f}\x{fe00}-\x{fe0f}\x{17b4}\x{17b5}]"


def tidy(values: pa.Array) -> pa.Array:
    """Texts in one form, without surrounding blanks; an empty one is a missing one."""
    texts = pc.cast(values, pa.string())
    if not _is_plain(texts):
        encoded = texts.dictionary_encode()
        texts = _one_form(encoded.dictionary).take(encoded.indices)
    trimmed = pc.utf8_trim_whitespace(texts)
    empty = pc.equal(trimmed, "")
    return pc.if_else(empty, pa.scalar(None, pa.string()), trimmed) if pc.any(empty).as_py() else trimmed


def _is_plain(texts: pa.StringArray) -> bool:
    """Whether the texts are of nothing but printable ASCII signs."""
    _, offsets, signs = texts.buffers()
    if not len(texts) or signs is None:
        return True
    first, last = np.frombuffer(offsets, np.int32)[[texts.offset, texts.offset + len(texts)]]
    used = np.frombuffer(signs, np.uint8)[first:last]
    return not used.size or bool(used.min() >= ord(" ") and used.max() <= ord("~"))


def _one_form(texts: pa.Array) -> pa.Array:
    """Invisible characters go before composing: one between a letter and its mark would keep them apart."""
    blanks = pc.replace_substring_regex(texts, _BLANK, " ")
    return pc.utf8_normalize(pc.replace_substring_regex(blanks, _INVISIBLE, ""), form="NFC")


def heading(name: object) -> str:
    """A column's or table's name as it is compared: tidy and in lower case; a missing one is empty."""
    (text,) = tidy(pa.array(["" if name is None else str(name).encode("utf-8", "replace").decode()])).to_pylist()
    return unicodedata.normalize("NFC", (text or "").strip("'\" ").lower())


def readable(values: pa.Array) -> pa.Array:
    """Texts whose bytes may be of another encoding: what is no UTF-8 becomes UNREADABLE signs."""
    try:
        values.validate(full=True)
    except pa.ArrowInvalid:
        raw = values.cast(pa.binary()).to_pylist()
        return pa.array([None if part is None else part.decode("utf-8", "replace") for part in raw], pa.string())
    return values
