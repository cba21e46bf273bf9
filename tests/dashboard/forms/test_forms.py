"""The official forms: their grids, their identities on every unit of the demo province, and planted faults."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from dashboard.answers.answers import Answers
from dashboard.forms import Finding, load_forms, reconcile
from dashboard.forms.fill import TOTAL, FilledForm, fill
from dashboard.forms.grid import terms
from data_loaders.snapshot import SnapshotRef
from queries.ask import Scope, ask, open_snapshot
from queries.periods import parse
from tests import tiny_province
from tests.dashboard.conftest import refreshed

pytestmark = pytest.mark.xdist_group("exports_demo")
EVERYTHING = Scope.everything()
WIDTHS = {
    "2021": {"01/TCD": 29, "02/TCD": 16, "01/XLD": 26, "02/XLD": 30, "03/XLD": 33, "04/XLD": 24}
    | {"01/KQGQ": 26, "02/KQGQ": 19, "03/KQGQ": 31, "04/KQGQ": 24},
    "2024": {"01/TCD": 29, "01/XLD": 22, "02/XLD": 26, "03/XLD": 27, "04/XLD": 20}
    | {"01/KQGQ": 26, "02/KQGQ": 19, "03/KQGQ": 31, "04/KQGQ": 24},
}
PRINTED = {
    ("2024", "01/TCD"): {1: "4+13+22", 2: "5+14+23", 3: "6+7+15+16+24+25"},
    ("2021", "02/TCD"): {1: "3+5+7 = 9+11", 2: "4+6+8 = 10+12", 12: "13+14+15"},
    ("2021", "01/XLD"): {1: "2+3+4+5+6+7", 9: "11+12+13 = 14+15+16+17 = 18+22", 18: "19+20+21", 22: "23+24+25"},
    ("2024", "01/XLD"): {1: "2+3 = 4+5", 6: "8+9+10 = 11+12+13 = 14+18", 14: "15+16+17", 18: "19+20+21"},
    ("2021", "02/XLD"): {1: "2+3+4+5", 6: "7+8", 10: "11+15+16+17 = 18+19+20+21+22 = 23+26", 11: "12+13+14"}
    | {23: "24+25", 26: "27+28+29"},
    ("2024", "02/XLD"): {1: "2+3", 4: "5+6", 8: "9+13+14+15 = 16+17+18+19 = 20+23", 9: "10+11+12"}
    | {20: "21+22", 23: "24+25"},
    ("2021", "03/XLD"): {8: "9+10", 12: "13+18+19+20+21 = 22+23+24+25 = 26+29", 13: "14+15+16+17"}
    | {26: "27+28", 29: "30+31+32"},
    ("2024", "03/XLD"): {8: "9+14+15+16+17 = 18+19+20 = 21+24", 9: "10+11+12+13", 21: "22+23", 24: "25+26"},
    ("2021", "04/XLD"): {12: "13+14+15+16 = 17+18+19 = 20+21", 21: "22+23"},
    ("2024", "04/XLD"): {8: "9+10+11+12 = 13+14 = 15+16", 15: "19+20", 16: "17+18"},
    ("2021", "01/KQGQ"): {1: "2+3", 5: "20+21+22+23+24"},
    ("2024", "03/KQGQ"): {1: "2+3", 6: "7+8+9+10 ~ 24+26+28 ~ 30+31", 8: "25+27+29"},
}


def grids() -> dict[tuple[str, str], dict[int, str]]:
    return {form.key: {column.ms: column.formula for column in form.columns} for form in load_forms()}


@pytest.mark.parametrize("circular", WIDTHS)
def test_every_printed_column_is_there(circular: str) -> None:
    found = {form.form: [c.ms for c in form.columns] for form in load_forms() if form.circular == circular}
    assert found == {form: list(range(1, width + 1)) for form, width in WIDTHS[circular].items()}


@pytest.mark.parametrize("key", PRINTED, ids=" ".join)
def test_the_formulas_are_the_printed_ones(key: tuple[str, str]) -> None:
    known = grids()[key]
    assert {ms: known[ms] for ms in PRINTED[key]} == PRINTED[key]


def test_every_formula_names_columns_of_its_form_and_every_empty_column_says_why() -> None:
    for form in load_forms():
        columns = {column.ms for column in form.columns}
        for column in form.columns:
            named = {ms for text in (column.formula, column.parent) for _, ms in terms(text)}
            assert named <= columns - {column.ms}, (form.key, column.ms)
            assert bool(column.fact) != bool(column.missing), (form.key, column.ms)
    assert {form.form for form in load_forms() if form.provisional} == {
        *("01/TCD", "02/XLD", "03/GQKN", "04/GQTC", "05/KQTH", "06/QLKNTC")
    }


def filled(ref: SnapshotRef, code: str, *, units: str) -> tuple[dict[tuple[str, str], FilledForm], list[Finding]]:
    snapshot, window = open_snapshot(ref.path), parse(code).clip(ref.as_of)
    forms = fill(Answers(snapshot, EVERYTHING), window, units=units)
    before = fill(Answers(snapshot, EVERYTHING), window.previous(), units=units)
    params = {"start": window.start, "end": window.end, "division": units}
    misfits = ask("form_misfits", snapshot, EVERYTHING, **params)
    return forms, reconcile(forms, previous=before, misfits=misfits)


@pytest.mark.parametrize(("code", "units"), [("2026-Q3", "agency"), ("2026-Q4", "district"), ("2025-Q3", "commune")])
def test_every_identity_holds_for_every_unit_of_the_demo_province(demo_ref: SnapshotRef, code: str, units: str) -> None:
    forms, findings = filled(demo_ref, code, units=units)
    assert [finding.text for finding in findings if finding.severity == "warning"] == []
    assert {finding.check for finding in findings} <= {"loose_sum", "misfit"}
    assert len(forms["2024", "01/XLD"].values) > 20
    assert all(
        values.drop(index=TOTAL).index.equals(forms["2024", "01/TCD"].values.index[:-1])
        for values in (f.values for f in forms.values())
    )


def test_the_totals_are_those_of_the_pages(demo_ref: SnapshotRef) -> None:
    snapshot, window = open_snapshot(demo_ref.path), parse("2026-Q3")
    forms, _ = filled(demo_ref, "2026-Q3", units="agency")
    page = ask("figures", snapshot, EVERYTHING, start=window.start, end=window.end).set_index("figure")["numerator"]
    reception = forms["2024", "01/TCD"].values.loc[TOTAL]
    papers, complaints = forms["2024", "01/XLD"].values.loc[TOTAL], forms["2024", "01/KQGQ"].values.loc[TOTAL]
    assert (reception[1], reception[2], reception[4]) == (page["visits"], page["people"], page["visits_regular"])
    assert reception[8] + reception[17] + reception[26] == page["mass_groups"]
    judged = ask("reception_volume", snapshot, EVERYTHING, start=window.start, end=window.end).set_index("reception")
    assert reception[21] == judged.loc["delegated", "sessions"]
    assert (papers[2], papers[3]) == (page["petitions_carried_over"], page["petitions_received"])
    assert papers[4] == page["petitions_processed"]
    assert papers[14] == page["petitions_within_authority"], "carried over papers too"
    assert papers[[15, 16, 17]].tolist() == [
        page[f"{kind}_within_authority"] for kind in ("complaints", "denunciations", "proposals")
    ]
    assert complaints[20] + complaints[22] == page["justified_complaints"]
    assert complaints[24] == page["overturned_decisions"]


def test_a_form_recounted_from_the_case_database_without_sql_of_ours(demo_ref: SnapshotRef) -> None:
    with closing(sqlite3.connect(demo_ref.path.parents[1] / "case.sqlite")) as db:
        visits = pd.read_sql("select * from reception_visits", db).drop_duplicates("visit_id")
        sessions = pd.read_sql("select * from reception_sessions", db).drop_duplicates("session_id")
    both = visits.merge(sessions, on="session_id", suffixes=("", "_session"))
    inside = both[
        both["held_on"].between("2026-06-15", "2026-09-14") & pd.to_numeric(both["people"], errors="coerce").gt(0)
    ]
    regular = inside[inside["kind_session"] == "regular"]
    values = filled(demo_ref, "2026-Q3", units="agency")[0]["2024", "01/TCD"].values
    by_agency = regular.groupby("agency_code").size()
    differ = (values[4].drop(TOTAL) - by_agency.reindex(values.index.drop(TOTAL), fill_value=0)).abs()
    # The demo's one per cent of dirty rows is refused by the loader and counted here.
    assert differ.sum() <= 0.02 * len(regular) and values.at[TOTAL, 4] <= len(regular)


def test_a_column_the_database_does_not_have_stays_empty(demo_ref: SnapshotRef) -> None:
    forms, _ = filled(demo_ref, "2026-Q3", units="district")
    assert forms["2024", "01/KQGQ"].values[7].isna().all()
    assert forms["2024", "02/XLD"].values[18].isna().all()


@pytest.mark.parametrize(
    ("form", "ms", "checks"),
    [
        ("01/TCD", 4, {"row_sum", "total"}),
        ("01/XLD", 2, {"row_sum", "total", "carry_over", "cross_form"}),
        ("01/KQGQ", 21, {"row_sum", "total"}),
        ("01/TCD", 8, {"parent", "total"}),
    ],
)
def test_a_planted_number_is_reported(demo_ref: SnapshotRef, form: str, ms: int, checks: set[str]) -> None:
    snapshot, window = open_snapshot(demo_ref.path), parse("2026-Q3")
    forms = fill(Answers(snapshot, EVERYTHING), window, units="district", circulars=["2024"])
    before = fill(Answers(snapshot, EVERYTHING), window.previous(), units="district", circulars=["2024"])
    unit = forms["2024", form].values.index[3]
    planted = forms["2024", form].values.copy()
    planted.loc[unit, ms] += 1000
    forms["2024", form] = FilledForm(forms["2024", form].form, planted, forms["2024", form].units)
    findings = [finding for finding in reconcile(forms, previous=before) if finding.severity == "warning"]
    assert {finding.check for finding in findings} == checks
    assert {finding.unit for finding in findings} <= {unit, TOTAL}
    assert any(finding.unit == unit and f"{ms}" in finding.text for finding in findings)
    assert forms["2024", form].values.loc[unit, ms] == planted.loc[unit, ms]


def test_a_paper_no_column_takes_is_named(tmp_path: Path) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update petitions set within_authority = 0, processing = 'filed' where petition_id = 'T1'")
    _, findings = filled(refreshed(tmp_path, path), "2026-Q3", units="agency")
    (misfit,) = [finding for finding in findings if finding.check == "misfit" and finding.severity == "warning"]
    assert misfit.subjects == ("T1",) and "T1" in misfit.text
    assert {finding.form for finding in findings if finding.check == "row_sum"} >= {"01/XLD (2024)", "02/XLD (2021)"}


def test_the_tiny_province_column_by_column(tiny_ref: SnapshotRef) -> None:
    forms, findings = filled(tiny_ref, "2026-Q4", units="agency")
    assert [finding for finding in findings if finding.severity == "warning"] == []
    papers = forms["2024", "01/XLD"].values
    # On hand: T3 T4 T5 T6; T6 is not processed, T5 not eligible, T4 passed on, T3 taken up and not resolved.
    assert papers.loc[TOTAL, [1, 2, 3, 4, 5, 6]].tolist() == [4, 0, 4, 3, 1, 2]
    assert papers.loc[TOTAL, [9, 10, 13, 16, 18, 20]].tolist() == [1, 1, 2, 1, 1, 1]
    reception = forms["2024", "01/TCD"].values
    assert reception.loc[TOTAL, 1] == sum(reception.loc[TOTAL, [4, 13, 22]])
