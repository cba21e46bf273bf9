"""What was worked out once, kept for all viewers together within a bound."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

Made = TypeVar("Made")
MOST = 800


Key = tuple[Hashable, ...]


class Cache(Protocol):
    """Gives what is kept under a key; what is not is made and kept.

    `most`: how many are kept of those whose key begins alike, for what is large.
    """

    def remember(self, key: Key, make: Callable[[], Made], *, most: int | None = None) -> Made: ...


class _Slot:
    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.made: tuple[Any] | None = None


class Recent:
    """The things used last; what several threads want at once is made once, and a failure is not kept."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._slots: OrderedDict[Key, _Slot] = OrderedDict()
        self._lock = threading.Lock()

    def remember(self, key: Key, make: Callable[[], Made], *, most: int | None = None) -> Made:
        slot = self._slot(key, most)
        with slot.lock:
            if slot.made is None:
                slot.made = (make(),)
            return slot.made[0]  # type: ignore[no-any-return]

    def clear(self) -> None:
        with self._lock:
            self._slots.clear()

    def _slot(self, key: Key, most: int | None) -> _Slot:
        with self._lock:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            alike = [] if most is None else [other for other in self._slots if other[0] == key[0]][:-most]
            for old in [*alike, *list(self._slots)[: -self._most]]:
                self._slots.pop(old, None)
            return slot


SHARED = Recent()
