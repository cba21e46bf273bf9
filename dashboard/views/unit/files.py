"""The sheet of the unit to take along, and those of all communes in one file for the officer."""

from __future__ import annotations

import re

import streamlit as st

from dashboard.briefing.area import Area, communes
from dashboard.exports.mark import mark
from dashboard.exports.mime import MIME
from dashboard.exports.word import unit_sheet
from dashboard.screen import viewer
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import the_unit
from dashboard.words import numbers as vi
from dashboard.words import unit as words

ONE, ALL = "phieu-{code}-{file}.docx", "phieu-dia-ban-{file}.zip"


def show(page: Page, chosen: Filters) -> None:
    """One sheet, for roles that take files of a page."""
    if viewer.may_take("ledger"):
        unit = the_unit(page, chosen)
        name = ONE.format(code=re.sub(r"[^\w.-]", "-", unit.sheet_of[0]), file=chosen.file_part)
        stamp = mark(page.snapshot, chosen)
        st.download_button(
            words.FILE,
            page.told(name, lambda: unit_sheet.document(unit, mark=stamp)),
            file_name=name,
            mime=MIME["docx"],
            icon=":material/download:",
            on_click="ignore",
            key="unit-sheet",
        )


def every(page: Page, chosen: Filters) -> None:
    """The sheets of every commune, made when asked for: whoever prepares the meeting takes them all."""
    found = communes(page.answers)
    if not (found and viewer.may_take("briefing")):
        return
    name = ALL.format(file=chosen.file_part)
    stamp = mark(page.snapshot, chosen)
    areas = [
        (ONE.format(code=code, file=chosen.file_part), Area(page.answers, code, vi.place(place), chosen.params()))
        for code, place in found
    ]
    st.download_button(
        words.FILES.format(count=vi.count(len(found))),
        page.told(name, lambda: unit_sheet.pack(areas, mark=stamp)),
        file_name=name,
        mime="application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
        key="unit-sheets",
    )
