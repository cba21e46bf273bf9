"""What drove a change: the areas and fields that moved the same way, by how many."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.facts.contributions import contributions
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words import phrases as say

MEASURES = {
    "entered": ("entered_dossiers", "số vụ việc thụ lý"),
    "resolved": ("resolved_dossiers", "số vụ việc đã giải quyết"),
    "open_count": ("open_dossiers", "số vụ việc tồn"),
}
NAMED = 3


def sentences(material: Material) -> list[tuple[str, str]]:
    """One sentence for each of the three figures that changed by more than chance explains."""
    return [(name, _driven(material, name)) for name in MEASURES]


def _driven(material: Material, measure: str) -> str:
    metric, noun = MEASURES[measure]
    step, answer = material.steps_previous[metric], material.tables["contributions"]
    if step.wording == "unknown" or not step.absolute or step.noise or answer.empty:
        return ""
    names = material.tables["areas"].dropna(subset=["name"]).set_index("area_code")["name"].to_dict()
    parts = [
        _named(contributions(answer, part="area", measure=measure), names, up=step.absolute > 0),
        _named(contributions(answer, part="field", measure=measure), codes.FIELDS, up=step.absolute > 0),
    ]
    verb, against = "tăng" if step.absolute > 0 else "giảm", say.before(material.windows.now)
    lead = f"{noun} {verb} {vi.prose_count(abs(step.absolute))} vụ việc so với {against}"
    found = [text for text in parts if text]
    return f"{lead}, nhiều nhất là {'; theo lĩnh vực là '.join(found)}" if len(found) == 2 else ""


def _named(rows: pd.DataFrame, names: dict[str, str], *, up: bool) -> str:
    same = rows[(rows["change"] > 0) == up]
    same = same[(same["change"] != 0) & same["code"].isin(list(names))].head(NAMED)
    return ", ".join(
        f"{names[code]} ({vi.prose_count(base)} → {vi.prose_count(now)} vụ việc)"
        for code, now, base in zip(same["code"], same["now"], same["base"], strict=True)
    )
