"""How much of a refresh is spent on what is computed ahead: the outlook with its rolling test, and the watchlist.

    python -m benchmarks.outlook --dossiers 100000 [--folder DIR]

One whole refresh in this process, by its processor seconds: those of the two parts beside those of all the rest.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.refresh import AS_OF, demo, parser
from data_loaders.settings import Settings
from data_loaders.snapshot import outlook, refresh, watch

AIM = 0.2
"""The refresh grows by less than a fifth through its statistics."""


def main(arguments: list[str] | None = None) -> int:
    """Print both, and their ratio; 1 where it is above the aim."""
    asked = parser("python -m benchmarks.outlook", dossiers=100_000).parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        case = demo(asked.folder or Path(scratch), asked.dossiers)
        settings = Settings(
            case_database_url=f"sqlite:///{case}", case_as_of=date.fromisoformat(AS_OF),
            snapshot_dir=Path(scratch) / "snapshots", geography_dir=Path(scratch) / "none",
        )  # fmt: skip
        spent: dict[str, float] = {}
        begun = time.process_time()
        with timed(outlook, spent), timed(watch, spent):
            refresh(settings, progress=lambda _: None)
        whole = time.process_time() - begun
    ahead = sum(spent.values())
    rest = whole - ahead
    for name, seconds in {**spent, "the rest": rest}.items():
        print(f"{name}: {seconds:.2f} cpu s")
    print(f"grows by {ahead / rest:.1%}, aim below {AIM:.0%}")
    return int(ahead / rest >= AIM)


@contextmanager
def timed(part: ModuleType, spent: dict[str, float]) -> Iterator[None]:
    """The processor seconds of that part's `fill`, under its name."""
    fill: Callable[..., Any] = part.fill

    def told(*given: Any, **named: Any) -> Any:
        begun = time.process_time()
        try:
            return fill(*given, **named)
        finally:
            spent[part.__name__.rpartition(".")[2]] = time.process_time() - begun

    part.fill = told  # type: ignore[attr-defined]
    try:
        yield
    finally:
        part.fill = fill  # type: ignore[attr-defined]


if __name__ == "__main__":
    raise SystemExit(main())
