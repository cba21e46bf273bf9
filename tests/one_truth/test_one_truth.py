"""One figure has one value wherever it is told, and says over which days it is counted."""

from __future__ import annotations

import os
import re

import pandas as pd
import pytest

from dashboard.answers.answers import Answers
from dashboard.briefing import compose, gather
from dashboard.drawing import charts, hall, theme
from dashboard.drawing.figure import Chart, Running
from dashboard.facts.windows import window
from dashboard.words import choices, windows
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import shown
from tests.dashboard.test_pages import html, opened
from tests.one_truth.claims import claims, conflicts

WALK = [
    ("overview", {}), ("reception", {}), ("reception", {"xem": "volume"}), ("backlog", {}), ("comparison", {}),
    ("comparison", {"xem": "drivers"}), ("comparison", {"xem": "periods"}), ("ledger", {}),
    ("ledger", {"xem": "delegation"}), ("ledger", {"xem": "volume"}), ("ledger", {"xem": "outcome"}),
]  # fmt: skip
SIZES = [300 + 100 * number for number in range(int(os.environ.get("ONE_TRUTH_PROVINCES", "0")))]
SNAPSHOTS = ["tiny", pytest.param("full", marks=pytest.mark.xdist_group("full")), *SIZES]
BEFORE = [
    "Từ ngày 15/09/2026 đến ngày 22/11/2026, cấp phó tiếp thay 17,4% (206/1.181) số buổi đã tổ chức.",
    "Từ ngày 15/09/2026 đến ngày 22/11/2026, cấp phó tiếp thay 187 trên 1.119 buổi.",
    "Đến hết ngày 22/11/2026, còn 2.441 vụ việc chưa giải quyết xong, tăng 94 vụ việc (4%) so với đầu quý.",
    "Đến hết ngày 22/11/2026, còn 2.441 vụ việc chưa giải quyết xong, tăng 223 vụ việc (10,1%) so với đầu quý.",
    "Từ ngày 15/09/2026 đến ngày 22/11/2026, 167 buổi đã lên lịch nhưng không tổ chức.",
    "Từ ngày 15/09/2026 đến ngày 22/11/2026, 228 buổi không tổ chức.",
]


def texts(app) -> list[str]:
    """What stands on a page outside its widgets, as plain text."""
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)) for part in html(app).split("</p>")]


def test_two_values_of_one_thing_are_found():
    """As the screens told them before duty, delegation and stocks had windows of their own."""
    found = [claim for text in BEFORE for claim in claims(text, where="before")]
    assert {name for name, _ in conflicts(found)} == {
        "taken by deputies", "change of what is open", "sessions not held",
    }  # fmt: skip


def test_two_windows_of_one_thing_are_no_conflict():
    told = "Tháng 9 và 10/2026, 167 buổi không tổ chức; tháng 11 đến ngày 22 thêm 61 buổi không tổ chức."
    found = claims(told, where="now")
    assert [(claim.window, claim.value) for claim in found] == [
        ("tháng 9 và 10/2026", ("167",)),
        ("tháng 11 đến ngày 22", ("61",)),
    ]
    assert conflicts(found) == {}


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
def test_every_page_and_sentence_tells_one_truth(snapshot, monkeypatch):
    folder = shown.demo(snapshot) if isinstance(snapshot, int) else getattr(shown, snapshot)()
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    found = []
    for page, view in WALK:
        app = opened(page, **view)
        assert not app.exception, (page, view, app.exception)
        assert choices.WINDOW_NOTE.split("{")[0] in html(app) or page == "overview"
        found += [claim for text in texts(app) for claim in claims(text, where=f"{page} {view}")]
    ref = current(folder)
    material = gather(Answers(open_snapshot(ref.path), Scope.everything()), parse("2026-Q4"))
    now = material.windows.now
    whole = {"flow": windows.said(window("flow", now)), "stock": windows.said(window("stock", now))}
    found += [claim for said in compose(material) for claim in claims(said.text, where=said.id, **whole)]
    assert {"kept in person", "open"} <= {claim.name for claim in found}
    assert [claim for claim in found if not claim.window] == []
    assert conflicts(found) == {}


def test_the_running_period_looks_so():
    """Hollow and dashed, told how far it is, with the same days of last year beside it."""
    series = pd.DataFrame({"code": ["2026-Q3", "2026-Q4"], "visits": [7316, 6190]})
    series["start_on"] = series["end_on"] = pd.Timestamp("2026-09-15")
    running = Running("69/91 ngày", {"visits": 5552.0}, "cùng 69 ngày năm trước")
    none = series.iloc[:0].assign(happened_on=None, label=None, name=None, kind=None, article=None)
    look = {"lines": {"visits": "volume"}, "colours": theme.LIGHT, "happened": none}
    over, way, same = charts.trend(series, **look, running=running).data
    assert list(over.y) == [7316] and list(way.y) == [7316, 6190] and way.line.dash == "dash"
    assert way.marker.symbol == "circle-open" and way.x[-1] == "IV/2026<br>69/91 ngày"
    assert list(same.y) == [5552.0] and "cùng 69 ngày năm trước" in same.name
    (whole,) = charts.trend(series, **look).data
    assert list(whole.y) == [7316, 6190] and whole.line.dash is None
    chart = Chart("columns", ["III/26", "IV/26"], {"Lượt": [7316, 6190]}, running=True, elapsed="69/91 ngày",
                  same={"Lượt": 5552.0})  # fmt: skip
    drawn = hall.draw(chart, alt="Lượt tiếp")
    assert 'class="running"' in drawn and ">69/91 ngày<" in drawn and chart.named[-1] == "IV/26 (69/91 ngày)"
