"""Everything that is said of one area, asked once for its page and for its file: the same answers, the same words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.briefing.unit import Measured, asked_of
from dashboard.facts import standing_out
from dashboard.facts.change import figures
from dashboard.facts.hotspots import MEASURES
from dashboard.facts.peers import Spread
from dashboard.words import backlog
from dashboard.words import numbers as vi
from dashboard.words import unit as words

SHARES = {
    "overdue": "with_limit",
    "over_180": "open_count",
    "resolved": "entered",
    "escalated": "open_count",
    "mass_groups": "visits",
}
"""Each figure of `area_measures` and what it is set against."""
MONTHS, MOST = 12, 10
UNFINISHED = ("open", "undated", "late")


@dataclass(frozen=True)
class Area:
    """One area asked of by one viewer.

    Attributes:
        params: of the questions: start, end, as_of, calendar; `area` is the code of this one.
        place: its name inside a sentence.
    """

    answers: Answers
    code: str
    place: str
    params: dict[str, object]

    @property
    def asked(self) -> dict[str, object]:
        return self.params | {"area": self.code}

    @property
    def as_of(self) -> dt.date:
        return asked_of(self.params)

    @property
    def division(self) -> str:
        """The level whose areas are its peers: district or commune."""
        areas = self.answers.ask("areas")
        return str(areas.loc[areas["code"] == self.code, "level"].iloc[0])

    @property
    def among(self) -> str:
        return self.division

    @property
    def sheet_of(self) -> tuple[str, str]:
        return self.code, self.place

    @property
    def every(self) -> dict[str, object]:
        """Parameters that ask of all areas of its division."""
        return self.params | {"area": None, "division": self.division}

    def headline(self) -> str:
        """What is open, what of it overdue, and what chance says of that beside the province."""
        now = figures(self.answers.ask("figures", **self.asked))
        evidence = None if self.answers.scope.area else self._evidence()
        return words.headline(now, place=self.place, until=vi.date(self.as_of), evidence=evidence)

    def about(self) -> str:
        """How many people live there, and on which day."""
        rows = self.answers.ask("area_measures", **self.asked | {"division": self.division})
        if rows.empty:
            return words.NO_POPULATION
        own = rows.iloc[0]
        return words.population(own["population"], own["population_as_of"])

    def own(self) -> pd.Series | None:
        """Its row of `area_measures`; None where nothing is counted there."""
        rows = self.answers.ask("area_measures", **self.every)
        found = rows[rows["area_code"] == self.code]
        return None if found.empty else found.iloc[0]

    def peers(self, name: str) -> Spread | None:
        return self.answers.peers(part=name, base=SHARES[name], **self.every)

    def measured(self) -> list[Measured]:
        """Its figures beside those of its peers; none where the area has no row."""
        own = self.own()
        if own is None:
            return []
        return [Measured(name, own[name], own[base], self.peers(name), self.division) for name, base in SHARES.items()]

    def received(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        params = self.asked | {"start": since(self.as_of)}
        posts, months = (self.answers.ask(name, **params) for name in ("ledger_by_post", "ledger_strip"))
        return owing_first(posts), months

    def waiting(self) -> pd.DataFrame:
        """Ten matters at most, those that wait the longest, with their limits in words."""
        return backlog.with_limits(self.answers.ask("longest_waiting", **self.asked, rows=MOST))

    def directives(self) -> pd.DataFrame:
        """What was concluded for the area's bodies and how it stands."""
        return self.answers.ask("directives", as_of=self.as_of, area=self.code)

    def complex(self) -> pd.DataFrame:
        """Its matters on the list of complex cases."""
        return self.answers.ask("complex_progress", **self.asked)

    def pairs(self) -> pd.DataFrame:
        """Who passed its matters on to whom in the window."""
        return self.answers.ask("passed_between", **self.asked)

    def bounced(self) -> pd.DataFrame:
        """Its matters that were passed on more than once."""
        return self.answers.ask("most_bounced", **self.asked)

    def _evidence(self) -> str | None:
        """high, usual or too_few, as on the map; None where the area is not on it."""
        areas: pd.DataFrame = self.answers.ask("area_measures", **self.every)
        judged = standing_out.of(areas, measure=MEASURES["overdue_share"])
        own = judged.loc[judged["area_code"] == self.code, "evidence"]
        return None if own.empty else str(own.iloc[0])


def owing_first(posts: pd.DataFrame) -> pd.DataFrame:
    """Posts that owe most days first."""
    owed = (posts["required"] - posts["credited"]).sort_values(ascending=False, kind="stable")
    return posts.loc[owed.index]


def since(last: dt.date) -> dt.date:
    """The first day of the twelve whole months that are over by the end of `last`."""
    running = pd.Timestamp(last) + pd.DateOffset(days=1)
    return (running.replace(day=1) - pd.DateOffset(months=MONTHS)).date()


def unfinished(given: pd.DataFrame) -> pd.DataFrame:
    """Directives that are not done, the most overdue first."""
    return given[given["fate"].isin(UNFINISHED)]


def communes(answers: Answers) -> Sequence[tuple[str, str]]:
    """Code and name of today's communes that this viewer may see."""
    areas, own = answers.ask("areas"), answers.own_areas()
    codes = areas.loc[areas["level"] == "commune", "code"]
    return [(str(code), own[code]) for code in codes if code in own]
