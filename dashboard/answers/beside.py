"""One window as it stood and as it stands: every figure, and the matters that make the difference, with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from dashboard.answers.answers import AnswerError, Answers
from dashboard.answers.earlier import Earlier
from dashboard.facts import lock_difference, since
from dashboard.facts.change import Figure, figures
from dashboard.facts.small_cells import SECRET_KIND
from data_loaders.snapshot.locks import Lock

SEPARATOR = chr(31)


class Asks(Protocol):
    """Answers, or whatever else answers questions from one snapshot."""

    def ask(self, name: str, **params: object) -> pd.DataFrame: ...

    def may_ask(self, name: str) -> bool: ...


@dataclass(frozen=True)
class Beside:
    """A window then and now: every figure by name, and `lock_difference.difference`."""

    then: Mapping[str, Figure]
    now: Mapping[str, Figure]
    rows: pd.DataFrame

    @property
    def reasons(self) -> dict[str, int]:
        """How many matters each reason has, those that happened first."""
        found = self.rows["reason"].value_counts()
        return {reason: int(found[reason]) for reason in since.REASONS if reason in found.index}


def a_lock(answers: Answers, lock: Lock) -> Beside | None:
    """Both sides; None where the locked tables cannot answer today's questions. Only for a lock that is whole."""
    then = answers.at(lock)
    window = {"start": lock.start_on, "end": lock.end_on}
    if then is None:
        return None
    try:
        before, now = (asked.ask("figures", **window) for asked in (then, answers))
        rows = answers.remember(
            "moved since the lock", lambda: moved(then, answers, window), then.id, lock.start_on, lock.end_on
        )
        return Beside(figures(before), figures(now), rows)
    except AnswerError:
        return None


def an_earlier(answers: Answers, earlier: Earlier) -> Beside | None:
    """The quarter that ran then, as it stood and as it stands; None where what was kept cannot be read.

    The leader of an area gets the counts of the area's matters; a denunciation is in the province's counts alone.
    """
    try:
        return answers.remember("since an earlier refresh", lambda: _since(answers, earlier), earlier.path.stem, most=8)
    except (AnswerError, OSError, ValueError, KeyError):
        return None


def _since(answers: Answers, earlier: Earlier) -> Beside:
    window: dict[str, object] = {"start": earlier.start_on, "end": min(earlier.end_on, answers.info.as_of)}
    then, now = _Kept(_undenounced(earlier.matters(answers.scope), answers, window)), _Plain(answers)
    rows = since.told(moved(then, now, window), since=earlier.as_of)
    if answers.scope.area:
        return Beside(_counts(then.matters), _counts(now.ask("window_dossiers", **window)), rows)
    return Beside(earlier.figures, figures(answers.ask("figures", **window)), rows)


def _undenounced(kept: pd.DataFrame, answers: Answers, window: Mapping[str, object]) -> pd.DataFrame:
    """Without what was of another kind then and is a denunciation now: its row says where it lies. In an area no
    denunciation is told of, so there it is as any that is gone."""
    if answers.scope.area:
        return kept
    current = answers.ask("window_dossiers", **window)
    today = _with(answers, current, lock_difference.only_in(kept, current), window)
    denounced = today.loc[today["kind"].eq(SECRET_KIND), "dossier_id"]
    return kept[~kept["dossier_id"].isin(denounced)].reset_index(drop=True)


def _counts(matters: pd.DataFrame) -> dict[str, Figure]:
    """Figures that are counts of these matters."""
    sums = {figure: int(matters[count].sum()) for count, figure in since.FIGURE_OF.items()}
    return {figure: Figure(count, None, float(count)) for figure, count in sums.items()}


class _Kept:
    """The matters of an earlier refresh, asked as a snapshot is."""

    def __init__(self, matters: pd.DataFrame) -> None:
        self.matters = matters

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        wanted = params.get("dossiers")
        return self.matters.head(0) if wanted else self.matters

    def may_ask(self, _: str) -> bool:
        return False


class _Plain:
    """Today's matters without denunciations."""

    def __init__(self, answers: Answers) -> None:
        self._answers, self.may_ask = answers, answers.may_ask

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        found = self._answers.ask(name, **params)
        return found[found["kind"].ne(SECRET_KIND)] if "kind" in found else found


def moved(then: Asks, now: Asks, window: Mapping[str, object]) -> pd.DataFrame:
    """`lock_difference.difference` of the window between two snapshots."""
    known, current = then.ask("window_dossiers", **window), now.ask("window_dossiers", **window)
    lost, new = lock_difference.only_in(known, current), lock_difference.only_in(current, known)
    known, current = _with(then, known, new, window), _with(now, current, lost, window)
    gone = lock_difference.only_in(known, current)
    return lock_difference.difference(known, current, refused=_refused(now, gone))


def _refused(now: Asks, gone: Sequence[str]) -> list[str] | None:
    """Those of them that no longer pass the checks; None for whoever sees one area: gone is also what lies elsewhere
    or is a denunciation now, and which of these it is is not told."""
    if not now.may_ask("refused_dossiers"):
        return None
    return now.ask("refused_dossiers", dossiers=SEPARATOR.join(gone))["dossier_id"].tolist() if gone else []


def _with(asked: Asks, known: pd.DataFrame, missing: Sequence[str], window: Mapping[str, object]) -> pd.DataFrame:
    """The answer with those matters that it does not name because they do not count in the window."""
    if not missing:
        return known
    others = asked.ask("window_dossiers", **window, dossiers=SEPARATOR.join(missing))
    return pd.concat([known.astype(object), others.astype(object)], ignore_index=True) if len(others) else known
