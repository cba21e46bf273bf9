"""Tồn đọng: which matters wait, for how long, and who holds them."""

from dataclasses import replace

import streamlit as st

from dashboard.answers import longest
from dashboard.answers.standing import standing
from dashboard.drawing import charts
from dashboard.screen import cards, choice, filters
from dashboard.screen.page import open_page
from dashboard.views import waiting_list
from dashboard.words import backlog, choices
from dashboard.words import numbers as vi

# Each card, and the list of the matters that it counts.
CARDS: dict[str, dict[str, str]] = {
    "overdue_dossiers": {"xem": "overdue"},
    "overdue_share": {"xem": "overdue"},
    "due_soon_dossiers": {"xem": "longest", "so": "due_soon_dossiers"},
    "open_over_180_days": {"xem": "longest", "so": "open_over_180_days"},
    "median_open_age": {},
    "no_limit_dossiers": {"xem": "longest", "so": "no_limit_dossiers"},
}
OF_BODY = [name for name in waiting_list.COLUMNS if name != "agency_name"]
HELD = ["agency_name", "agency_level", "open_count", "overdue", "over_180", "median_age", "longest_over"]
ACCEPTED = ["kind", "instance", "accepted", "accepted_in_time", "accepted_late", "waiting", "waiting_late"]
LATE = ["overdue_dossiers", "open_dossiers"]

page = open_page("backlog")
chosen = filters.bar(page, "period", "area", "kind")
asked = chosen.params()
state = standing(page.answers, chosen)
held = page.answers.ask("overdue_by_agency", **asked)

page.headline(backlog.headline(state.now, place=chosen.place, until=vi.date(chosen.as_of), worst=held))
page.metrics(
    [
        replace(card, to="backlog", view=chosen.view | CARDS[card.metric]) if CARDS[card.metric] else card
        for card in cards.compared(state, CARDS)
    ]
)
view = choice.segments("xem", backlog.VIEWS, label=choices.VIEW_LABEL)

if view == "age":
    waiting = page.answers.ask("open_dossiers_by_age", **asked)
    clocks = page.answers.ask("open_dossiers_by_clock", **asked)
    with page.side_by_side():
        with st.container():
            page.chart(
                charts.age_bands(waiting, colours=page.colours), data=waiting, metric=LATE, title=backlog.TITLES["age"]
            )
        with st.container():
            page.chart(
                charts.clock_states(clocks, colours=page.colours),
                data=clocks,
                metric=LATE,
                title=backlog.TITLES["clock"],
            )
    page.table(
        page.answers.ask("acceptance", **asked),
        title=backlog.TITLES["acceptance"],
        metric="awaiting_acceptance",
        columns=ACCEPTED,
    )
elif view == "agency":
    body = choice.body(dict(zip(held["agency_code"], held["agency_name"], strict=True)) | page.answers.agency_names())
    if body:
        late = longest.overdue(page.answers, state.now, **asked, agency=body.code)
        title = backlog.TITLES["overdue_of"].format(name=body.name, count=vi.prose_count(len(late)))
        page.table(late, title=title, metric="overdue_dossiers", columns=OF_BODY, empty=backlog.NONE_OVERDUE)
        page.link("backlog", label=backlog.EVERY_BODY, xem="agency")
    else:
        bars = charts.ranked(
            held, name="agency_name", value="overdue", code="agency_code", colour="bad", colours=page.colours
        )
        tapped = page.chart(bars, data=held, metric=LATE, title=backlog.TITLES["agency"], columns=HELD, select=True)
        if tapped:
            choice.open_body(str(tapped))
        page.note(backlog.TAP_BAR)
elif view == "field":
    fields = page.answers.ask("overdue_by_field", **asked)
    bars = charts.ranked(fields, name="field_group", value="overdue", colour="bad", colours=page.colours)
    page.chart(bars, data=fields, metric=LATE, title=backlog.TITLES["field"])
    page.table(fields, title=backlog.TITLES["field_table"], metric=LATE)
elif view == "longest":
    waiting_list.show(page, chosen, state.now)
else:
    rows = longest.overdue(page.answers, state.now, **asked)
    title = backlog.TITLES["overdue"].format(count=vi.prose_count(len(rows)))
    page.table(rows, title=title, metric="overdue_dossiers", columns=waiting_list.COLUMNS)
