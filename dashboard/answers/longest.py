"""The open matters that wait the longest, and apart from them those that are overdue: what a list's title says."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.facts.change import Figure
from dashboard.words import backlog

LEAST = 50


def waiting(answers: Answers, now: Mapping[str, Figure], **params: object) -> pd.DataFrame:
    """By age, with or without a limit: fifty at least, and nobody over a year is missing.

    Args:
        now: figures of the same view.
        params: of the question `longest_waiting`.
    """
    rows = max(LEAST, now["open_over_365_days"].numerator or 0)
    return backlog.with_limits(answers.ask("longest_waiting", **params, rows=rows))


def overdue(answers: Answers, now: Mapping[str, Figure], **params: object) -> pd.DataFrame:
    """Every overdue matter, the latest first: as many as the figure says."""
    rows = max(1, now["overdue_dossiers"].numerator or 0)
    return backlog.with_limits(answers.ask("longest_waiting", **params, only_overdue=True, rows=rows))
