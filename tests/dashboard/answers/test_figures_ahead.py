"""Figures worked out ahead are those that a page asks for, from the store as from the question."""

from __future__ import annotations

import shutil
from pathlib import Path

from pandas.testing import assert_frame_equal

from dashboard.answers import figures_ahead
from dashboard.answers.answers import Answers
from dashboard.answers.cache import Key, Made
from dashboard.answers.standing import standing
from dashboard.answers.store import Store
from data_loaders.snapshot import SnapshotRef
from queries.ask import Scope, open_snapshot


class Asked(Store):
    """A store that notes what was not in it."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[object] = []

    def remember(self, key: Key, make, *, most=None) -> Made:  # type: ignore[no-untyped-def,type-var]
        return super().remember(key, lambda: (self.made.append(key[0]), make())[1], most=most)


def test_what_was_made_ahead_is_what_the_question_says(tiny_ref: SnapshotRef, tmp_path: Path) -> None:
    """Until there is no more time: the whole province by kind, and the first district."""
    path = Path(shutil.copy2(tiny_ref.path, tmp_path))
    snapshot, everything, turns = open_snapshot(path), Scope.everything(), iter([True] * 10 + [False])
    looks = list(figures_ahead.looks(Answers(snapshot, everything)))
    assert len(looks) == len(set(looks)) > 10
    assert figures_ahead.work_out(Answers(snapshot, everything, cache=Store()), may_go_on=lambda: next(turns)) == 10
    kept = Asked()
    for look in looks[:10]:
        ready = Answers(snapshot, everything, cache=kept)
        standing(ready, look)
        bare = Answers(snapshot, everything).ask("figures", **look.params())
        assert_frame_equal(ready.ask("figures", **look.params()), bare)
    assert "figures" not in kept.made
