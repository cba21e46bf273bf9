"""The table dossier_due (the rules themselves: tests/spec/test_time_limits.py)."""

from datetime import date
from time import process_time

import numpy as np
import pandas as pd
import pytest

from data_loaders.law.limits import COLUMNS, due_timeline
from data_loaders.law.working_days import NEVER, WorkingDays
from tests.spec import law
from tests.spec.tables import frame

DOSSIERS = """
dossier_id | kind         | received_on | accepted_on | instance | complexity | remote_area | due_on     | closed_on
K          | complaint    | 2026-03-01  | 2026-03-02  | 1        | normal     | no          | 2026-03-09 | -
T          | denunciation | 2026-03-01  | 2026-03-02  | 1        | complex    | no          | -          | -
C          | complaint    | 2026-03-01  | -           | 1        | normal     | no          | -          | -
O          | complaint    | 2026-03-01  | -           | 1        | normal     | no          | 2026-03-20 | -
P          | petition     | 2026-03-01  | 2026-03-05  | 1        | normal     | no          | 2026-03-31 | -
U          | complaint    | 2026-03-01  | 2026-03-02  | -        | -          | -           | -          | -
"""
NOTHING = {"extensions": frame(law.NO_EXTENSION), "suspensions": frame(law.NO_SUSPENSION)}


def dues(dossiers: pd.DataFrame, **drawn: pd.DataFrame) -> pd.DataFrame:
    return due_timeline(
        dossiers,
        **{**NOTHING, **drawn},
        deadline_rules=law.rules("deadlines"),
        suspension_rules=law.rules("suspensions"),
        calendar=law.calendar(),
    )


def test_rows_by_basis():
    """The law's limit wins over the source's own; without either there is no row; undeclared means ordinary."""
    found = dues(frame(DOSSIERS)).set_index("dossier_id")
    assert found["basis"].to_dict() == {"K": "law", "T": "law", "U": "law", "O": "source", "P": "source"}
    assert found.loc["K", "rule_id"] == found.loc["U", "rule_id"] == "KN28-thuong"
    assert found.loc["K", "due_on"] == pd.Timestamp(2026, 4, 1)
    assert found.loc[["O", "P"], "from_date"].tolist() == [pd.Timestamp(2026, 3, 1), pd.Timestamp(2026, 3, 5)]
    assert found["to_date"].isna().all()


def test_each_change_ends_the_row_before_it():
    extensions = frame("dossier_id | decided_on | days\nT | 2026-03-30 | 30\nT | 2026-05-20 | 30")
    mine = dues(frame(DOSSIERS), extensions=extensions).query("dossier_id == 'T'")
    assert mine["from_date"].dt.date.tolist() == [date(2026, 3, 2), date(2026, 3, 30), date(2026, 5, 20)]
    assert mine["to_date"].iloc[:2].tolist() == mine["from_date"].iloc[1:].tolist()
    assert mine["due_on"].dt.date.tolist() == [date(2026, 4, 1), date(2026, 5, 4), date(2026, 5, 4)]
    assert mine["late_extension"].tolist() == [False, False, True]


def test_extensions_and_suspensions_of_unknown_dossiers_are_passed_over():
    extensions = frame("dossier_id | decided_on | days\nX | 2026-03-30 | 30")
    suspensions = frame("dossier_id | from_date | to_date\nC | 2026-08-01 | 2026-08-09")
    assert len(dues(frame(DOSSIERS), extensions=extensions, suspensions=suspensions)) == 5


def test_no_dossiers_give_an_empty_table_of_the_same_columns():
    assert list(dues(frame(DOSSIERS).iloc[:0])) == COLUMNS
    assert dues(frame(DOSSIERS).iloc[:0]).empty


def test_many_dossiers_take_little_time():
    number = 100_000
    some = np.random.default_rng(1)
    accepted = pd.Timestamp(2020, 1, 1) + pd.to_timedelta(some.integers(0, 2400, number), unit="D")
    many = pd.DataFrame(
        {
            "dossier_id": [f"D{serial}" for serial in range(number)],
            "kind": some.choice(["complaint", "denunciation"], number),
            "received_on": accepted,
            "accepted_on": accepted,
            "instance": some.integers(1, 3, number),
            "complexity": some.choice(["normal", "complex"], number),
            "remote_area": some.random(number) < 0.2,
            "due_on": pd.NaT,
            "closed_on": pd.NaT,
        }
    )
    begun = process_time()
    assert len(dues(many)) == number
    assert process_time() - begun < 10  # of the processor: about one second


WORKING = """
start      | days | due        | why
2026-02-13 | 1    | 2026-02-23 | over Tết
2026-03-02 | 7    | 2026-03-11 | seven working days, the first not counted
2026-02-14 | 1    | 2026-02-23 | from a Saturday
2026-08-21 | 1    | 2026-08-22 | the next day is a Saturday that is worked
"""


@pytest.mark.parametrize("case", frame(WORKING).to_dict("records"), ids=lambda case: case["why"])
def test_limits_in_working_days(case):
    """Such as Luật Tố cáo Điều 24: seven working days to decide on acceptance."""
    days = WorkingDays.of(law.calendar())
    start = np.array([np.datetime64(case["start"], "D").astype(int)])
    found = days.add(start, case["days"], unit="working")
    assert found[0].astype("datetime64[D]").item() == case["due"]


@pytest.mark.parametrize("day", ["2050-01-01", "1850-01-01"])
def test_days_outside_the_calendar_are_not_guessed(day):
    days = WorkingDays.of(law.calendar())
    far = np.array([np.datetime64(day, "D").astype(int)])
    assert days.roll(far)[0] == days.roll_one(int(far[0])) == days.known(far)[0] == NEVER
    assert days.add(far, 5, unit="working")[0] == NEVER
    last = np.array([np.datetime64("2036-12-30", "D").astype(int)])
    assert days.add(last, 5, unit="working")[0] == NEVER


def test_a_due_day_outside_the_calendar_is_not_known():
    """Accepted in the last month of the calendar; extended for 9.999 days; a source's own 31/12/9999."""
    late = {"accepted_on": date(2036, 12, 20)}
    assert law.timeline(late)["due_on"].isna().tolist() == [True]
    extended = law.timeline({"accepted_on": date(2026, 3, 2)}, extensions="decided_on | days\n2026-03-09 | 9999")
    assert extended["due_on"].isna().tolist() == [False, True]
    own = {"kind": "petition", "received_on": date(2026, 3, 2), "due_on": date(9999, 12, 31)}
    assert law.timeline(own)["due_on"].isna().tolist() == [True]
    assert law.timeline(own)["basis"].tolist() == ["source"]


def test_a_limit_may_be_set_in_working_days_by_a_rule():
    own = law.rules("deadlines").copy()
    own.loc[own["rule_id"] == "TC30", ["days", "unit"]] = [7, "working"]
    assert law.due({"kind": "denunciation", "accepted_on": date(2026, 3, 2)}, deadlines=own) == date(2026, 3, 11)


def test_rolling_forward_may_be_switched_off_by_a_rule():
    own = law.rules("deadlines").copy()
    own["roll_forward"] = False
    assert law.due({"accepted_on": date(2026, 4, 2)}, deadlines=own) == date(2026, 5, 2)
    assert law.due({"accepted_on": date(2026, 4, 2)}) == date(2026, 5, 4)
