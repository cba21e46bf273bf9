"""A drawing within the page that shows it."""

from __future__ import annotations

from base64 import b64encode


def source(svg: str) -> str:
    """The address of an image that is the drawing itself: whatever is written in it, nothing of it can run."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
