"""The share of days kept by group of heads: their posts or the former districts."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.drawing import charts
from dashboard.facts import ledger
from dashboard.screen import cards
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import lead
from dashboard.words import reception as words

CARDS = ("duty_compliance", "delegated_share", "duty_sessions_missed", "visits", "people", "mass_groups")
COLUMNS = ("compliance", "posts", "required", "credited", "delegated", "missed", "months_unreported")


@dataclass(frozen=True)
class Groups:
    """One way to group the heads: the question, the column that names a group, and whether the cards stand below."""

    question: str
    name: str
    title: str
    cards: bool = False

    def headline(self, page: Page, chosen: Filters) -> str:
        return lead.headline(page, chosen)

    def show(self, page: Page, chosen: Filters) -> None:
        """Bars of the groups that are large enough, the cards, and every group with its days."""
        groups = ledger.kept(page.answers.ask(self.question, **chosen.params()))
        columns = [self.name, *COLUMNS]
        bars = charts.ranked(
            ledger.enough(groups), name=self.name, value="compliance", colours=page.colours, lowest_first=True
        )
        page.chart(bars, data=groups, metric=lead.DUTY, title=words.TITLES[self.title], columns=columns)
        if self.cards:
            page.metrics(cards.compared(lead.now(page, chosen), CARDS), title=words.TITLES["cards"])
        page.table(groups, title=words.TITLES[f"{self.title}_table"], metric=lead.DUTY, columns=columns)


LEVEL = Groups("duty_by_level", "duty_code", "by_duty", cards=True)
DISTRICT = Groups("duty_by_district", "district_name", "by_district")
