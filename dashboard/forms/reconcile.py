"""The checks a form goes through before it leaves: everything that does not add up is listed, nothing is mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.forms.fill import TOTAL, FilledForm
from dashboard.forms.grid import FOLDER, counts_denunciations, read, terms
from dashboard.words import forms as words
from dashboard.words import numbers as vi

Forms = Mapping[tuple[str, str], FilledForm]
REFERENCE = re.compile(r"(\d\d/\w+):(\d+)")
SHOWN = 10
NOTES = {"no_limit"}


@dataclass(frozen=True)
class Finding:
    """One thing that does not add up.

    Attributes:
        check: row_sum, loose_sum, total, parent, carry_over, cross_form, negative or misfit.
        severity: warning, or note where the form itself does not keep the sum.
        subjects: the petitions or dossiers behind it, where they are known.
    """

    check: str
    severity: str
    form: str
    unit: str
    text: str
    left: int | None = None
    right: int | None = None
    subjects: tuple[str, ...] = ()


def reconcile(forms: Forms, *, previous: Forms | None = None, misfits: pd.DataFrame | None = None) -> list[Finding]:
    """Row sums, totals, 'trong đó', negative numbers, forms against one another, the carry-over from `previous`.

    Args:
        forms: as `fill` gives them, or as they were sent in.
        previous: the forms of the window that ends the day before; without them the carry-over is not checked.
        misfits: the answer of `form_misfits`: the papers and matters a form has no column for.
    """
    found = [finding for filled in forms.values() for check in WITHIN for finding in check(filled)]
    found += _cross_forms(forms)
    if previous:
        found += _carry_over(forms, previous)
    if misfits is not None:
        found += _misfits(misfits)
    return found


def without_units(findings: Iterable[Finding], forms: Forms) -> list[Finding]:
    """The findings for who may not see denunciations by unit: nothing of one unit in a form that counts them."""
    secret = [filled.form for filled in forms.values() if counts_denunciations(filled.form)]

    def is_secret(finding: Finding) -> bool:
        said = f"{finding.form} {finding.text}"
        return any(f"({form.circular})" in finding.form and form.form in said for form in secret)

    return [finding for finding in findings if finding.unit == TOTAL or not is_secret(finding)]


def of_forms(findings: Iterable[Finding], forms: Forms) -> list[Finding]:
    """The findings on these forms, and those on no form."""
    shown = {"", *(_label(filled) for filled in forms.values())}
    return [finding for finding in findings if finding.form in shown]


def amount(filled: FilledForm, expression: str) -> pd.Series:
    """The sum of columns '1-8+2' in every row; an empty column counts as nothing."""
    return pd.Series(_sums(filled, expression), index=filled.values.index)


def _sums(filled: FilledForm, expression: str) -> np.ndarray:
    """`amount` in the order of the rows, the total last."""
    total = np.zeros(len(filled.cells), dtype=np.int64)
    for sign, ms in terms(expression):
        total += sign * filled.cells[:, filled.place[ms]]
    return total


def _label(filled: FilledForm) -> str:
    return f"{filled.form.form} ({filled.form.circular})"


def _row_sums(filled: FilledForm) -> Iterator[Finding]:
    for column in filled.form.columns:
        if column.missing:
            continue
        for expression, strict in column.identities:
            if not _is_known(filled, expression):
                continue
            left, right = _sums(filled, str(column.ms)), _sums(filled, expression)
            kind, severity = ("row_sum", "warning") if strict else ("loose_sum", "note")
            for row in np.flatnonzero(left != right) if strict else _broken_total(left, right):
                unit, a, b = filled.values.index[row], int(left[row]), int(right[row])
                text = words.ROW_SUM.format(
                    form=_label(filled),
                    unit=filled.name(unit),
                    left=column.ms,
                    a=vi.count(a),
                    right=expression,
                    b=vi.count(b),
                )
                yield Finding(kind, severity, _label(filled), unit, text, a, b)


def _is_known(filled: FilledForm, expression: str) -> bool:
    """Whether no column of it stands empty because what was carried over is not known: then the sum cannot be made."""
    unknown = {column.ms for column in filled.form.columns if column.missing == words.NOT_CARRIED}
    return not unknown & {ms for _, ms in terms(expression)}


def _broken_total(left: np.ndarray, right: np.ndarray) -> list[int]:
    """A sum the form itself does not keep is only worth a note for the whole, which stands last."""
    return [len(left) - 1] if left[-1] != right[-1] else []


def _totals(filled: FilledForm) -> Iterator[Finding]:
    stated, summed = filled.cells[-1], filled.cells[:-1].sum(axis=0)
    for place in np.flatnonzero(stated != summed):
        ms, a, b = filled.values.columns[place], int(stated[place]), int(summed[place])
        text = words.TOTAL_SUM.format(form=_label(filled), left=ms, a=vi.count(a), b=vi.count(b))
        yield Finding("total", "warning", _label(filled), TOTAL, text, a, b)


def _parents(filled: FilledForm) -> Iterator[Finding]:
    known = {column.ms for column in filled.form.columns if not column.missing}
    for column in filled.form.columns:
        above = {ms for _, ms in terms(column.parent)}
        if not above or column.ms not in known or not above <= known:
            continue
        part, whole = _sums(filled, str(column.ms)), _sums(filled, column.parent)
        for row in np.flatnonzero(part > whole):
            unit, a, b = filled.values.index[row], int(part[row]), int(whole[row])
            text = words.PARENT.format(
                form=_label(filled),
                unit=filled.name(unit),
                left=column.ms,
                a=vi.count(a),
                right=column.parent,
                b=vi.count(b),
            )
            yield Finding("parent", "warning", _label(filled), unit, text, a, b)


def _negatives(filled: FilledForm) -> Iterator[Finding]:
    for place, row in np.argwhere(filled.cells.T < 0):
        unit, ms, a = filled.values.index[row], filled.values.columns[place], int(filled.cells[row, place])
        text = words.NEGATIVE.format(form=_label(filled), unit=filled.name(unit), left=ms, a=vi.count(a))
        yield Finding("negative", "warning", _label(filled), unit, text, a)


WITHIN = (_row_sums, _totals, _parents, _negatives)


def _cross_forms(forms: Forms) -> Iterator[Finding]:
    for check in read(FOLDER / "cross_checks.csv"):
        circular, left, right = check["circular"], check["left"], check["right"]
        keys = {(circular, form) for form, _ in REFERENCE.findall(f"{left} {right}")}
        if not keys <= set(forms):
            continue
        first = forms[circular, REFERENCE.findall(left)[0][0]]
        a, b = _referred(forms, circular, left), _referred(forms, circular, right)
        for unit in a.index[a != b.reindex(a.index, fill_value=0)]:
            x, y = int(a[unit]), int(b.get(unit, 0))
            text = words.CROSS.format(unit=first.name(unit), left=left, a=vi.count(x), right=right, b=vi.count(y))
            yield Finding("cross_form", "warning", _label(first), unit, text, x, y)


def _referred(forms: Forms, circular: str, expression: str) -> pd.Series:
    parts = [amount(forms[circular, form], ms) for form, ms in REFERENCE.findall(expression)]
    return sum((part.reindex(parts[0].index, fill_value=0) for part in parts[1:]), parts[0])


def _carry_over(forms: Forms, previous: Forms) -> Iterator[Finding]:
    for check in read(FOLDER / "carry_over.csv"):
        key = check["circular"], check["form"]
        if key not in forms or key not in previous or not _is_known(forms[key], check["carried_in"]):
            continue
        now, before = forms[key], previous[key]
        came, left = amount(now, check["carried_in"]), amount(before, check["carried_out"])
        came, left = came.align(left, join="outer", fill_value=0)
        for unit in came.index[came != left]:
            a, b = int(came[unit]), int(left[unit])
            name = (now if unit in now.values.index else before).name(unit)
            text = words.CARRY_OVER.format(
                form=_label(now), unit=name, left=check["carried_in"], a=vi.count(a), b=vi.count(b)
            )
            yield Finding("carry_over", "warning", _label(now), unit, text, a, b)


def _misfits(misfits: pd.DataFrame) -> Iterator[Finding]:
    for reason, rows in misfits.groupby("reason", sort=True):
        ids = tuple(rows["subject_id"])
        more = [words.AND_MORE.format(count=vi.count(len(ids) - SHOWN))] if len(ids) > SHOWN else []
        text = words.MISFIT.format(
            count=vi.prose_count(len(ids)), reason=words.MISFITS[str(reason)], ids=", ".join([*ids[:SHOWN], *more])
        )
        severity = "note" if reason in NOTES else "warning"
        yield Finding("misfit", severity, "", "", text, len(ids), None, ids)
