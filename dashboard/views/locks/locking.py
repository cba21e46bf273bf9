"""The button that locks a period that is over: what it means is said, it is confirmed, and it stands in the trail."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.screen import footprints, state, viewer
from dashboard.screen.page import Page
from dashboard.words import locks as words
from dashboard.words import numbers as vi
from data_loaders import log
from data_loaders.messages import LoaderError
from data_loaders.settings import configured, local_now
from data_loaders.snapshot import locks
from data_loaders.snapshot.locks import Lock
from data_loaders.snapshot.publish import SnapshotRef
from queries.periods import Period, containing, parse

KINDS = ("quarter", "half", "year")
BY, TOLD = "lock_by", "lock_told"


def show(page: Page, found: Sequence[Lock]) -> None:
    """Nothing where every period that ended last is locked."""
    if told := state.take(TOLD):
        st.html(f'<p class="notice" role="status">{escape(told)}</p>')
    waiting = {period.code: period for period in over(page, found)}
    if not waiting:
        return
    with st.popover(words.LOCK, key="lock-ask"):
        st.html(f'<p class="figure-scope">{words.LOCK_HOW}</p>')
        code = st.segmented_control(
            words.LOCK_LABEL,
            list(waiting),
            format_func=lambda each: vi.sentence_case(vi.period(waiting[each])),
            default=next(iter(waiting)),
            required=True,
            key="lock-code",
        )
        by = viewer.name() or st.text_input(words.LOCK_BY, max_chars=80, key=BY)
        st.html(
            f"<p>{words.LOCK_OF.format(as_of=vi.date(page.snapshot.as_of), at=vi.moment(page.snapshot.taken_at))}</p>"
        )
        st.button(
            words.LOCK_DO.format(period=vi.period(waiting[str(code)])),
            key="lock-do",
            type="primary",
            on_click=_lock,
            args=(page.snapshot, waiting[str(code)], str(by or "").strip()),
        )


def over(page: Page, found: Sequence[Lock]) -> list[Period]:
    """The last whole period of each kind that is over on the day of the data and not locked yet."""
    kept = {(lock.code, lock.calendar) for lock in found}
    day = page.snapshot.as_of
    ended = [containing(day, kind, rules=page.rules).previous() for kind in KINDS]
    ended.append(parse(f"{containing(day, 'year', rules=page.rules).year}-9M", rules=page.rules))
    last = {period.code: period for period in ended if period.full_end < day}
    return [period for period in last.values() if (period.code, period.calendar) not in kept]


def _lock(ref: SnapshotRef, period: Period, by: str) -> None:
    """Once it is made it stands in the trail, as one that is made by the command."""
    if not viewer.may_do("lock"):
        return
    if not by:
        state.keep(TOLD, words.LOCK_NO_NAME)
        return
    try:
        directory = configured().snapshot_dir
        made = locks.lock(directory, ref, code=period.code, calendar=period.calendar, by=by, now=local_now())
        footprints.act("lock", {"period": made.code, "calendar": made.calendar})
        state.keep(TOLD, words.LOCK_DONE.format(period=vi.period(period), at=vi.moment(made.locked_at), by=by))
    except LoaderError as error:
        state.keep(TOLD, log.told(error))
