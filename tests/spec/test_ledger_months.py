"""Which days count as the head's own (per post and calendar month), and what a month then is in the ledger."""

from datetime import date

import pytest

from tests.spec.ledger import Ledger
from tests.spec.tables import rows

TWO_A_MONTH = {
    "two days in person": """
        scheduled_on | held_on    | chaired
        2026-10-05   | 2026-10-05 | in_person
        2026-10-19   | 2026-10-19 | in_person
    """,
    "two sessions of one day": """
        scheduled_on | held_on    | chaired
        2026-10-05   | 2026-10-05 | in_person
        2026-10-05   | 2026-10-05 | in_person
    """,
    "one moved to the next month": """
        scheduled_on | held_on    | chaired
        2026-10-05   | 2026-10-05 | in_person
        2026-10-30   | 2026-11-02 | in_person
    """,
    "one online": """
        scheduled_on | held_on    | chaired   | online
        2026-10-05   | 2026-10-05 | in_person | no
        2026-10-19   | 2026-10-19 | in_person | yes
    """,
    "one by a deputy": """
        scheduled_on | held_on    | chaired
        2026-10-05   | 2026-10-05 | in_person
        2026-10-19   | 2026-10-19 | delegated
    """,
    "both by a deputy": """
        scheduled_on | held_on    | chaired
        2026-10-05   | 2026-10-05 | delegated
        2026-10-19   | 2026-10-19 | delegated
    """,
    "none held": """
        scheduled_on | held_on | chaired
        2026-10-05   | -       | -
        2026-10-19   | -       | -
    """,
    "one and an ad hoc day": """
        kind     | scheduled_on | held_on    | chaired
        periodic | 2026-10-05   | 2026-10-05 | in_person
        ad_hoc   | -            | 2026-10-20 | in_person
    """,
    "three days": """
        scheduled_on | held_on    | chaired
        2026-10-05   | 2026-10-05 | in_person
        2026-10-12   | 2026-10-12 | in_person
        2026-10-19   | 2026-10-19 | in_person
    """,
}
MONTHS = """
sessions                    | in_person | credited | delegated | missed | moved | ad_hoc | state
two days in person          | 2         | 2        | 0         | 0      | 0     | 0      | kept
two sessions of one day     | 1         | 1        | 0         | 0      | 0     | 0      | short
one moved to the next month | 2         | 2        | 0         | 0      | 1     | 0      | kept
one online                  | 2         | 2        | 0         | 0      | 0     | 0      | kept
one by a deputy             | 1         | 1        | 1         | 0      | 0     | 0      | short
both by a deputy            | 0         | 0        | 2         | 0      | 0     | 0      | delegated
none held                   | 0         | 0        | 0         | 2      | 0     | 0      | missed
one and an ad hoc day       | 1         | 1        | 0         | 0      | 0     | 1      | short
three days                  | 3         | 2        | 0         | 0      | 0     | 0      | kept
"""


@pytest.mark.parametrize("case", rows(MONTHS), ids=lambda case: case["sessions"])
def test_a_month_of_a_post_that_owes_two_days(case):
    """Quy định 11-QĐi/TW Điều 4: two days a month; no visitor is needed for a day to count, a deputy never counts."""
    ledger = Ledger(TWO_A_MONTH[case["sessions"]])
    month, post = ledger.month(), ledger.post()
    assert {name: month[name] for name in ("in_person", "delegated", "missed", "moved", "ad_hoc", "state")} == {
        name: case[name] for name in ("in_person", "delegated", "missed", "moved", "ad_hoc", "state")
    }
    assert (post.credited, post.required) == (case["credited"], 2)


OPTIONS = """
rule                      | sessions              | credited
ad_hoc_counts = true      | one and an ad hoc day | 2
ad_hoc_counts = false     | one and an ad hoc day | 1
half_day_counts = true    | one half day          | 2
half_day_counts = false   | one half day          | 1
"""
TWO_A_MONTH["one half day"] = """
    scheduled_on | held_on    | chaired   | half_day
    2026-10-05   | 2026-10-05 | in_person | no
    2026-10-19   | 2026-10-19 | in_person | yes
"""


@pytest.mark.parametrize("case", rows(OPTIONS), ids=lambda case: case["rule"])
def test_what_the_province_may_decide_in_the_rule_table(case):
    assert Ledger(TWO_A_MONTH[case["sessions"]], rule=case["rule"]).post().credited == case["credited"]


def test_a_session_yet_to_come_is_not_missed():
    ledger = Ledger("""
        scheduled_on | held_on    | chaired
        2026-10-05   | 2026-10-05 | in_person
        2026-12-07   | -          | -
    """)
    assert ledger.month()["missed"] == 0
    schedule = ledger.ask("reception_schedule", start="2026-12-01", end="2026-12-31", as_of="2026-11-22")
    assert list(schedule["outcome"]) == ["ahead"]


NOTHING_REPORTED = """
submitted | state      | band
-         | unreported | unreported
2026-M10  | missed     | never
2026-M09  | unreported | unreported
"""


@pytest.mark.parametrize("case", rows(NOTHING_REPORTED), ids=lambda case: str(case["submitted"]))
def test_a_body_that_reported_nothing_has_not_reported_and_is_not_at_nought(case):
    drawn = {"submissions": f"agency_code | period_code\nX1 | {case['submitted']}"} if case["submitted"] else {}
    ledger = Ledger(**drawn)
    post = ledger.post()
    assert ledger.month()["state"] == case["state"]
    assert post.band == case["band"]
    assert post.months_unreported == (case["state"] == "unreported")


def test_one_person_in_two_posts_is_judged_in_each_post_by_what_is_recorded_for_it():
    posts = """
        post_code | title     | duty_code               | agency_code | valid_from | valid_to
        P         | Bí thư    | commune_party_secretary | X1          | 2025-07-01 | -
        Q         | Chủ tịch  | commune_chair           | X2          | 2025-07-01 | -
    """
    holders = """
        post_code | holder_name | from_date  | to_date
        P         | Người Ấy    | 2025-07-01 | -
        Q         | Người Ấy    | 2025-07-01 | -
    """
    ledger = Ledger(
        """
        post_code | scheduled_on | held_on    | chaired
        P         | 2026-10-05   | 2026-10-05 | in_person
        P         | 2026-10-19   | 2026-10-19 | in_person
        Q         | 2026-10-19   | 2026-10-19 | in_person
        """,
        posts=posts,
        post_holders=holders,
    )
    assert (ledger.post(post="P").band, ledger.post(post="Q").band) == ("kept", "short")
    clashes = ledger.ask("reception_schedule", start="2026-10-01", end="2026-10-31").set_index("post_code")["clash"]
    assert list(clashes["P"].fillna("")) == ["", "same_person"]


def test_a_day_on_the_schedule_that_is_off_work_says_the_next_working_day():
    ledger = Ledger("scheduled_on | held_on | chaired\n2026-12-05 | - | -")
    row = ledger.ask("reception_schedule", start="2026-12-01", end="2026-12-31", as_of="2026-11-22").iloc[0]
    assert (row["clash"], row["next_working"].date()) == ("day_off", date(2026, 12, 7))
