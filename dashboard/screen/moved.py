"""Addresses that pages had before, and what they mean today: a link that somebody kept finds the view that it named."""

from __future__ import annotations

from collections.abc import Mapping

SLUGS = {"reception": ("so-tiep-cong-dan", "ledger")}
"""Page → addresses that were another page's until that one became a part of it."""
VIEWS: dict[str, dict[str, dict[str, str]]] = {
    "reception": {
        "ledger": {"xem": "posts"},
        "level": {"xem": "groups"},
        "district": {"xem": "groups", "nhom": "district_name"},
        "delegation": {"xem": "groups", "nhom": "deputies"},
        "volume": {"xem": "outcome", "phan": "volume"},
    }
}
"""Page → view of before → the parts of an address that show it today."""
PARTS = {"reception": {"cap": "chuc-vu"}, "trail": {"nguoi": "tai-khoan"}}
"""Page → name of a part before → its name today."""


def meant(page: str, asked: Mapping[str, str]) -> dict[str, str]:
    """What an address of before says in the parts of today; nothing of one that is of today.

    What the address says itself stands, but for the view that has another name.
    """
    said = VIEWS.get(page, {}).get(asked.get("xem", ""), {})
    named = {new: asked[old] for old, new in PARTS.get(page, {}).items() if old in asked}
    return {name: text for name, text in (named | said).items() if name == "xem" or name not in asked}
