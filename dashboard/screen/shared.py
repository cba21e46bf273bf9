"""Answers kept for all viewers of this server together, and on its disk; while one is worked out the page says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from dashboard.answers.cache import SHARED, Cache, Key
from dashboard.answers.store import Store
from dashboard.words import canvas

Made = TypeVar("Made")
STORE: Cache | None = Store()


class Said:
    """The cache of this process, behind it the store, and a word on the page while something is made."""

    def remember(self, key: Key, make: Callable[[], Made], *, most: int | None = None) -> Made:
        def said() -> Made:
            with st.spinner(canvas.ASKING):
                return make()

        def found() -> Made:
            return said() if STORE is None else STORE.remember(key, said)

        return SHARED.remember(key, found, most=most)


ANSWERS = Said()
