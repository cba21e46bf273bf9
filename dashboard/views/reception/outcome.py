"""What came of it: from those who came to answers, matters and dialogues; and who had to come again and again."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.drawing.charts import bars
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import ledger, windows

VISITS = [
    *("reception", "sessions", "visits", "first_visits", "repeat_visits", "petitions", "answered_in_time"),
    *("answered_late", "still_in_time"),
]
MATTERS = ["reception", "dossiers", "dossiers_opened", "dossiers_resolved"]
OFTEN = [
    *("dossier_id", "visits", "by_head", "last_heard_on", "age_days", "agency_name"),
]
OFTEN_ALSO = ["by_delegate", "clock", "kind", "field_group"]
PARTS = {"head": "good", "delegated": "delegated", "regular": "volume"}
FEW = 5
DIALOGUES = ["instance", "dialogues", "dossiers", "decided", "decided_with_dialogue", "dialogue_share"]


def headline(page: Page, chosen: Filters) -> str:
    """How many came, what they were told, and who came again and again."""
    rows, often = (page.answers.ask(name, **chosen.params()) for name in ("reception_outcome", "heard_often"))
    return ledger.outcome(rows, within=windows.within(chosen.window), often=len(often))


def show(page: Page, chosen: Filters) -> None:
    """The steps from visit to answer and from matter to resolution, matters heard three times and more, dialogues."""
    asked = chosen.params()
    rows = page.answers.ask("reception_outcome", **asked)
    often = page.answers.ask("heard_often", **asked)
    talks = with_share(page.answers.ask("dialogues", **asked))
    with page.one_sign():
        _steps(page, rows, ledger.OUTCOME_STEPS, title="outcome", columns=VISITS)
        if rows["dossiers"].sum():
            _steps(page, rows, ledger.MATTER_STEPS, title="outcome_matters", columns=MATTERS, names_parts=False)
    often = tables.with_more(often, OFTEN_ALSO)
    page.table(often, title=ledger.TITLES["heard_often"], metric="visits_heard_often", columns=OFTEN, rows=FEW)
    page.said(ledger.dialogues(talks, within=windows.within(chosen.window)))
    if talks[["dialogues", "decided"]].sum().sum():
        page.table(talks, title=ledger.TITLES["dialogues"], metric="visits_dialogues", columns=DIALOGUES)


def _steps(
    page: Page,
    rows: pd.DataFrame,
    words: Mapping[str, str],
    *,
    title: str,
    columns: list[str],
    names_parts: bool = True,
) -> None:
    page.chart(
        bars.stacked(steps(rows, words), name="step", parts=PARTS, colours=page.colours).update_traces(
            showlegend=names_parts
        ),
        data=rows,
        metric=["visits_answered_in_time", "visits"],
        title=ledger.TITLES[title],
        columns=columns,
    )


def steps(rows: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
    """A row a step (in words, column → word), a column a kind of reception."""
    table = rows.set_index("reception")[list(words)].T.rename_axis(None, axis=1)
    return table.assign(step=list(words.values())).reset_index(drop=True)


def with_share(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds dialogue_share: decided complaints with a dialogue on record, of those decided."""
    decided = rows["decided"].astype(float)
    return rows.assign(dialogue_share=(rows["decided_with_dialogue"].astype(float) / decided).where(decided > 0))
