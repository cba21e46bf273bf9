"""No row of deadlines.csv is there for nothing: with other days in it, an answer is another."""

from datetime import timedelta

import pandas as pd
import pytest

from tests import case_databases
from tests.spec import law
from tests.spec.ledger import Ledger

ROWS = law.rules("deadlines").to_dict("records")


@pytest.fixture(autouse=True)
def _calendar_of_every_rule(monkeypatch):
    monkeypatch.setattr(case_databases, "YEARS", (2010, 2027))


def matter(row):
    """A matter that this row and no other covers, received three months after the rule began."""
    received = (row["valid_from"] + pd.DateOffset(months=3)).date()
    return {
        "kind": row["kind"],
        "instance": 1 if pd.isna(row["instance"]) else int(row["instance"]),
        "complexity": "normal" if pd.isna(row["complexity"]) else row["complexity"],
        "remote_area": False if pd.isna(row["remote"]) else bool(row["remote"]),
        "received_on": received,
        "accepted_on": received,
    }


def resolution(row):
    """The due date with the rule as it is, and with a day more."""
    own = law.rules("deadlines").copy()
    own.loc[own["rule_id"] == row["rule_id"], "days"] += 30
    return law.due(matter(row)), law.due(matter(row), deadlines=own)


def asked(row, drawn, question, column):
    """A column of the question's only row: with the rule as it is, and with ten days less."""
    ledger = Ledger(**drawn)
    window = {"start": "2012-01-01", "end": "2036-01-01"}
    before = ledger.ask(question, **window)[column].sum()
    ledger.db.execute("update deadline_rule set days = 0 where rule_id = ?", [row["rule_id"]])
    return before, ledger.ask(question, **window)[column].sum()


def acceptance(row):
    case = matter(row)
    on = case["received_on"] + timedelta(days=int(row["days"]))
    names = ("kind", "instance", "complexity", "remote_area", "received_on")
    line = " | ".join(str(case[name]) for name in names).replace("True", "yes").replace("False", "no")
    head = "dossier_id | agency_code | accepted_on | " + " | ".join(names)
    return asked(row, {"dossiers": f"{head}\nV1 | X2 | {on} | {line}"}, "acceptance", "accepted_in_time")


def processing(row):
    brought = matter(row)["received_on"]
    answered = brought + timedelta(days=int(row["days"]))
    drawn = {
        "sessions": f"session_id | kind | held_on\nR | regular | {brought}",
        "reception_visits": "visit_id | session_id | people | petition_id\n1 | R | 1 | T1",
        "petitions": "petition_id | kind | received_on | agency_code | eligible | processed_on\n"
        f"T1 | {row['kind']} | {brought} | X1 | yes | {answered}",
    }
    return asked(row, drawn, "reception_outcome", "answered_in_time")


READ_BY = {"resolution": resolution, "acceptance": acceptance, "processing": processing}


@pytest.mark.parametrize("row", ROWS, ids=[row["rule_id"] for row in ROWS])
def test_with_other_days_the_answer_is_another(row):
    before, after = READ_BY[row["stage"]](row)
    assert before is not None
    assert before != after


ACCEPTED = """
kind         | instance | complexity | received   | accepted   | in_time | why
complaint    | 1        | normal     | 2026-03-02 | 2026-03-12 | 1       | the tenth day, 2/3 not counted: Luật Khiếu nại Điều 27
complaint    | 1        | normal     | 2026-03-02 | 2026-03-13 | 0       | the eleventh
complaint    | 1        | normal     | 2026-03-04 | 2026-03-16 | 1       | 14/3 is a Saturday: the Monday after
complaint    | 2        | normal     | 2026-03-02 | 2026-03-12 | 1       | Điều 36
denunciation | 1        | normal     | 2026-03-02 | 2026-03-11 | 1       | the seventh working day: Luật Tố cáo Điều 24
denunciation | 1        | normal     | 2026-03-02 | 2026-03-12 | 0       | the eighth
denunciation | 1        | complex    | 2026-03-02 | 2026-03-16 | 1       | ten working days where several places are checked
denunciation | 1        | normal     | 2026-02-10 | 2026-02-26 | 1       | Tết: 16 to 20/2 do not count
denunciation | 1        | normal     | 2018-03-02 | 2018-03-12 | 1       | until 2018 ten calendar days: Luật Tố cáo 2011 Điều 20
"""  # noqa: E501


@pytest.mark.parametrize("case", law.tables.rows(ACCEPTED), ids=lambda case: f"{case['kind']} {case['why']}")
def test_acceptance_by_the_rule_in_force_when_received(case):
    head = ("kind", "instance", "complexity", "received", "accepted")
    line = " | ".join(str(case[name]) for name in head)
    dossier = f"dossier_id | agency_code | kind | instance | complexity | received_on | accepted_on\nV1 | X2 | {line}"
    row = Ledger(dossiers=dossier).ask("acceptance", start="2018-01-01", end="2026-11-22").iloc[0]
    assert (row["accepted"], row["accepted_in_time"], row["accepted_late"]) == (1, case["in_time"], 1 - case["in_time"])


WAITING = """
received   | waiting | late | why
2026-11-12 | 1       | 0    | ten days end on Sunday 22/11, so on Monday
2026-11-11 | 1       | 0    | on Saturday 21/11, so on Monday
2026-11-10 | 1       | 1    | on Friday 20/11
2026-11-23 | 0       | 0    | not yet received
"""


@pytest.mark.parametrize("case", law.tables.rows(WAITING), ids=lambda case: case["why"])
def test_what_waits_is_late_once_its_days_are_over(case):
    dossier = f"dossier_id | agency_code | kind | instance | received_on\nV1 | X2 | complaint | 1 | {case['received']}"
    rows = Ledger(dossiers=dossier).ask("acceptance", start="2026-09-15", end="2026-11-22")
    assert (rows["waiting"].sum(), rows["waiting_late"].sum()) == (case["waiting"], case["late"])
