"""Places as they were recorded at the time: units of their day, nothing carried over. There are no shapes for them."""

from __future__ import annotations

from typing import Any

from dashboard import format as vi
from dashboard import sentences, terms
from dashboard.filters import Filters
from dashboard.hotspots import where
from dashboard.hotspots.where import Where
from dashboard.page import Page

COLUMNS = ["name", "commune_name", "district_name", "open_count", "overdue", "over_180", "entered"]


def show(page: Page, chosen: Filters, looked: Where, *, head: Any, bar: Any) -> None:
    """The list, and what has no place."""
    with bar:
        where.select(page, looked)
    rows = page.ask("recorded_areas", **chosen.params() | {"area": looked.area})
    named = rows[rows["name"].notna()]
    named.attrs["few"] = rows.attrs.get("few", {})
    with head:
        if named.attrs["few"]:
            page.headline(terms.FEW_NOTE)
        else:
            counted = named.assign(count=named["open_count"])
            place, until = (page.filters or chosen).place, vi.date(chosen.as_of)
            page.headline(sentences.hotspots(counted, measure=terms.MAP_NOUNS["open_count"], place=place, until=until))
    page.note(terms.MAP_RECORDED_NOTE)
    lost = int(rows.loc[rows["name"].isna(), "open_count"].sum())
    if lost:
        page.note(terms.MAP_RECORDED_NOWHERE.format(count=vi.prose_count(lost)))
    page.table(named, title=terms.MAP_RECORDED, metric="open_dossiers", columns=COLUMNS, rows=14)
