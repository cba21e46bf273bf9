"""What an outside reader of the dashboard sees: figures asked for, the command, a page's words."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.facts.change import Figure, figures
from data_loaders.snapshot import current
from queries import __main__ as command
from queries.ask import Scope, ask, open_snapshot
from queries.periods import parse
from tests import on_screen

ROOT = Path(__file__).resolve().parents[2]


def asked(folder: Path, name: str, code: str | None = None, *, calendar: str = "inspectorate", **params: object):
    """The answer to a question, for a period's code."""
    taken = current(folder)
    assert taken is not None
    if code:
        period = parse(code, calendar=calendar)
        params |= {"start": period.start, "end": period.end}
    return ask(name, open_snapshot(taken.path), Scope.everything(), **params)


def headline(folder: Path, code: str, *, calendar: str = "inspectorate", **params: object) -> dict[str, Figure]:
    return figures(asked(folder, "figures", code, calendar=calendar, **params))


def counts(folder: Path, code: str, *, calendar: str = "inspectorate", **params: object) -> dict[str, int | None]:
    return {name: figure.numerator for name, figure in headline(folder, code, calendar=calendar, **params).items()}


def commanded(capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch, folder: Path, *words: str) -> list[dict]:
    """Rows of `python -m queries …`."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    capsys.readouterr()
    assert command.main([*words, "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def page(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, **view: str) -> AppTest:
    """A page opened by its address; parts of the address with a hyphen are written with a low line."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=300)
    app.switch_page(f"../pages/{name}.py")
    for key, text in view.items():
        app.query_params[key.replace("_", "-")] = text
    app.run()
    assert not app.exception, app.exception
    return app


def cards(app: AppTest) -> dict[str, tuple[str, str]]:
    """label → (value, change) of the headline figures."""
    return {card.label: (card.value, card.change) for card in on_screen.cards(app)}


def words(app: AppTest) -> str:
    """All prose of the page."""
    return " ".join(element.proto.body for element in app.get("html"))


def tables(app: AppTest) -> list[pd.DataFrame]:
    """Every table as it is read on screen: numbers in Vietnamese, withheld and missing cells as shown."""
    return on_screen.texts(app)


def table_with(app: AppTest, column: str) -> pd.DataFrame:
    return next(table for table in tables(app) if column in table.columns)
