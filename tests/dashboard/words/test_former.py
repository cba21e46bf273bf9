"""Two units of one name are told apart wherever they stand in one view."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.words import former
from tests import on_screen
from tests.dashboard.province import Province
from tests.dashboard.test_pages import html, opened

NAMES = {("Xã Nhất (đến 2025)", "Huyện Hạ (cũ)"), ("Xã Nhất (từ 2025)", "Huyện Hạ (cũ)")}


def unit(code: str, *, home: str = "Huyện Hạ", to: str | None = None, became: str | None = None) -> dict[str, object]:
    return {"area_code": code, "name": "Xã Nhất", "district_name": home, "commune_name": became,
            "unit_from": pd.Timestamp("2004-01-01" if to else "2025-07-01"), "unit_to": pd.Timestamp(to)}  # fmt: skip


NOWHERE = dict.fromkeys(unit("1"))


@pytest.mark.parametrize(
    ("units", "names"),
    [
        ([unit("1"), unit("2", home="Huyện Thượng")], ["Xã Nhất", "Xã Nhất"]),
        ([unit("1"), unit("2", to="2025-06-30")], ["Xã Nhất (từ 2025)", "Xã Nhất (đến 2025)"]),
        (
            [unit("1", to="2025-06-30", became="Xã Nhị"), unit("2", to="2025-06-30", became="Xã Tam"), unit("3")],
            ["Xã Nhất (đến 2025, nay thuộc xã Nhị)", "Xã Nhất (đến 2025, nay thuộc xã Tam)", "Xã Nhất (từ 2025)"],
        ),
        ([unit("1", to="2025-06-30"), unit("2", to="2025-03-31")], ["Xã Nhất (mã 1)", "Xã Nhất (mã 2)"]),
        (
            [unit("1", to="2025-06-30", became="Xã Nhị"), unit("2", to="2025-03-31"), NOWHERE],
            ["Xã Nhất (đến 2025, nay thuộc xã Nhị)", "Xã Nhất (đến 2025)", None],
        ),
        ([NOWHERE], [None]),
    ],
)
def test_units_of_one_name_and_district_are_told_apart(units, names):
    told = former.apart(pd.DataFrame(units))["name"].astype(object)
    assert told.where(told.notna(), None).tolist() == names


def test_a_unit_says_the_commune_of_another_name_it_lies_in_today():
    units = pd.DataFrame([unit("1", became="Xã Nhị"), unit("2", became="Xã Nhất"), unit("3")])
    units.loc[len(units)] = unit("4", became="Xã Tam") | {"name": "Xã Tứ (đến 2025, nay thuộc xã Tam)"}
    assert former.became(units)["name"].tolist() == [
        "Xã Nhất (nay thuộc xã Nhị)", "Xã Nhất", "Xã Nhất", "Xã Tứ (đến 2025, nay thuộc xã Tam)",
    ]  # fmt: skip


def test_a_commune_that_ended_and_its_namesake_of_today_are_told_apart_on_the_page(tmp_path, monkeypatch):
    """Xã Một ended on 30/6/2025 under the name that a commune of the same former district has since."""
    province = Province(tmp_path)
    province.change(
        "update units set name = 'Xã Nhất' where unit_code = 'O1'",
        "update dossiers set closed_on = null, closing = null where dossier_id = 'V11'",
    )
    rows = province.answers().ask("recorded_areas", start=dt.date(2026, 9, 15), end=dt.date(2026, 11, 22))
    assert (
        set(rows.loc[rows["area_code"].isin(["O1", "C1"]), ["name", "district_name"]].itertuples(index=False)) == NAMES
    )
    monkeypatch.setenv("SNAPSHOT_DIR", str(province.folder))
    app = opened("hotspots", xem="recorded", ky="2026-Q4")
    assert set(on_screen.whole(app, "name")["name"]) >= {name for name, _ in NAMES}
    assert "xã Nhất (từ 2025)" in html(app).split('class="headline"')[1].split("</p>")[0]
