"""Tồn đọng: which matters wait, for how long, and who holds them."""

from dashboard import cards, charts, filters, sentences, terms
from dashboard import format as vi
from dashboard.metrics import METRICS
from dashboard.page import open_page
from dashboard.stats.change import change, figures

page = open_page("backlog")
chosen = filters.bar(page, "period", "area", "kind")

now = figures(page.ask("figures", **chosen.params()))
before = figures(page.ask("figures", **chosen.params(chosen.previous)))
held = page.ask("overdue_by_agency", **chosen.params())
page.headline(sentences.backlog(now, place=chosen.place, until=vi.date(chosen.as_of), worst=held))

HEADLINE = ("overdue_dossiers", "overdue_share", "due_soon_dossiers", "open_over_180_days", "median_open_age")
page.metrics(
    [
        cards.Card(name, now[name], change(METRICS[name], now[name], before[name]), chosen.versus("previous"))
        for name in HEADLINE
    ]
)

waiting = page.ask("open_dossiers_by_age", **chosen.params())
page.figure(
    charts.age_bands(waiting, colours=page.colours),
    data=waiting,
    metric=["open_dossiers", "overdue_dossiers"],
    title=terms.AGE_TITLE,
)
