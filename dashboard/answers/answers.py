"""The one door to the data: what a viewer asks of a snapshot, small cells withheld, kept for all of the same reach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import duckdb
import pandas as pd
from sqlalchemy.exc import SQLAlchemyError

from dashboard.answers import lock_files
from dashboard.answers.cache import Cache, Recent
from dashboard.facts import kept, small_cells
from dashboard.facts.peers import Spread, spread
from dashboard.metrics.thresholds import MASS_GROUP_SIZE
from dashboard.words import choices, former
from dashboard.words import numbers as vi
from data_loaders.snapshot.locks import Lock
from queries import messages, question
from queries.ask import Scope, ScopeError, Snapshot, ask, bind
from queries.periods import RuleBook, rules_of

Made = TypeVar("Made")
FILTERS = frozenset({"start", "end", "as_of", "kind", "area", "division", "calendar"})


class AnswerError(Exception):
    """The snapshot cannot answer the question: its tables are damaged, or of another version of the contract."""


@dataclass(frozen=True)
class Info:
    """What the snapshot is: true as of which day, taken when; `place`: what the viewer sees of it."""

    snapshot_id: str
    taken_at: dt.datetime
    as_of: dt.date
    is_demo: bool
    province_name: str
    place: str = ""
    mass_group_size: int = MASS_GROUP_SIZE


class Answers:
    """One viewer asking one snapshot.

    Args:
        cache: where answers are kept; everything of one process may share one, reach and snapshot are in every key.
            By default nothing is shared.

    Raises:
        ScopeError: nothing says what the viewer may see.
    """

    def __init__(self, snapshot: Snapshot, scope: Scope, *, cache: Cache | None = None) -> None:
        if not isinstance(scope, Scope):
            raise ScopeError(messages.NO_SCOPE)
        self._snapshot = snapshot
        self._cache = Recent() if cache is None else cache
        self.scope = scope

    @property
    def id(self) -> str:
        """Which snapshot is asked, for keys."""
        return self._snapshot.id

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """The answer of `queries/<name>.sql`, below the province without denunciations.

        Filter parameters it does not take are left out.

        `taken(answer)` tells which of them counted. Raises AnswerError, QueryError, ScopeError.
        """
        return self._asked(name, params)

    def base(self, name: str, *, before: dt.date, **params: object) -> pd.DataFrame:
        """What a window beginning on `before` is compared with: of what is no base (see `facts.kept`) nothing is said.

        `is_base(answer)` tells whether all of it is one.
        """
        answer, asked = self.ask(name, **params), question.load(name)
        return kept.as_base(answer, asked.needs, *_days(params), begins=self.begins, before=before)

    def has_base(self, *tables: str, start: dt.date, end: dt.date, before: dt.date) -> bool:
        """Whether counts of these tables from start to end can be compared with a window beginning on `before`."""
        return kept.is_base(kept.coverage(tables, start, end, begins=self.begins), end=end, before=before)

    def of_province(self, **params: object) -> pd.DataFrame:
        """The headline figures of the whole province, which the leader of one area may know beside his own."""
        return self._province.ask("figures", **params | {"area": None})

    def peers(self, *, part: str, base: str, **params: object) -> Spread | None:
        """How a share spreads over the areas of one division: quartiles, never an area. Of all kinds together."""
        return spread(
            self._province.ask("area_measures", **params | {"area": None, "kind": None}), part=part, base=base
        )

    def peers_among(
        self, name: str, *, part: str, base: str, by: str, only: Collection[str] | None = None, **params: object
    ) -> Spread | None:
        """As `peers`, of the bodies or posts that `by` names, of `only` those: quartiles, never one of them."""
        rows = self._province.ask(name, **params | {"area": None, "kind": None})
        those = rows if only is None else rows[rows[by].isin(only)]
        return spread(those.groupby(by, as_index=False)[[part, base]].sum(), part=part, base=base, by=by)

    @property
    def _province(self) -> Answers:
        """The whole province, for the answers above that hold no row of an area."""
        return Answers(self._snapshot, replace(self.scope, area=None), cache=self._cache)

    def sums(self, name: str, *, by: str, **params: object) -> pd.DataFrame:
        """The counts of an answer added up by one of its columns: with denunciations where that says nothing of a part
        of the province, although the answer itself does."""
        return self._asked(name, params, by=by)

    def may_ask(self, name: str) -> bool:
        """Whether the question can be put by this viewer at all."""
        return self.scope.allows(question.load(name))

    def at(self, lock: Lock) -> Answers | None:
        """The same viewer asking the locked file; None where the lock is damaged."""
        snapshot = lock_files.opened(lock, self._cache)
        return Answers(snapshot, self.scope, cache=self._cache) if snapshot else None

    def remember(self, what: str, make: Callable[[], Made], *key: object, most: int | None = None) -> Made:
        """What is worked out of answers, kept as they are: for this snapshot, this reach, and a key that hashes.

        It is shared: whoever gets it leaves it as it is. `most`: how many of this sort are kept, where it is large.
        """
        return self._cache.remember((what, self.id, self.scope.reach, key), make, most=most)

    @cached_property
    def info(self) -> Info:
        """What the snapshot says about itself."""
        row = self.ask("snapshot_info").iloc[0]
        name = "" if pd.isna(row["province_name"]) else str(row["province_name"])
        return Info(
            str(row["snapshot_id"]),
            row["taken_at"].to_pydatetime(),
            row["as_of"].date(),
            bool(row["is_demo"]),
            name,
            self.area_names().get(self.scope.area, "") if self.scope.area else name,
            self._mass_group_size(),
        )

    def _mass_group_size(self) -> int:
        """As the snapshot was read; the usual number where it was taken before it was noted."""
        try:
            return int(self.ask("mass_group_size")["mass_group_size"].iloc[0])
        except AnswerError:
            return MASS_GROUP_SIZE

    @cached_property
    def begins(self) -> kept.Begins:
        """Since when each table of events is kept; nothing is known of snapshots taken before it was noted."""
        try:
            days = self.ask("data_begins")
        except AnswerError:
            return {}
        firsts = (None if pd.isna(first) else first.date() for first in days["begins_on"])
        return dict(zip(days["table_name"], firsts, strict=True))

    @property
    def as_of(self) -> dt.date:
        """The day the data are true of."""
        return self.info.as_of

    @property
    def rules(self) -> RuleBook:
        """The rules the snapshot was taken with: today's, or of a locked period those it was locked with."""
        return rules_of(self._snapshot)

    def area_names(self) -> dict[str, str]:
        """Former districts, then today's communes: code → name (a commune with its district)."""
        return dict(self.remember("area names", self._area_names))

    def _area_names(self) -> dict[str, str]:
        areas = self.ask("areas")
        of_districts = areas[areas["level"] == "district"]
        districts: dict[str, str] = dict(zip(of_districts["code"], of_districts["name"], strict=True))
        communes = areas.loc[areas["level"] == "commune", ["code", "name", "district_code"]]
        return districts | {
            code: _within(name, districts.get(home)) for code, name, home in communes.itertuples(index=False)
        }

    def own_areas(self) -> dict[str, str]:
        """The areas this viewer may single out: code → name; of one area's viewer that one alone, if it is known."""
        own = self.scope.area
        return {code: name for code, name in self.area_names().items() if own in (None, code)}

    def agency_names(self) -> dict[str, str]:
        """Bodies: code → name."""
        agencies = self.ask("agencies")
        return dict(zip(agencies["code"], agencies["name"], strict=True))

    def known_agencies(self) -> frozenset[str]:
        """Codes of bodies that an address may name where none of their matters are; of an area none, so that which
        bodies there are elsewhere is not told.
        """
        return frozenset() if self.scope.area else frozenset(self.agency_names())

    def _asked(self, name: str, params: Mapping[str, object], *, by: str | None = None) -> pd.DataFrame:
        accepted = question.load(name).accepts
        asked = {key: value for key, value in params.items() if key in accepted or key not in FILTERS}
        # what is left out and what is said as it is meant anyway are one question
        key = tuple(sorted(bind(question.load(name), self.scope.narrow(asked, question.load(name))).items()))
        return self.remember(name, lambda: self._answer(name, asked, by=by), by, key).copy(deep=False)

    def _as_now(self, answer: pd.DataFrame) -> pd.DataFrame:
        """With former districts and ended bodies named as what they are, and communes of one name told apart."""
        named = former.bodies(answer) if "ended_agency_code" in answer else answer
        named = former.apart(named) if "unit_from" in named else named
        columns = set(answer.columns)
        if not columns & {name for _, name in former.NAMED_BY} or not self._former_districts:
            return named
        return former.districts(named, self._former_districts)

    @cached_property
    def _former_districts(self) -> frozenset[str]:
        """Codes of the former districts; none where districts still are."""
        day = ask("snapshot_info", self._snapshot, self.scope)["as_of"].iloc[0].date()
        areas = ask("areas", self._snapshot, self.scope)
        return frozenset(areas.loc[areas["level"].eq("district"), "code"]) if former.has_ended(day) else frozenset()

    def _answer(self, name: str, params: dict[str, object], *, by: str | None) -> pd.DataFrame:
        asked = question.load(name)
        kind = str(params["kind"]) if params.get("kind") else None
        apart = self._tells_kinds_apart(asked, params, by=by)
        together = asked.is_of_visits and not (apart and kind == small_cells.HEARD_APART)
        if together:
            kind, params = None, params | {"kind": None, "apart": False}
        elif "apart" in asked.accepts:
            params = params | {"apart": apart}
        try:
            answer = ask(name, self._snapshot, self.scope, **params)
        except (duckdb.Error, SQLAlchemyError) as error:
            raise AnswerError(name) from error
        if by is not None and not answer.empty:
            answer = answer.groupby(by, dropna=False, sort=False)[small_cells.counts(answer)].sum().reset_index()
            answer.attrs["question"] = name
        answer = self._as_now(answer)
        counted_without = not (apart or asked.is_of_visits) and "apart" in asked.accepts
        shown = small_cells.without(answer, kind=kind) if counted_without else small_cells.whole(answer, kind=kind)
        if name == "figures" or asked.needs or asked.carries:
            shown = kept.known(shown, asked.needs, *_days(params), begins=self.begins, carries=asked.carries)
        dropped = {"kind"} if together else set()
        shown.attrs["taken"] = " ".join(sorted((FILTERS & asked.accepts) - dropped))
        return shown

    def _tells_kinds_apart(self, asked: question.Question, params: Mapping[str, object], *, by: str | None) -> bool:
        """Whether the answer is of the province as a whole, where denunciations are counted."""
        narrowed = self.scope.is_narrowed or any(params.get(name) for name in ("area", "agency", "place", "sender"))
        division = str(
            params.get("division") or next((each.default for each in asked.parameters if each.name == "division"), "")
        )
        key, known = (asked.key if by is None else (by,)), asked.divides_by(division)
        return not narrowed and (asked.is_whole or not small_cells.is_cut(key, division=division if known else None))


def is_base(answer: pd.DataFrame) -> bool:
    """Whether everything an answer of `Answers.base` counts may be compared with."""
    return bool(answer.attrs.get("base", True))


def _days(params: Mapping[str, object]) -> tuple[dt.date, dt.date]:
    """The window asked for; of a question without one the day it is asked of."""
    end = params.get("end") or params["as_of"]
    start, last = (
        day if isinstance(day, dt.date) else dt.date.fromisoformat(str(day))
        for day in (params.get("start") or end, end)
    )
    return start, last


def _within(commune: str, district: str | None) -> str:
    if district is None:
        return commune
    return choices.COMMUNE_OF.format(commune=commune, district=vi.place(former.plain(district)))


def taken(answer: pd.DataFrame) -> frozenset[str] | None:
    """The filter parameters the question behind an answer takes; None where the rows do not come from one."""
    found = answer.attrs.get("taken")
    return None if found is None else frozenset(found.split())
