"""Every page runs on no snapshot, on the tiny province and on the demo province, in every view and for every kind."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.words import (
    backlog,
    bodies,
    choices,
    comparison,
    conclusions,
    definitions,
    desk,
    hotspots,
    quality,
    reception,
    shell,
    since,
    supervision,
    waiting,
)
from tests import on_screen, raw_names, shown

ENTRY = str(shown.ROOT / "dashboard" / "app.py")
PAGES = list(shown.PAGES)
VIEWS = {
    "backlog": ("xem", backlog.VIEWS),
    "reception": ("xem", reception.VIEWS),
    "comparison": ("xem", comparison.VIEWS),
    "hotspots": ("do", hotspots.MEASURES),
    "quality": ("xem", quality.VIEWS),
    "waiting": ("xem", waiting.VIEWS),
    "bodies": ("xem", bodies.VIEWS),
    "supervision": ("xem", supervision.VIEWS),
    "conclusions": ("xem", conclusions.VIEWS),
    "locked": ("xem", since.VIEWS),
    "briefing": ("xem", desk.VIEWS),
}
EVERY_VIEW = [(page, name, view) for page, (name, views) in VIEWS.items() for view in views]
# The demo province takes minutes to build: one worker shows it, and only that.
SNAPSHOTS = ["tiny", pytest.param("full", marks=pytest.mark.xdist_group("full"))]


def opened(page: str, **view: str) -> AppTest:
    app = AppTest.from_file(ENTRY, default_timeout=300).switch_page(f"../pages/{page}.py")
    for name, text in view.items():
        app.query_params[name.replace("_", "-")] = text
    return app.run()


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def headline(app: AppTest) -> str:
    return next((e.proto.body for e in app.get("html") if 'class="headline"' in e.proto.body), "")


@pytest.mark.parametrize("page", PAGES)
def test_without_a_snapshot_a_page_says_what_to_do(page, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.empty()))
    app = opened(page)
    assert not app.exception
    assert shell.NOT_READY_TITLE in html(app)
    assert app.code[0].value == shell.NOT_READY_COMMAND


@pytest.mark.parametrize("page", PAGES)
def test_a_broken_snapshot_is_said_in_one_sentence(page, monkeypatch, tmp_path):
    (tmp_path / "broken.duckdb").write_bytes(b"not a database")
    manifest = (shown.tiny() / "current.json").read_text(encoding="utf-8")
    name = next((shown.tiny()).glob("snapshot-*.duckdb")).name
    (tmp_path / "current.json").write_text(manifest.replace(name, "broken.duckdb"), encoding="utf-8")
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path))
    app = opened(page)
    assert not app.exception
    assert shell.BROKEN_TITLE in html(app)


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_its_message_first(page, snapshot, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(getattr(shown, snapshot)()))
    app = opened(page)
    assert not app.exception, app.exception
    assert headline(app)
    assert (shell.DEMO_BANNER in html(app)) == (snapshot == "full")
    assert shell.STAMP.split("{")[0] in html(app)
    assert not raw_names.on_page(app)


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
@pytest.mark.parametrize(("page", "name", "view"), EVERY_VIEW)
def test_every_view_of_a_page(page, name, view, snapshot, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(getattr(shown, snapshot)()))
    app = opened(page, **{name: view})
    assert not app.exception, app.exception
    assert app.session_state[f"choice-{name}"] == view
    assert not raw_names.on_page(app)


@pytest.mark.parametrize("kind", ["khieu-nai", "to-cao", "kien-nghi"])
@pytest.mark.parametrize("page", PAGES[:5])
def test_every_kind(page, kind, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened(page, loai=kind)
    assert not app.exception, app.exception


@pytest.mark.parametrize(
    ("calendar", "code"),
    [("thanh-tra", "2026-Q3"), ("duong-lich", "2025-Q3"), ("thang", "2026-M02"), ("tuy-chon", "2025-06-01..2025-08-31"),
     ("thanh-tra", "2025-9M"), ("thanh-tra", "2018-Y")],
)  # fmt: skip
@pytest.mark.parametrize("page", PAGES[:5])
def test_every_calendar(page, calendar, code, monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened(page, lich=calendar, ky=code)
    assert not app.exception, app.exception
    assert app.query_params["ky"] == code


def test_broken_parts_of_an_address_fall_back_and_say_so(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("overview", ky="2026-Q9", loai="<b>", dia_ban="khong-co")
    assert not app.exception
    assert app.query_params["ky"] == "2026-Q4"
    said = choices.BROKEN_LINK.format(what=", ".join(choices.LINK_PARTS[name] for name in ("ky", "dia-ban", "loai")))
    assert said in html(app)
    assert "loai" not in app.query_params


def test_a_denunciation_is_never_shown_for_one_area(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("overview", loai="to-cao", dia_ban="D1")
    assert "filter-area-typed" not in {field.key for field in app.text_input}, "no area can be chosen"
    assert f"{choices.AREA_LABEL}: <b>{choices.AREA_ALL}</b>" in html(app)
    assert choices.WITHHELD_NOTE in html(app)


def test_choosing_a_period_puts_it_in_the_address(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("overview")
    app.selectbox(key="filter-period").select("2026-Q2").run()
    assert app.query_params["ky"] == "2026-Q2"
    assert "từ ngày 15/03/2026 đến ngày 14/06/2026" in html(app)
    app.selectbox(key="filter-calendar").select("month").run()
    assert (app.query_params["lich"], app.query_params["ky"]) == ("thang", "2026-M11")


def test_a_figure_says_how_it_is_counted_and_lets_itself_be_downloaded(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("backlog")
    cards = [element.value for element in app.markdown]
    assert not app.get("download_button"), "made only when the sign of the figure is tapped"
    next(button for button in app.button if str(button.key).startswith("behind-")).click().run()
    text = " ".join(element.value for element in app.markdown)
    assert len(app.markdown) > len(cards)
    assert definitions.HOW_LEGAL in text and ".sql" not in text, "file names of queries stand on the definitions page"
    assert len(app.get("download_button")) == 2, "one file for each of the two figures that share the sign"


def test_a_server_open_to_others_without_sign_in_shows_nothing(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    monkeypatch.setattr("dashboard.screen.viewer.LOOPBACK", set())
    app = opened("overview")
    assert shell.CLOSED_TITLE in html(app)
    assert not on_screen.cards(app)


def test_another_filter_begins_a_list_at_its_first_page(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("waiting", ca="1", so_trang="2")
    assert "so-trang" in app.query_params
    app.selectbox(key="filter-kind").set_value("petition").run()
    assert "so-trang" not in app.query_params and "ca" in app.query_params
