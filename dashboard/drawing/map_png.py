"""The map's drawing as a PNG, made here with the page's own font: for slides, reports and pictures."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import resvg_py

from dashboard.drawing import packaged
from dashboard.drawing.theme import FONT_NAME

SHARP = 1.5


@dataclass(frozen=True)
class Image:
    """A PNG and its size in pixels."""

    png: bytes
    width: int
    height: int


def draw(svg: str, *, zoom: float = SHARP) -> Image:
    """The drawing in pixels, `zoom` of them for each of the drawing's own. Asks no host and no system font."""
    made = bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(path) for path in packaged.fonts()],
            font_family=FONT_NAME,
            sans_serif_family=FONT_NAME,
        )
    )
    width, height = struct.unpack(">II", made[16:24])
    return Image(made, width, height)
