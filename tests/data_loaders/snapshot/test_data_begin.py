"""Since when each table of events is kept: its first date, or the day the province declares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data_loaders import __main__ as command
from data_loaders import snapshot
from data_loaders.settings import EVENT_TABLES, Settings
from queries.ask import Scope, ask
from queries.snapshot import DuckDBSnapshot
from tests import tiny_province


def _begins(settings: Settings) -> dict[str, tuple[date | None, bool]]:
    ref = snapshot.refresh(settings, progress=lambda _: None)
    rows = ask("data_begins", DuckDBSnapshot(ref.path), Scope.everything())
    assert set(rows["table_name"]) == set(EVENT_TABLES)
    days = [None if pd.isna(day) else pd.Timestamp(day).date() for day in rows["begins_on"]]
    return dict(zip(rows["table_name"], zip(days, rows["declared"], strict=True), strict=True))


@pytest.fixture
def case(tmp_path: Path) -> str:
    return f"sqlite:///{tiny_province.build(tmp_path / 'case.sqlite', without=('directives',))}"


def test_the_first_date_of_each_table(case: str, settings: Callable[..., Settings]) -> None:
    begins = _begins(settings(case))
    assert begins["dossiers"] == (date(2024, 6, 1), False)
    assert begins["petitions"] == (date(2025, 3, 1), False)
    assert begins["reception_sessions"] == (date(2026, 8, 1), False)
    assert begins["reception_visits"] == (date(2026, 8, 1), False)
    assert begins["submissions"] == (date(2026, 9, 16), False)
    assert begins["directives"] == (None, False), "a table without rows begins nowhere"


def test_a_declared_day_goes_before_the_first_date(case: str, settings: Callable[..., Settings]) -> None:
    begins = _begins(settings(case, case_data_begin="2026-07-01; petitions=2020-01-01"))
    assert begins["dossiers"] == begins["directives"] == (date(2026, 7, 1), True)
    assert begins["petitions"] == (date(2020, 1, 1), True)


@pytest.mark.parametrize("text", ["01/07/2026", "units=2026-07-01", "dossiers=", "=", "dossiers:2026-07-01"])
def test_a_day_that_cannot_be_read_names_the_setting(monkeypatch: pytest.MonkeyPatch, capsys, text: str) -> None:
    monkeypatch.setenv("CASE_DATA_BEGIN", text)
    assert command.main(["refresh"]) == 1
    assert capsys.readouterr().err == "Biến môi trường CASE_DATA_BEGIN có giá trị không dùng được.\n"
