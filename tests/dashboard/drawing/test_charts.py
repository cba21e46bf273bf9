"""Charts tested by looking into the figure: what is drawn is what the frame says."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.drawing import charts
from dashboard.drawing.charts import events
from dashboard.drawing.theme import LIGHT
from dashboard.words import codes
from data_loaders.law.rulebook import built_in

AGES = pd.DataFrame(
    {
        "band": ["0-30", "0-30", "366+"],
        "kind": ["complaint", "petition", "complaint"],
        "open_count": pd.array([10, 5, 7], dtype="Int64"),
        "overdue": pd.array([1, 0, 6], dtype="Int64"),
    }
)


def test_age_bands_add_kinds_and_split_the_overdue():
    late, rest = charts.age_bands(AGES, colours=LIGHT).data
    assert list(late.y) == list(codes.AGE_BANDS.values())
    assert (late.x[0], late.x[-1]) == (1, 6)
    assert (rest.x[0], rest.x[-1]) == (14, 1)
    assert late.marker.color == LIGHT.bad


def test_beside_a_window_without_records_stands_no_number_and_beside_a_withheld_one_that_it_is():
    frame = pd.DataFrame({"label": ["A", "B"], "now": [1234, 5], "previous": pd.array([None, None], dtype="Int64")})
    frame.attrs["few"] = {"previous": [1]}
    now, previous = charts.compared(
        frame, name="label", columns={"now": "volume", "previous": "quiet"}, colours=LIGHT
    ).data
    assert (list(now.text), list(previous.text)) == (["1.234", "5"], ["—", "…"])


def test_the_balance_goes_up_and_down_to_what_is_left():
    parts = {"opening": 100, "entered": 40, "resolved": 50, "otherwise": 5, "closing": 85}
    (steps,) = charts.balance(parts, colours=LIGHT).data
    assert list(steps.y) == [100, 40, -50, -5, 85]
    assert list(steps.text) == ["100", "+40", "−50", "−5", "85"]
    assert sum(list(steps.y)[:-1]) == list(steps.y)[-1]


def test_a_balance_without_other_ways_out_does_not_draw_them():
    (steps,) = charts.balance(
        {"opening": 1, "entered": 2, "resolved": 3, "otherwise": 0, "closing": 0}, colours=LIGHT
    ).data
    assert codes.FLOWS["otherwise"] not in list(steps.x)


def test_ranked_bars_start_with_the_most_and_carry_their_codes():
    frame = pd.DataFrame({"name": ["A", "B", "A"], "code": ["1", "2", "3"], "n": pd.array([5, 9, 7], dtype="Int64")})
    (bars,) = charts.ranked(frame, name="name", value="n", code="code", colours=LIGHT).data
    assert (list(bars.x), list(bars.customdata)) == ([9, 7, 5], ["2", "3", "1"])
    assert len(set(bars.y)) == 3


def test_a_bar_says_of_how_many_it_is_and_of_few_no_share():
    counts = {"n": [5, None, 9, 2], "of": [20, None, 100, 6]}
    frame = pd.DataFrame({"name": list("ABCD")} | {name: pd.array(ns, dtype="Int64") for name, ns in counts.items()})
    bars = charts.say_base(charts.ranked(frame, name="name", value="n", colours=LIGHT), frame, value="n", of="of")
    assert list(bars.data[0].text) == ["9/100 (9%)", "5/20 (25%)", "2/6"]


@pytest.mark.parametrize("lowest_first", [True, False])
def test_shares_are_ranked_in_percent(lowest_first):
    frame = pd.DataFrame({"name": ["A", "B", "C"], "share": [0.5, 0.152, None]})
    (bars,) = charts.ranked(frame, name="name", value="share", colours=LIGHT, lowest_first=lowest_first).data
    assert list(bars.text) == (["15,2%", "50%"] if lowest_first else ["50%", "15,2%"])


def test_names_with_markup_are_text():
    frame = pd.DataFrame({"name": ["<b>x</b><script>"], "n": pd.array([1], dtype="Int64")})
    (bars,) = charts.ranked(frame, name="name", value="n", colours=LIGHT).data
    assert "<" not in bars.y[0]


def test_the_trend_marks_the_day_districts_ended():
    series = pd.DataFrame(
        {
            "code": ["2025-Q2", "2025-Q3"],
            "start_on": pd.to_datetime(["2025-03-15", "2025-06-15"]),
            "end_on": pd.to_datetime(["2025-06-14", "2025-09-14"]),
            "entered": pd.array([5, None], dtype="Int64"),
        }
    )
    figure = charts.trend(series, lines={"entered": "volume"}, colours=LIGHT, happened=built_in().events)
    assert [note.text for note in figure.layout.annotations] == ["Bỏ cấp huyện"]
    assert figure.layout.shapes[0].x0 == 1
    assert list(figure.data[0].x) == ["II/2025", "III/2025"]
    assert list(figure.data[0].y) == [5, None]


EVENTS = pd.DataFrame(
    {
        "event_id": ["a", "b", "c", "d"],
        "happened_on": pd.to_datetime(["2025-02-01", "2025-06-14", "2025-06-15", "2030-01-01"]),
        "kind": ["holiday", "law", "reform", "law"],
        "label": [None, "Luật A", "Bỏ huyện", "Xa"],
        "name": ["Tết", "Luật A có hiệu lực", "Bỏ cấp huyện", "Ngoài các kỳ"],
        "article": ["x", "y", "z", "t"],
    }
)
PERIODS = pd.DataFrame(
    {
        "start_on": pd.to_datetime(["2024-12-15", "2025-03-15", "2025-06-15"]),
        "end_on": pd.to_datetime(["2025-03-14", "2025-06-14", "2025-09-14"]),
    }
)


def test_events_stand_in_the_period_that_holds_their_day():
    figure = go.Figure()
    events.mark(figure, PERIODS, names=["I", "II", "III"], colours=LIGHT, events=EVENTS)
    (marks,) = figure.data
    assert list(marks.x) == ["I", "II", "III"]
    assert marks.customdata[0] == "Tết (01/02/2025)"
    assert [note.text for note in figure.layout.annotations] == ["Luật A", "Bỏ huyện"]
    assert [line.x0 for line in figure.layout.shapes] == [1, 2]


def test_labels_of_one_place_stand_below_each_other():
    same = EVENTS.assign(happened_on=pd.Timestamp("2025-04-01"), label=["a", "b", "c", "d"])
    figure = go.Figure()
    events.mark(figure, PERIODS, names=["I", "II", "III"], colours=LIGHT, events=same)
    assert len({note.yshift for note in figure.layout.annotations}) == 4


def test_the_table_of_events_names_what_fell_into_the_periods_newest_first():
    table = events.table(PERIODS, EVENTS)
    assert table["event_name"].tolist() == ["Bỏ cấp huyện", "Luật A có hiệu lực", "Tết"]


def test_rises_and_falls_have_their_sign_and_colour():
    frame = pd.DataFrame({"name": ["A", "B"], "change": [1200, -5]})
    figure = charts.signed(frame, name="name", value="change", colours=LIGHT, rise="bad", fall="good")
    assert list(figure.data[0].text) == ["+1.200", "−5"]
    assert list(figure.data[0].marker.color) == [LIGHT.bad, LIGHT.good]
    assert figure.layout.xaxis.range[0] == -figure.layout.xaxis.range[1]


def test_labels_stand_above_the_lines():
    figure = go.Figure(go.Scatter(x=["I", "II", "III"], y=[10, 20, None]))
    events.mark(figure, PERIODS, names=["I", "II", "III"], colours=LIGHT, events=EVENTS)
    assert figure.layout.yaxis.range[1] > 20 * 1.1


def test_a_group_of_too_few_to_follow_has_no_line():
    curve = pd.DataFrame(
        {"group": ["Khiếu nại", "Đơn"], "day": [30, 30], "open_share": [None, 0.5], "low": 0.4, "high": 0.6}
    )
    assert [line.name for line in charts.still_open(curve, colours=LIGHT).data] == ["Đơn"]
