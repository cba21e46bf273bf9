"""What the province's file of roles gives, what it refuses, and that the table of rights knows every page."""

from __future__ import annotations

import pytest

from dashboard.screen import rights, roles
from dashboard.words import sign_in as words
from queries import question
from tests import shown

EXAMPLE = shown.ROOT / "deploy" / "roles.example.toml"
GROUPS = {role: group for group, role in roles.read(EXAMPLE).roles.items()}


def test_the_table_of_rights_knows_every_page_and_every_role_has_a_name_and_an_example():
    assert set(rights.EVERY_PAGE) == set(shown.PAGES) == set(rights.NEEDS)
    assert set(rights.ROLES) == set(words.ROLES) == set(GROUPS)
    assert {page for right in rights.ROLES.values() for page in right.pages} <= set(shown.PAGES)
    assert set(rights.NEEDS.values()) <= set(question.names())


def test_the_first_role_of_several_counts():
    book = roles.read(EXAMPLE)
    assert book.granted({"groups": [GROUPS["technician"], GROUPS["office"]]}) == roles.Granted("office")
    assert book.granted({"groups": GROUPS["bureau"]}) == roles.Granted("bureau")
    leader = {"groups": ["khac", GROUPS["area_leader"], "dia-ban:683"]}
    assert book.granted(leader) == roles.Granted("area_leader", "683")


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"groups": None},
        {"groups": []},
        {"groups": ["khach"]},
        {"groups": "standing"},
        {"roles": [GROUPS["standing"]]},
        {"groups": [GROUPS["area_leader"]]},
        {"groups": [GROUPS["area_leader"], "dia-ban:"]},
        {"groups": [GROUPS["area_leader"], "dia-ban:1", "dia-ban:2"]},
    ],
)
def test_what_is_missing_is_no_right_and_one_sentence(claims):
    with pytest.raises(roles.NoRight, match=r"Đề nghị người quản trị .+\.$"):
        roles.read(EXAMPLE).granted(claims)


def test_a_claim_may_lie_inside_another(tmp_path):
    path = tmp_path / "roles.toml"
    path.write_text('[claims]\nroles = "realm_access.roles"\n[roles]\n"tv" = "standing"\n', encoding="utf-8")
    assert roles.read(path).granted({"realm_access": {"roles": ["tv"]}}) == roles.Granted("standing")
    for claims in ({"realm_access": "tv"}, {"realm_access.roles": ["tv"]}):
        with pytest.raises(roles.NoRight):
            roles.read(path).granted(claims)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[roles", "syntax"),
        ("", "roles"),
        ("[roles]\n", "roles"),
        ("[roles]\na = 1\n", "roles"),
        ('roles = "standing"\n', "roles"),
        ('[roles]\na = "admin"\n', "unknown"),
    ],
)
def test_a_file_that_cannot_be_used_gives_nobody_a_right(tmp_path, text, why):
    path = tmp_path / "roles.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(roles.NoRight) as refused:
        roles.read(path)
    assert words.WHY[why] in str(refused.value)
    with pytest.raises(roles.NoRight):
        roles.read(tmp_path / "none.toml")
    with pytest.raises(roles.NoRight):
        roles.read(None)


def test_one_role_alone_may_lock_a_period():
    assert [role for role, right in rights.ROLES.items() if "lock" in right.acts] == ["office"]
