"""Papers carried over count in the text as on form 01/XLD: the two never differ."""

from __future__ import annotations

import pytest

from dashboard.answers.answers import Answers
from dashboard.briefing import compose, gather
from dashboard.forms.fill import TOTAL, fill
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests.published.briefings import build_half_year_with_papers_carried_over
from tests.published.conftest import Published

pytestmark = pytest.mark.xdist_group("published")


@pytest.mark.parametrize("calendar", ["inspectorate", "calendar"])
def test_text_and_form_count_all_on_hand(published: Published, calendar: str) -> None:
    ref = current(published(build_half_year_with_papers_carried_over))
    assert ref is not None
    answers, period = Answers(open_snapshot(ref.path), Scope.everything()), parse("2022-H1", calendar=calendar)
    said = {sentence.id: sentence.text for sentence in compose(gather(answers, period))}
    assert said["petitions.processed"] == "Kỳ trước chuyển sang 50 đơn; đã xử lý 1.450/1.450 đơn, đạt 100%."
    assert said["petitions.by_kind"] == (
        "Đơn thuộc thẩm quyền (kể cả đơn kỳ trước chuyển sang) 210 đơn, gồm 180 đơn khiếu nại, 30 đơn tố cáo, "
        "0 đơn kiến nghị, phản ánh."
    )
    among = "; có 210 đơn khiếu nại, tố cáo thuộc thẩm quyền (kể cả đơn kỳ trước chuyển sang)"
    assert among in said["summary.headline"] and "trong đó" not in said["summary.headline"]
    assert said["petitions.eligible_by_kind"] == (
        "Phân loại 1.400 đơn đủ điều kiện: 160 đơn khiếu nại, 24 đơn tố cáo, 1.216 đơn kiến nghị, phản ánh."
    )
    form = fill(answers, period, circulars=["2021"], only=["petitions"], units="agency")["2021", "01/XLD"].values
    assert form.loc[TOTAL, [18, 19, 20]].tolist() == [210, 180, 30]
