"""Names on a map lie on nothing else where there is room about their circle."""

from __future__ import annotations

from dashboard.drawing.labels import ASIDE, USUAL, Spot, places


def spot(code: str, x: float, y: float, radius: float = 8, name: str = "Trúc Giang") -> Spot:
    return Spot(code, name, x, y, radius, beside=radius < 11)


def test_a_name_stands_below_its_circle_where_nothing_else_does():
    assert places([spot("a", 50, 50), spot("b", 150, 50)]) == {"a": USUAL, "b": USUAL}


def test_a_name_that_would_lie_on_another_circle_or_its_number_moves_aside_or_above():
    assert places([spot("a", 50, 50), spot("b", 80, 72, name="")]) == {"a": (-ASIDE, False)}
    assert places([spot("a", 50, 50), spot("b", 0, 72, name="")]) == {"a": (ASIDE, False)}
    assert places([spot("a", 50, 50), spot("b", 50, 72, name="")]) == {"a": (0, True)}


def test_of_two_names_that_would_meet_the_one_further_south_gives_way():
    found = places([spot("a", 50, 50), spot("b", 100, 52)])
    assert found["a"] == USUAL != found["b"]


def test_a_name_without_a_circle_stands_in_its_place():
    alone = spot("a", 50, 50, radius=0)
    assert alone.at(places([alone, spot("b", 50, 52)])["a"]) == (50, 54)
