"""Một vụ việc: the path of one matter, found by its number."""

import streamlit as st

from dashboard.facts.small_cells import SECRET_KIND
from dashboard.screen import choice, footprints, links
from dashboard.screen.page import open_page
from dashboard.views import dossier as view
from dashboard.words import dossier as words

page = open_page("dossier")
head = st.container(gap=None)
number = choice.text(links.NUMBER, label=words.NUMBER)
matter = view.found(page, number) if number else None
if matter is None:
    with head:
        if number:
            page.headline(words.UNKNOWN.format(number=number), words.ASK_MORE)
        else:
            page.headline(words.ASK, f"{words.EXAMPLE} {words.ASK_MORE}")
else:
    footprints.looked_at(page.key, {links.NUMBER: number})
    with head:
        page.headline(words.headline(matter), words.facts(matter))
    if matter["kind"] == SECRET_KIND:
        page.note(words.NOT_TOLD)
    view.show(page, matter)
