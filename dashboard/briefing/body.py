"""Everything that is said of one body, or of its head, asked once for the page and for the file.

Denunciations are counted for the whole province only, so no answer here holds one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.briefing.area import MOST, owing_first, since
from dashboard.briefing.unit import Measured, asked_of
from dashboard.facts import funnel
from dashboard.words import backlog, codes
from dashboard.words import numbers as vi
from dashboard.words import unit as words

AGENCY, POST = "agency", "post"
SHARES = (
    ("overdue_by_agency", "agency_code", "overdue", "with_limit"),
    ("overdue_by_agency", "agency_code", "over_180", "open_count"),
    ("balance_by_agency", "agency_code", "resolved", "entered"),
    ("funnel_points", "unit_code", "on_time", "judged"),
)
"""Question, column of the body, figure, what it is set against."""
PEERS = ["level", "zone"]
MONTHS = 24


@dataclass(frozen=True)
class Body:
    """One body asked of by one viewer.

    Attributes:
        params: of the questions: start, end, as_of, calendar.
        place: its name.
    """

    answers: Answers
    code: str
    place: str
    params: dict[str, object]

    @property
    def among(self) -> str:
        return AGENCY

    @property
    def sheet_of(self) -> tuple[str, str]:
        return self.code, self.place

    @property
    def asked(self) -> dict[str, object]:
        return self.params | {"division": AGENCY}

    @property
    def as_of(self) -> dt.date:
        return asked_of(self.params)

    @cached_property
    def level(self) -> str:
        bodies = self.answers.ask("agencies").set_index("code")
        return str(bodies["level"].get(self.code, ""))

    def about(self) -> str:
        """Of which level it is, and that matters are counted where they are held."""
        return words.OF_BODY.format(level=codes.LEVELS.get(self.level, vi.MISSING))

    def headline(self) -> str:
        """What it holds, what of it is overdue, and how its on-time share stands beside its peers."""
        held = self._own("overdue_by_agency", "agency_code")
        return words.body_headline(held, name=self.place, until=vi.date(self.as_of), verdict=self._verdict())

    def measured(self) -> list[Measured]:
        """Its shares beside those of the bodies of its level."""
        bodies = self.answers.ask("agencies")
        peers = frozenset(bodies.loc[bodies["level"] == self.level, "code"])
        return [self._measured(*share, only=peers) for share in SHARES]

    def _measured(self, name: str, by: str, part: str, base: str, *, only: Collection[str]) -> Measured:
        own = self._own(name, by)
        spread = self.answers.peers_among(name, part=part, base=base, by=by, only=only, **self.asked)
        return Measured(part, own[part], own[base], spread, AGENCY)

    def _own(self, name: str, by: str) -> pd.Series:
        """The counts of its rows added up: 0 where it has none."""
        rows = self.answers.ask(name, **self.asked)
        return rows[rows[by] == self.code].select_dtypes("number").sum()

    def _verdict(self) -> str | None:
        """What chance says of its on-time share; None where nothing may be said of others."""
        if self.answers.scope.is_narrowed:
            return None
        points = self.answers.ask("funnel_points", **self.asked)
        judged = funnel.on_time(points, peers=PEERS) if len(points) else points.assign(verdict=funnel.TOO_FEW)
        own = judged.loc[judged["unit_code"] == self.code, "verdict"]
        return str(own.iloc[0]) if len(own) else funnel.TOO_FEW

    def posts(self) -> pd.DataFrame:
        """Its posts that were judged in the last twelve months."""
        posts = self.answers.ask("ledger_by_post", **self.params | {"start": since(self.as_of)})
        return posts[posts["agency_name"] == self.place]

    def received(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        months = self.answers.ask("ledger_strip", **self.params | {"start": since(self.as_of)})
        return owing_first(self.posts()), months

    def waiting(self) -> pd.DataFrame:
        """Ten matters at most that it holds, those that wait the longest, with their limits in words."""
        return backlog.with_limits(self.answers.ask("longest_waiting", **self.params, agency=self.code, rows=MOST))

    def months(self) -> pd.DataFrame:
        """What it held, and what of it overdue, at the end of each of the last months."""
        months = self.answers.ask("unit_months", **self.asked | {"calendar": "calendar"})
        return months[months["unit_code"] == self.code].tail(MONTHS)

    def directives(self) -> pd.DataFrame:
        """What was concluded for it, or for the body that it took over from."""
        return self.answers.ask("directives", as_of=self.as_of, agency=self.code)

    def complex(self) -> pd.DataFrame:
        """The complex cases that it leads."""
        cases = self.answers.ask("complex_progress", **self.params)
        return cases[cases["lead_agency_name"] == self.place]

    def pairs(self) -> pd.DataFrame:
        """What it passed on to others and others to it."""
        pairs = self.answers.ask("passed_between", **self.params)
        return pairs[(pairs["agency_code"] == self.code) | (pairs["to_agency_code"] == self.code)]

    def bounced(self) -> pd.DataFrame:
        """Matters passed on more than once that came to it last."""
        again = self.answers.ask("most_bounced", **self.params)
        return again[again["agency_name"] == self.place]


@dataclass(frozen=True)
class Head(Body):
    """The head of a body: the duty to receive citizens first, then what the body holds.

    Attributes:
        post: code of the post.
        title: of the post.
    """

    post: str = ""
    title: str = ""

    @property
    def among(self) -> str:
        return POST

    @property
    def sheet_of(self) -> tuple[str, str]:
        return self.post, self.title

    @cached_property
    def kept(self) -> pd.Series | None:
        """The post's row over the last twelve months; None where no month was judged."""
        posts = self.posts()
        own = posts[posts["post_code"] == self.post]
        return None if own.empty else own.iloc[0]

    def posts(self) -> pd.DataFrame:
        every = super().posts()
        return every[every["post_code"] == self.post]

    def headline(self) -> str:
        return words.head_headline(self.kept, title=self.title, until=vi.date(self.as_of))

    def about(self) -> str:
        return super().headline()

    def measured(self) -> list[Measured]:
        """In person on how many of the days that the law asks for, beside the posts of the same duty; then the body."""
        return [*self._duty(), *super().measured()]

    def _duty(self) -> list[Measured]:
        if self.kept is None:
            return []
        asked = self.params | {"start": since(self.as_of), "duty": self.kept["duty_code"]}
        spread = self.answers.peers_among(
            "ledger_by_post", part="credited", base="required", by="post_code", only=None, **asked
        )
        return [Measured("credited", self.kept["credited"], self.kept["required"], spread, POST)]
