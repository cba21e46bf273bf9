"""Rows in the order of a column: as a Vietnamese reader expects, what is missing last whichever way."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.facts import order

ALPHABET = ["An", "Ân", "Bình", "Cư", "Dân", "Đan", "Êm", "Hòa", "hoan", "Hoàn", "Hoàng", "Hô", "Hơn", "Ý"]


def sorted_by(cells, *, descending=False):
    values = pd.Series(cells)
    return [None if pd.isna(values.iloc[at]) else cells[at] for at in order.positions(values, descending=descending)]


@pytest.mark.parametrize(
    "cells",
    [
        [2, 10, 33],
        [0.05, 0.2, 1.0],
        [dt.date(2025, 12, 31), dt.date(2026, 1, 2), dt.date(2026, 1, 10)],
        ["9", "1.200", "12.000"],
        ["−3", "+2", "15 (4%)"],
        ["0/2", "1/3", "2/4", "9/9"],
        ["HS-2026-9", "HS-2026-10", "HS-2026-000011"],
        ALPHABET,
    ],
)
def test_cells_stand_in_their_order_and_missing_ones_last_either_way(cells):
    mixed = [cells[-1], None, *cells[:-1]]
    assert sorted_by(mixed) == [*cells, None]
    assert sorted_by(mixed, descending=True) == [*reversed(cells), None]


def test_what_stands_in_place_of_a_day_is_none():
    days = pd.Series(["24/09/2025", "chưa có hạn", dt.date(2026, 1, 2), "31/12/2025"], dtype=object)
    assert order.positions(days, descending=False) == [0, 3, 2, 1]
    assert order.positions(days, descending=True) == [2, 3, 0, 1]


def test_equal_cells_stay_as_they_stood():
    assert order.positions(pd.Series([1, 0, 1, 0]), descending=True) == [0, 2, 1, 3]


@pytest.mark.parametrize(
    ("cells", "of_size"),
    [
        ([1, None], True),
        (["1/2", "3/4"], True),
        ([dt.date(2026, 1, 1), None], True),
        (["Xã 1"], False),
        ([None], False),
    ],
)
def test_what_says_how_much_or_when_begins_with_the_most(cells, of_size):
    assert order.is_of_size(pd.Series(cells, dtype=object)) is of_size
