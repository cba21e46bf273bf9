"""Pictures drawn on the server say what their figure says, and a name in them is text."""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest
from lxml import html

from dashboard.drawing import charts, light
from dashboard.drawing.charts import ledger as lines
from dashboard.drawing.figure import Running
from dashboard.drawing.theme import LIGHT
from data_loaders.law.rulebook import built_in

EVIL = '<img src=x onerror=alert(1)> & "A"'
SERIES = pd.DataFrame(
    {
        "code": ["2025-Q2", "2025-Q3", "2025-Q4"],
        "start_on": pd.to_datetime(["2025-03-15", "2025-06-15", "2025-09-15"]),
        "end_on": pd.to_datetime(["2025-06-14", "2025-09-14", "2025-12-14"]),
        "entered": pd.array([5, None, 3], dtype="Int64"),
        "open_count": pd.array([50, 70, 1234], dtype="Int64"),
    }
)


def drawn(figure, *, taps: bool = False):
    return html.fragment_fromstring(light.drawn(figure, alt=EVIL, colours=LIGHT, taps=taps), create_parent="div")


def test_bars_stand_in_order_with_their_numbers_and_codes_and_names_are_text():
    frame = pd.DataFrame({"name": ["Xã A", EVIL], "code": ["1", "2"], "n": pd.array([5, 1900], dtype="Int64")})
    picture = drawn(charts.ranked(frame, name="name", value="n", code="code", colours=LIGHT), taps=True)
    rows = picture.findall(".//li")
    assert [row.get("data-row") for row in rows] == ["2", "1"]
    assert [row.find(".//b").text for row in rows] == ["1.900", "5"]
    assert rows[0].find("span").text.startswith("<img src=x")
    assert not list(picture.iter("img"))
    assert picture.find("ul").get("aria-label") == EVIL


def test_shares_are_drawn_on_the_whole():
    frame = pd.DataFrame({"name": ["A"], "share": [0.5]})
    picture = drawn(charts.ranked(frame, name="name", value="share", colours=LIGHT))
    assert "*0.5000" in picture.find(".//i").get("style")


def test_a_running_period_is_hollow_and_dashed_and_the_last_number_stands_beside_its_line():
    part = Running("3/9 ngày", {"entered": 4.0}, "cùng kỳ")
    trend = charts.trend(
        SERIES, lines={"entered": "volume"}, stock="open_count", colours=LIGHT, happened=built_in().events, running=part
    )
    picture = drawn(trend)
    svg = next(picture.iter("svg"))
    assert svg.find("title").text == EVIL
    assert "Đang giải quyết: 1.234" in svg.find("desc").text
    assert {"1.234", "3", "3/9 ngày", "IV/2025", "Bỏ cấp huyện"} <= {text.text for text in svg.iter("text")}
    assert [rect.get("class") for rect in svg.iter("rect")][:3] == ["stock", "stock", "running"]
    assert "fill:var(--background)" in [circle.get("style") for circle in svg.iter("circle")][-1]


def test_steps_begin_where_the_last_ended():
    parts = {"opening": 100, "entered": 40, "resolved": 50, "otherwise": 0, "closing": 90}
    picture = drawn(charts.balance(parts, colours=LIGHT))
    assert [row.find(".//b").text for row in picture.iter("li")] == ["100", "+40", "−50", "90"]
    assert "*0.6429" in list(picture.iter("i"))[2].get("style"), "from 90 of 140"


@pytest.mark.parametrize("sizes", [[3, -2], [-1]])
def test_rises_and_falls_stand_on_two_sides(sizes):
    frame = pd.DataFrame({"name": [f"N{n}" for n in range(len(sizes))], "change": pd.array(sizes, dtype="Int64")})
    picture = drawn(charts.signed(frame, name="name", value="change", colours=LIGHT))
    sides = [span.get("class") for span in picture.iter("span") if span.get("class") in ("left", "right")]
    assert sides == ["left" if size < 0 else "right" for size in sizes]


def test_what_did_not_happen_has_no_sign():
    parts = {"opening": 2, "entered": 3, "resolved": 0, "otherwise": 0, "closing": 5}
    assert [row.find(".//b").text for row in drawn(charts.balance(parts, colours=LIGHT)).iter("li")] == [
        "2", "+3", "0", "5",
    ]  # fmt: skip


def numbers(figure):
    """The numbers at the ends of lines and columns with their heights."""
    return {text.text: float(text.get("y")) for text in drawn(figure).iter("text") if text.get("class") == "end"}


def test_numbers_of_two_periods_stand_each_above_its_own_point():
    names = [f"Quý {n}" for n in range(8)]
    figure = go.Figure()
    for over, dash, told in ((names[:7], None, ["245"] * 7), (names[6:], "dash", ["245", "229"])):
        heights = [245.0] * (len(over) - 1) + [float(told[-1])]
        figure.add_scatter(
            x=over, y=heights, name="Quá hạn", mode="lines+markers", customdata=told, line={"dash": dash}
        )
    spots = sorted({float(dot.get("cy")) for dot in drawn(figure).iter("circle")})
    assert [round(spot - 9, 1) for spot in (spots[0], spots[-1])] == list(numbers(figure).values())


def test_of_numbers_that_would_meet_the_lower_stands_below_its_point_and_within_its_column():
    figure = go.Figure(go.Bar(x=["I", "II"], y=[0, 950], name="Đang giải quyết", customdata=["0", "950"]))
    for value in (1020.0, 1000.0):
        figure.add_scatter(x=["I", "II"], y=[0, value], mode="lines+markers", customdata=["0", f"{value:.0f}"])
    higher, lower = (float(dot.get("cy")) for dot in list(drawn(figure).iter("circle"))[1::2])
    told, column = numbers(figure), float(list(drawn(figure).iter("rect"))[1].get("y"))
    assert told["1020"] < higher < lower + 15 < told["1000"] < told["950"] - 12
    assert column < told["950"] - 12
    figure.data[1].y = figure.data[2].y = [0, 100.0]
    column = float(list(drawn(figure).iter("rect"))[1].get("y"))
    assert numbers(figure)["950"] < column, "above it where no line is near"


def test_the_number_of_a_running_period_does_not_touch_the_mark_of_last_years_same_days():
    series = SERIES.assign(entered=pd.array([100, 140, 130], dtype="Int64"))
    for same in range(90, 171, 4):
        part = Running("3/9 ngày", {"entered": float(same)}, "cùng kỳ")
        look = {"lines": {"entered": "volume"}, "colours": LIGHT, "happened": built_in().events.iloc[:0]}
        figure = charts.trend(series, running=part, **look)
        (mark,) = (float(each.get("y")) + 2 for each in drawn(figure).iter("rect") if each.get("height") == "4")
        assert drawn(figure).xpath("//li[i/@class='mark']")[0].text_content() == "Cùng kỳ"
        foot = numbers(figure)["130"]
        assert mark + 2 < foot - 11 or foot < mark - 2, same


def test_a_band_lies_between_its_ends_behind_the_line_and_no_column_is_higher_than_the_picture():
    series = SERIES.assign(
        entered=[5, 6, 3], low=[2.0, 0.0, None], high=[9.0, 40.0, None], by_chance=["2–9", "0–40", None]
    )
    look = {"lines": {"entered": "volume"}, "colours": LIGHT, "happened": built_in().events.iloc[:0]}
    picture = drawn(charts.trend(series, band="by_chance", **look))
    first, second = ({name: float(rect.get(name)) for name in ("y", "height")} for rect in picture.iter("rect"))
    line = [float(dot.get("cy")) for dot in picture.iter("circle")]
    assert first["y"] < line[0] < first["y"] + first["height"] < second["y"] + second["height"]
    assert second["y"] > 0


def test_how_far_a_running_period_is_stands_within_the_picture_also_on_half_a_tablet():
    quarters = pd.concat([SERIES] * 3, ignore_index=True).tail(8)
    quarters["code"] = [f"{year}-Q{number}" for year in (2025, 2026) for number in (1, 2, 3, 4)]
    look = {"lines": {"open_count": "bad"}, "colours": LIGHT, "happened": built_in().events.iloc[:0]}
    figure = charts.trend(quarters, running=Running("69/91 ngày", {}, ""), **look)
    (said,) = (each for each in drawn(figure).iter("text") if each.text == "69/91 ngày")
    share, half = re.search(r"min\(0px,([\d.]+)% - (\d+)px\)", said.get("style")).groups()
    assert float(said.get("x").removesuffix("%")) + float(share) == 100
    assert int(half) >= len(said.text) * 7.1 / 2, "pixels of its letters"


def test_a_number_of_a_low_line_stands_above_the_floor_and_the_order_holds():
    figure = go.Figure()
    for value in (22.0, 12.0):
        figure.add_scatter(x=["I", "II"], y=[1000.0, value], mode="lines+markers", customdata=["1", f"{value:.0f}"])
    told = numbers(figure)
    assert told["22"] + 14 <= told["12"] < 270 - 44


@pytest.mark.parametrize("lasts", [(690, 780, 630, 630, 570), *(range(500 + step, 600, 17) for step in range(60))])
def test_numbers_of_many_lines_that_end_close_together_stand_below_one_another(lasts):
    figure = go.Figure()
    for number, last in enumerate(lasts):
        figure.add_scatter(x=["I", "II"], y=[50.0, last], mode="lines+markers", customdata=["50", f"{last} ({number})"])
    feet = sorted(numbers(figure).values())
    assert len(feet) == len(lasts)
    assert all(upper + 14 <= lower + 0.1 for upper, lower in pairwise(feet))


def test_a_period_alone_is_no_huge_column():
    figure = go.Figure(go.Bar(x=["IV"], y=[50], name="Đang giải quyết", customdata=["50"]))
    figure.add_scatter(x=["IV"], y=[34], name="Quá hạn", mode="lines+markers", customdata=["34"])
    (column,) = drawn(figure).iter("rect")
    assert float(column.get("width").rstrip("%")) <= 12


def test_the_key_shows_the_mark_of_last_year_as_it_is_drawn():
    figure = go.Figure(go.Scatter(x=["I", "II"], y=[1, 2], name="Vụ việc", mode="lines+markers"))
    figure.add_scatter(x=["II"], y=[1], name="Cùng 69 ngày", mode="markers", marker={"symbol": "line-ew"})
    assert drawn(figure).xpath(".//ul[@class='key']/li/i/@class") == ["line ", "mark"]


def test_a_number_of_the_axis_beyond_the_last_point_is_not_drawn_beside_the_picture():
    figure = go.Figure(go.Scatter(x=[0, 30, 90], y=[1.0, 0.5, 0.2], mode="lines+markers"))
    figure.update_xaxes(tickvals=[0, 30, 90, 180, 365])
    below = [text for text in drawn(figure).iter("text") if text.get("class") == "tick" and text.get("text-anchor")]
    assert [text.text for text in below] == ["0", "30", "90"]


def test_a_line_without_points_is_said_nowhere():
    figure = go.Figure([go.Scatter(x=["I", "II"], y=[1, 2], customdata=["1", "2"]), go.Scatter(x=[], y=[], text=["3"])])
    assert html.fromstring(light.drawn(figure, alt="x", colours=LIGHT)).xpath("//text[@class='end']/text()") == ["2"]


def test_one_line_of_few_points_says_the_number_of_each_but_of_the_first():
    figure = go.Figure()
    figure.add_scatter(x=[0, 30, 90], y=[100.0, 53.0, 8.0], mode="lines+markers", customdata=["100%", "53%", "8%"])
    figure.update_yaxes(ticksuffix="%")
    assert [text.text for text in drawn(figure).iter("text") if text.get("class") == "end"] == ["53%", "8%"]


def test_days_of_law_beside_one_another_are_named_on_different_lines():
    figure = go.Figure(go.Scatter(x=["I", "II", "III", "IV"], y=[1, 2, 3, 4], name="Vụ việc"))
    figure.update_xaxes(categoryarray=["I", "II", "III", "IV"])
    for place, name in ((1, "Bỏ cấp huyện, sáp nhập tỉnh trong cả nước"), (2, "KL 215"), (2, "TT 06")):
        figure.add_annotation(x=place, text=name)
    heights = {text.text: text.get("y") for text in drawn(figure).iter("text")}
    assert len({heights[name] for name in ("Bỏ cấp huyện, sáp nhập tỉnh trong cả nước", "KL 215", "TT 06")}) == 3


def test_an_axis_of_numbers_has_round_ones():
    figure = go.Figure(go.Scatter(x=[5, 233], y=[0.5, 0.9], mode="markers"))
    texts = [text.text for text in drawn(figure).iter("text")]
    assert [text for text in texts if text in ("0", "50", "100", "150", "200")] == ["0", "50", "100", "150", "200"]
    assert "233" not in texts


def test_what_heads_held_and_what_they_left_is_counted_in_the_bar_and_no_share_is_told_of_few():
    frame = pd.DataFrame(
        {"duty_code": ["commune_chair", "agency_head"], "head_sessions": [90, 3], "delegated_sessions": [10, 2]}
    )
    bars = lines.own_and_left(frame, group="duty_code", own="head_sessions", left="delegated_sessions", colours=LIGHT)
    rows = drawn(bars).findall(".//li[span]")
    assert [[part.text for part in row.iter("i")] for row in rows] == [["3", "2"], ["90", "10"]]
    assert [row.find(".//b").text for row in rows] == ["2/5", "10% (10/100)"]


def test_cells_tell_place_and_month_the_scale_is_that_of_the_places_and_only_they_are_tapped():
    months = list(pd.to_datetime(["2025-12-01", "2026-01-01"]))
    rows = pd.DataFrame({"district_code": ["1", None, None], "district_name": [EVIL, "Cấp tỉnh", "Nơi khác"],
                         "month_on": [*months, months[1]], "n": pd.array([2, 50, 3], dtype="Int64")})  # fmt: skip
    places = pd.DataFrame(
        {"district_code": ["1", "2", None, None], "district_name": [EVIL, "Xã B", "Cấp tỉnh", "Nơi khác"]}
    )
    figure = charts.cells(rows, places, months, value="n", ends=["2 (9 người)", "0", "50", "3"], colours=LIGHT)
    head, *lines = drawn(figure, taps=True).iter("li")
    assert [cell.text_content() for cell in head.iter("i")] == ["122025", "012026"]
    counts = [[cell.text or "" for cell in line.iter("i")] for line in lines]
    assert counts == [["2", ""], ["", ""], ["", "50"], ["", "3"]]
    assert [line.get("data-row") for line in lines] == ["1", "2", None, None]
    assert lines[0].find("b").text == "2 (9 người)" and lines[0].find("span").text.startswith("<img src=x")
    assert {line.find("i[@class='c']").get("style") for line in (lines[0], lines[2])} == {"--dark:46%"}
    assert not [line for line in drawn(figure).iter("li") if line.get("data-row")]


def test_parts_that_are_named_above_are_not_named_again_and_a_whole_stands_at_the_end_of_its_parts():
    frame = pd.DataFrame({"name": ["A"], "head_visits": [30], "regular_visits": [70]})
    figure = charts.stacked(
        frame, name="name", parts={"head_visits": "good", "regular_visits": "volume"}, colours=LIGHT
    )
    assert [row.find(".//b").text for row in drawn(figure).findall(".//li[span]")] == ["100"]
    assert drawn(figure).find("ul[@class='key']") is not None
    assert drawn(figure.update_traces(showlegend=False)).find("ul[@class='key']") is None
