"""No sentence of a briefing tells how many denunciations one area or one body has (Luật Tố cáo, Điều 8)."""

from __future__ import annotations

import pytest

from dashboard.answers.answers import Answers
from dashboard.briefing import compose, gather
from dashboard.exports.pack import checked_forms
from dashboard.forms.fill import TOTAL
from dashboard.forms.grid import counts_denunciations
from dashboard.forms.reconcile import Finding, without_units
from data_loaders.snapshot import SnapshotRef
from queries.ask import Scope, ask, open_snapshot
from queries.periods import parse

pytestmark = pytest.mark.xdist_group("exports_demo")
EVERYTHING = Scope.everything()


@pytest.mark.parametrize("code", ["2026-Q3", "2026-Q2", "2025-Y"])
def test_a_sentence_about_denunciations_names_no_place_and_no_body(demo_ref: SnapshotRef, code: str) -> None:
    snapshot = open_snapshot(demo_ref.path)
    sentences = compose(gather(Answers(snapshot, EVERYTHING), parse(code)))
    about = [sentence.text for sentence in sentences if "tố cáo" in sentence.text.lower()]
    bodies = ask("overdue_by_agency", snapshot, EVERYTHING, as_of="2026-09-14")["agency_name"]
    names = [*ask("areas", snapshot, EVERYTHING)["name"].dropna(), *bodies.dropna()]
    assert about and names
    assert [(text, name) for text in about for name in names if name in text] == []


def test_a_finding_of_one_unit_in_a_form_that_counts_denunciations_is_left_out(tiny_ref: SnapshotRef) -> None:
    forms, _ = checked_forms(Answers(open_snapshot(tiny_ref.path), EVERYTHING), parse("2026-Q3"))
    assert counts_denunciations(forms["2024", "03/XLD"].form) and not counts_denunciations(forms["2024", "02/XLD"].form)
    kept = [
        Finding("total", "warning", "03/XLD (2024)", TOTAL, "Biểu 03/XLD (2024), cột 1: …"),
        Finding("row_sum", "warning", "02/XLD (2024)", "D1", "Biểu 02/XLD (2024), Huyện A: …"),
        Finding("misfit", "warning", "", "", "01 đơn …: T1."),
    ]
    secret = [
        Finding("row_sum", "warning", "03/XLD (2024)", "D1", "Biểu 03/XLD (2024), Huyện A: cột 1 là 2 …"),
        Finding("cross_form", "warning", "02/XLD (2024)", "D1", "Huyện A: 02/XLD:1 là 3, nhưng 01/XLD:8 bằng 2."),
    ]
    assert without_units([*kept, *secret], forms) == kept
