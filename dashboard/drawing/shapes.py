"""The shapes of areas (answers of `boundaries`): whether they are true or schematic."""

from __future__ import annotations

import pandas as pd

SCHEMATIC = "schematic"


def is_schematic(shapes: pd.DataFrame) -> bool:
    """Whether any of them is a cell around a centre instead of a surveyed boundary."""
    return bool(shapes["basis"].eq(SCHEMATIC).any())
