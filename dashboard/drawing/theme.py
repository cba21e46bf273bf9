"""One calm palette, one colour a meaning; light and dark.

Colours of marks keep at least 3:1 to both backgrounds, texts 4.5:1 (a test measures it). Attention and volume are
sequences in one hue that stay in order for every kind of colour blindness and in greyscale.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT_NAME = "Be Vietnam Pro"
FONT = f"{FONT_NAME}, Segoe UI, Roboto, sans-serif"


@dataclass(frozen=True)
class Palette:
    """Colours of one mode, named by what they mean."""

    background: str
    panel: str
    text: str
    quiet: str
    line: str
    volume: str
    volume_quiet: str
    bad: str
    soon: str
    good: str
    delegated: str
    suspended: str
    unknown: str
    none: str
    attention: tuple[str, str, str, str, str]
    hatch: str


LIGHT = Palette(
    background="#ffffff",
    panel="#f3f5f7",
    text="#1d2733",
    quiet="#566170",
    line="#d5dbe2",
    volume="#4a7fb0",
    volume_quiet="#7f8f9f",
    bad="#c9501c",
    soon="#b07d12",
    good="#23876a",
    delegated="#7d68b0",
    suspended="#4f8fa6",
    unknown="#7c8591",
    none="#e6eaee",
    attention=("#fff1c9", "#fdcf80", "#f59b3f", "#d3601c", "#8f330a"),
    hatch="#9aa3ae",
)
DARK = Palette(
    background="#12171d",
    panel="#1c232b",
    text="#e8ecf1",
    quiet="#aeb8c4",
    line="#36414d",
    volume="#6b9fcf",
    volume_quiet="#8494a4",
    bad="#e2703f",
    soon="#d2a23c",
    good="#3fae8b",
    delegated="#9d89cf",
    suspended="#7fb6ca",
    unknown="#8b95a1",
    none="#29323c",
    attention=("#fff1c9", "#fdcf80", "#f59b3f", "#d3601c", "#8f330a"),
    hatch="#6d7885",
)

CLOCK_COLOURS = {
    "overdue": "bad",
    "due_soon": "soon",
    "in_time": "good",
    "suspended": "suspended",
    "no_limit": "unknown",
}


def palette(*, dark: bool) -> Palette:
    return DARK if dark else LIGHT


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    bright, dim = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)
