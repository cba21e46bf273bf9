"""Who runs a command on the server, and what of the figures that account is given.

The province's file of roles may have a part for accounts of the operating system:

    [operators]
    "van-phong" = "office"
    "truc-may" = "technician"            # operation only, no figure
    "lam-khe" = "area_leader:683"        # this area and the province's total

Without that part every account sees everything: who may read the snapshot's file can open it without this command.
With it, an account that is not named is given nothing, and only the office is given numbers of denunciations: it fills
the official forms by unit, every other role is answered without them (Luật Tố cáo, Điều 8).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from typing import Any

from queries import messages
from queries.errors import ScopeError
from queries.question import Question
from queries.scope import Scope

PROVINCE = ("standing", "bureau", "internal_affairs", "office", "analyst")
OPERATION, AREA, OFFICE = "technician", "area_leader", "office"
BRIEFING = ("standing", "internal_affairs", "office")
"""Roles that see the whole province, that see no figure, that see one area, and that may take the briefing."""


@dataclass(frozen=True)
class Operator:
    """An account of the operating system, its role ('' where no part of the file tells) and its reach."""

    name: str
    role: str
    scope: Scope

    def must_take_briefings(self) -> None:
        """Raise ScopeError where the briefing is not this role's."""
        if self.role and self.role not in BRIEFING:
            raise ScopeError(messages.NO_BRIEFING.format(role=self.role))

    @property
    def counts_denunciations(self) -> bool:
        """Whether this account is given denunciations by unit: the office, and where no part tells of roles."""
        return self.role in ("", OFFICE)

    def asked(self, question: Question, params: Mapping[str, object]) -> dict[str, object]:
        """The parameters as this account may ask them: for every role but the office without denunciations.

        Raises:
            ScopeError: a question that fills a form, the kind itself, or visits by kind.
        """
        if self.counts_denunciations:
            return dict(params)
        kind = params.get("kind")
        if question.is_whole or kind == "denunciation" or (kind and question.is_of_visits):
            raise ScopeError(messages.OFFICE_ONLY.format(role=self.role))
        return {**params, "apart": False} if "apart" in question.accepts else dict(params)


def operator(roles: Path | None, wanted: str | None = None) -> Operator:
    """Who runs the command.

    Args:
        roles: the province's file of roles; None: there is none.
        wanted: a role to act in, as in the file: `office`, `area_leader:683`. It may only take away.

    Raises:
        ScopeError: the account is not named, the file or the role cannot be used, or more is wanted than is given.
    """
    name = getuser()
    given = _given(roles, name)
    if given and wanted and given != wanted and not _is_less(wanted, given):
        raise ScopeError(messages.MORE_THAN_GIVEN.format(role=given, wanted=wanted))
    named = wanted or given
    return Operator(name, named.partition(":")[0], _scope(name, named) if named else Scope.everything(name))


def _given(roles: Path | None, name: str) -> str:
    """'' where the file says nothing of accounts."""
    if roles is None:
        return ""
    try:
        told: dict[str, Any] = tomllib.loads(roles.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise ScopeError(messages.BAD_ROLES) from None
    operators = told.get("operators")
    if operators is None:
        return ""
    if not isinstance(operators, dict):
        raise ScopeError(messages.BAD_ROLES)
    if name not in operators:
        raise ScopeError(messages.NOT_AN_OPERATOR.format(name=name))
    return str(operators[name])


def _is_less(wanted: str, given: str) -> bool:
    """Whoever sees the whole province may act as somebody who sees a part of it; a role of files may not be gained."""
    gains = wanted in BRIEFING and given not in BRIEFING
    return given in PROVINCE and not gains


def _scope(name: str, role: str) -> Scope:
    bare, _, area = role.partition(":")
    if bare == AREA and area:
        return Scope(name, area=area)
    if area or bare not in (*PROVINCE, OPERATION):
        raise ScopeError(messages.UNKNOWN_ROLE.format(role=role))
    return Scope(name, operation=bare == OPERATION)
