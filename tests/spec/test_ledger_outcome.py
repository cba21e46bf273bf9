"""Delegation as form 01/TCD counts it; answers within ten working days; dialogues; matters heard again and again."""

import pytest

from dashboard.views.reception import outcome, years
from dashboard.words import ledger as words
from tests.spec.ledger import Ledger
from tests.spec.tables import frame, rows

WINDOW = {"start": "2026-10-01", "end": "2026-11-22"}
SESSIONS = """
    session_id | kind     | scheduled_on | held_on    | chaired
    A          | periodic | 2026-10-05   | 2026-10-05 | in_person
    B          | periodic | 2026-10-19   | 2026-10-19 | delegated
    C          | ad_hoc   | -            | 2026-10-20 | in_person
    D          | periodic | 2026-11-02   | -          | -
    R          | regular  | -            | 2026-11-20 | -
"""
VISITS = """
    visit_id | session_id | people | first_time | petition_id | dossier_id
    1        | A          | 1      | yes        | T1          | -
    2        | B          | 2      | yes        | T2          | -
    3        | B          | 1      | no         | -           | V1
    4        | C          | 9      | no         | -           | V1
    5        | R          | 1      | no         | -           | V1
    6        | R          | 1      | yes        | T3          | -
"""
DOSSIERS = """
    dossier_id | kind      | agency_code | received_on | accepted_on | instance | complexity | remote_area | closed_on  | closing
    V1         | complaint | X2          | 2026-03-02  | 2026-03-05  | 1        | normal     | no          | -          | -
    V2         | complaint | X2          | 2026-08-03  | 2026-08-05  | 2        | normal     | no          | 2026-10-12 | decision
    V3         | complaint | X2          | 2026-08-03  | 2026-08-05  | 2        | normal     | no          | 2026-10-13 | decision
    V4         | complaint | X2          | 2026-08-03  | 2026-08-05  | 2        | normal     | no          | 2026-10-14 | withdrawn
"""  # noqa: E501
STEPS = """
    dossier_id | step     | happened_on
    V2         | dialogue | 2026-09-10
    V1         | dialogue | 2026-10-08
"""


def petitions(*answers: str) -> str:
    """T1, T2, T3 as received at the sessions of 5/10, 19/10 and 20/11, processed on these days."""
    received = ("2026-10-05", "2026-10-19", "2026-11-20")
    lines = [
        f"T{number} | complaint | {day} | X1 | yes | {answer}"
        for number, (day, answer) in enumerate(zip(received, answers, strict=True), start=1)
    ]
    return "\n".join(["petition_id | kind | received_on | agency_code | eligible | processed_on", *lines])


@pytest.fixture
def ledger():
    return Ledger(
        SESSIONS,
        reception_visits=VISITS,
        petitions=petitions("2026-10-19", "2026-11-03", "-"),
        dossiers=DOSSIERS,
        dossier_steps=STEPS,
    )


def test_the_delegated_share_is_that_of_the_form_and_a_session_not_held_is_in_neither(ledger):
    """01/TCD: (21)/(12+21) by sessions, (22)/(13+22) by visits; periodic and ad hoc alike, in the months judged."""
    row = ledger.ask("delegation_by_duty", **WINDOW).iloc[0]
    assert (row["head_sessions"], row["delegated_sessions"]) == (2, 1)
    assert row["delegated_share"] == pytest.approx(1 / 3)
    assert (row["head_visits"], row["delegated_visits"]) == (2, 2)
    assert (row["posts"], row["delegating_posts"]) == (1, 1)


@pytest.mark.parametrize("kind", [None, "complaint"])
def test_a_denunciation_heard_as_a_complaint_is_in_nothing_that_came_of_it(kind):
    """A visit has a kind of its own: what it was about is not counted on the day and at the place of reception."""
    ledger = Ledger(
        "session_id | scheduled_on | held_on | chaired\nA | 2026-10-05 | 2026-10-05 | in_person",
        reception_visits="visit_id | session_id | people | kind | petition_id | dossier_id\n"
        "1 | A | 1 | complaint | T | V",
        petitions="petition_id | kind | received_on | agency_code | eligible\nT | denunciation | 2026-10-05 | X1 | yes",
        dossiers="dossier_id | kind | agency_code | received_on | accepted_on | instance | complexity | remote_area\n"
        "V | denunciation | X2 | 2026-10-05 | 2026-10-06 | 1 | normal | no",
    )
    heard = ledger.ask("reception_outcome", **WINDOW, kind=kind).set_index("reception").loc["head"]
    assert (heard["visits"], heard["petitions"], heard["dossiers"], heard["dossiers_opened"]) == (1, 0, 0, 0)
    assert ledger.ask("review_by_duty", **WINDOW, kind=kind)["dossiers"].sum() == 0


ANSWERS = """
brought    | answered   | in_time | late | still | why
2026-10-05 | 2026-10-05 | 1       | 0    | 0     | the same day
2026-10-05 | 2026-10-19 | 1       | 0    | 0     | the tenth working day
2026-10-05 | 2026-10-20 | 0       | 1    | 0     | the eleventh
2026-10-05 | -          | 0       | 1    | 0     | never, and the ten days are over
2026-11-20 | -          | 0       | 0    | 1     | still within its ten days on 22/11
2026-02-10 | 2026-03-03 | 1       | 0    | 0     | Tết: ten working days without 16 to 20/2
"""


@pytest.mark.parametrize("case", rows(ANSWERS), ids=lambda case: case["why"])
def test_an_answer_is_due_in_ten_working_days_of_the_reception(case):
    """Luật Tiếp công dân Điều 28; the day itself is not counted."""
    day = case["brought"].isoformat()
    ledger = Ledger(
        f"session_id | scheduled_on | held_on | chaired\nA | {day} | {day} | in_person",
        reception_visits="visit_id | session_id | people | petition_id\n1 | A | 1 | T",
        petitions=(
            "petition_id | kind | received_on | agency_code | eligible | processed_on\n"
            f"T | complaint | {day} | X1 | yes | {case['answered'] or '-'}"
        ),
    )
    row = ledger.ask("reception_outcome", start=day, end="2026-11-22").set_index("reception").loc["head"]
    assert (row["answered_in_time"], row["answered_late"], row["still_in_time"]) == (
        case["in_time"],
        case["late"],
        case["still"],
    )


def test_a_paper_answered_before_it_was_brought_is_not_a_paper_of_the_session():
    ledger = Ledger(
        "session_id | scheduled_on | held_on | chaired\nA | 2026-10-05 | 2026-10-05 | in_person",
        reception_visits="visit_id | session_id | people | petition_id\n1 | A | 1 | T",
        petitions=(
            "petition_id | kind | received_on | agency_code | eligible | processed_on\n"
            "T | complaint | 2026-08-03 | X1 | yes | 2026-08-10"
        ),
    )
    assert ledger.ask("reception_outcome", **WINDOW)["petitions"].sum() == 0


def test_from_session_to_resolution_by_who_received(ledger):
    found = ledger.ask("reception_outcome", **WINDOW).set_index("reception")
    drawn = """
        reception | sessions | visits | first_visits | repeat_visits | petitions | answered_in_time | answered_late
        head      | 2        | 2      | 1            | 1             | 1         | 1                | 0
        delegated | 1        | 2      | 1            | 1             | 1         | 0                | 1
        regular   | 1        | 2      | 1            | 1             | 1         | 0                | 0
    """
    expected = frame(drawn).set_index("reception")
    assert found.loc[expected.index, expected.columns].to_numpy().tolist() == expected.to_numpy().tolist()


def test_a_matter_heard_three_times_and_still_open_is_listed_with_who_heard_it(ledger):
    listed = ledger.ask("heard_often", as_of="2026-11-22")
    assert list(listed[["dossier_id", "visits", "by_head", "by_delegate"]].iloc[0]) == ["V1", 3, 1, 1]
    assert len(ledger.ask("heard_often", as_of="2026-11-19")) == 0


def test_second_instance_decisions_without_a_dialogue_are_counted_and_withdrawals_are_not(ledger):
    """Luật Khiếu nại Điều 39: dialogue is mandatory in the second instance."""
    talks = outcome.with_share(ledger.ask("dialogues", **WINDOW))
    assert talks.set_index("instance")[["dialogues", "decided", "decided_with_dialogue"]].to_numpy().tolist() == [
        [1, 0, 0],
        [0, 2, 1],
    ]
    assert words.dialogues(talks, within="Trong quý IV/2026") == (
        "Trong quý IV/2026 đã tổ chức 01 cuộc đối thoại khi giải quyết khiếu nại; 02 quyết định giải quyết lần hai "
        "(bắt buộc đối thoại, Luật Khiếu nại Điều 39): 01 quyết định chưa ghi nhận đối thoại."
    )


HALVES = """
first_required | first_credited | last_required | last_credited | months_short | ended_on   | move
16             | 4              | 16            | 14            | 10           | -          | improved
16             | 14             | 16            | 4             | 10           | -          | fell
16             | 8              | 16            | 10            | 10           | -          | steady
16             | 16             | 16            | 16            | 0            | -          | throughout
8              | 0              | 16            | 16            | 4            | -          | -
16             | 4              | 16            | 14            | 10           | 2025-06-30 | -
"""


@pytest.mark.parametrize("case", rows(HALVES), ids=range(6))
def test_who_improved_is_said_only_beyond_chance_and_only_of_those_in_office(case):
    table = frame(HALVES).drop(columns="move").iloc[[rows(HALVES).index(case)]]
    numbers = [name for name in table if name != "ended_on"]
    table = table.astype(dict.fromkeys(numbers, int)).assign(title="X", months=16)
    moved = years.moved(table.assign(duty_code="commune_chair"))
    assert list(moved["move"]) == ([case["move"]] if case["move"] else [])
    leads = years.moved(table.assign(duty_code="province_chair"))
    assert leads["move"].isin(["steady", "throughout"]).all(), "who leads the province is told by days, never ranked"
