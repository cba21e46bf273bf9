"""At which step open matters stand, for how long, at which body; complaints taken up, returned, unanswered."""

from __future__ import annotations

from dashboard.facts.stages import by_step
from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import waiting as words

OPEN = ["step", "open_count", "overdue", "over_90", "longest_days"]
TIMES = ["there_still", "went_on", "half_on_day", "there_after_30", "there_after_90"]
HELD = ["agency_name", "open_count", "overdue", "over_90", "longest_days"]
LISTED = ["dossier_id", "kind", "field_group", "agency_name", "district_name", "step_days", "due_on", "age_days"]
TAKEN = ["kind", "fate", "papers_count", "papers_in_time", "papers_late", "papers_late_30"]
LIMITS = ["stage", "kind", "instance", "complexity", "remote", "days", "day_unit", "article"]
METRIC = ["open_dossiers", "overdue_dossiers"]


def headline(page: Page, chosen: Filters) -> str:
    return words.steps_headline(page.answers.ask("open_by_step", **chosen.params() | {"division": "all"}))


def show(page: Page, chosen: Filters) -> None:
    """Steps with their times, the bodies and matters of one, complaints taken up, and the limits of the law."""
    asked = chosen.params()
    steps = page.answers.ask("open_by_step", **asked | {"division": "all"})
    times = by_step(page.answers.ask("stage_days", **asked))
    known = steps.dropna(subset=["step"])
    page.table(
        known[OPEN].merge(times, on="step", how="left"),
        title=words.TITLES["steps"],
        metric=METRIC,
        columns=OPEN + TIMES,
    )
    without = steps.loc[steps["step"].isna(), "open_count"].sum()
    if without:
        page.note(words.UNKNOWN_STEPS.format(count=without))
    _one(page, chosen)
    page.table(page.answers.ask("taken_up", **asked), title=words.TITLES["taken_up"], metric="awaiting_acceptance",
               columns=TAKEN)  # fmt: skip
    page.table(page.answers.ask("stage_limits", as_of=chosen.as_of), title=words.TITLES["limits"], columns=LIMITS)
    page.note(words.LIMIT_NOTE)


def _one(page: Page, chosen: Filters) -> None:
    asked = chosen.params()
    step = choice.segments("buoc", words.STEPS, label=words.STEP_LABEL)
    bodies = page.answers.ask("open_by_step", **asked | {"division": "agency"})
    there = bodies[bodies["step"] == step]
    page.table(there, title=words.TITLES["step_agencies"], metric=METRIC, columns=HELD)
    listed = page.answers.ask("stuck_at_step", **asked, step=step)
    title = words.STEP_LIST.format(step=words.STEPS[step].lower(), count=len(listed))
    page.table(listed, title=title, metric=METRIC, columns=LISTED)
