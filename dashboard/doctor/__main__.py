"""python -m dashboard.doctor [--secrets FILE]: tries every part; exit 0 when all that is set up is good, else 1."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from dashboard.doctor import behind
from dashboard.doctor.finding import Finding
from dashboard.doctor.front import front
from dashboard.words import doctor as words
from data_loaders.__main__ import settings_from_environment
from data_loaders.messages import LoaderError
from data_loaders.settings import LOCAL, Settings, local_now


def main(arguments: list[str] | None = None) -> int:
    """Print what is found part by part."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.doctor", description=__doc__)
    parser.add_argument("--secrets", type=Path, default=Path(".streamlit/secrets.toml"))
    asked = parser.parse_args(arguments)
    bad = 0
    for found in findings(asked.secrets):
        bad += found.is_bad
        print("\n".join(found.lines()), flush=True)
    print(words.SOME_BAD.format(count=bad) if bad else words.ALL_GOOD)
    return 1 if bad else 0


def findings(secrets: Path) -> Iterator[Finding]:
    """Each part in turn; without readable settings no other can be tried."""
    try:
        settings: Settings = settings_from_environment()
    except LoaderError as error:
        yield Finding("settings", str(error), words.SETTINGS_DO)
        return
    yield Finding("settings", words.SETTINGS_GOOD)
    now = local_now()
    yield from behind.source(settings)
    yield from behind.folders(settings)
    yield from behind.disk(settings)
    yield from behind.snapshot(settings, now=now)
    yield from behind.kept(settings)
    yield from front(settings, secrets, now=now.replace(tzinfo=LOCAL))


if __name__ == "__main__":
    sys.exit(main())
