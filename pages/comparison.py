"""So sánh quý: this period, the one before and the same one last year: figures, areas, fields, quarters."""

from dashboard import charts, choice, filters, sentences, terms
from dashboard import format as vi
from dashboard.page import open_page
from dashboard.standing import standing
from dashboard.stats.side_by_side import beside, count_table, figure_table, named, series_kind

FIGURES = (
    "petitions_received", "entered_dossiers", "resolved_dossiers", "resolution_rate", "on_time_rate", "open_dossiers",
    "overdue_dossiers", "overdue_share", "visits", "people", "mass_groups", "duty_compliance", "delegated_share",
)  # fmt: skip
PETITIONS = (
    "petitions_received", "petitions_carried_over", "petitions_processed", "petitions_eligible",
    "petitions_not_eligible", "petitions_within_authority", "complaints_within_authority",
    "denunciations_within_authority", "proposals_within_authority", "petitions_not_within_authority",
    "petitions_transferred", "petitions_guided", "petitions_urged", "petitions_unsorted", "petitions_escalated",
)  # fmt: skip
RECEPTION = (
    "visits", "people", "visits_leaders", "people_leaders", "visits_regular", "people_regular", "repeat_visits",
    "mass_groups", "mass_group_people", "mass_group_matters",
)  # fmt: skip
BARS = ("entered_dossiers", "resolved_dossiers", "open_dossiers", "overdue_dossiers")
COLOURS = {"now": "volume", "previous": "volume_quiet", "last_year": "quiet"}
MEASURES = ("entered", "resolved", "closing")

page = open_page("comparison")
chosen = filters.bar(page)
state = standing(page, chosen)
windows = {"now": chosen.window, "previous": chosen.previous, "last_year": chosen.last_year}

page.headline(
    sentences.comparison(
        state.now, state.previous, state.last_year, period=vi.period(chosen.period), before=chosen.versus("previous")
    ),
    sentences.windows(windows),
)
view = choice.segments("xem", terms.COMPARISON_VIEWS, label=terms.VIEW_LABEL)

if view == "figures":
    bars = count_table(state, BARS)
    page.figure(
        charts.compared(bars, name="label", columns=COLOURS, colours=page.colours),
        data=bars,
        metric=BARS,
        title=terms.TITLES["compared"],
    )
    page.table(figure_table(state, FIGURES), title=terms.TITLES["figures"], metric=FIGURES, rows=len(FIGURES))
    for name, listed in {"petitions": PETITIONS, "receptions": RECEPTION}.items():
        page.table(figure_table(state, listed), title=terms.TITLES[name], metric=listed, rows=len(listed))
elif view == "periods":
    series = page.ask("quarterly_series", **chosen.params(), period_kind=series_kind(chosen.period))
    page.figure(
        charts.trend(series, lines={"entered": "bad", "resolved": "good"}, stock="open_count", colours=page.colours),
        data=series,
        metric=BARS,
        title=terms.TITLES["periods"],
    )
else:
    measure = choice.segments("so", {name: terms.COLUMNS[name] for name in MEASURES}, label=terms.MEASURE_LABEL)
    question, by = ("balance_by_area", "area_code") if view == "areas" else ("balance_by_field", "field_group")
    answers = {name: page.ask(question, **chosen.params(window)) for name, window in windows.items()}
    table = named(beside(answers, by=by, column=measure), by=by, names=page.area_names())
    page.figure(
        charts.compared(table.head(8), name="name", columns=COLOURS, colours=page.colours),
        data=table,
        metric=BARS,
        title=f"{terms.COLUMNS[measure]} {terms.COMPARISON_VIEWS[view].lower()}",
    )
    page.table(table, title=terms.COMPARISON_VIEWS[view], metric=BARS)
