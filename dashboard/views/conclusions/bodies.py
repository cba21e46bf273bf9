"""Which body answers for how many conclusions, and how many are done, open and late."""

from __future__ import annotations

import pandas as pd

from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import conclusions as words

COUNTS = ["directives_late", "directives_open", "directives_undated", "directives_given"]
ALSO = ["directives_done", "directives_done_late"]


def headline(page: Page, chosen: Filters) -> str:
    return words.bodies_headline(_ask(page, chosen, "agency"))


def show(page: Page, chosen: Filters) -> None:
    """By body, and by who issued them."""
    columns = ["agency_name", *COUNTS, "longest_over"]
    page.table(
        tables.with_more(_ask(page, chosen, "agency"), ALSO),
        title=words.TITLES["bodies"],
        columns=columns,
        empty=words.NOTHING,
        sorts=True,
    )
    issuers = tables.with_more(_ask(page, chosen, "issuer"), ALSO)
    page.table(issuers, title=words.TITLES["issuers"], columns=["issued_by", *COUNTS], empty=words.NOTHING, sorts=True)


def _ask(page: Page, chosen: Filters, division: str) -> pd.DataFrame:
    return page.answers.ask("directives_by_agency", **chosen.params() | {"division": division})
