"""What the checks of the official forms found, with the papers behind it, before anything leaves the house."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.exports.pack import Checked
from dashboard.forms import Finding
from dashboard.words import desk
from dashboard.words import forms as form_words
from dashboard.words import numbers as vi

MOST = 10


def warnings(checked: Checked) -> list[Finding]:
    return [finding for finding in checked[1] if finding.severity == "warning"]


def show(checked: Checked) -> None:
    """Warnings first and open, remarks behind a tap, and once which columns stay empty and why."""
    forms, findings = checked
    alarming = warnings(checked)
    remarks = [finding for finding in findings if finding.severity != "warning"]
    text = form_words.found(count=len(forms), warnings=len(alarming), notes=len(remarks))
    st.html(f'<p class="{"notice" if alarming else "headline-more"}">{escape(text)}</p>')
    if alarming:
        st.html(_listed(alarming))
    if remarks:
        with st.expander(desk.REMARKS.format(count=vi.prose_count(len(remarks)))):
            st.html(_listed(remarks))
    st.html(f'<p class="figure-scope">{escape(empty_columns(checked))}</p>')


def empty_columns(checked: Checked) -> str:
    """'Các cột về số tiền, diện tích đất; … để trống': what the case database cannot know."""
    reasons = {column.missing for filled in checked[0].values() for column in filled.form.columns if column.missing}
    return desk.EMPTY.format(reasons="; ".join(sorted(reason.removeprefix(desk.REASON_LEAD) for reason in reasons)))


def _listed(findings: Sequence[Finding]) -> str:
    lines = [f"<li>{escape(_text(finding))}</li>" for finding in findings[:MOST]]
    if len(findings) > MOST:
        lines.append(f"<li>{desk.MORE.format(count=vi.prose_count(len(findings) - MOST))}</li>")
    return f'<ul class="findings">{"".join(lines)}</ul>'


def _text(finding: Finding) -> str:
    """The sentence of the finding; its papers where it does not name them itself."""
    text = finding.text[:1].upper() + finding.text[1:]
    if not finding.subjects or finding.subjects[0] in text:
        return text
    return f"{text} {desk.PAPERS.format(listed=', '.join(finding.subjects[:MOST]))}"
