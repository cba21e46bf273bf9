"""What viewers of one machine share, for tests of what each of them may see."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.answers.cache import Key, Made, Recent
from dashboard.answers.store import Store


class Both:
    """The cache of a process with a store behind it, as pages have it."""

    def __init__(self) -> None:
        self._near, self._far = Recent(), Store()

    def remember(self, key: Key, make: Callable[[], Made], *, most: int | None = None) -> Made:
        return self._near.remember(key, lambda: self._far.remember(key, make), most=most)
