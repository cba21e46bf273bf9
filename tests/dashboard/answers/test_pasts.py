"""What a card's line shows of a quarter is what the figure says of that quarter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from dashboard.answers.answers import Answers
from dashboard.answers.pasts import pasts, quarters
from data_loaders.law.periods import Period, parse
from data_loaders.snapshot.publish import current
from queries.scope import Scope
from queries.snapshot import open_snapshot
from tests import shown

LAST = dt.date(2026, 11, 22)


@dataclass
class View:
    window: Period

    def params(self, window: Period | None = None) -> dict[str, object]:
        days = window or self.window
        return {
            "start": days.start, "end": days.end, "as_of": days.end, "calendar": days.calendar,
            "kind": None, "area": None,
        }  # fmt: skip


@pytest.fixture(scope="module")
def answers() -> Answers:
    return Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())


def test_each_quarter_of_each_line_is_the_figure_of_that_quarter(answers):
    view = View(parse("2026-Q4").clip(LAST))
    codes, lines = list(quarters(answers, view)["code"]), pasts(answers, view)
    assert {"open_dossiers", "overdue_share", "duty_compliance", "resolution_rate"} <= set(lines)
    for name, line in lines.items():
        for code, value in zip(codes[-len(line) :], line, strict=True):
            asked = view.params(parse(code).clip(LAST))
            figure = answers.ask("figures", **asked).set_index("figure").loc[name]
            assert value == pytest.approx(float(figure["value"])), (name, code)


def test_months_add_up_to_what_each_head_owed_and_kept(answers):
    days = {"start": dt.date(2026, 1, 1), "end": LAST, "as_of": LAST}
    months = answers.ask("duty_by_months", **days).set_index("month_on")
    heads = answers.ask("duty_strip", **days)
    heads["required"] = heads["required"].where(heads["reported"].astype(bool), 0)
    summed = heads.groupby("month_on")[["required", "credited"]].sum()
    assert months["required"].sum() > 0
    assert (months[["required", "credited"]].astype(int) == summed.astype(int)).all(axis=None)
