"""A snapshot or a lock of an earlier version, with narrow tables, answers as one of today."""

from __future__ import annotations

import shutil

import duckdb
import pytest
from pandas.testing import assert_frame_equal

from data_loaders.snapshot import current, wide
from queries import question
from queries.ask import Scope, ask, open_snapshot
from queries.snapshot import DuckDBSnapshot
from tests.queries.two_engines import arguments

WANTED = {"start": "2025-01-01", "end": "2026-11-22", "as_of": "2026-11-22", "post": "CT", "dossier": "V01"}
ADDED = {
    "suspensions": {"matter_kind"},
    "transfers": {"matter_id", "matter_kind", "received_on", "commune_code", "district_code"},
    "dossier_due": {"closed_on"},
}


@pytest.fixture(scope="module")
def narrow(tiny_snapshots, tmp_path_factory):
    """The tiny province's snapshot without what has been added to its tables, under a name that needs quoting."""
    path = tmp_path_factory.mktemp("narrow") / 'an "old" one.duckdb'
    shutil.copyfile(current(tiny_snapshots).path, path)
    with duckdb.connect(str(path)) as db:
        for table, columns in ADDED.items():
            for column in columns:
                db.execute(f"alter table {table} drop column {column}")
    return DuckDBSnapshot(path)


def test_the_wide_tables_are_those_that_this_test_makes_narrow():
    assert set(wide.ADDED) == set(wide.ORDER) == set(ADDED)
    assert all(wide.ADDED[table] in columns for table, columns in ADDED.items())


@pytest.mark.parametrize("name", question.names())
def test_every_question_is_answered_alike(narrow, tiny_snapshots, name):
    given = arguments(name, WANTED)
    today = open_snapshot(current(tiny_snapshots).path)
    then, now = (ask(name, one, Scope.everything(), **given) for one in (narrow, today))
    assert_frame_equal(then, now)
