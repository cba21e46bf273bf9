"""The recount at full size, where many rare things meet: mergers, suspensions, late entries, matters passed about."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from data_loaders.snapshot import current
from queries.ask import Scope, ask
from tests import shown
from tests.recount import plain_pandas, tables
from tests.recount.conftest import side_by_side
from tests.recount.test_recount import same

pytestmark = [pytest.mark.xdist_group("full"), pytest.mark.slow]


@pytest.fixture(scope="module")
def province() -> SimpleNamespace:
    folder = shown.full()
    taken = current(folder)
    assert taken is not None
    return side_by_side(folder.parent / "case.sqlite", taken.path)


@pytest.mark.parametrize("kind", [None, "complaint"])
@pytest.mark.parametrize(("start", "end"), [("2026-09-15", "2026-11-22"), ("2025-06-15", "2025-09-14")])
def test_figures_and_map_of_the_whole_province(province: SimpleNamespace, start: str, end: str, kind: str) -> None:
    span = pd.Timestamp(start), pd.Timestamp(end)
    mine = plain_pandas.figures(province, *span, kind)
    params = {"start": start, "end": end, "kind": kind}
    theirs = ask("figures", province.snapshot, Scope.everything(), **params).set_index("figure").astype(float)
    theirs.loc[list(plain_pandas.MEDIANS), ["numerator", "denominator"]] = float("nan")
    pd.testing.assert_frame_equal(mine, theirs.sort_index())
    assert mine.loc["entered_dossiers", "value"] > 500
    same(
        tables.area_measures(province.matters, *span, "commune", kind),
        ask("area_measures", province.snapshot, Scope.everything(), division="commune", **params),
        ["commune"],
        {"area_code": "commune"},
    )
