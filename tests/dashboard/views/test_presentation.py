"""The screens of a meeting: how many, which figures, what they ask, the officer's hand, and nothing that can run."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pandas as pd
import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from dashboard.answers.answers import Answers
from dashboard.briefing import Material, Note, agenda, compose, concluding, drafts, gather
from dashboard.briefing.drafts import Draft
from dashboard.drawing import hall as drawing
from dashboard.drawing.figure import Chart
from dashboard.drawing.theme import contrast
from dashboard.exports.slides.slides import slides
from dashboard.exports.stamp import stamp
from dashboard.facts import small_cells
from dashboard.metrics import METRICS
from dashboard.views.meeting.deck import LETTERS, MOST_ASKED, Deck, Screen, build
from dashboard.views.meeting.shorten import shorten
from dashboard.words import hall as words
from dashboard.words import numbers as vi
from dashboard.words.concluding import line
from dashboard.words.sections import complex as case_words
from dashboard.words.sections import summary as summary_words
from data_loaders.settings import Settings
from queries.ask import Scope, ask, open_snapshot
from queries.periods import parse
from tests import shown
from tests.dashboard.briefing import made

ENTRY = str(shown.ROOT / "dashboard" / "app.py")
EVERYTHING = Scope.everything()
AT = dt.datetime(2026, 11, 22, 10, 5)  # noqa: DTZ001
HOSTILE = "<script>window.hacked=1</script> & \"x\" <img src=x onerror='window.hacked=1'>"
NO_SHAPES = pd.DataFrame({"code": [], "name": [], "geojson": [], "label_lon": [], "label_lat": []})


def snapshot():
    return open_snapshot(next(shown.tiny().glob("snapshot-*.duckdb")))


@pytest.fixture(scope="module")
def material() -> Material:
    return gather(Answers(snapshot(), EVERYTHING), parse("2026-Q4"))


@pytest.fixture(scope="module")
def shapes() -> pd.DataFrame:
    return ask("boundaries", snapshot(), EVERYTHING, division="district", area=None)


def deck_of(material: Material, shapes: pd.DataFrame, note: Note | None = None) -> Deck:
    return build(material, agenda(material, note), shapes=shapes)


def screen_of(deck: Deck, name: str) -> Screen:
    return next(screen for screen in deck.screens if screen.id == name)


def written(svg: str) -> list[str]:
    """The texts of a drawing, which must be well-formed."""
    return [element.text or "" for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_screen_for_every_section_with_a_sentence_and_its_figure_on_both_sheets(material, shapes):
    deck, sections = deck_of(material, shapes), agenda(material)
    last = [screen for screen in deck.screens if screen.id.startswith("conclude")]
    assert 5 <= len(deck.screens) == len(sections) + len(last) <= 15
    assert [screen.id for screen in deck.screens[:2]] == ["conclusions", "summary"]
    assert last == deck.screens[-len(last) :] and last[0].id == "conclude"
    for screen, section in zip(deck.screens, sections, strict=False):
        assert screen.sentence.endswith(".")
        assert len(screen.figures) == (2 if section.figure else 0)
        assert len(screen.matters) <= 7
        assert screen.tables
    assert sum(bool(screen.figures) for screen in deck.screens) >= 5
    asked = [matter for screen in deck.screens[: -len(last)] for matter in screen.matters]
    assert sorted(asked) == sorted(matter for screen in last for matter in screen.matters)
    assert all("? Chủ trì: " in matter for matter in asked)


def test_what_to_conclude_goes_on_over_as_many_screens_as_it_needs_numbered_through(material, shapes):
    last = [screen for screen in deck_of(material, shapes).screens if screen.id.startswith("conclude")]
    listed = [line(each.text, each.who, each.by) for each in concluding(agenda(material))]
    assert [matter for screen in last for matter in screen.matters] == listed
    assert [screen.first for screen in last] == [1, 1 + len(last[0].matters)] and len(
        {screen.id for screen in last}
    ) == 2
    assert all(len(screen.matters) <= MOST_ASKED and sum(map(len, screen.matters)) <= LETTERS for screen in last)
    assert [screen.title for screen in last] == [words.part(1, 2), words.part(2, 2)]


def test_where_there_is_nothing_to_conclude_the_rest_of_the_section_stands_beside_its_figure(material, shapes):
    quiet = [screen for screen in deck_of(material, shapes).screens if not screen.matters and screen.figures]
    assert {"conclusions", "summary", "watch"} <= {screen.id for screen in quiet}
    for screen in quiet:
        assert screen.beside == screen.said[1:] or (len(screen.said) == 1 and screen.about == screen.tables[-1].title)
        assert screen.beside and screen.about
    board = written(screen_of(deck_of(material, shapes), "summary").figures[0])
    told = [line.rpartition(": ")[2] for line in screen_of(deck_of(material, shapes), "summary").beside]
    assert told and not set(told) & set(board)


def test_no_text_of_a_figure_is_under_24_points(material, shapes):
    drawings = [svg for screen in deck_of(material, shapes).screens for svg in screen.figures]
    sizes = {int(size) for svg in drawings for size in re.findall(r'font-size="(\d+)"', svg)}
    assert min(sizes) >= drawing.SIZE == 32


def test_the_first_figure_says_what_the_pages_say(material, shapes):
    texts = written(screen_of(deck_of(material, shapes), "summary").figures[0])
    for name, label in summary_words.LABELS.items():
        figure = ask("figures", snapshot(), EVERYTHING, start=material.windows.now.start, end=material.windows.now.end)
        row = figure[figure["figure"] == name].iloc[0]
        said = vi.value(None if pd.isna(row["value"]) else row["value"], METRICS[name].unit)
        if METRICS[name].unit == "share" and 0 < row["denominator"] < METRICS[name].least_count:
            said = f"{row['numerator']:.0f}/{row['denominator']:.0f}"
        assert texts[texts.index(label) + 1] == said


def test_a_screen_draws_the_numbers_of_its_section(material, shapes):
    screens = {screen.id: screen for screen in deck_of(material, shapes).screens}
    charts = {section.id: section.figure for section in agenda(material) if isinstance(section.figure, Chart)}
    assert {"reception", "petitions", "resolution", "backlog", "watch"} <= set(charts)
    for section, found in charts.items():
        texts = written(screens[section].figures[0])
        for values in found.series.values():
            last = values[:3] if found.kind == "bars" else values[-1:]
            assert all(drawing.say(value, found.unit) in texts for value in last)
        behind = [cell for grid in screens[section].tables for row in grid.rows for cell in row]
        assert all(label in behind for label in found.labels)


def test_slides_and_screens_show_the_same_figures(material):
    """What the PPTX draws natively is what the screens draw: labels (a running one with its days), series, numbers."""
    mark = stamp(material, author="", exported_at=dt.datetime(2026, 11, 22, 9, 0))  # noqa: DTZ001
    drawn = []
    for slide in Presentation(io.BytesIO(slides(agenda(material), mark))).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                plot = shape.chart.plots[0]
                drawn.append((list(plot.categories), {one.name: list(one.values) for one in plot.series}))
    alone = {"complex", "directives"}  # their slides hold the list itself
    ours = [section.figure for section in agenda(material) if section.id not in alone]
    charts = [found for found in ours if isinstance(found, Chart)]
    assert len(charts) >= 5
    assert drawn == [(one.named, {name: list(v) for name, v in one.series.items()}) for one in charts]


def test_every_screen_says_what_its_numbers_are_of(material, shapes):
    deck = deck_of(material, shapes)
    assert "Số liệu đến 22/11/2026" in deck.source
    assert "từ ngày 15/09/2026 đến ngày 22/11/2026" in deck.source
    assert deck.marks == ["Lưu hành nội bộ"]
    assert "Đã chốt" in build(material, agenda(material), shapes=shapes, lock="Đã chốt số liệu.").source


def test_the_officer_s_order_omissions_and_notes(material, shapes):
    plain = deck_of(material, shapes)
    assert screen_of(plain, "backlog").matters
    said = [sentence.id for sentence in compose(material)]
    dropped = [name for name in said if name.startswith(("reception.", "backlog.bodies"))]
    order = ["backlog.overdue", *(name for name in said if name != "backlog.overdue")]
    note = Note(order, dropped, {"backlog.open": "Đã họp ngày 20/11."})
    deck = deck_of(material, shapes, note)
    assert deck.screens[0].id == "backlog"
    assert "reception" not in [screen.id for screen in deck.screens]
    first = deck.screens[0]
    assert first.sentence == next(s.text for s in compose(material) if s.id == "backlog.overdue")
    assert first.notes == ["Đã họp ngày 20/11."] == screen_of(deck, "conclude").notes
    assert [text for text in screen_of(plain, "backlog").matters if "vụ việc quá hạn: " in text]
    assert not [text for text in first.matters if "vụ việc quá hạn: " in text]


def test_a_note_and_a_name_with_markup_are_text(monkeypatch):
    tables = {
        "areas": [{"area_code": "A", "name": HOSTILE, "overdue": 30, "open_count": 60, "mass_groups": 3}],
        "areas_before": [{"area_code": "A", "name": HOSTILE, "overdue": 2, "open_count": 40}],
        "overdue_by_agency": [{"agency_code": "B", "agency_name": HOSTILE, "open_count": 9, "overdue": 7}],
    }
    now = made.figures(visits=5, petitions_received=4, open_dossiers=60, overdue_share=(30, 60))
    found = made.material(now=now, previous=now, tables=tables)
    deck = deck_of(found, NO_SHAPES, Note(notes={"watch.worse": HOSTILE}))
    watch = screen_of(deck, "watch")
    assert watch.notes == [HOSTILE]
    assert any(HOSTILE in text for text in watch.matters)
    for svg in watch.figures:
        assert "<script" not in svg and "<img" not in svg
        assert written(svg)


def test_nothing_to_show_makes_no_screens():
    empty = made.material(now=made.figures())
    assert deck_of(empty, NO_SHAPES).screens == []


def test_nothing_to_conclude_is_said(shapes):
    quiet = made.material(now=made.figures(visits=12, people=15))
    deck = deck_of(quiet, NO_SHAPES)
    assert [screen.id for screen in deck.screens] == [*(section.id for section in agenda(quiet)), "conclude"]
    assert [screen.id for screen in deck.screens if screen.figures] == ["summary"]
    assert deck.screens[-1].sentence == f"{words.NO_MATTERS}."


def test_a_denunciation_is_never_named_by_place_or_body():
    case = {"is_closed": False, "age_days": 400, "kind": "complaint", "label": "Vụ đất đai", "dossier_id": "1"}
    secret = case | {"age_days": 900, "kind": "denunciation", "label": "Tố cáo ở Xã Kín", "dossier_id": "2"}
    found = made.material(now=made.figures(visits=5), tables={"complex_cases": [case, secret]})
    screen = screen_of(deck_of(found, NO_SHAPES), "complex")
    assert not any("Xã Kín" in sentence.text for sentence in compose(found))
    named = json.dumps([screen.matters, screen.said, [grid.rows for grid in screen.tables]], ensure_ascii=False)
    assert "Vụ đất đai" in named
    assert "Xã Kín" not in named
    counted = dict(zip(case_words.BANDS, (0, 1, 1, 0, 0), strict=True))
    texts = written(screen.figures[0])
    assert {band: int(texts[texts.index(band) + 1]) for band in case_words.BANDS} == counted


def test_small_cells_stay_withheld():
    results = [
        {
            "kind": "denunciation",
            "area_code": "A",
            "name": "Huyện A",
            "overdue": 2,
            "open_count": 30,
            "with_limit": 20,
            "mass_groups": 0,
        }
    ]
    found = made.material(now=made.figures(visits=5, open_dossiers=30), tables={"areas": results})
    withheld = small_cells.without(pd.DataFrame(results), kind="denunciation")
    found = dataclasses.replace(found, tables={**found.tables, "areas": withheld})
    told = [screen for screen in deck_of(found, NO_SHAPES).screens if screen.id == "watch"]
    assert "Huyện A" not in json.dumps([screen.figures for screen in told], ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "Đến hết ngày 22/11/2026, còn 2.441 vụ việc, tăng 338 vụ việc (16,1%) so với cùng kỳ năm trước (2.103 vụ "
            "việc), tăng 94 vụ việc (4%) so với cùng số ngày của quý trước (2.347 vụ việc), trong mức dao động "
            "bình thường.",
            "Đến hết ngày 22/11/2026, còn 2.441 vụ việc, tăng 338 vụ việc (16,1%) so với cùng kỳ năm trước (2.103 vụ "
            "việc).",
        ),
        ("Còn 5 vụ việc, tăng 1, bằng kỳ trước.", "Còn 5 vụ việc, tăng 1, bằng kỳ trước."),
        (f"Gồm {'a, ' * 60}tăng 3.", f"Gồm {'a, ' * 60}tăng 3."),
    ],
)
def test_only_a_second_comparison_is_ever_cut(text, short):
    assert shorten(text) == short


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_projector_shows_every_colour(mode):
    sheet = (shown.ROOT / "dashboard" / "views" / "meeting" / "deck.css").read_text(encoding="utf-8")
    (block,) = re.findall(rf"\.stage\.{mode} {{(.*?)}}", sheet)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for name in ("text", "quiet", "accent", "bad", "good", "volume"):
        assert contrast(colours[name], colours["back"]) >= 4.5, name
    assert contrast(colours["text"], colours["panel"]) >= 7
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, **state: object) -> AppTest:
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    app = AppTest.from_file(ENTRY, default_timeout=300).switch_page("../pages/presentation.py")
    for name, value in state.items():
        app.session_state[name] = value
    return app.run()


def decks(app: AppTest) -> list[dict]:
    sent = [json.loads(element.proto.json or "{}") for element in app.get("bidi_component")]
    return [data for data in sent if "screens" in data]


def handed(app: AppTest) -> dict:
    (found,) = decks(app)
    return found


def test_the_page_hands_over_the_whole_deck_with_the_officer_s_notes(monkeypatch):
    draft = Draft("2026-Q4", "inspectorate", Note(notes={"backlog.open": HOSTILE}), "Cán bộ A", AT)
    drafts.keep(Settings().drafts_path, draft)
    app = opened(shown.tiny(), monkeypatch)
    assert not app.exception
    screens = handed(app)["screens"]
    assert 5 <= len(screens) <= 15
    assert [s["notes"] for s in screens if s["id"] == "backlog"] == [[HOSTILE]]
    assert "lưu lúc 10:05 ngày 22/11/2026, Cán bộ A" in " ".join(element.proto.body for element in app.get("html"))
    assert all(screen["page_name"].startswith("Mở trang ") for screen in screens)


def test_a_period_without_data_says_so(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = AppTest.from_file(ENTRY, default_timeout=300).switch_page("../pages/presentation.py")
    app.query_params["ky"] = "2018-Y"
    app.run()
    assert not app.exception
    assert words.NOTHING in " ".join(element.proto.body for element in app.get("html"))
    assert not decks(app)
