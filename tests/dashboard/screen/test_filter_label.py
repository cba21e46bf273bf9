"""The sentence of the filter is a label that Markdown reads: a name from the database stays a name."""

from __future__ import annotations

import pytest

from dashboard.screen import navigation


@pytest.mark.parametrize("name", ["![x](http://a)", "[x](http://a)", "**x**", ":red[x]", "<b>x</b>", "$x$"])
def test_no_sign_of_markdown_keeps_its_meaning(name):
    shown = navigation.plain(name)
    assert shown.replace("\\", "") == name
    assert all(shown[place - 1] == "\\" for place, sign in enumerate(shown) if sign in "`*_{}[]()#!|~:$<>")


def test_plain_words_stay_as_they_are():
    assert navigation.plain("Quý IV/2026 · Xã Lam Khê") == "Quý IV/2026 · Xã Lam Khê"
