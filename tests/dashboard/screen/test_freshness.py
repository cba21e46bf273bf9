"""Viewers keep the snapshot they began with, are told when a new one is in, and take it when they ask."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.words import shell
from data_loaders.messages import LoaderError
from tests import on_screen
from tests.dashboard.province import Province
from tests.dashboard.test_pages import headline, html, opened

FIRST = dt.datetime(2026, 11, 22, 7, 30)  # noqa: DTZ001
LATER = dt.datetime(2026, 11, 22, 8, 30)  # noqa: DTZ001
WITHDRAWN = "update dossiers set closed_on = '2026-11-20', closing = 'withdrawn' where dossier_id = 'V01'"
TOLD = "Đã có số liệu mới đến 08:30 ngày 22/11/2026."


@pytest.fixture
def province(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Province:
    made = Province(tmp_path, at=FIRST)
    monkeypatch.setenv("SNAPSHOT_DIR", str(made.folder))
    return made


def _open_dossiers(app: AppTest) -> str:
    return next(card.value for card in on_screen.cards(app) if card.label == "Đang giải quyết")


def test_a_viewer_keeps_the_old_figures_is_told_and_takes_the_new(province):
    app = opened("overview")
    assert (_open_dossiers(app), TOLD in html(app)) == ("5", False)
    province.change(WITHDRAWN, at=LATER)
    app.run()
    assert _open_dossiers(app) == "5"
    assert TOLD in html(app)
    assert "cập nhật lúc 07:30 ngày 22/11/2026" in html(app)
    assert _open_dossiers(opened("overview")) == "4"  # who comes now sees the new figures at once
    app.button(key="news-take").click().run()
    assert _open_dossiers(app) == "4"
    assert TOLD not in html(app)
    assert "cập nhật lúc 08:30 ngày 22/11/2026" in html(app)


def test_the_snapshot_stays_from_page_to_page(province):
    app = opened("overview")
    province.refreshed(LATER)
    app.switch_page("../pages/backlog.py").run()
    assert not app.exception
    assert "cập nhật lúc 07:30 ngày 22/11/2026" in html(app)
    assert TOLD in html(app)


def test_a_viewer_whose_snapshot_is_gone_goes_to_the_current_one(province):
    app = opened("overview")
    old = province.ref.path
    province.refreshed(LATER)
    old.unlink()
    app.run()
    assert not app.exception
    assert "cập nhật lúc 08:30 ngày 22/11/2026" in html(app)
    assert TOLD not in html(app)


def test_where_the_newest_snapshot_is_damaged_the_one_before_is_shown_and_it_is_said(province):
    province.refreshed(LATER).path.write_bytes(b"\0" * 4096)
    app = opened("overview")
    assert not app.exception
    assert headline(app)
    assert "cập nhật lúc 07:30 ngày 22/11/2026" in html(app)
    assert shell.OLDER_SHOWN in html(app)
    assert not [button for button in app.button if button.key == "news-take"]


def test_a_source_that_does_not_answer_is_said_since_when_and_the_page_is_served(province):
    away = province.settings.model_copy(update={"case_database_url": "postgresql+psycopg://a:b@127.0.0.1:1/khong"})
    for minutes in (45, 75):
        with pytest.raises(LoaderError, match="Không kết nối được nguồn"):
            province.refreshed(FIRST + dt.timedelta(hours=1, minutes=minutes), settings=away)
    app = opened("overview")
    assert not app.exception
    assert _open_dossiers(app) == "5"
    assert "Số liệu đến 07:30 ngày 22/11/2026, nguồn không kết nối được từ 09:15 ngày 22/11/2026." in html(app)
    assert "máy chủ không trả lời" not in html(app)
    assert any("máy chủ không trả lời" in text.value for text in app.markdown)  # behind «Vì sao»


def test_another_failure_is_not_called_a_lost_connection(province):
    province.case.rename(province.case.with_suffix(".away"))
    with pytest.raises(LoaderError):
        province.refreshed(LATER)
    assert "chưa lấy được số liệu mới từ 08:30 ngày 22/11/2026" in html(opened("overview"))
