"""The strip as HTML: every post and month once, names escaped, nothing foreign."""

import re

import pandas as pd
import pytest

from dashboard.drawing import grid
from dashboard.views.reception import bands
from tests.spec.ledger import Ledger

MONTHS = """
    scheduled_on | held_on    | chaired
    2026-08-03   | 2026-08-03 | in_person
    2026-08-17   | 2026-08-18 | in_person
    2026-09-07   | 2026-09-07 | delegated
    2026-10-05   | 2026-10-05 | in_person
    2026-10-19   | -          | -
"""


@pytest.fixture(scope="module")
def drawn():
    ledger = Ledger(MONTHS)
    window = {"start": "2026-08-01", "end": "2026-11-22"}
    posts = bands.judged(ledger.ask("ledger_by_post", **window))
    posts["title"] = "Bí thư <xã> Nhất"
    months = ledger.ask("ledger_strip", **window)
    return grid.grid([("Nhóm & nhóm", "1 chức danh", posts)], months, judged={pd.Timestamp(2026, 10, 1)})


def test_a_cell_a_month_with_its_mark(drawn):
    row = drawn[drawn.index("data-post") :]
    assert re.findall(r'<i class="([^"]*)">([^<]*)</i>', row) == [("k o", "2"), ("d", "CP"), ("s", "1/2")]


def test_names_from_the_case_database_are_never_markup(drawn):
    assert "Bí thư &lt;xã&gt; Nhất" in drawn
    assert "Nhóm &amp; nhóm" in drawn
    assert "<script" not in drawn
    assert "http" not in drawn


def test_the_months_of_the_period_in_view_are_marked(drawn):
    head = drawn[: drawn.index("data-post")]
    assert re.findall(r'<i class="w">.*?</i>', head) == ['<i class="w"><u></u>T10</i>']


def test_the_band_and_its_reasons_stand_beside_the_strip(drawn):
    assert '<em class="short">Thiếu</em><small>thiếu 03 ngày; cấp phó tiếp thay 01 buổi; không tổ chức 01 buổi' in drawn


def test_many_months_are_drawn_narrow():
    months = pd.date_range("2023-11-01", periods=36, freq="MS")
    strip = pd.DataFrame(
        {"post_code": "P", "month_on": months, "state": "short", "required": 4, "in_person": 3, "moved": 0, "ad_hoc": 0}
    )
    cells = grid.cells_by_post(strip, columns=list(months), narrow=True)["P"]
    assert cells == '<i class="s">3</i>' * 36


def test_bands_are_one_bar_a_group_with_those_who_did_well_first():
    bar = grid.share_bar({"never": 2, "kept": 7})
    assert re.findall(r'part (\w+)" style="flex-grow:(\d+)"', bar) == [("kept", "7"), ("never", "2")]


def test_a_group_says_how_many_of_its_posts_stand_there_of_all():
    posts = pd.DataFrame({"duty_code": ["commune_party_secretary"] * 160 + ["province_party_secretary"]})
    told = [count for _, count, _ in bands.sections(posts.tail(11), posts, by="duty_code")]
    assert sorted(told) == ["1 chức danh", "10 trong 160 chức danh"]
