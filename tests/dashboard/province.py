"""A tiny province whose case database a test changes, locks and reads anew."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.screen.page import Page
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, locks, refresh
from queries.ask import open_snapshot
from queries.scope import Scope
from tests import tiny_province

LOCKED_AT = dt.datetime(2026, 9, 16, 7, 30)  # noqa: DTZ001


class Province:
    """A tiny province of this test: its case database, its snapshots, its locks."""

    def __init__(self, folder: Path, *, at: dt.datetime | None = None) -> None:
        self.case = tiny_province.build(folder / "case.sqlite")
        self.settings = Settings(
            case_database_url=f"sqlite:///{self.case}",
            case_as_of=dt.date(2026, 11, 22),
            snapshot_dir=folder / "snapshots",
            geography_dir=folder / "geography",
        )
        self.ref = self.refreshed(at)

    @property
    def folder(self) -> Path:
        return self.settings.snapshot_dir

    def refreshed(self, at: dt.datetime | None = None, *, settings: Settings | None = None) -> SnapshotRef:
        now = {} if at is None else {"now": lambda: at}
        self.ref = refresh(settings or self.settings, progress=lambda _: None, **now)
        return self.ref

    def lock(self, code: str = "2026-Q3") -> locks.Lock:
        return locks.lock(self.folder, self.ref, code=code, calendar="inspectorate", by="Văn phòng", now=LOCKED_AT)

    def change(self, *statements: str, at: dt.datetime | None = None) -> None:
        with closing(sqlite3.connect(self.case)) as db, db:
            for statement in statements:
                db.execute(statement)
        self.refreshed(at)

    def page(self) -> Page:
        return Page("locked", self.ref, self.answers(), frame=st.container())

    def answers(self) -> Answers:
        return Answers(open_snapshot(self.ref.path), Scope.everything())
