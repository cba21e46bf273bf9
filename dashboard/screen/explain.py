"""'Số này tính thế nào': what a figure means, on the spot, from the same entries as the definitions page."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard.metrics import METRICS, Metric
from dashboard.words import terms


def popover(metrics: Iterable[str], *, key: str, label: str = terms.HOW) -> None:
    """A button that opens the definitions of these figures."""
    with st.popover(label, icon=":material/help:", key=f"how-{key}"):
        for name in dict.fromkeys(metrics):
            st.markdown(text(METRICS[name]))


def text(metric: Metric) -> str:
    """One figure's definition as Markdown."""
    count_or_numerator = terms.HOW_NUMERATOR if metric.denominator else terms.HOW_COUNT
    lines = [
        f"**{metric.label}**",
        f"- {count_or_numerator}: {metric.numerator}.",
        metric.denominator and f"- {terms.HOW_DENOMINATOR}: {metric.denominator}.",
        metric.exclusions and f"- {terms.HOW_EXCLUSIONS}: {metric.exclusions}.",
        f"- {terms.HOW_LEGAL}: {metric.legal_basis}.",
        metric.denominator and f"- {terms.HOW_LEAST.format(least=metric.least_count)}",
        f"- {terms.HOW_OWNER}: {metric.owner}. {terms.HOW_QUERY}: `queries/{metric.query}.sql`",
    ]
    return "\n".join(line for line in lines if line)
