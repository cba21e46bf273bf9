"""What can be found by name is what the viewer may see: all of it, and of one area's leader his own alone."""

import pytest

from dashboard.answers import findable
from dashboard.answers.answers import Answers
from dashboard.facts.search import LEAST_DIGITS, found
from data_loaders.snapshot import current
from queries.scope import Scope
from queries.snapshot import open_snapshot
from tests import shown


@pytest.fixture(scope="module")
def snapshot():
    return open_snapshot(current(shown.tiny()).path)


def test_everybody_finds_places_bodies_and_posts_and_each_name_of_a_body_once(snapshot):
    entries = findable.entries(Answers(snapshot, Scope.everything()))
    assert {entry.kind for entry in entries} >= {"commune", "district", "agency", "post"}
    bodies = [entry.name for entry in entries if entry.kind == "agency"]
    assert len(bodies) == len(set(bodies))
    assert all(entry in found(entry.name, entries, most=len(entries)) for entry in entries)


def test_the_leader_of_one_area_finds_nothing_of_another(snapshot):
    leader = Answers(snapshot, Scope("x", area="D1"))
    own, whole = set(findable.entries(leader)), set(findable.entries(Answers(snapshot, Scope.everything())))
    assert own < whole
    assert {entry.code for entry in own if entry.kind in ("commune", "district")} == {"D1"}
    posts = set(leader.ask("duty_by_post", start="2020-01-01", end="2026-11-22")["title"])
    assert {entry.name for entry in own if entry.kind == "post"} <= posts


def test_a_number_finds_a_matter_that_may_be_seen_and_no_other(snapshot):
    whole, leader = Answers(snapshot, Scope.everything()), Answers(snapshot, Scope("x", area="D1"))
    every, own = (set(asked.ask("dossier", as_of=asked.as_of)["dossier_id"]) for asked in (whole, leader))
    foreign = sorted(every - own)
    for number in [*foreign, "KHONG-CO-99999"]:
        assert findable.matters(leader, number) == []
    long = [number for number in sorted(every) if sum(sign.isdigit() for sign in number) >= LEAST_DIGITS]
    assert [findable.matters(whole, number.lower()) for number in long] == [[number] for number in long]
