"""Moments read all at once are those that are read one by one."""

from __future__ import annotations

from datetime import datetime as at

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.contract import coerce
from data_loaders.contract.tables import BY_NAME

COLUMN = BY_NAME["dossiers"].column("updated_at")
WRITTEN = st.datetimes(at.fromisoformat("1900-01-01"), at.fromisoformat("2999-12-31")).flatmap(
    lambda moment: st.sampled_from([" ", "T"]).map(
        lambda sep: f"{moment:%Y-%m-%d}{sep}{moment:%H:%M:%S.%f}"[: 19 if moment.microsecond % 2 else 26]
    )
)


@given(st.lists(WRITTEN | st.none(), min_size=1))
def test_all_at_once_is_what_one_by_one_gives(texts):
    found, broken = coerce.coerce(pa.array(texts, pa.string()), COLUMN)
    singly = [None if text is None else at.fromisoformat(text).replace(microsecond=0) for text in texts]
    assert found.to_pylist() == singly
    assert broken is None


@pytest.mark.parametrize(
    "odd", ["2026-02-30 08:00:00", "2026-13-01 08:00:00", "2026-05-01 24:00:01", "1899-12-31 08:00:00"]
)
def test_a_moment_that_is_none_does_not_take_the_others_with_it(odd):
    found, broken = coerce.coerce(pa.array(["2026-05-01 08:00:00", odd], pa.string()), COLUMN)
    assert found.to_pylist() == [at.fromisoformat("2026-05-01 08:00:00"), None]
    assert broken is not None
    assert broken.to_pylist() == [False, True]
