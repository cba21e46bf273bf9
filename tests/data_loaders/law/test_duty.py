"""The table duty_month (the rules themselves: tests/spec/test_reception_days.py)."""

from datetime import date

import pandas as pd

from data_loaders.law.duty import COLUMNS, duty_months, usual_weekdays
from tests.spec import law
from tests.spec.tables import frame

POSTS = """
post_code | duty_code     | valid_from | valid_to
CT        | commune_chair | 2026-05-01 | -
BT        | commune_chair | 2026-07-10 | -
HU        | district_chair| 2025-05-01 | 2025-06-30
"""
NO_HOLDERS = frame("post_code | from_date | to_date")
NO_SESSIONS = frame("post_code | scheduled_on | kind")


def months(posts: pd.DataFrame, **given) -> pd.DataFrame:
    tables = {"post_holders": NO_HOLDERS, "sessions": NO_SESSIONS, "rules": law.rules("reception_duty")}
    return duty_months(posts, **{**tables, **given}, calendar=law.calendar(), until=date(2026, 8, 15))


def test_one_row_a_post_and_month_with_the_rule_that_asked():
    found = months(frame(POSTS))
    assert list(found) == COLUMNS
    drawn = [
        (row.post_code, row.month_on.date().isoformat()[:7], row.required, row.rule_id) for row in found.itertuples()
    ]
    assert drawn == [
        ("CT", "2026-05", 4, "TCD15"),
        ("CT", "2026-06", 4, "TCD15"),
        ("CT", "2026-07", 2, "TCD15-136"),
        ("CT", "2026-08", 2, "TCD15-136"),
        ("BT", "2026-07", 1, "TCD15-136"),
        ("BT", "2026-08", 2, "TCD15-136"),
        ("HU", "2025-05", 2, "TCD13"),
        ("HU", "2025-06", 2, "TCD13"),
    ]
    assert found["note"].dropna().tolist() == ["created"]


def test_duties_are_counted_by_post_never_by_person():
    """One man who is chairman and secretary owes both posts' days."""
    both = frame("post_code | duty_code | valid_from | valid_to\nA | commune_chair | 2026-07-01 | -\n"
                 "B | commune_party_secretary | 2026-07-01 | -")  # fmt: skip
    assert months(both).groupby("post_code")["required"].sum().to_dict() == {"A": 4, "B": 4}


def test_several_things_in_one_month_are_all_noted():
    post = frame("post_code | duty_code | valid_from | valid_to\nA | commune_chair | 2026-07-03 | 2026-07-30")
    holders = frame("post_code | from_date | to_date\nA | 2026-07-10 | -")
    assert months(post, post_holders=holders)["note"].tolist() == ["created,ended,vacancy"]


def test_a_post_of_an_unknown_duty_or_no_posts_at_all_give_no_rows():
    unknown = frame("post_code | duty_code | valid_from | valid_to\nA | village_head | 2026-07-03 | -")
    assert months(unknown).empty
    assert list(months(unknown.iloc[:0])) == COLUMNS


def test_the_usual_weekday_reads_periodic_sessions_only():
    sessions = frame("""
        post_code | scheduled_on | kind
        A         | 2026-11-02   | periodic
        A         | 2026-11-05   | ad_hoc
        A         | 2026-11-12   | ad_hoc
        B         | 2026-11-06   | periodic
        B         | 2026-11-03   | periodic
        -         | 2026-11-03   | periodic
        C         | -            | periodic
    """)
    assert usual_weekdays(sessions) == {"A": 1, "B": 2}  # B: a tie, the earlier weekday
