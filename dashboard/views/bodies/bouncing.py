"""Who passes matters on to whom, how long after, how many came back, and which were passed on most often."""

from __future__ import annotations

from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import bodies as words
from dashboard.words import numbers as vi

PAIRS = ["agency_name", "to_agency_name", "transfers", "circular", "half_held_days"]
LISTED = ["dossier_id", "transfers", "circular", "longest_held_days", "agency_name", "kind", "last_moved_on"]
METRIC = ["transfers_per_matter", "moved_twice_share", "bounced_matters"]


def headline(page: Page, chosen: Filters) -> str:
    asked = chosen.params()
    times, pairs = (page.answers.ask(name, **asked) for name in ("moves_of_matters", "passed_between"))
    return words.bouncing_headline(times, pairs)


def show(page: Page, chosen: Filters) -> None:
    """How often, between whom, and the matters passed on so many times."""
    asked = chosen.params()
    page.table(page.answers.ask("moves_of_matters", **asked), title=words.TITLES["times"], metric=METRIC)
    page.note(words.NOT_BOUNCING)
    pairs = page.answers.ask("passed_between", **asked).sort_values(["circular", "transfers"], ascending=False)
    page.table(pairs, title=words.TITLES["pairs"], metric=METRIC, columns=PAIRS, rows=6, sorts=True)
    times = choice.segments("lan", words.TIMES, label=words.TIMES_LABEL)
    listed = page.answers.ask("most_bounced", **asked, times=int(times))
    title = words.BOUNCED.format(times=times, count=vi.count(len(listed)))
    page.table(listed, title=title, metric=METRIC, columns=LISTED, sorts=True)
