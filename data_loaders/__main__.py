"""``python -m data_loaders`` refresh, status: exit 0 when done, 1 with one Vietnamese sentence when not."""

from __future__ import annotations

import argparse
import os
import sys

from pydantic import ValidationError

from data_loaders import messages, snapshot, status
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings


def settings_from_environment() -> Settings:
    """The settings, or a LoaderError that names the variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0]).upper()
        raise LoaderError(messages.BAD_SETTING.format(name=name)) from None


def _refresh(_: argparse.Namespace) -> None:
    snapshot.refresh(settings_from_environment())


def _status(asked: argparse.Namespace) -> None:
    print(status.report(settings_from_environment(), as_json=asked.json))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data_loaders", description=messages.HELP)
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    commands.add_parser("refresh", help=messages.HELP_REFRESH).set_defaults(run=_refresh)
    shown = commands.add_parser("status", help=messages.HELP_STATUS)
    shown.add_argument("--json", action="store_true", help=messages.HELP_JSON)
    shown.set_defaults(run=_status)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command."""
    asked = _parser().parse_args(arguments)
    try:
        asked.run(asked)
    except LoaderError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
