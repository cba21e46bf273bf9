"""The map's measures: what is coloured, what is a symbol, what moved."""

from __future__ import annotations

from xml.etree import ElementTree

import pandas as pd
import pytest

from dashboard.drawing import hotspots as pictured
from dashboard.drawing import layers, map_picture
from dashboard.facts import hotspots, moves
from dashboard.facts.hotspots import MEASURES
from dashboard.words import hotspots as words
from dashboard.words import legend
from dashboard.words import numbers as vi

HOSTILE = """Xã <script>alert(1)</script> "a" & 'b' <img src=x onerror=alert(1)>"""


def areas(**columns) -> pd.DataFrame:
    base = {
        "area_code": ["a", "b", "c", None],
        "name": ["Xã A", "Xã B", "Xã C", None],
        "open_count": [100, 40, 20, 7],
        "with_limit": [80, 20, 9, 5],
        "overdue": [40, 5, 9, 1],
        "over_180": [10, 10, 10, 0],
        "entered": [30, 10, 10, 1],
        "mass_groups": [0, 0, 0, 0],
        "complex_listed": [2, 0, 0, 0],
        "population": [20_000, 5_000, None, None],
        "straddling": [0, 0, 0, 0],
    }
    return pd.DataFrame(base | columns)


def components(**columns) -> pd.DataFrame:
    base = {"area_code": ["a", "b", None], "matters": [60, 20, 3], "mass_groups_recent": [0.5, 0.0, 0.0],
            "escalated_petitions": [3, 0, 0], "bounced": [1, 0, 0]}  # fmt: skip
    return pd.DataFrame(base | columns)


def measured(code: str, **columns) -> pd.DataFrame:
    return hotspots.measured(areas(**columns), components(), measure=MEASURES[code]).set_index("area_code", drop=False)


def test_every_measure_of_the_page_can_be_worked_out():
    assert list(MEASURES) == list(words.MEASURES)
    for code in MEASURES:
        assert measured(code)["value"].notna().any() or code == "attention"


def test_rates_need_a_base_and_smoothing_draws_small_places_to_the_whole():
    found = measured("overdue_share")
    assert found.loc["a", "value"] == 0.5
    assert pd.isna(found.loc["c", "value"])  # 9 with a limit are too few
    smoothed = measured("per_10000_smoothed")["value"]
    # 40 new among 25.000 people: 16 per 10.000; a: (30 + 16) / 30.000, b: (10 + 16) / 15.000
    assert smoothed["a"] == pytest.approx(46 / 3)
    assert smoothed["b"] == pytest.approx(26 / 1.5)
    assert pd.isna(smoothed["c"])


def test_counts_are_circles_whose_area_is_the_count_and_rates_are_colours():
    layer = pictured.layer(measured("open_count"), measure=MEASURES["open_count"])
    assert layers.radius("a", layer, few=True) == layers.LARGEST[True]
    assert layers.radius("a", layer, few=True) ** 2 / layers.radius("b", layer, few=True) ** 2 == pytest.approx(2.5)
    assert {layers.fill(code, layer, hatch="hatch") for code in "abc"} == {layers.NEUTRAL}
    shares = pictured.layer(measured("overdue_share"), measure=MEASURES["overdue_share"])
    assert shares.symbols is None
    assert layers.fill("c", shares, hatch="hatch") == "hatch"
    assert layers.fill("a", shares, hatch="hatch") in shares.shades


def test_grey_means_no_more_than_chance_and_the_legend_says_so():
    layer = pictured.layer(measured("overdue"), measure=MEASURES["overdue"], proven=frozenset("a"))
    assert layers.fill("b", layer, hatch="hatch") == layers.UNPROVEN
    assert layers.fill("a", layer, hatch="hatch") != layers.UNPROVEN
    assert layer.named == {"a"}
    assert legend.UNPROVEN in [key.words for key in layers.keys(layer)]


def test_officially_listed_cases_have_their_own_symbol():
    layer = pictured.layer(measured("overdue_share"), measure=MEASURES["overdue_share"])
    assert layer.listed == {"a": 2}
    assert "diamond" in [key.shape for key in layers.keys(layer)]


def test_withheld_counts_stay_withheld():
    frame = areas(overdue=pd.array([40, pd.NA, 9, 1], dtype="Int64"))
    frame.attrs["few"] = {"overdue": [1]}
    found = hotspots.measured(frame, components(), measure=MEASURES["overdue"])
    layer = pictured.layer(found, measure=MEASURES["overdue"])
    assert layer.withheld == {"b"}
    assert vi.FEW in layer.texts["b"]
    assert legend.UNDER_FIVE in [key.words for key in layers.keys(layer)]


def test_both_periods_have_the_same_classes_and_the_step_is_told():
    now, before = measured("over_180_share"), measured("over_180_share", over_180=[10, 10, 2, 0])
    measure = MEASURES["over_180_share"]
    one, other = (pictured.layer(table, measure=measure, among=[now, before]) for table in (now, before))
    assert one.breaks == other.breaks
    now, before = now.reset_index(drop=True), before.reset_index(drop=True)
    pair = moves.changed(now, before, measure=measure).set_index("area_code")
    assert pair.loc["c", "difference"] == pytest.approx(0.4)


def test_no_score_of_denunciations():
    assert "attention" not in pictured.offered(kind="denunciation")
    assert "attention" in pictured.offered(kind=None)


def test_a_picture_is_xml_whatever_the_names_are():
    square = '{"type":"Polygon","coordinates":[[[105,20],[105.1,20],[105.1,20.1],[105,20]]]}'
    shapes = pd.DataFrame({"code": ["a"], "name": [HOSTILE], "geojson": [square], "label_lon": [105.05],
                           "label_lat": [20.05], "basis": ["schematic"]})  # fmt: skip
    layer = pictured.layer(measured("overdue", name=[HOSTILE] * 3 + [None]), measure=MEASURES["overdue"])
    drawn = map_picture.sheet(shapes, layer, title=HOSTILE, scope=HOSTILE, notes=[HOSTILE])
    root = ElementTree.fromstring(drawn)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"script", "img", "foreignObject"}
    assert HOSTILE in [element.text for element in root.iter()]


@pytest.mark.parametrize(
    ("before", "after", "noise"),
    [
        (30, 60, False),  # P = 2·P(X ≥ 60 | 90, ½) = 0,002, far below 0,05 of three areas
        (37, 60, True),  # P = 0,025: below 0,05, but one of three areas is as unlikely in 7 of 100 provinces
    ],
)
def test_a_move_between_classes_that_chance_explains_is_marked(before, after, noise):
    now, base = (measured("overdue", overdue=[count, 5, 9, 1]).reset_index(drop=True) for count in (after, before))
    pair = moves.changed(now, base, measure=MEASURES["overdue"]).set_index("area_code")
    assert bool(pair.loc["a", "noise"]) is noise


def test_a_share_has_its_own_noise():
    """40 of 80 against 28 of 80: 15 points, standard error √(0,25/80 + 0,2275/80) = 7,7; against 22: z = 3,0."""
    now, base = (measured("overdue_share", overdue=[count, 5, 9, 1]).reset_index(drop=True) for count in (40, 28))
    pair = moves.changed(now, base, measure=MEASURES["overdue_share"]).set_index("area_code")
    assert bool(pair.loc["a", "noise"])
    worse = measured("overdue_share", overdue=[22, 5, 9, 1]).reset_index(drop=True)
    assert not moves.changed(now, worse, measure=MEASURES["overdue_share"]).set_index("area_code").loc["a", "noise"]


def test_only_moves_beyond_chance_are_named_and_all_are_counted_as_the_circles_show_them():
    pair = pd.DataFrame(
        {"name": ["Xã A", "Xã B", "Xã C", "Xã D"], "difference": [7, 1, -2, 0], "noise": [False, True, True, True]}
    )
    said = words.moved(pair, measure="Quá hạn", against="so với kỳ trước")
    assert said == (
        "Quá hạn so với kỳ trước: tăng ở 02 địa bàn, giảm ở 01 địa bàn; tăng vượt mức dao động bình thường: xã A."
    )
    quiet = words.moved(pair.iloc[1:], measure="Quá hạn", against="so với kỳ trước")
    assert "tăng ở 01 địa bàn, giảm ở 01 địa bàn; không nơi nào vượt mức" in quiet
    still = words.moved(pair.iloc[3:], measure="Quá hạn", against="so với kỳ trước")
    assert still == "Quá hạn so với kỳ trước: không địa bàn nào tăng, giảm."
    rates = words.moved(pair.assign(difference=[2.4, 0.04, -0.04, 0]), measure="Tỷ lệ", against="so với kỳ trước")
    assert "tăng ở 01 địa bàn; tăng vượt mức" in rates
    points = words.moved(pair.assign(difference=[0.024, 0.0004, -0.02, 0], difference_points=[2.4, 0.04, -2, 0]),
                         measure="Tỷ lệ", against="so với kỳ trước")  # fmt: skip
    assert "tăng ở 01 địa bàn, giảm ở 01 địa bàn; tăng vượt mức" in points
    layer = pictured.difference_layer(
        pair.assign(area_code=list("abcd"), before=1.0, after=2.0), measure=MEASURES["overdue"]
    )
    assert (layer.unproven, layer.named) == ({"b", "c", "d"}, {"a"})


def test_a_fall_that_chance_may_explain_is_grey_as_a_rise_is():
    pair = pd.DataFrame({"area_code": list("abcd"), "difference": [30, 2, -2, -30], "before": 1.0, "after": 2.0})
    layer = pictured.difference_layer(pair.assign(noise=[False, True, True, False]), measure=MEASURES["overdue"])
    assert [layers.symbol_colour(code, layer) for code in "abcd"] == [
        layers.SYMBOL, layers.UNPROVEN_SYMBOL, layers.UNPROVEN_SYMBOL, layers.FALL,
    ]  # fmt: skip
    edges = {key.edge for key in layers.keys(layer) if key.words == legend.FALL}
    assert edges == {layers.FALL}
    grey = pictured.difference_layer(pair.assign(noise=True), measure=MEASURES["overdue"])
    assert {key.edge for key in layers.keys(grey) if key.words == legend.FALL} == {layers.UNPROVEN_SYMBOL}


@pytest.mark.parametrize(
    ("measure", "steps", "marks"),
    [
        ("attention", [12.4, -0.04, 3], ["+12,4", "0", "+3"]),
        ("overdue", [1234, -5, 0], ["+1.234", "−5", "0"]),
        ("overdue_share", [0.024, -0.1, 0.0004], ["+2,4", "−10", "0"]),
    ],
)
def test_a_mark_on_the_map_is_the_step_as_the_table_writes_it(measure, steps, marks):
    pair = pd.DataFrame({"area_code": list("abc"), "difference": steps, "before": 0.0, "after": steps, "noise": False})
    layer = pictured.difference_layer(pair, measure=MEASURES[measure])
    assert layer.marks is not None and list(layer.marks.values()) == marks


def test_a_series_names_only_what_rose_beyond_chance():
    kept = ["value", "overdue", "with_limit", "open_count", "over_180"]
    last = measured("overdue", overdue=[40, 8, 9, 1])[kept]
    first = measured("overdue", overdue=[10, 5, 9, 1])[kept]
    step = moves.beyond_chance(last, first, measure=MEASURES["overdue"])
    assert step.to_dict() == {"a": 30.0}  # P(X ≥ 40 | 50, ½) = 0,00001; of 8 against 5 0,58
    assert moves.beyond_chance(last, first.drop("a"), measure=MEASURES["overdue"]).to_dict() == {"a": 40.0}


def test_a_share_of_too_few_is_told_as_their_count_where_the_map_is_tapped():
    assert "9/9" in pictured.layer(measured("overdue_share"), measure=MEASURES["overdue_share"]).texts["c"]
