"""Tổng quan: the state of the province in one sentence, six figures, the balance, and what needs a decision today."""

from dataclasses import replace

from dashboard.answers import longest
from dashboard.answers import running_duty as duty_asked
from dashboard.answers.standing import standing
from dashboard.drawing import charts, theme
from dashboard.facts import running_duty
from dashboard.facts.areas import worse
from dashboard.facts.balance import steps
from dashboard.screen import cards, filters
from dashboard.screen.page import open_page
from dashboard.words import backlog, overview, windows
from dashboard.words import numbers as vi

CARDS = {
    "open_dossiers": "backlog",
    "overdue_share": "backlog",
    "on_time_rate": "comparison",
    "resolution_rate": "comparison",
    "duty_compliance": "reception",
    "mass_groups": "hotspots",
}
FEW = 5

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

parts = page.answers.ask("balance", **asked)
page.chart(
    charts.balance(steps(parts), colours=theme.palette(dark=page.dark)),
    data=parts if state.now["open_dossiers"].kept else parts.iloc[:0],
    metric=["opening_dossiers", "entered_dossiers", "resolved_dossiers", "merged_dossiers", "open_dossiers"],
    title=overview.TITLES["balance"],
)
if parts["residual"].any():
    page.note(overview.residual(parts))

page.section(overview.TITLES["decide"])
late = longest.overdue(page.answers, state.now, **asked)
page.table(
    late.head(FEW),
    title=backlog.TITLES["overdue"].format(count=vi.prose_count(len(late))),
    metric="overdue_dossiers",
    columns=["dossier_id", "kind", "field_group", "agency_name", "days_over", "age_days"],
)
page.link("backlog")

running = running_duty.of(duty_asked.by_duty(page.answers, chosen.window, area=chosen.area), day=chosen.as_of)
if running:
    idle, _ = running_duty.still_to_come(duty_asked.heads(page.answers, chosen.window, area=chosen.area))
    page.table(
        idle.head(FEW),
        title=overview.TITLES["idle_heads"],
        metric="duty_compliance",
        columns=["title", "required", "delegated", "missed", "last_in_person_on"],
        scope=vi.sentence_case(windows.not_yet(running)),
        empty=vi.sentence_case(windows.not_yet(running)) + ".",
    )
    page.link("reception")

areas = page.answers.ask("area_measures", **asked)
base = chosen.base("previous", "stock")
before = page.answers.base("area_measures", before=chosen.window.start, **chosen.params(base))
rose = worse(areas, before)
compared = before.empty or before["overdue"].notna().any()
page.table(
    rose.head(FEW),
    title=overview.TITLES["worse_areas"].format(against=chosen.versus("previous", "stock")),
    metric="overdue_dossiers",
    columns=["name", "before", "after", "rise"],
    empty=overview.worse_areas(rose) if compared else overview.no_base_areas(chosen.versus("previous", "stock")),
)
page.link("hotspots")
