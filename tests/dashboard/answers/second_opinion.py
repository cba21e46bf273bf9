"""The same equations given to a program for statistical disclosure, Tau-Argus: it has a reader and a solver of its own.

Its audit reads a table as a file: one line a cell (number, value, cost, status, bounds, required width), one line an
equation. Unknowns are cells that were withheld (m), targets cells that must not be told (u).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pytauargus.engine import audit_jj

from tests.dashboard.answers.equations import Sum, solution

WITHHELD, SECRET = "m", "u"
WIDE = 1  # to each side: a cell that can be computed has none


def intervals(equations: Sequence[tuple[Sum, int]], targets: Sequence[Sum], folder: Path) -> list[tuple[float, float]]:
    """Least and most that each target can be, as Tau-Argus says, which takes parts of a matter for possible, too."""
    held = solution(equations, targets)
    most, place = max(number for _, number in equations), {one: at for at, one in enumerate(held)}
    values = [*held.values(), *(sum(held[one] for one in target) for target in targets)]
    cells = [_cell(at, value, WITHHELD if at < len(held) else SECRET, most) for at, value in enumerate(values)]
    sums = [_equation(number, {place[one]: sign for one, sign in each.items()}) for each, number in equations]
    sums += [
        _equation(0, {len(held) + at: -1, **{place[one]: sign for one, sign in target.items()}})
        for at, target in enumerate(targets)
    ]
    table = folder / "table.jj"
    table.write_text("\n".join(["0", str(len(cells)), *cells, str(len(sums)), *sums, ""]), encoding="utf-8")
    found = {row["cell"]: (row["min"], row["max"]) for row in audit_jj(str(table))}
    return [found[len(held) + at] for at in range(len(targets))]


def _cell(at: int, value: int, status: str, most: int) -> str:
    return f"{at} {value} 1 {status} 0 {most} {WIDE} {WIDE} 0"


def _equation(number: int, signs: dict[int, int]) -> str:
    return f"{number} {len(signs)} : " + " ".join(f"{at} ({sign})" for at, sign in signs.items())
