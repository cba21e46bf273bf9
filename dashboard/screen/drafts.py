"""The draft of a period in this session and on the server: every change is kept at once, a newer one is taken up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.briefing import Note
from dashboard.briefing import drafts as files
from dashboard.briefing.drafts import Draft, DraftError, Overtaken
from dashboard.screen import state, viewer
from data_loaders.settings import configured, local_now
from queries.periods import Period

AUTHOR = "briefing_author"
HELD = "briefing_drafts"


@dataclass(frozen=True)
class Held:
    """What this session has of a period.

    Attributes:
        draft: as it stands here.
        kept: the server has it.
        news: what somebody else had kept when this session changed something.
        broken: what the server has cannot be read.
    """

    draft: Draft
    kept: bool = True
    news: Draft | None = None
    broken: bool = False


def of(period: Period) -> Held:
    """The session's draft where it is not on the server, else what stands there; none for who is not at the meeting."""
    if not viewer.may_open("presentation"):
        return Held(Draft(period.code, period.calendar))
    here = _held().get(_key(period))
    if here is not None and not here.kept:
        return here
    found = _read(period, here.draft if here else Draft(period.code, period.calendar))
    is_same = here is not None and found.kept and here.draft.number == found.draft.number
    return _remember(period, here if is_same and here else found)


def note(period: Period) -> Note:
    """The officer's hand on this period's meeting."""
    return of(period).draft.note


def change(period: Period, by: Callable[[Note], Note]) -> None:
    """Change the newest draft there is; what somebody else changed meanwhile stays, and is told of."""
    seen, held = _held().get(_key(period)), of(period)
    news = held.draft if seen and seen.draft.number < held.draft.number else None
    _keep(period, held, by, news=news)


def replaced(period: Period, changed: Note) -> None:
    """Another note instead, as from a file; not where somebody else kept one that this session has not shown."""
    seen, held = _held().get(_key(period)), of(period)
    if seen and seen.draft.number < held.draft.number:
        _remember(period, replace(held, news=held.draft))
    else:
        _keep(period, held, lambda _: changed)


def write_over(period: Period) -> None:
    """What stands here, instead of what stands on the server and cannot be read."""
    held = of(period)
    _remember(period, _written(replace(held.draft), over=True))


def _read(period: Period, otherwise: Draft) -> Held:
    try:
        return Held(files.read(configured().drafts_path, period.code, period.calendar))
    except DraftError:
        return Held(otherwise, kept=False, broken=True)
    except OSError:
        return Held(otherwise, kept=False)


def _keep(period: Period, held: Held, by: Callable[[Note], Note], *, news: Draft | None = None) -> None:
    """Written by who may prepare the meeting; where somebody else was faster, once more on top of that."""
    if not viewer.may_open("briefing"):
        return
    who = viewer.name() or str(state.kept(AUTHOR, ""))
    draft = replace(held.draft, note=by(held.draft.note), by=who, at=local_now().replace(microsecond=0))
    try:
        found = _written(draft)
    except Overtaken as newer:
        found = _written(replace(newer.other, note=by(newer.other.note), by=who, at=draft.at), over=True)
        news = newer.other
    _remember(period, replace(found, news=news))


def _written(draft: Draft, *, over: bool = False) -> Held:
    try:
        return Held(files.keep(configured().drafts_path, draft, over=over))
    except DraftError:
        return Held(draft, kept=False, broken=True)
    except OSError:
        return Held(draft, kept=False)


def _held() -> dict[tuple[str, str], Held]:
    found: dict[tuple[str, str], Held] | None = state.kept(HELD)
    if found is None:
        found = {}
        state.keep(HELD, found)
    return found


def _key(period: Period) -> tuple[str, str]:
    return period.code, period.calendar


def _remember(period: Period, found: Held) -> Held:
    _held()[_key(period)] = found
    return found
