"""So sánh quý: this period, the one before and the same one last year: figures, what drove them, parts, periods."""

from dashboard.answers.standing import standing
from dashboard.screen import choice, filters
from dashboard.screen.page import open_page
from dashboard.views.comparison import drivers, figures, over_time, parts
from dashboard.words import choices, comparison
from dashboard.words import numbers as vi

page = open_page("comparison")
chosen = filters.bar(page)
state = standing(page.answers, chosen)

page.headline(
    comparison.headline(state.now, state.last_year, period=vi.period(chosen.period), window=chosen.window),
    f"{comparison.since_before(state.previous, window=chosen.window)} {comparison.windows(chosen.window)}",
)
view = choice.segments("xem", comparison.VIEWS, label=choices.VIEW_LABEL)
if view == "figures":
    figures.show(page, chosen, state)
elif view == "drivers":
    drivers.show(page, chosen)
elif view == "parts":
    parts.show(page, chosen)
else:
    over_time.show(page, chosen)
