"""Every question gives the same rows on DuckDB and on PostgreSQL: two independent engines that agree."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders import snapshot
from data_loaders.demo import province as demo_province
from data_loaders.settings import Settings
from queries import periods, question
from queries.ask import open_snapshot
from queries.snapshot import DuckDBSnapshot
from tests import tiny_province
from tests.case_databases import UNCHANGED, case_databases, each_of, in_memory
from tests.queries.two_engines import InMemory, Twin, assert_key, assert_same

LAST = date(2026, 11, 22)
CASES = int(os.environ.get("RANDOM_CASES", "100"))  # `make soak` takes more
KINDS = [None, "complaint", "denunciation", "petition"]
PERIODS = [
    *("2026-Q3", "2026-Q4", "2025-Q3", "2026-Y", "2026-9M", "2026-H1", "2026-M06", "2025-M12"),
    *("2025-08-01..2026-07-31", "2024-02-29..2024-02-29"),
]
Window = dict[str, Any]


def window(code: str, as_of: date, *, calendar: str = periods.INSPECTORATE) -> Window:
    """The parameters of a period as a page asks them: cut at the day of the data, figures of its last day."""
    period = periods.parse(code, calendar=calendar)
    end = min(period.end, max(as_of, period.start))
    return {"start": period.start, "end": end, "as_of": end, "calendar": calendar}


@pytest.fixture(scope="module")
def twin(postgres_url: str, request: pytest.FixtureRequest) -> Iterator[Callable[[], Twin]]:
    """Makes a new empty PostgreSQL database that can take snapshots."""
    import psycopg
    import sqlalchemy as sa

    made: list[Twin] = []

    def make() -> Twin:
        name = f"twin_{len(made)}"
        with psycopg.connect(postgres_url, autocommit=True) as admin:
            admin.execute(f'create database "{name}"')
        url = sa.make_url(postgres_url).set(drivername="postgresql+psycopg", database=name)
        made.append(Twin(url.render_as_string(hide_password=False)))
        return made[-1]

    yield make
    for one in made:
        one.close()


def taken(case: Path) -> DuckDBSnapshot:
    folder = case.parent
    settings = Settings(
        case_database_url=f"sqlite:///{case}",
        case_as_of=LAST,
        case_accept_refused=True,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    return open_snapshot(snapshot.refresh(settings, progress=lambda _: None).path)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory, twin: Callable[[], Twin]) -> tuple[DuckDBSnapshot, Twin]:
    duck = taken(tiny_province.build(tmp_path_factory.mktemp("tiny") / "case.sqlite", dirty=True))
    postgres = twin()
    postgres.take(duck)
    return duck, postgres


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, twin: Callable[[], Twin]) -> tuple[DuckDBSnapshot, Twin]:
    path = tmp_path_factory.mktemp("demo") / "case.sqlite"
    demo_province.build(path, dossiers=3_000, progress=lambda _: None)
    duck, postgres = taken(path), twin()
    postgres.take(duck, analyze=True)
    return duck, postgres


@pytest.mark.xdist_group("tiny_twin")
@pytest.mark.parametrize("name", question.names())
def test_the_tiny_province(tiny, name):
    duck, postgres = tiny
    for code, kind, area in zip(PERIODS, cycle(KINDS), cycle([None, "D1", "C1"]), strict=False):
        division = "commune" if area == "D1" else "district"
        view = window(code, LAST) | {"kind": kind, "area": area, "division": division}
        assert_key(name, assert_same(name, duck, postgres.snapshot, view))


ONLY_OF_DAMAGE = {"values_left_out"}  # the demo has no optional number that cannot be read; tests/cases has


@pytest.mark.slow
@pytest.mark.xdist_group("demo_twin")
@pytest.mark.parametrize("name", question.names())
def test_a_reduced_demo_province(demo, name):
    duck, postgres = demo
    _, ((area, post),) = duck.run(
        "select min(district_code), (select min(post_code) from post_holders) from district", {}
    )
    views = [
        window("2026-Q3", LAST) | {"division": "district"},
        window("2026-Q4", LAST) | {"division": "commune"},
        window("2026-Q2", LAST, calendar="calendar") | {"kind": "denunciation", "area": area},
        window("2025-Q3", LAST) | {"kind": "complaint", "days": 90},
        window("2026-Y", LAST) | {"kind": "petition", "division": "commune"},
    ]
    answers = [assert_same(name, duck, postgres.snapshot, view | {"post": post}) for view in views]
    for answer in answers:
        assert_key(name, answer)
    assert name in ONLY_OF_DAMAGE or sum(map(len, answers)), f"{name} answers nothing on the demo province"


VIEWS = st.fixed_dictionaries(
    {
        "code": st.sampled_from(PERIODS),
        "calendar": st.sampled_from(["inspectorate", "calendar"]),
        "kind": st.sampled_from(KINDS),
        "area": st.sampled_from([None, None, "D1", "D2", "C1", "C2"]),
        "division": st.sampled_from(["district", "commune"]),
        "level": st.sampled_from([None, None, "commune", "province"]),
        "duty": st.sampled_from([None, None, "commune_chair"]),
        "period_kind": st.sampled_from(["month", "quarter", "year"]),
        "post": st.sampled_from(["CX1", "CT"]),
    }
)


@pytest.fixture(scope="module")
def empty_twin(twin: Callable[[], Twin]) -> Twin:
    return twin()


@pytest.mark.slow
@pytest.mark.parametrize("quarter", range(4))
def test_random_small_case_databases(empty_twin, quarter):
    """A quarter at a time, so that several workers may share them; each with another window, kind and area."""

    @each_of(CASES // 4, turn=quarter)
    @given(case_databases(), VIEWS)
    def both_agree(case, view):
        as_of, tables = case
        db = in_memory(as_of, tables)
        try:
            duck = InMemory(db)
            empty_twin.take(duck, unchanged=UNCHANGED)
            wanted = view | window(view["code"], as_of, calendar=view["calendar"])
            for name in question.names():
                assert_same(name, duck, empty_twin.snapshot, wanted)
        finally:
            db.close()

    both_agree()
