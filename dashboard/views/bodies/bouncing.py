"""Who passes matters on to whom, how long after, how many came back, and which were passed on most often."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import bodies as words
from dashboard.words import numbers as vi

PAIRS = ["agency_name", "to_agency_name", "transfers", "circular", "half_held_days"]
LISTED = ["dossier_id", "transfers", "circular", "longest_held_days", "agency_name", "kind", "last_moved_on"]
METRIC = ["transfers_per_matter", "moved_twice_share", "bounced_matters"]


TIMES = tabs.Choice("lan", words.TIMES, words.TIMES_LABEL)


def headline(page: Page, chosen: Filters) -> str:
    asked = chosen.params()
    times, pairs = (page.answers.ask(name, **asked) for name in ("moves_of_matters", "passed_between"))
    return words.bouncing_headline(times, pairs)


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """From how many times on matters are listed."""
    return [TIMES]


def show(page: Page, chosen: Filters) -> None:
    """Between whom, the matters passed on so many times, and how often all were; matters that are asked for first."""
    asked = chosen.params()
    pairs = page.answers.ask("passed_between", **asked).sort_values(["circular", "transfers"], ascending=False)
    listed = page.answers.ask("most_bounced", **asked, times=int(TIMES.now))
    title = words.BOUNCED.format(times=TIMES.now, count=vi.count(len(listed)))
    matters = partial(page.table, listed, title=title, metric=METRIC, columns=LISTED, sorts=True)
    is_asked = TIMES.now != next(iter(words.TIMES))
    with page.one_sign():
        if is_asked:
            matters()
        page.table(pairs, title=words.TITLES["pairs"], metric=METRIC, columns=PAIRS, rows=6, sorts=True)
        page.note(words.NOT_BOUNCING)
        if not is_asked:
            matters()
        page.table(page.answers.ask("moves_of_matters", **asked), title=words.TITLES["times"], metric=METRIC)
