"""The pages show published facts exactly, as text a reader finds."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.metrics import METRICS
from dashboard.words import numbers as vi
from tests import on_screen
from tests.published import reading
from tests.published.briefings import build_ba_ria_vung_tau_may_2022
from tests.published.conftest import Published
from tests.published.reception_days import build_reception_days
from tests.published.test_figures import THANH_HOA_2022
from tests.published.thanh_hoa_2022 import build_thanh_hoa_2022, build_thanh_hoa_resolved

pytestmark = pytest.mark.xdist_group("published")

VIEWS = [
    ("reception", {"xem": "volume"}),
    ("comparison", {"xem": "figures"}),
]


@pytest.fixture(scope="module")
def figures_of_2022(published: Published) -> dict[str, str]:
    """label → figure, of every card and every table of figures on the pages, for Thanh Hóa's year 2022."""
    found: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        for name, view in VIEWS:
            app = reading.page(patch, published(build_thanh_hoa_2022), name, ky="2022-Y", **view)
            found |= {label: value for label, (value, _) in reading.cards(app).items()}
            for table in [*reading.tables(app), *on_screen.behind(app)]:
                if {"label", "change_previous"} <= set(table.columns):
                    found |= table.set_index("label")["now"].to_dict()
    return found


@pytest.mark.parametrize("name", list(THANH_HOA_2022))
def test_thanh_hoa_2022_as_published(figures_of_2022: dict[str, str], name: str) -> None:
    assert figures_of_2022[METRICS[name].label] == vi.count(THANH_HOA_2022[name])


def test_thanh_hoa_2022_by_leaders_and_by_standing_reception(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = published(build_thanh_hoa_2022)
    cards = reading.cards(reading.page(monkeypatch, folder, "reception", ky="2022-Y"))
    assert (cards["Số người được tiếp"][0], cards["Đoàn đông người"][0]) == ("13.497", "43")
    app = reading.page(monkeypatch, folder, "reception", ky="2022-Y", xem="volume")
    people = reading.table_with(app, "reception").set_index("reception")["people"]
    assert people.to_dict() == {"Cấp phó tiếp thay": "0", "Người đứng đầu tiếp": "4.176", "Thường xuyên": "9.321"}


def test_thanh_hoa_map_has_its_districts_and_communes(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    for division, number in (("huyen-cu", 26), ("xa", 166)):
        app = reading.page(monkeypatch, published(build_thanh_hoa_2022), "hotspots", ky="2022-Y", chia=division)
        assert len(on_screen.whole(app, "name")) == number


@pytest.mark.parametrize(
    ("kind", "rate", "counts"),
    [(None, "93%", "3.652/3.927"), ("khieu-nai", "82,3%", "404/491"), ("to-cao", "77,4%", "41/53")],
)
def test_thanh_hoa_resolved(
    published: Published, monkeypatch: pytest.MonkeyPatch, kind: str | None, rate: str, counts: str
) -> None:
    view = {"loai": kind} if kind else {}
    app = reading.page(monkeypatch, published(build_thanh_hoa_resolved), "overview", ky="2022-Y", **view)
    card = next(card for card in on_screen.cards(app) if card.label == "Tỷ lệ giải quyết")
    assert card.value == rate
    assert counts in card.of + reading.words(app)
    rows = on_screen.whole(app, "discontinued").set_index("kind")
    if kind == "khieu-nai":
        assert (rows.loc["Khiếu nại", "decided"], rows.loc["Khiếu nại", "discontinued"]) == ("283", "121")
    assert (rows["residual"] == "0").all() if "residual" in rows else "Chênh lệch: 0" in reading.words(app)


def test_thanh_hoa_comparison_says_what_was_resolved(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    app = reading.page(monkeypatch, published(build_thanh_hoa_resolved), "comparison", ky="2022-Y")
    assert "đã giải quyết 3.652 vụ việc" in reading.words(app)
    now = reading.table_with(app, "change_previous").set_index("label")["now"]
    assert (now["Đã giải quyết"], now["Tỷ lệ giải quyết"]) == ("3.652", "93%")


def test_ba_ria_vung_tau(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up 54 % on 350, never the 54,14 % in print that no base gives; 10,7 % in the year to date."""
    folder = published(build_ba_ria_vung_tau_may_2022, base=350)
    for calendar, code, visits, rise in (
        ("thang", "2022-M05", "539", "Tăng 54%"),
        ("tuy-chon", "2022-01-01..2022-05-31", "2.058", "Tăng 10,7%"),
    ):
        app = reading.page(monkeypatch, folder, "comparison", lich=calendar, ky=code)
        changes = [table for table in reading.tables(app) if "change_last_year" in table]
        row = pd.concat(changes).set_index("label").loc["Lượt tiếp"]
        assert (row["now"], row["change_last_year"]) == (visits, rise)
    app = reading.page(monkeypatch, folder, "reception", lich="thang", ky="2022-M05", xem="volume")
    regular = on_screen.whole(app, "mass_people").set_index("reception").loc["Thường xuyên"]
    assert (regular["mass_groups"], regular["mass_people"]) == ("6", "175")


def test_reception_days(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = published(build_reception_days)
    app = reading.page(monkeypatch, folder, "reception", lich="tuy-chon", ky="2016-07-01..2021-06-30", xem="level")
    rows = reading.table_with(app, "compliance").set_index("duty_code")
    heads = rows.loc["Người đứng đầu sở, ngành"]
    assert (heads["credited"], heads["required"], heads["compliance"]) == ("381", "960", "39,7%")
    assert rows["compliance"].to_dict() == {
        "Người đứng đầu sở, ngành": "39,7%",
        "Chủ tịch UBND tỉnh": "28/50",  # 56 %: who leads the province is told by days
        "Chủ tịch UBND huyện (cũ)": "94%",
        "Chủ tịch UBND cấp xã": "49%",
    }
    assert (rows["delegated"].str.replace(".", "").astype(int) > 0).all()
