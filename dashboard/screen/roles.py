"""The province's own file that says which claim of its identity service means which role and which area.

    [claims]
    roles = "groups"             # a claim of the ID token; "realm_access.roles" looks inside
    areas = "groups"
    area_prefix = "dia-ban:"     # dia-ban:683 is the area with the code 683

    [roles]
    "giam-sat-thuong-truc" = "standing"

What the file does not name is no right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.screen import rights
from dashboard.words import sign_in as words


class NoRight(Exception):  # noqa: N818 - it is no error of the program
    """One Vietnamese sentence that says what to ask for."""


@dataclass(frozen=True)
class Granted:
    """A role of `rights.ROLES`, and the one area its leader sees."""

    role: str
    area: str | None = None


@dataclass(frozen=True)
class RoleBook:
    """The file: claims to look at, and role by name of a group."""

    roles: Mapping[str, str]
    roles_claim: str = "groups"
    areas_claim: str = "groups"
    area_prefix: str = "dia-ban:"

    def granted(self, claims: Mapping[str, Any]) -> Granted:
        """What these claims give.

        Raises:
            NoRight: the claim is missing, names no role, or not exactly one area where the role needs one.
        """
        if _at(claims, self.roles_claim) is None:
            raise NoRight(words.NO_CLAIM.format(claim=self.roles_claim))
        held = {self.roles[name] for name in _names(claims, self.roles_claim) if name in self.roles}
        role = next((role for role in rights.ROLES if role in held), None)
        if role is None:
            raise NoRight(words.NO_ROLE.format(groups=", ".join(sorted(self.roles))))
        return Granted(role, self._area(claims, role) if role == "area_leader" else None)

    def _area(self, claims: Mapping[str, Any], role: str) -> str:
        names = _names(claims, self.areas_claim)
        areas = {name.removeprefix(self.area_prefix) for name in names if name.startswith(self.area_prefix)} - {""}
        if len(areas) != 1:
            named = words.ROLES[role]
            raise NoRight(words.NO_AREA.format(role=named, count=len(areas), prefix=self.area_prefix))
        return areas.pop()


def read(path: Path | None) -> RoleBook:
    """The file of the province.

    Raises:
        NoRight: there is none, or it cannot be used; then nobody has any right.
    """
    if path is None:
        raise NoRight(words.NO_FILE)
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise _bad("unreadable") from None
    except ValueError:
        raise _bad("syntax") from None
    named = given.get("roles")
    if not isinstance(named, dict) or not named or not all(isinstance(role, str) for role in named.values()):
        raise _bad("roles")
    if not set(named.values()) <= rights.ROLES.keys():
        raise _bad("unknown")
    claims = given.get("claims", {})
    usual = RoleBook({})
    return RoleBook(
        named,
        str(claims.get("roles", usual.roles_claim)),
        str(claims.get("areas", usual.areas_claim)),
        str(claims.get("area_prefix", usual.area_prefix)),
    )


def _bad(why: str) -> NoRight:
    return NoRight(words.BAD_FILE.format(why=words.WHY[why]))


def _at(claims: Mapping[str, Any], path: str) -> Any:
    found: Any = claims
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _names(claims: Mapping[str, Any], path: str) -> list[str]:
    """A list of names, or one name as a text."""
    found = _at(claims, path)
    return [found] if isinstance(found, str) else [str(name) for name in found or ()]
