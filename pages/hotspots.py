"""Bản đồ điểm nóng: where unresolved work piles up; tap a district to go inside."""

import streamlit as st

from dashboard import choice, disclosure, filters, maps, sentences, terms
from dashboard import format as vi
from dashboard.page import open_page
from dashboard.stats import hotspots

LISTED = ["overdue", "open_count"]

page = open_page("hotspots")
chosen = filters.bar(page, "period", "kind", "area", "division")
division = "commune" if chosen.area else chosen.division
measure = choice.segments("do", terms.MAP_MEASURES, label=terms.MEASURE_LABEL)

everywhere = page.ask("area_measures", **chosen.params() | {"division": division})
areas = hotspots.measured(hotspots.known(everywhere), measure=measure)
shapes = page.ask("boundaries", division=division, area=chosen.area)
layer = hotspots.layer(areas, measure=measure)

if disclosure.few(areas):
    page.headline(terms.FEW_NOTE)
else:
    measured = terms.MAP_NOUNS[measure]
    page.headline(sentences.hotspots(areas, measure=measured, place=chosen.place, until=vi.date(chosen.as_of)))

with page.side_by_side(key="map"):
    with st.container():
        page.map(shapes, layer, title=terms.MAP_MEASURES[measure], key=f"{division}-{chosen.area}", inside=chosen.area)
        st.html(maps.legend(layer, unit="%" if measure == "overdue_share" else ""))
    with st.container():
        tapped = page.table(
            areas,
            title=terms.TITLES["ranked_areas"].format(measure=terms.MAP_MEASURES[measure].lower()),
            metric=hotspots.METRIC[measure],
            columns=["name", *dict.fromkeys([measure, *LISTED])],
            select=not chosen.area and division == "district",
        )
        if tapped is not None:
            filters.go("area", areas["area_code"].iloc[tapped])
if hotspots.nowhere(everywhere):
    page.note(terms.NOWHERE.format(count=vi.prose_count(hotspots.nowhere(everywhere))))
page.link("backlog", label=terms.TO_BACKLOG)
