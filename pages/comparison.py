"""So sánh quý: this period, the one before and the same one last year: figures, what drove them, parts, periods."""

from dashboard.answers.standing import standing
from dashboard.screen import choice, filters
from dashboard.screen.page import open_page
from dashboard.views.comparison import drivers, figures, over_time, parts
from dashboard.words import format as vi
from dashboard.words import sentences, terms

page = open_page("comparison")
chosen = filters.bar(page)
state = standing(page, chosen)
windows = {"now": chosen.window, "previous": chosen.previous, "last_year": chosen.last_year}

page.headline(
    sentences.comparison(state.now, state.last_year, period=vi.period(chosen.period)),
    f"{sentences.since_before(state.previous, before=chosen.versus('previous'))} {sentences.windows(windows)}",
)
view = choice.segments("xem", terms.COMPARISON_VIEWS, label=terms.VIEW_LABEL)
if view == "figures":
    figures.show(page, chosen, state)
elif view == "drivers":
    drivers.show(page, chosen)
elif view == "parts":
    parts.show(page, chosen, windows)
else:
    over_time.show(page, chosen)
