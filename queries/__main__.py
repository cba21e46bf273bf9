"""python -m queries NAME --period 2026-Q3 [--calendar inspectorate] [--param value …] --format csv|json

NAME is a question (a file of this folder) or one figure of `figures` (`overdue_share`, `duty_compliance` …).
The window and the time of the data go to standard error, so that standard output stays a clean table.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys

import pandas as pd

from data_loaders import log, trail
from data_loaders import messages as unforeseen
from data_loaders.messages import LoaderError
from data_loaders.settings import configured
from data_loaders.snapshot import current
from queries import messages, question
from queries.analytics import serving
from queries.ask import QueryError, Scope, ask
from queries.operators import operator
from queries.periods import Period, PeriodError, parse, rules_of
from queries.snapshot import PostgresSnapshot, Snapshot


def main(argv: list[str] | None = None) -> int:
    args, extra = _parser().parse_known_args(argv)
    if args.list or not args.name:
        print("\n".join(f"{name:28} {question.load(name).header.get('question', '')}" for name in question.names()))
        return 0
    log.start(configured().log_path)
    try:
        answer, stamp = _answer(args, _params(extra, args.param))
    except (LoaderError, QueryError, PeriodError) as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:
        print(log.with_entry(unforeseen.UNEXPECTED, log.failed("question", error)), file=sys.stderr)
        return 1
    print(stamp, file=sys.stderr)
    sys.stdout.write(_text(answer, args.format))
    return 0


def _answer(args: argparse.Namespace, given: dict[str, str]) -> tuple[pd.DataFrame, str]:
    settings = configured()
    asks = operator(settings.access_roles, args.role)
    snapshot, as_of, taken_at = _snapshot()
    window = _period(args, snapshot).clip(as_of) if args.period else None
    name, figure = _resolve(args.name)
    asked = question.load(name)
    params = asks.asked(asked, _defaults(asked, window, as_of, args.calendar) | given)
    answer = ask(name, snapshot, asks.scope, **params)
    if figure:
        answer = _one_figure(answer, figure)
    view = {key: str(value) for key, value in params.items()}
    facts = {"role": asks.role, "area": asks.scope.area or "", "page": "", "question": args.name, "view": view}
    trail.by_operator(settings.trail_dir, "command", facts | {"rows": len(answer)})
    without = "" if asks.counts_denunciations else f" {messages.WITHOUT_DENUNCIATIONS.format(role=asks.role)}"
    return answer, _stamp(window, as_of, taken_at) + without


def _period(args: argparse.Namespace, snapshot: Snapshot) -> Period:
    return parse(args.period, calendar=args.calendar, rules=rules_of(snapshot))


def _one_figure(answer: pd.DataFrame, figure: str) -> pd.DataFrame:
    answer = answer[answer["figure"] == figure]
    if answer.empty:
        raise QueryError(messages.NO_QUESTION_OR_FIGURE.format(name=figure))
    return answer


def _resolve(name: str) -> tuple[str, str | None]:
    return (name, None) if name in question.names() else ("figures", name)


def _snapshot() -> tuple[Snapshot, dt.date, str]:
    settings = configured()
    ref = current(settings.snapshot_dir)
    if ref is not None:
        return serving(ref.path), ref.as_of, str(ref.taken_at)
    if url := settings.analytics_url:  # a PostgreSQL that holds the tables, and no file here
        snapshot: Snapshot = PostgresSnapshot(url)
        info = ask("snapshot_info", snapshot, Scope.everything()).iloc[0]
        return snapshot, info["as_of"].date(), str(info["taken_at"])
    raise QueryError(messages.NO_SNAPSHOT)


def _defaults(asked: question.Question, window: Period | None, as_of: dt.date, calendar: str) -> dict[str, object]:
    offered: dict[str, object] = {"as_of": min(as_of, window.end) if window else as_of, "calendar": calendar}
    if window:
        offered |= {"start": window.start, "end": window.end}
    return {name: value for name, value in offered.items() if name in asked.accepts}


def _params(extra: list[str], pairs: list[str]) -> dict[str, str]:
    """`--kind complaint`, `--kind=complaint` and `--param kind=complaint` all say the same."""
    given = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    words = [part for word in extra for part in word.split("=", 1)]
    if len(words) % 2 or not all(word.startswith("--") for word in words[::2]):
        raise QueryError(messages.BAD_FLAGS)
    flags = zip(words[::2], words[1::2], strict=True)
    return given | {name.removeprefix("--").replace("-", "_"): value for name, value in flags}


def _stamp(window: Period | None, as_of: dt.date, taken_at: str) -> str:
    dates = messages.UNTIL.format(as_of=as_of)
    if window:
        dates = messages.WINDOW.format(start=window.start, end=window.end)
    return messages.STAMP.format(dates=dates, taken_at=taken_at)


def _text(answer: pd.DataFrame, style: str) -> str:
    dates = answer.select_dtypes("datetime").columns
    answer = answer.assign(**{name: answer[name].dt.strftime("%Y-%m-%d") for name in dates})
    if style == "json":
        return answer.to_json(orient="records", force_ascii=False, indent=1) + "\n"
    return answer.to_csv(index=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m queries", description=__doc__, allow_abbrev=False)
    parser.add_argument("name", nargs="?")
    parser.add_argument("--period")
    parser.add_argument("--calendar", default="inspectorate", choices=["inspectorate", "calendar"])
    parser.add_argument("--param", action="append", default=[], metavar=messages.NAME_VALUE)
    parser.add_argument("--format", default="csv", choices=["csv", "json"])
    parser.add_argument("--role", help="a role to act in, as in the file of roles: office, area_leader:683")
    parser.add_argument("--list", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
