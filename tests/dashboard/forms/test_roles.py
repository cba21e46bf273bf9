"""Every role, every form, by every unit: within reach or refused; denunciations by unit for the office alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from dashboard.answers.answers import Answers
from dashboard.exports import pack
from dashboard.exports.__main__ import main
from dashboard.exports.excel.form_sheet import sheet_name
from dashboard.forms.fill import TOTAL, FilledForm, fill
from dashboard.forms.grid import counts_denunciations, load_forms
from dashboard.screen import rights
from dashboard.words import forms as words
from data_loaders.snapshot import SnapshotRef
from queries.operators import BRIEFING, OFFICE
from queries.periods import parse
from queries.scope import Scope
from queries.snapshot import open_snapshot

PERIOD = "2026-Q4"
OWN = "D1"
ROLES = [role if role != "area_leader" else f"{role}:{OWN}" for role in rights.ROLES]
INSIDE = {"district": {"D1"}, "commune": {"C1", "C2"}}


@pytest.mark.parametrize("units", pack.UNITS)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_given_the_forms_or_a_sentence(
    role: str, units: str, tiny_ref: SnapshotRef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SNAPSHOT_DIR", str(tiny_ref.path.parent))
    out = tmp_path / "x.xlsx"
    order = [PERIOD, "--format", "xlsx", "--all-forms", "--units", units, "--role", role, "--out", str(out)]
    assert main(order) == (0 if role in BRIEFING else 1)
    assert out.exists() is (role in BRIEFING)
    if out.exists():
        filled = fill(everybody(tiny_ref), parse(PERIOD), units=units)
        secret = {key for key, form in filled.items() if counts_denunciations(form.form)}
        told = {key for key, names in sheets(out, filled) if set(names) - {words.TOTAL}}
        told_of_units = {key for key, form in filled.items() if any(any(form.rows[unit]) for unit in units_of(form))}
        assert secret & told_of_units and told_of_units - secret
        assert told == (told_of_units if role == OFFICE else told_of_units - secret)


def everybody(ref: SnapshotRef) -> Answers:
    return Answers(open_snapshot(ref.path), Scope.everything())


def units_of(form: FilledForm) -> list[str]:
    return [unit for unit in form.rows if unit != TOTAL]


def sheets(path: Path, filled: dict[tuple[str, str], FilledForm]) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """Of each form's sheet the rows that name a unit or the total."""
    book = openpyxl.load_workbook(path)
    for key, form in filled.items():
        known = {form.name(unit) for unit in form.rows}
        yield key, [str(row[0]) for row in book[sheet_name(form)].iter_rows(values_only=True) if row[0] in known]


@pytest.mark.parametrize("units", pack.UNITS)
def test_the_leader_of_an_area_has_no_form_of_denunciations_and_no_unit_elsewhere(
    units: str, tiny_ref: SnapshotRef
) -> None:
    filled = fill(Answers(open_snapshot(tiny_ref.path), Scope("x", area=OWN)), parse(PERIOD), units=units)
    assert set(filled) == {form.key for form in load_forms() if not counts_denunciations(form)}
    for form in filled.values():
        assert units not in INSIDE or set(units_of(form)) <= INSIDE[units]
    assert any(units_of(form) for form in filled.values())
