"""At which step open matters stand, for how long beside the limits of the law, and at which body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.facts.stages import by_step
from dashboard.screen import choice, state
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import choices, codes
from dashboard.words import numbers as vi
from dashboard.words import waiting as words

STEP = "buoc"
TIMES = ["step", "open_count", "over_90", "longest_days", "half_passed", "limit_by_law"]
HELD = ["agency_name", "open_count", "overdue", "over_90", "longest_days"]
LISTED = ["dossier_id", "step_days", "agency_name", "due_on", "kind", "age_days", "district_name"]
METRIC = ["open_dossiers", "overdue_dossiers"]
BODIES, MATTERS = 6, 8


def headline(page: Page, chosen: Filters) -> str:
    return words.steps_headline(_open(page, chosen))


def show(page: Page, chosen: Filters) -> None:
    """The steps with their times, then the bodies and matters of one; matters that are asked for stand first."""
    first = st.container()
    steps = _open(page, chosen)
    with page.one_sign():
        page.table(_timed(page, chosen, steps), title=words.TITLES["steps"], metric=METRIC, columns=TIMES)
        without = steps.loc[steps["step"].isna(), "open_count"].sum()
        unknown = f" {words.UNKNOWN_STEPS.format(count=vi.prose_count(without))}" if without else ""
        page.note(words.LIMIT_NOTE + unknown)
        one = _one(page, chosen, steps)
        if one and not one.is_asked:
            one.listed()
    if one and one.is_asked:
        with first:
            one.listed()


class _Step(NamedTuple):
    """What lists the matters of one step; whether the address names the step or a body there: they stand first then."""

    listed: Callable[[], None]
    is_asked: bool


def _open(page: Page, chosen: Filters) -> pd.DataFrame:
    return page.answers.ask("open_by_step", **chosen.params() | {"division": "all"})


def _timed(page: Page, chosen: Filters, steps: pd.DataFrame) -> pd.DataFrame:
    """The steps at which some stand, with the time it takes to go on and what the law gives for it."""
    times = by_step(page.answers.ask("stage_days", **chosen.params()))
    limits = page.answers.ask("stage_limits", as_of=chosen.as_of)
    there = _kinds(page, chosen)
    table = steps.dropna(subset=["step"]).merge(times, on="step", how="left")
    table.attrs = steps.attrs
    return table.assign(
        half_passed=[words.half_passed(*pair) for pair in zip(table["half_on_day"], table["matters"], strict=True)],
        limit_by_law=[words.limit(limits, step, there.get(step, set())) for step in table["step"]],
    )


def _kinds(page: Page, chosen: Filters) -> dict[str, set[str]]:
    """The kinds of the matters that stand at each step: a limit is said only where it is theirs."""
    found: dict[str, set[str]] = {}
    for kind in [chosen.kind] if chosen.kind else codes.KINDS:
        rows = page.answers.ask("open_by_step", **chosen.params() | {"division": "all", "kind": kind})
        for step in rows.loc[rows["open_count"].fillna(0) > 0, "step"].dropna():
            found.setdefault(step, set()).add(kind)
    return found


def _one(page: Page, chosen: Filters, steps: pd.DataFrame) -> _Step | None:
    """The bodies of one step, and what lists its matters; where no body has any there, they are denunciations."""
    asked = chosen.params()
    taken = {code: said for code, said in words.STEPS.items() if steps["step"].eq(code).any()}
    if not taken:
        return None
    step = choice.select(STEP, taken, label=words.STEP_LABEL, width=420, known=words.STEPS)
    bodies = page.answers.ask("open_by_step", **asked | {"division": "agency"})
    there = bodies[bodies["step"] == step]
    page.table(
        there, title=words.TITLES["step_agencies"], metric=METRIC, columns=HELD, rows=BODIES, sorts=True,
        empty=choices.WITHHELD_NOTE,
    )  # fmt: skip
    names = {"": words.ALL_AGENCIES} | dict(zip(there["agency_code"], there["agency_name"], strict=True))
    is_asked = state.asked(STEP) == step or choice.current(choice.BODY, names) != ""
    return _Step(partial(_listed, page, chosen, step, names), is_asked)


def _listed(page: Page, chosen: Filters, step: str, names: Mapping[str, str]) -> None:
    agency = choice.narrowed(choice.BODY, names, label=words.AGENCY_LABEL, known=page.answers.known_agencies())
    listed = page.answers.ask("stuck_at_step", **chosen.params(), step=step, agency=agency or None)
    title = words.STEP_LIST.format(step=words.STEPS[step].lower(), count=vi.count(len(listed)))
    page.table(listed, title=title, metric=METRIC, columns=LISTED, rows=MATTERS, sorts=True)
