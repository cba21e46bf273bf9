"""The headline figures that people ask for next, worked out before they do: of the quarter that runs and the one
before, of the whole province and every former district, of all kinds and of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from dashboard.answers.answers import Answers
from dashboard.answers.standing import standing
from dashboard.words import codes
from queries.periods import Period, containing


@dataclass(frozen=True)
class Look:
    """What a page of that period, kind and area asks its figures with."""

    window: Period
    kind: str | None
    area: str | None

    def params(self, window: Period | None = None) -> dict[str, object]:
        days = window or self.window
        return {"start": days.start, "end": days.end, "as_of": days.end, "kind": self.kind, "area": self.area}


def looks(answers: Answers) -> Iterator[Look]:
    """What is asked most comes first: the whole province by kind, then the districts, then both at once."""
    running = containing(answers.as_of, "quarter", rules=answers.rules)
    windows = (running.clip(answers.as_of), running.previous())
    areas = answers.ask("areas")
    districts = sorted(areas.loc[areas["level"].eq("district"), "code"])
    for kinds, places in (([None, *codes.KINDS], [None]), ([None], districts), (list(codes.KINDS), districts)):
        for place, kind, window in product(places, kinds, windows):
            yield Look(window, kind, place)


def work_out(answers: Answers, *, may_go_on: Callable[[], bool]) -> int:
    """Ask for them until there is no more time; gives how many were asked for. What is kept is what is asked."""
    done = 0
    for look in looks(answers):
        if not may_go_on():
            break
        standing(answers, look)
        done += 1
    return done
