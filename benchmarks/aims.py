"""python -m benchmarks.aims: what was aimed at, what was measured, met or not, out of what lies in benchmarks/results/.

Each aim is a share of something of the same run or a number of its own; the worst line that it is about counts. What no
command has measured on this machine yet says so. The table and its picture are kept beside the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from math import log10
from pathlib import Path

from benchmarks import kept

TIMES = "times"
NOT_BUILT = "not built: docs/decisions/0149-no-incremental-refresh.md"
WIDTH, ROW, LEFT, MIDDLE, SPAN = 960, 24, 430, 700, 220


@dataclass(frozen=True)
class Line:
    """A line of a table: figure, unit, the figure as a multiple of its floor (0 without one), the day of the table."""

    what: str
    figure: float
    unit: str
    floor_is: str
    ratio: float
    day: str


@dataclass(frozen=True)
class Aim:
    """At most this much, of the lines of a table (`*` in its name stands for the size) that the pattern finds whole.

    Attributes:
        unit: `times` compares the multiple of the floor, everything else the figure.
        floor_is, line_unit: only lines with that floor and in that unit; all where they are empty.
    """

    what: str
    most: float
    unit: str
    table: str
    pattern: str
    command: str
    floor_is: str = ""
    line_unit: str = ""


PAGES, HANDS, VIEWERS = "python -m benchmarks.pages", "python -m benchmarks.hands", "python -m benchmarks.viewers"
SIXTY = f"{VIEWERS} --viewers 60 --processes 2 --seconds 600"
DATA = "python -m benchmarks.data --postgresql"
OURS = r"(?!six metrics|empty)"
AIMS = (
    *(
        Aim(f"headline and cards, {slower}x, beside six metrics", 1.3, TIMES, "pages-visits",
            rf"{slower}x {OURS}.*, (headline|cards)", PAGES)
        for slower in (1, 4)
    ),
    Aim("first screen all drawn, 4x, beside six metrics", 2, TIMES, "pages-visits", rf"4x {OURS}.*, last", PAGES),
    Aim("all drawn, 4x, beside Superset", 1 / 3, TIMES, "superset", "4x overview, all drawn",
        "python -m benchmarks.superset", "Superset"),
    Aim("script of a page, warm, beside its aim", 1, TIMES, "pages-scripts", rf"script of {OURS}.*, warm", PAGES),
    Aim("script of a page, store empty, beside its aim", 1, TIMES, "pages-scripts",
        r"script of .*, store empty", PAGES),
    Aim("script of a page, store full, beside that of an empty one", 1, TIMES, "pages-scripts",
        r"script of .*, store full", PAGES),
    Aim("a filter changed, new figures visible", 300, "ms", "hands", "filter change", HANDS),
    Aim("an area of the map tapped, its figures drawn", 300, "ms", "hands", "map tap, its figures drawn", HANDS),
    Aim("touches missed", 0, "", "hands", ".*, missed", HANDS),
    Aim("Back, the view before visible", 300, "ms", "hands", "Back", HANDS),
    Aim("60 viewers, two processes: a change, 95 of 100", 1, "s", "viewers",
        "60 viewers, 2 processes: change, 95 of 100", SIXTY),
    Aim("60 viewers, two processes: failed", 0, "", "viewers", "60 viewers, 2 processes: failed", SIXTY),
    Aim("60 viewers, two processes: memory", 2048, "MiB", "viewers", "60 viewers, 2 processes: memory", SIXTY),
    Aim("60 viewers, one of two processes killed: failed", 0, "", "viewers-kill", "60 viewers, .*: failed",
        f"{VIEWERS} --viewers 60 --kill"),
    Aim("refresh from PostgreSQL, beside COPY and back", 1, TIMES, "data-*-postgresql", "refresh from PostgreSQL",
        DATA, "COPY to CSV and back", "s"),
    Aim("memory of the refresh", 1024, "MiB", "data-*-postgresql", "memory of the refresh", DATA),
    Aim("a source that was not written to looked at again", 5, "s", "data-*", "source not written to", DATA),
    Aim("refresh of what has changed", 5, "s", "", NOT_BUILT, ""),
    Aim("a file of a quarter, store warm", 3, "cpu s", "files", ".*, store warm", "python -m benchmarks.files"),
    Aim("bytes of a first visit, compressed", 1500, "kB", "pages-visits",
        rf"{OURS}.*, bytes of a first visit.*", PAGES),
    Aim("first start: demo, snapshot, first page", 20, "cpu s", "data-*-postgresql", "first start", DATA),
)  # fmt: skip


@dataclass(frozen=True)
class Judged:
    """An aim and the worst line that it is about, if there is one."""

    aim: Aim
    worst: Line | None
    value: float = 0.0

    @property
    def met(self) -> str:
        if self.worst is None:
            return "not measured"
        return "met" if self.value <= self.aim.most else "not met"

    @property
    def row(self) -> str:
        """The line of the table."""
        aim, unit = self.aim, self.aim.unit
        found = f"{self.value:.2f} {unit}".strip() if self.worst else ""
        which = "" if aim.table else aim.pattern
        if self.worst:
            which = f"{self.worst.what}: {f'{self.worst.figure:.1f} {self.worst.unit}'.strip()} ({self.worst.day})"
        most = f"{aim.most:.2f} {unit}".strip()
        return f"| {aim.what} | {most} | {found} | {self.met} | {which} | {aim.command} |"


def main() -> int:
    """Judge, keep table and picture, print the table."""
    judged = [judge(aim, kept.folder()) for aim in AIMS]
    head = "| what | aim, at most | measured | | the worst line | command |\n|---|---|---|---|---|---|"
    counts = ", ".join(
        f"{sum(each.met == word for each in judged)} {word}" for word in ("met", "not met", "not measured")
    )
    text = "\n".join([f"# Aims: {counts}", "", kept.machine(), "", head, *(each.row for each in judged), ""])
    (kept.folder() / "aims.md").write_text(text, "utf-8")
    (kept.folder() / "aims.svg").write_text(picture(judged), "utf-8")
    print(text)
    return 0


def judge(aim: Aim, folder: Path) -> Judged:
    """The worst of the lines that are there."""
    lines = [line for path in folder.glob(f"{aim.table}.md") for line in read(path) if _is_about(aim, line)]
    values = [(line.ratio if aim.unit == TIMES else line.figure, line) for line in lines]
    if not values:
        return Judged(aim, None)
    value, worst = max(values, key=lambda each: each[0] if each[0] == each[0] else float("inf"))
    return Judged(aim, worst, value)


def _is_about(aim: Aim, line: Line) -> bool:
    plain = aim.floor_is in ("", line.floor_is) and aim.line_unit in ("", line.unit)
    return plain and bool(re.fullmatch(aim.pattern, line.what))


def read(path: Path) -> Iterator[Line]:
    """The lines of a table as `kept.keep` writes it."""
    lines = path.read_text("utf-8").splitlines()
    day = lines[2][:10]
    for text in lines:
        cells = [cell.strip() for cell in text.split("|")[1:-1]]
        if text.startswith("| ") and len(cells) == 7 and cells[0] != "what":
            what, figure, unit, _, floor_is, ratio, _ = cells
            yield Line(what, float(figure), unit, floor_is, float(ratio or 0), day)


def picture(judged: list[Judged]) -> str:
    """Bars of measured beside aim, at a tenth to ten times; the line is the aim."""
    shown = [each for each in judged if each.worst and each.aim.most]
    height = ROW * (len(shown) + 2)
    parts = [_text(MIDDLE, 16, "aim", anchor="middle")]
    parts += [part for turn, each in enumerate(shown) for part in _bar(ROW * (turn + 1), each)]
    line = f'<line x1="{MIDDLE}" x2="{MIDDLE}" y1="{ROW}" y2="{height - ROW}" stroke="#1a1a1a"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" font-size="13">'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{"".join(parts)}{line}</svg>\n'
    )


def _bar(top: int, each: Judged) -> Iterator[str]:
    share = each.value / each.aim.most
    end = MIDDLE + SPAN * min(1.0, max(-1.0, log10(max(share, 1e-9))))
    left, colour = min(end, MIDDLE), "#2f6f4f" if share <= 1 else "#b3401a"
    yield _text(LEFT, top + 16, each.aim.what, anchor="end")
    yield f'<rect x="{left:.0f}" y="{top + 4}" width="{abs(end - MIDDLE):.0f}" height="{ROW - 8}" fill="{colour}"/>'
    yield _text(WIDTH - 2, top + 16, f"{share:.2f}", anchor="end")


def _text(x: float, y: float, said: str, *, anchor: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(said)}</text>'


if __name__ == "__main__":
    raise SystemExit(main())
