"""Tổng quan: the state of the province in one sentence, six figures, the balance, and what needs a decision today."""

from dataclasses import replace

from dashboard.answers.standing import standing
from dashboard.briefing import agenda
from dashboard.briefing import concluding as to_conclude
from dashboard.drawing import charts, theme
from dashboard.facts.balance import steps
from dashboard.facts.change import figures
from dashboard.screen import cards, drafts, filters, prepared, visits
from dashboard.screen.page import open_page
from dashboard.words import concluding, overview
from dashboard.words import numbers as vi

CARDS = {
    "open_dossiers": "backlog",
    "overdue_share": "backlog",
    "on_time_rate": "comparison",
    "resolution_rate": "comparison",
    "duty_compliance": "reception",
    "mass_groups": "hotspots",
}

page = open_page("overview")
chosen = filters.bar(page, "period", "area", "kind")
asked = chosen.params()
state = standing(page.answers, chosen)

page.headline(
    overview.headline(
        state.now,
        state.previous,
        place=chosen.place,
        until=vi.date(chosen.as_of),
        against=chosen.versus("previous", "stock"),
    )
)
page.metrics([replace(card, to=CARDS[card.metric], view=chosen.view) for card in cards.compared(state, CARDS)])

visits.show(page)

if page.answers.scope.area:
    peers = page.answers.peers(part="overdue", base="with_limit", **asked)
    page.note(overview.beside(figures(page.answers.of_province(**asked)), peers))

parts = page.answers.ask("balance", **asked)
page.chart(
    charts.balance(steps(parts), colours=theme.palette(dark=page.dark)),
    data=parts if state.now["open_dossiers"].kept else parts.iloc[:0],
    metric=["opening_dossiers", "entered_dossiers", "resolved_dossiers", "merged_dossiers", "open_dossiers"],
    title=overview.TITLES["balance"],
)
if parts["residual"].any():
    page.note(overview.residual(parts))

material, _ = prepared.briefing(prepared.Source(page.answers, chosen.period, ""))
page.section(concluding.MEETING.format(period=vi.period(material.windows.now), place=vi.place(material.info.place)))
page.listed(
    [
        concluding.line(each.text, each.who, each.by)
        for each in to_conclude(agenda(material, drafts.note(chosen.period)))
    ],
    empty=concluding.NOTHING,
)
page.link("briefing", label=concluding.DESK)
