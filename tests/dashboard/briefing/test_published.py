"""What provinces published comes out word for figure from figures that hold it (see also what was wrong in print)."""

from __future__ import annotations

from dashboard.briefing import Material, compose
from dashboard.words.share import attained
from tests.dashboard.briefing.made import figures, material


def said(made: Material) -> dict[str, str]:
    return {sentence.id: sentence.text for sentence in compose(made)}


def test_the_quarterly_briefing_word_for_word() -> None:
    made = material(
        now=figures(
            visits=2847, petitions_received=1234, complaints_within_authority=22, denunciations_within_authority=8
        ),
        last_year=figures(visits=3357),
    )
    assert said(made)["summary.headline"] == (
        "Trong quý, đã tiếp 2.847 lượt công dân, giảm 15,2% so với cùng kỳ; "
        "tiếp nhận 1.234 đơn, trong đó có 30 đơn khiếu nại, tố cáo thuộc thẩm quyền."
    )


def test_the_first_sentence_says_the_number_that_stands_below() -> None:
    text = said(material(now=figures(visits=2795, petitions_received=1200)))["summary.headline"]
    assert "2.795 lượt" in text
    assert "tiếp nhận 1.200 đơn" in text


def test_thanh_hoa_2022_reception() -> None:
    now = figures(
        visits=9000,
        people=13497,
        people_leaders=4176,
        people_regular=9321,
        mass_groups=43,
        mass_group_people=500,
        mass_group_matters=23,
    )
    texts = said(material("2022-Y", now=now))
    assert "13.497 người được tiếp có 4.176 người do lãnh đạo tiếp" in texts["reception.by_body"]
    assert texts["reception.by_body"].endswith("9.321 người tiếp thường xuyên.")
    assert "43 lượt đoàn đông người/23 vụ việc" in texts["reception.mass_groups"]


def test_thanh_hoa_2022_petitions() -> None:
    now = figures(
        petitions_received=10704,
        petitions_eligible=9466,
        petitions_not_eligible=1238,
        petitions_within_authority=6343,
        complaints_within_authority=1054,
        denunciations_within_authority=116,
        proposals_within_authority=5173,
        petitions_not_within_authority=3123,
        petitions_transferred=1947,
        petitions_guided=753,
    )
    texts = said(material("2022-Y", now=now))
    assert texts["petitions.eligible"] == (
        "Trong 10.704 đơn tiếp nhận có 9.466 đơn đủ điều kiện xử lý, 1.238 đơn không đủ điều kiện."
    )
    assert texts["petitions.by_kind"] == (
        "Đơn thuộc thẩm quyền 6.343 đơn, gồm 1.054 đơn khiếu nại, 116 đơn tố cáo, 5.173 đơn kiến nghị, phản ánh."
    )
    assert texts["petitions.outside"] == (
        "Đơn không thuộc thẩm quyền 3.123 đơn, gồm chuyển 1.947 đơn, hướng dẫn 753 đơn, "
        "xử lý bằng hình thức khác hoặc chưa xử lý 423 đơn."
    )


def test_thanh_hoa_a_reporting_year_resolution() -> None:
    balance = [
        {"kind": "complaint", "opening": 91, "entered_first": 400, "decided": 283, "discontinued": 121, "closing": 87},
        {"kind": "denunciation", "opening": 3, "entered_first": 50, "decided": 41, "closing": 12},
    ]
    rows = [
        dict.fromkeys(("entered_second", "reopened", "withdrawn", "to_investigation", "merged"), 0) | r for r in balance
    ]
    rows = [{"discontinued": 0, "residual": 0, **row} for row in rows]
    now = figures(resolution_rate=(3652, 3927), opening_dossiers=927, entered_dossiers=3000, resolved_dossiers=3652)
    texts = said(material("2022-Y", now=now, tables={"balance": rows}))
    assert "đã giải quyết 3.652/3.927 vụ việc, đạt 93%" in texts["resolution.rate"]
    assert "đã giải quyết 404/491 vụ việc, đạt 82,3%, trong đó 283 vụ việc" in texts["resolution.of_complaint"]
    assert texts["resolution.of_complaint"].endswith("121 vụ việc đình chỉ.")
    assert "41/53 vụ việc, đạt 77,4%" in texts["resolution.of_denunciation"]


def test_ba_ria_vung_tau_may_2022_is_never_more_exact_than_its_base() -> None:
    made = material(
        "2022-M05",
        calendar="calendar",
        now=figures(visits=539, people=800, mass_groups=6, mass_group_people=175),
        last_year=figures(visits=350, mass_groups=8, mass_group_people=100),
        to_date=figures(visits=2058),
        to_date_before=figures(visits=1859),
    )
    texts = said(made)
    assert "Trong tháng, đã tiếp 539 lượt công dân, tăng 54% so với cùng kỳ" in texts["summary.headline"]
    assert "tăng 189 lượt (54%) so với cùng kỳ năm trước (350 lượt)" in texts["reception.volume"]
    assert "đã tiếp 2.058 lượt, tăng 199 lượt (10,7%)" in texts["reception.year"]
    assert texts["reception.mass_groups"].startswith(
        "Có 06 lượt đoàn đông người với 175 người, giảm 02 lượt đoàn so với"
    )


def test_rates_that_were_wrong_in_print_are_right_here() -> None:
    assert attained(238, 316, "vụ việc") == "238/316 vụ việc, đạt 75,3%"
    assert attained(1336, 1990, "vụ việc") == "1.336/1.990 vụ việc, đạt 67,1%"
    assert attained(381, 960, "ngày") == "381/960 ngày, đạt 39,7%"


def test_a_rate_never_says_all_or_nothing_of_what_is_neither() -> None:
    assert attained(9996, 10000, "vụ việc") == "9.996/10.000 vụ việc, đạt 99,96%"
    assert attained(99999, 100000, "vụ việc") == "99.999/100.000 vụ việc"
    assert attained(1, 100000, "vụ việc") == "1/100.000 vụ việc"
    assert attained(3, 9, "vụ việc") == "3/9 vụ việc"


def test_nothing_before_and_nothing_now() -> None:
    none = material(now=figures(visits=5, petitions_received=1), last_year=figures(visits=5, petitions_received=1))
    texts = said(none)
    assert texts["reception.mass_groups"] == "Không có đoàn đông người, cùng kỳ năm trước cũng không phát sinh."
    new = material(now=figures(visits=5, mass_groups=3), last_year=figures(visits=5))
    assert "phát sinh mới (cùng kỳ năm trước không có)" in said(new)["reception.mass_groups"]


def test_a_base_window_before_the_data_begin_is_not_compared_with() -> None:
    texts = said(material(now=figures(visits=500, petitions_received=40)))
    assert "so với" not in " ".join(texts.values())


def test_denunciation_results_under_five_are_not_broken_down() -> None:
    rows = [
        {"kind": "denunciation", "instance": 1, "manner": "decided", "result": "right", "closed": 3},
        {"kind": "denunciation", "instance": 1, "manner": "decided", "result": "wrong", "closed": 30},
    ]
    assert "resolution.results_denunciation_1" not in said(material(now=figures(visits=1), tables={"results": rows}))


def test_what_drove_a_change_names_only_what_moved_the_same_way() -> None:
    part = {"entered": 0, "entered_base": 0, "resolved": 0, "resolved_base": 0, "open_count": 0, "open_base": 0}
    tables = {
        "contributions": [
            {"part": "area", "code": "D1"} | part | {"entered": 300, "entered_base": 100},
            {"part": "area", "code": "D2"} | part | {"entered": 100, "entered_base": 200},
            {"part": "field", "code": "land"} | part | {"entered": 400, "entered_base": 300},
        ],
        "areas": [
            {"area_code": code, "name": name, "overdue": 0, "mass_groups": 0, "open_count": 1}
            for code, name in (("D1", "Huyện Hạ"), ("D2", "Huyện Thượng"))
        ],
        "areas_before": [{"area_code": "D1", "overdue": 0, "open_count": 1}],
    }
    made = material(now=figures(entered_dossiers=400), previous=figures(entered_dossiers=300), tables=tables)
    assert said(made)["drivers.entered"] == (
        "Số vụ việc mới tăng 100 vụ việc so với quý trước; vượt mức dao động bình thường: "
        "huyện Hạ (100 → 300); "
        "theo lĩnh vực: đất đai (300 → 400)."
    )
    spread = [row | {"entered": row["entered_base"] + 10} for row in tables["contributions"]]
    nowhere = material(
        now=figures(entered_dossiers=400),
        previous=figures(entered_dossiers=300),
        tables=tables | {"contributions": spread},
    )
    assert said(nowhere)["drivers.entered"] == (
        "Số vụ việc mới tăng 100 vụ việc so với quý trước; không nơi nào vượt mức dao động bình thường, "
        "chưa có cơ sở tìm nguyên nhân ở riêng nơi nào."
    )
    quiet = material(now=figures(entered_dossiers=310), previous=figures(entered_dossiers=300), tables=tables)
    assert "drivers.entered" not in said(quiet)
