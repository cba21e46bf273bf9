"""What came of it: from those who came to answers, matters and dialogues; and who had to come again and again."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing.charts import bars
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import ledger, windows

STEPS = [
    *("reception", "sessions", "visits", "first_visits", "repeat_visits", "petitions", "answered_in_time"),
    *("answered_late", "still_in_time", "dossiers", "dossiers_opened", "dossiers_resolved"),
]
OFTEN = [
    *("dossier_id", "agency_name", "visits", "by_head", "by_delegate", "last_heard_on", "clock", "age_days"),
    *("kind", "field_group"),
]
DIALOGUES = ["instance", "dialogues", "dossiers", "decided", "decided_with_dialogue", "dialogue_share"]


def headline(page: Page, chosen: Filters) -> str:
    """How many came, what they were told, and who came again and again."""
    rows, often = (page.answers.ask(name, **chosen.params()) for name in ("reception_outcome", "heard_often"))
    return ledger.outcome(rows, within=windows.within(chosen.window), often=len(often))


def show(page: Page, chosen: Filters) -> None:
    """The steps from session to resolution, matters heard three times and more, dialogues."""
    asked = chosen.params()
    rows = page.answers.ask("reception_outcome", **asked)
    often = page.answers.ask("heard_often", **asked)
    talks = with_share(page.answers.ask("dialogues", **asked))
    chain = steps(rows)
    parts = {"head": "good", "delegated": "delegated", "regular": "volume"}
    page.chart(
        bars.stacked(chain, name="step", parts=parts, colours=page.colours),
        data=rows,
        metric=["visits_answered_in_time", "visits"],
        title=ledger.TITLES["outcome"],
        columns=STEPS,
    )
    page.note(ledger.dialogues(talks, within=windows.within(chosen.window)))
    page.table(often, title=ledger.TITLES["heard_often"], metric="visits_heard_often", columns=OFTEN)
    page.table(talks, title=ledger.TITLES["dialogues"], metric="visits_dialogues", columns=DIALOGUES)


def steps(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a step (in words), a column a kind of reception."""
    by_kind = rows.set_index("reception")
    table = by_kind[list(ledger.OUTCOME_STEPS)].T.rename_axis(None, axis=1)
    return table.assign(step=list(ledger.OUTCOME_STEPS.values())).reset_index(drop=True)


def with_share(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds dialogue_share: decided complaints with a dialogue on record, of those decided."""
    decided = rows["decided"].astype(float)
    return rows.assign(dialogue_share=(rows["decided_with_dialogue"].astype(float) / decided).where(decided > 0))
