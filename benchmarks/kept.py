"""A measurement kept as a file: what was measured beside its floor in the same run, on which machine, with what."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from data_loaders.settings import local_now

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("duckdb", "pyarrow", "pandas", "streamlit", "sqlalchemy")


@dataclass(frozen=True)
class Measured:
    """One line: the figure and its floor in one unit, both of this run; where there is no floor, 0."""

    what: str
    figure: float
    floor: float
    unit: str
    floor_is: str
    note: str = ""

    @property
    def line(self) -> str:
        """The line of the table; only the ratio means something on another machine."""
        ratio = f"{self.figure / self.floor:.2f}" if self.floor else ""
        floor = f"{self.floor:.1f}" if self.floor else ""
        cells = (self.what, f"{self.figure:.1f}", self.unit, floor, self.floor_is, ratio, self.note)
        return f"| {' | '.join(cells)} |"


def keep(name: str, title: str, lines: Iterable[Measured]) -> Path:
    """Write <name>.md anew among the results; gives its path."""
    folder().mkdir(parents=True, exist_ok=True)
    path = folder() / f"{name}.md"
    head = "| what | figure | unit | floor | floor is | ratio | note |\n|---|---:|---|---:|---|---:|---|"
    path.write_text("\n".join([f"# {title}", "", machine(), "", head, *(each.line for each in lines), ""]), "utf-8")
    return path


def folder() -> Path:
    """Where results are kept: benchmarks/results, or where BENCHMARK_RESULTS says."""
    return Path(os.environ.get("BENCHMARK_RESULTS", RESULTS))


def machine() -> str:
    """Day, processors, memory, load, versions: of times only the ratios hold elsewhere."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{local_now():%Y-%m-%d}: {os.cpu_count()} processors ({platform.machine()}), {memory:.0f} GiB of memory, "
        f"load {os.getloadavg()[0]:.1f}; Python {platform.python_version()}, {packages}."
    )
