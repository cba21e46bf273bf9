"""A list holds what its title says: the longest by age with or without a limit, and every overdue one apart."""

from __future__ import annotations

import datetime as dt

from dashboard.answers import longest
from dashboard.answers.answers import Answers
from dashboard.facts.change import figures
from dashboard.words import backlog
from data_loaders.snapshot import current
from queries.ask import open_snapshot
from queries.scope import Scope
from tests import shown

AS_OF = dt.date(2026, 11, 22)


def test_the_lists_are_whole_and_say_the_limit():
    answers = Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())
    now = figures(answers.ask("figures", start=dt.date(2026, 9, 15), end=AS_OF))
    waiting, overdue = (each(answers, now, as_of=AS_OF) for each in (longest.waiting, longest.overdue))
    assert len(waiting) == now["open_dossiers"].numerator == 5
    assert dict(zip(waiting["dossier_id"], waiting["limit_said"], strict=True)) == {
        "V01": "04/09/2026",
        "V09": backlog.SUSPENDED,
        "V05": backlog.NO_LIMIT,
        "V12": "23/11/2026",
        "V03": "25/12/2026",
    }
    assert overdue["dossier_id"].tolist() == ["V01"]
    assert len(overdue) == now["overdue_dossiers"].numerator
