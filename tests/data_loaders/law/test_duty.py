"""The table duty_month (the rules themselves: tests/spec/test_reception_days.py)."""

from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from data_loaders.law.duty import COLUMNS, duty_months, usual_weekdays
from tests.data_loaders.law import plain_duty
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


@st.composite
def schedules(draw: st.DrawFn) -> dict[str, pd.DataFrame]:
    """A few posts of drawn duties with holders, sessions and rules that begin, end, overlap and leave gaps anywhere."""
    day = st.dates(date(2025, 1, 1), date(2026, 9, 30))
    end = st.none() | day
    posts = [
        {
            "post_code": f"P{n}",
            "duty_code": draw(st.sampled_from("ABC")),
            "valid_from": draw(day),
            "valid_to": draw(end),
        }
        for n in range(draw(st.integers(1, 4)))
    ]
    code = st.sampled_from([post["post_code"] for post in posts])
    some = st.integers(0, 4).map(range)
    holders = [{"post_code": draw(code), "from_date": draw(day), "to_date": draw(end)} for _ in draw(some)]
    sessions = [{"post_code": draw(code), "scheduled_on": draw(end), "kind": "periodic"} for _ in draw(some)]
    rules = [
        {
            "rule_id": f"R{n}",
            "duty_code": draw(st.sampled_from("AB")),
            "minimum": draw(st.integers(1, 3)),
            "per": draw(st.sampled_from(["month", "week"])),
            "weekday": draw(st.none() | st.integers(1, 7)),
            "valid_from": draw(day),
            "valid_to": draw(end),
        }
        for n in draw(some)
    ]
    columns = {
        "post_holders": ["post_code", "from_date", "to_date"],
        "sessions": ["post_code", "scheduled_on", "kind"],
        "rules": ["rule_id", "duty_code", "minimum", "per", "weekday", "valid_from", "valid_to"],
    }
    drawn = {"post_holders": holders, "sessions": sessions, "rules": rules}
    return {"posts": pd.DataFrame(posts)} | {name: pd.DataFrame(drawn[name], columns=columns[name]) for name in columns}


@given(tables=schedules(), until=st.dates(date(2025, 6, 1), date(2026, 9, 30)))
@settings(max_examples=100, derandomize=True)
def test_all_at_once_is_what_a_plain_reading_month_by_month_gives(tables, until):
    given_all = {**tables, "calendar": law.calendar(), "until": until}
    posts = given_all.pop("posts")
    found, wanted = (way(posts, **given_all).astype(object) for way in (duty_months, plain_duty.duty_months))
    assert_frame_equal(found.where(found.notna(), None), wanted.where(wanted.notna(), None))
