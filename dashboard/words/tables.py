"""A table in Vietnamese: its codes and periods in words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.words import bodies, change, codes, figures, headings, locks
from dashboard.words import numbers as vi
from queries.periods import parse

STEP = rf"(?i:({change.RISE}|{change.FALL}) \d.*|{change.UNCHANGED}|{change.NEW}|{change.BOTH_ZERO}|{locks.SAME})"
"""A step as it stands in a cell, with its number."""
NOTHING = f"(?i:{figures.NO_DATA}|{change.NO_BASE})"
"""What stands in the place of a number or step where there are no records."""
USUAL = {
    "evidence": codes.EVIDENCE["usual"],
    "fair_verdict": bodies.VERDICTS["usual"],
    "attention_band": codes.ATTENTION_BANDS["normal"],
    "beyond": codes.NO,
    "is_beyond": codes.NO,
    "lock_difference": locks.SAME,
}
"""Column of a judgement → what is said of most: only what differs from it needs to be read."""
USUAL_SAID = "{heading}: “–” là {usual}"


def in_words(frame: pd.DataFrame, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """The columns asked for (else all but technical ones) with codes put in words; numbers and dates stay."""
    asked = columns or [name for name in frame.columns if name not in headings.TECHNICAL]
    picked = frame[[name for name in asked if name in frame.columns]].copy()
    if "code" in picked and headings.asked(frame) in headings.SERIES:
        picked["code"] = picked["code"].map(lambda code: vi.sentence_case(vi.period(parse(code))))
    for name in picked.columns:
        words = codes.CODED.get(str(name))
        if words:
            picked[name] = picked[name].map(lambda code, words=words: words.get(code, code), na_action="ignore")
        elif pd.api.types.is_bool_dtype(picked[name]):
            picked[name] = picked[name].map({True: codes.YES, False: codes.NO})
    return picked
