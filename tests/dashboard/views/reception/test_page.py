"""The ledger page in all its views, on the tiny province; and the national shares of reception days, as published."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.answers.answers import Answers
from dashboard.forms.fill import fill
from dashboard.metrics import METRICS
from dashboard.screen import paging
from dashboard.views.reception import book, heads
from dashboard.views.reception import form as form_view
from dashboard.words import ledger, reception
from dashboard.words import numbers as vi
from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import on_screen, raw_names, shown
from tests.published.reception_days import build_reception_days

ENTRY = str(shown.ROOT / "dashboard" / "app.py")


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, **view: str) -> AppTest:
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    app = AppTest.from_file(ENTRY, default_timeout=300).switch_page("../pages/reception.py")
    for name, text in view.items():
        app.query_params[name.replace("_", "-")] = text
    return app.run()


def html(app: AppTest) -> str:
    """All the HTML on screen, that of the ledger's own sheets included."""
    drawn = [element.proto.body for element in app.get("html")]
    return " ".join(drawn + on_screen.drawn(app))


@pytest.mark.parametrize("view", reception.VIEWS)
def test_every_view_is_drawn(view, monkeypatch):
    app = opened(shown.tiny(), monkeypatch, xem=view)
    assert not app.exception
    assert 'class="headline"' in html(app)
    assert not raw_names.on_page(app)
    assert not raw_names.in_text(html(app))


@pytest.fixture(scope="module")
def reception_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case database that holds what the National Assembly's supervision found, taken as a snapshot."""
    folder = tmp_path_factory.mktemp("reception_days")
    build_reception_days(folder / "case.sqlite")
    settings = Settings(
        case_database_url=f"sqlite:///{folder / 'case.sqlite'}",
        case_as_of=dt.date(2022, 10, 1),
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    refresh(settings, progress=lambda _: None)
    return settings.snapshot_dir


def test_the_national_shares_of_reception_days_as_published(reception_days, monkeypatch):
    """2016 to 2021: ministers 381 of 960 days; chairs of provinces 28 of 50 days, districts 94 %, communes 49 %."""
    app = opened(reception_days, monkeypatch, lich="tuy-chon", ky="2016-07-01..2021-06-30", xem="groups")
    assert not app.exception
    text = html(app)
    assert "(381/960 ngày phải tiếp, đạt 39,7%)" in text
    assert "Chủ tịch UBND tỉnh chưa tiếp đủ số ngày" in text
    assert "(28/50 ngày phải tiếp)" in text
    assert "(2.444/2.600 ngày phải tiếp, đạt 94%)" in text
    assert "ngày phải tiếp, đạt 49%)" in text


def test_what_deputies_took_is_named_with_the_law_that_allows_none(reception_days, monkeypatch):
    app = opened(
        reception_days, monkeypatch, lich="tuy-chon", ky="2016-07-01..2021-06-30", xem="groups", nhom="deputies"
    )
    assert "cấp phó tiếp thay" in html(app)
    assert ledger.DELEGATION_LAW in html(app)


def test_a_commune_alone_has_its_own_ledger(monkeypatch):
    app = opened(shown.tiny(), monkeypatch, dia_ban="C1")
    assert "Chủ tịch xã Nhất" in html(app)
    assert "Giám đốc sở" not in html(app)


def test_a_running_month_without_a_whole_month_is_said(monkeypatch):
    app = opened(shown.tiny(), monkeypatch, lich="thang", ky="2026-M11")
    assert ledger.NO_MONTH.format(end="31/10/2026") in html(app)
    drawn = " ".join(on_screen.drawn(app))
    assert f">{ledger.STRIP_REASON_YEAR}<" in drawn and f">{ledger.STRIP_REASON}<" not in drawn
    held = next(card for card in on_screen.cards(app) if card.label == METRICS["duty_sessions_missed"].label)
    assert (held.value, held.change) == (vi.MISSING, "")


def test_the_form_s_identities_hold_in_what_the_page_shows():
    """01/TCD: 1 = 4+13+22, 2 = 5+14+23, 3 = 6+7+15+16+24+25, for every unit and the total."""
    form = fill(
        Answers(open_snapshot(next(shown.tiny().glob("*.duckdb"))), Scope.everything()),
        parse("2026-Q4").clip(dt.date(2026, 11, 22)),
        units="district",
        circulars=form_view.FORM[:1],
        only=("reception",),
    )[form_view.FORM]
    values = form_view.by_unit(form).set_index("name")
    assert form_view.printed(form)["ms"].tolist() == [str(number) for number in range(1, 30)]
    assert int(values["1"].iloc[-1]) == 4
    for total, parts in {"1": (4, 13, 22), "2": (5, 14, 23), "3": (6, 7, 15, 16, 24, 25)}.items():
        assert (values[total] == values[[str(part) for part in parts]].sum(axis=1)).all()


def test_all_heads_up_to_a_hundred_are_opened_at_once(monkeypatch):
    monkeypatch.setattr(book, "MOST", 1)
    monkeypatch.setattr(paging, "A_PAGE", 1)
    said = html(opened(shown.tiny(), monkeypatch, ca=heads.LIST))
    first, last, count = re.search(r"<span>(\d+)–(\d+) trên (\d+)</span>", said).groups()
    assert first == "1" and last == count and int(count) > 1


def test_a_group_of_one_band_says_how_many_posts_it_has_of_every_band(monkeypatch):
    assert ">1 trong 2 chức danh<" in html(opened(shown.tiny(), monkeypatch, nhom="district_name", muc="never"))


@pytest.mark.parametrize(("posts", "days"), [("", ["1/2", "2/2"]), ("agency_head", ["0/1"])])
def test_bodies_of_the_province_have_the_name_in_the_table_that_they_have_in_the_bars(posts, days, monkeypatch):
    app = opened(shown.tiny(), monkeypatch, xem="groups", nhom="district_name", chuc_vu=posts)
    table = on_screen.whole(app, "district_name")
    assert table["district_name"].tolist() == [ledger.OF_PROVINCE, "Huyện Hạ (cũ)"][: len(days)]
    assert table["compliance"].tolist() == days
    assert f">{ledger.OF_PROVINCE}<" in " ".join(on_screen.drawn(app))
