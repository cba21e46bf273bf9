"""A view in the address: every valid one comes back as it was, whatever else falls back to the usual."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.screen import address
from queries.periods import parse

AS_OF = dt.date(2026, 11, 22)
AREAS = {"D1", "D2", "C1"}
VIEWS = st.fixed_dictionaries(
    {
        "lich": st.sampled_from(["thanh-tra", "duong-lich"]),
        "ky": st.sampled_from(["2026-Q3", "2025-9M", "2024-Y", "2026-M05", "2026-Q4"]),
    },
    optional={
        "loai": st.sampled_from(list(address.KINDS)),
        "dia-ban": st.sampled_from(sorted(AREAS)),
        "chia": st.just("xa"),
    },
)
ANYTHING = st.dictionaries(st.sampled_from(address.NAMES), st.text(max_size=24))


@given(VIEWS)
def test_a_view_comes_back_as_it_was(view):
    wanted, said = address.read(view, as_of=AS_OF, areas=AREAS)
    assert said == []
    assert address.write(wanted) == view


@given(ANYTHING)
def test_whatever_stands_there_gives_a_view_that_can_be_shown(view):
    wanted, said = address.read(view, as_of=AS_OF, areas=AREAS)
    assert wanted.period.clip(AS_OF).end <= AS_OF
    assert len(said) <= 1
    again, nothing = address.read(address.write(wanted), as_of=AS_OF, areas=AREAS)
    assert (again, nothing) == (wanted, [])


@pytest.mark.parametrize(
    "code", ["2027-Q2", "2026-Q5", "", "0001-01-01..9999-12-31", "2026-02-30..2026-03-01", "<script>"]
)
def test_a_period_that_is_none_or_has_not_begun_falls_back_to_the_running_quarter(code):
    wanted, said = address.read({"ky": code}, as_of=AS_OF, areas=AREAS)
    assert wanted.period.code == "2026-Q4"
    assert said == ["Đường dẫn có kỳ báo cáo không hợp lệ nên đã dùng giá trị mặc định."]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [("period", "2025-Q1", {"ky": "2025-Q1"}), ("kind", "denunciation", {"loai": "to-cao"}),
     ("area", "D1", {"dia-ban": "D1"}),
     ("division", "commune", {"chia": "xa"}), ("calendar", "month", {"lich": "thang", "ky": "2026-M11"})],
)  # fmt: skip
def test_one_choice_changes_one_part(name, value, expected):
    view = {"lich": "thanh-tra", "ky": "2026-Q4"}
    assert address.changed(name, value, view, as_of=AS_OF) == view | expected


def test_choosing_all_takes_the_part_out():
    assert address.changed("kind", None, {"ky": "2026-Q4", "loai": "to-cao"}, as_of=AS_OF) == {"ky": "2026-Q4"}


def test_a_range_waits_for_its_second_day():
    first = dt.date(2026, 1, 1)
    assert address.changed("range", (first,), {}, as_of=AS_OF) is None
    assert address.changed("range", (first, AS_OF), {}, as_of=AS_OF) == {"ky": "2026-01-01..2026-11-22"}


def test_the_periods_offered_have_begun_and_hold_the_chosen_one():
    old = parse("2012-Q1")
    offered = address.codes("inspectorate", as_of=AS_OF, including=old)
    assert next(iter(offered)) == "2012-Q1"
    assert all(period.start <= AS_OF for period in offered.values())
    assert {"2026-Q4", "2026-Y", "2026-9M", "2019-Q1"} <= set(offered)
    assert "2027-Q1" not in offered


def test_a_file_is_named_by_the_view_it_was_made_in():
    def named(**view: str) -> str:
        return address.file_part(address.read(view, as_of=AS_OF, areas=AREAS)[0])

    assert named(ky="2026-Q3") == "2026-Q3"
    assert named(lich="duong-lich", ky="2026-Q3", loai="khieu-nai") == "2026-Q3-duong-lich-khieu-nai"
    assert named(lich="tuy-chon", ky="2026-01-01..2026-02-28") == "2026-01-01_2026-02-28-tuy-chon"
    assert named(**{"ky": "2026-M05", "dia-ban": "D1", "chia": "xa"}) == "2026-M05-D1-xa"
