"""Where names stand on a map: below the circle of their area, aside or above it where something else stands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SIZE, LETTER = 12, 6.7  # pixels: of the letters, and of an average one from side to side
BELOW, ABOVE = 13, 3  # pixels from the edge of a circle to the foot of the letters
NUMBER = 18  # pixels of a number beside a circle too small for it

ASIDE = 20  # pixels that a name may be moved to the left or the right

Box = tuple[float, float, float, float]
Place = tuple[float, bool]  # pixels aside; above its circle
USUAL: Place = (0, False)
PLACES: dict[Place, float] = {
    USUAL: 0,
    (-ASIDE, False): 20,
    (ASIDE, False): 20,
    (0, True): 60,
    (-ASIDE, True): 80,
    (ASIDE, True): 80,
}
"""Square pixels that a name may cover before it stands there: the edge of a letter on another is no harm."""


@dataclass(frozen=True)
class Spot:
    """An area's circle in pixels, `beside`: with its number beside it; its name, '' for none."""

    code: str
    name: str
    x: float
    y: float
    radius: float
    beside: bool

    @property
    def sign(self) -> Box:
        right = self.radius + (NUMBER if self.beside else 0)
        return self.x - self.radius, self.y - self.radius, self.x + right, self.y + self.radius

    def at(self, place: Place) -> tuple[float, float]:
        """The middle and the foot of the name's letters; without a circle it stands in its place."""
        aside, is_above = place
        if not self.radius:
            return self.x, self.y + 4
        return self.x + aside, self.y - self.radius - ABOVE if is_above else self.y + self.radius + BELOW

    def words(self, place: Place) -> Box:
        half, (x, foot) = len(self.name) * LETTER / 2, self.at(place)
        return x - half, foot - SIZE + 1, x + half, foot + 3


def places(spots: Sequence[Spot]) -> dict[str, Place]:
    """Where each name covers least of what else is written; those further north choose first."""
    taken = [(spot.code, spot.sign) for spot in spots if spot.radius]
    found = {}
    for spot in sorted((each for each in spots if each.name), key=lambda each: (each.y, each.code)):
        others = [box for code, box in taken if code != spot.code]
        cost = {at: sum((_covered(spot.words(at), box) for box in others), least) for at, least in PLACES.items()}
        found[spot.code] = min(cost, key=cost.__getitem__)
        taken.append((spot.code, spot.words(found[spot.code])))
    return found


def _covered(one: Box, other: Box) -> float:
    """Square pixels that both take."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)
