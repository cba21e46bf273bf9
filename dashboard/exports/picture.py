"""A picture handed in for a file, as the map of the period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A PNG with its title, its size in pixels and what it shows in words (for who cannot see it).

    `section`: the section of the agenda it stands behind.
    """

    title: str
    png: bytes
    width_px: int
    height_px: int
    alt: str
    section: str = ""

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of the same shape within a box, in the unit of the box."""
        scale = min(width / self.width_px, height / self.height_px)
        return self.width_px * scale, self.height_px * scale


def in_order(pictures: Sequence[Picture], sections: Sequence[str]) -> list[Picture]:
    """As their sections stand, those of no section last."""
    return sorted(
        pictures, key=lambda picture: sections.index(picture.section) if picture.section in sections else len(sections)
    )
