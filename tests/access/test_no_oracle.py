"""An address that names what is out of reach is answered word for word as one that names what does not exist.

Generated: every page of the role, every part of an address that anything reads, each sort of code; a denunciation, for
each role whose answers know none, the leader of the very area where it lies among them.
"""

from __future__ import annotations

import os
import re
from itertools import cycle

import pytest

from dashboard.answers.answers import Answers
from dashboard.screen import rights, tabs
from data_loaders.snapshot import current
from queries.errors import ScopeError
from queries.scope import Scope
from queries.snapshot import open_snapshot
from tests import addresses, shown
from tests.dashboard.test_dossier import acts_as, reach
from tests.dashboard.test_pages import opened
from tests.tiny_province import AS_OF

FOREIGN = {"area": "D2", "commune": "C3", "body": "S", "post": "GS", "matter": "V03"}
ABSENT = "X9Z8"
DENUNCIATION, ITS_AREA = "V03", "D2"
EACH = "REACHING_EACH" in os.environ
KEPT = {"ky", "lich", tabs.NAME}
"""Which window and which view."""
MARK = re.compile(r'^\s*\w*id: "[^"]*"\n', re.MULTILINE)


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    acts_as(monkeypatch, "area_leader")


def told(page: str, code: str, view: str = "", *, instead: str = "") -> list[str]:
    """All that reaches the browser, without the marks that Streamlit makes of it; `instead` stands for the code."""
    asked = dict.fromkeys(set(addresses.parts()) - KEPT, code) | ({tabs.NAME: view} if view else {})
    app = opened(page, **asked)
    assert not app.exception, app.exception
    texts = [MARK.sub("", str(element.proto)) for element in (*app.main, *app.sidebar)]
    return [text.replace(code, instead) for text in texts] if instead else texts


def test_what_is_within_reach_is_answered_otherwise():
    """Else the next test would find nothing; the codes it takes are those of the test over the wire."""
    assert told("dossier", "V01") != told("dossier", ABSENT, instead="V01")
    assert told("unit", "D1") != told("unit", ABSENT, instead="D1")
    snapshot = open_snapshot(current(shown.tiny()).path)
    whole, own = Answers(snapshot, Scope.everything()), Answers(snapshot, Scope("x", area="D1"))
    found = [len(each.ask("dossier_path", dossier=FOREIGN["matter"], as_of=AS_OF)) for each in (whole, own)]
    assert found[0] and not found[1]


@pytest.mark.parametrize("page", rights.ROLES["area_leader"].pages)
def test_what_is_out_of_reach_is_answered_as_what_does_not_exist(page: str):
    """In the view that opens every sort of code, in each other one of them in turn."""
    turns = cycle(FOREIGN.values())
    for place, view in enumerate(addresses.views()[page]):
        for code in [next(turns)] if place else FOREIGN.values():
            assert told(page, code, view) == told(page, ABSENT, view, instead=code), (view, code)


def knows(role: str) -> bool:
    """Whether the answers of that role, of an area the one where it lies, know the denunciation."""
    answers = Answers(open_snapshot(current(shown.tiny()).path), reach(role, own=ITS_AREA))
    try:
        return not answers.ask("dossier", dossier=DENUNCIATION, as_of=AS_OF).empty
    except ScopeError:
        return False


def test_a_denunciation_is_known_to_roles_of_the_province_and_not_to_the_leader_of_its_area():
    assert {role for role in rights.ROLES if not knows(role)} == {"area_leader", "technician"}


@pytest.mark.parametrize("page", dict.fromkeys([*rights.ROLES["area_leader"].pages, *rights.ROLES["technician"].pages]))
def test_a_denunciation_is_answered_as_what_does_not_exist(page: str, monkeypatch: pytest.MonkeyPatch):
    """In the view a page opens with and its last, in a soak in all of them."""
    views = addresses.views()[page]
    for role in [role for role, right in rights.ROLES.items() if page in right.pages and not knows(role)]:
        acts_as(monkeypatch, role, own=ITS_AREA)
        for view in views if EACH else dict.fromkeys((views[0], views[-1])):
            found, absent = (told(page, code, view, instead=DENUNCIATION) for code in (DENUNCIATION, ABSENT))
            assert found == absent, (role, view)
