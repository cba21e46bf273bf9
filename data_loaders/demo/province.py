"""The demo: an invented province's case database, the same from the same seed, with every standard table.

Nothing in it is real: no unit, no official, no case. About one row in a hundred is wrong on purpose (see `demo.dirt`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd

from data_loaders.demo import (
    bodies,
    database,
    dirt,
    follow_up,
    lineage,
    mix,
    movement,
    petitions,
    places,
    reception,
    schedule,
    tables,
    unit_tables,
)
from data_loaders.demo import posts as heads
from data_loaders.geography import boundary, schematic

NOTICE = "DỮ LIỆU MẪU"
DEFAULT = Path("var/demo/case.sqlite")
STEPS = ("địa bàn, cơ quan", "vụ việc", "đơn", "tiếp công dân", "ghi tệp", "sơ đồ")


def build(
    path: Path, *, seed: int = 1, dossiers: int = 100_000, progress: Callable[[str], None] = print
) -> dict[str, dict]:
    """Writes the database to `path` and two GeoJSON files to `geography/` beside it.

    Gives {"rows": {table: rows, dirty ones included}, "dirt": {table: {reason: rows}}}. Petitions and visits follow
    the number of dossiers (2,5 and 1,7 each); units, posts and scheduled sessions do not shrink.
    """
    said = iter(STEPS)
    progress(f"Dữ liệu mẫu: {next(said)}")
    province = places.invent(seed)
    agencies = bodies.found(province)
    posts = heads.appoint(agencies, province, seed)
    progress(f"Dữ liệu mẫu: {next(said)}")
    matters = lineage.invent(province, agencies, seed=seed, count=dossiers)
    movement.move(np.random.default_rng([seed, 7]), province, agencies, matters)
    matters = mix.narrowed(matters)
    progress(f"Dữ liệu mẫu: {next(said)}")
    papers = petitions.invent(province, agencies, matters, seed=seed)
    progress(f"Dữ liệu mẫu: {next(said)}")
    filled = chain(
        _units(province, agencies, posts).items(), _work(province, agencies, matters, papers, posts, seed=seed)
    )
    progress(f"Dữ liệu mẫu: {next(said)}")
    summary: dict[str, dict] = {"rows": {}, "dirt": {}}
    database.write(path, chain(_planted(filled, summary, seed), [("demo_notice", {"text": [NOTICE]}, {"text": []})]))
    progress(f"Dữ liệu mẫu: {next(said)}")
    draw(province, path.parent / "geography")
    return summary


def _planted(
    tables: Iterable[tuple[str, mix.Table]], summary: dict[str, dict], seed: int
) -> Iterator[tuple[str, mix.Table, dict[str, list]]]:
    """Each table with its dirty rows, counted in `summary`; the one before it is let go first."""
    for name, columns in tables:
        dirty, summary["dirt"][name] = dirt.plant(name, columns, seed=seed)
        summary["rows"][name] = len(next(iter(columns.values()))) + sum(summary["dirt"][name].values())
        yield name, columns, dirty
        del columns, dirty


def _units(province: places.Places, agencies: bodies.Bodies, posts: mix.Rows) -> dict[str, mix.Table]:
    return {
        "units": unit_tables.unit_rows(province),
        "unit_changes": unit_tables.change_rows(province),
        "unit_groups": unit_tables.group_rows(province),
        "agencies": bodies.agency_rows(agencies),
        "posts": heads.post_rows(posts, agencies),
    }


def _work(
    province: places.Places,
    agencies: bodies.Bodies,
    matters: mix.Rows,
    papers: mix.Rows,
    posts: mix.Rows,
    *,
    seed: int,
) -> Iterator[tuple[str, mix.Table]]:
    """The tables of what happened one after the other, so that only one at a time is ready to be written."""
    rng = np.random.default_rng([seed, 8])
    holders, gaps = heads.holder_rows(posts, seed)
    planned = schedule.hold(rng, posts, schedule.schedule(rng, agencies, posts), gaps)
    wanted = reception.wishes(rng, agencies, matters, papers)
    sessions, visits = reception.receive(rng, agencies, posts, planned, wanted)
    ids = {
        "dossier": tables.serials("HS", matters["received"]),
        "petition": tables.serials("DT", papers["received"]),
        "session": tables.serials("BT", np.where(sessions["scheduled"] > 0, sessions["scheduled"], sessions["held"])),
        "visit": tables.serials("LT", visits["held"]),
    }
    moves = [mix.narrowed(part) for part in movement.transfer_parts(rng, agencies, matters)]
    moves.append(mix.narrowed(petitions.transfer_part(rng, agencies, papers)))
    yield "post_holders", holders
    yield "dossiers", tables.dossier_table(rng, province, agencies, matters, ids["dossier"])
    yield "petitions", tables.petition_table(rng, province, agencies, papers, ids["petition"], ids["dossier"])
    extended, steps = movement.extension_rows(rng, matters), movement.step_rows(rng, agencies, matters)
    listed = follow_up.complex_list(rng, province, agencies, matters)
    followed = listed, follow_up.directives(rng, province, agencies, matters)
    steps = mix.narrowed(follow_up.talked(steps, listed, matters))
    yield from tables.small_tables(extended, movement.suspension_rows(matters), steps, ids["dossier"]).items()
    yield "transfers", tables.transfer_table(agencies, moves, ids["dossier"], ids["petition"])
    yield "reception_sessions", tables.session_table(agencies, posts, sessions, ids["session"])
    yield "reception_visits", tables.visit_table(visits, ids)
    yield from tables.followed_tables(agencies, *followed, ids["dossier"]).items()
    yield "submissions", follow_up.submissions(rng, agencies)


def draw(province: places.Places, directory: Path) -> None:
    """Writes communes.geojson and districts.geojson (code, name, basis) by the schematic method."""
    frame = schematic.boundary_table(
        schematic.build(pd.DataFrame(unit_tables.seeds(province))),
        names=dict(zip(province.new_code, province.new_name, strict=True)),
        group_names=dict(zip(province.district_code, province.district_name, strict=True)),
    )
    boundary.save(frame, directory)


def main(arguments: list[str] | None = None) -> int:
    """`python -m data_loaders.demo.province [--path FILE] [--seed N] [--dossiers N]`."""
    parser = argparse.ArgumentParser(prog="python -m data_loaders.demo.province")
    parser.add_argument("--path", type=Path, default=DEFAULT)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dossiers", type=int, default=100_000)
    asked = parser.parse_args(arguments)
    summary = build(asked.path, seed=asked.seed, dossiers=asked.dossiers)
    json.dump(summary, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
