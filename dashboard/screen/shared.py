"""Answers kept for all viewers of this server together; while one is worked out the page says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from dashboard.answers.cache import SHARED, Key
from dashboard.words import canvas

Made = TypeVar("Made")


class Said:
    """The cache of this process, with a word on the page while something is made."""

    def remember(self, key: Key, make: Callable[[], Made], *, most: int | None = None) -> Made:
        def said() -> Made:
            with st.spinner(canvas.ASKING):
                return make()

        return SHARED.remember(key, said, most=most)


ANSWERS = Said()
