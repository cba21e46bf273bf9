"""From a case database that holds what was published, through a refresh, to the sentences of the briefing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.answers.answers import Answers
from dashboard.exports import pack
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests.dashboard.conftest import refreshed
from tests.published.briefings import build_ba_ria_vung_tau_may_2022, build_quarterly_briefing
from tests.published.conftest import BEGINS
from tests.published.thanh_hoa_2022 import build_thanh_hoa_2022, build_thanh_hoa_resolved

AT = dt.datetime(2026, 11, 22, 9, 0)  # noqa: DTZ001


def briefing(folder: Path, build: Callable[[Path], None], code: str, *, calendar: str) -> str:
    build(folder / "case.sqlite")
    snapshot = open_snapshot(refreshed(folder, folder / "case.sqlite", begins=BEGINS).path)
    made = pack.build(
        Answers(snapshot, Scope.everything()),
        parse(code, calendar=calendar),
        order=pack.Order("text"),
        author="thử",
        exported_at=AT,
    )
    return made.decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("build", "code", "calendar", "said"),
    [
        (
            build_quarterly_briefing,
            "2022-Q2",
            "calendar",
            [
                "Trong quý, đã tiếp 2.843 lượt công dân, giảm 15,2% so với cùng kỳ; "
                "tiếp nhận 1.214 đơn, trong đó có 30 đơn khiếu nại, tố cáo thuộc thẩm quyền.",
            ],
        ),
        (
            build_ba_ria_vung_tau_may_2022,
            "2022-M05",
            "calendar",
            [
                "đã tiếp 539 lượt công dân, ",
                "tháng trước, tăng 54% so với cùng kỳ; ",
                "2.058 lượt, tăng 199 lượt (10,7%)",
                "Có 06 lượt đoàn",
            ],
        ),
        (
            build_thanh_hoa_2022,
            "2022-Y",
            "inspectorate",
            [
                "Trong 13.497 người được tiếp có 4.176 người do lãnh đạo tiếp",
                "đột xuất và 9.321 người tiếp thường xuyên.",
                "Có 43 lượt đoàn đông người/23 vụ việc",
                "Trong 10.704 đơn tiếp nhận có 9.466 đơn đủ điều kiện xử lý, 1.238 đơn không đủ điều kiện.",
                "6.343 đơn, gồm 1.054 đơn khiếu nại, 116 đơn tố cáo, 5.173 đơn kiến nghị, phản ánh.",
                "Đơn không thuộc thẩm quyền 3.123 đơn, gồm chuyển 1.947 đơn, hướng dẫn 753 đơn",
            ],
        ),
        (
            build_thanh_hoa_resolved,
            "2022-Y",
            "inspectorate",
            [
                "đã giải quyết 3.652/3.927 vụ việc, đạt 93%",
                "Khiếu nại: đã giải quyết 404/491 vụ việc, đạt 82,3%, trong đó 283",
                "Tố cáo: đã giải quyết 41/53 vụ việc, đạt 77,4%",
                "121 vụ việc đình chỉ",
            ],
        ),
    ],
    ids=["quarterly", "vung-tau", "thanh-hoa", "thanh-hoa-resolved"],
)
def test_the_published_sentences(
    tmp_path: Path, build: Callable[[Path], None], code: str, calendar: str, said: list[str]
) -> None:
    text = briefing(tmp_path, build, code, calendar=calendar)
    assert [part for part in said if part not in text] == [], text
    assert "DỮ LIỆU MẪU" not in text
