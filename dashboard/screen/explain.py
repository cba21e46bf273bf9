"""'Số này tính thế nào': what a figure means, on the spot, from the same entries as the definitions page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from dashboard.metrics import METRICS, Metric, Reading, basis, counted
from dashboard.words import definitions


def popover(
    metrics: Iterable[str],
    *,
    key: str,
    by: Reading,
    label: str = definitions.HOW,
    days: Mapping[str, str] | None = None,
) -> None:
    """A button that opens the definitions of these figures, by the law and the counting of what is shown.

    `days`: of a figure, those of its base, where it stands beside one.
    """
    with st.popover(label, icon=":material/help:", key=f"how-{key}"):
        told = [text(METRICS[name], by, days=(days or {}).get(name, "")) for name in dict.fromkeys(metrics)]
        st.markdown("\n\n".join(told))


def text(metric: Metric, by: Reading, *, days: str = "") -> str:
    """One figure's definition as Markdown."""
    count_or_numerator = definitions.HOW_NUMERATOR if metric.denominator else definitions.HOW_COUNT
    lines = [
        f"**{metric.label}**",
        f"- {count_or_numerator}: {counted(metric, people=by.people)}.",
        metric.denominator and f"- {definitions.HOW_DENOMINATOR}: {metric.denominator}.",
        metric.exclusions and f"- {definitions.HOW_EXCLUSIONS}: {metric.exclusions}.",
        days and f"- {definitions.HOW_DAYS}: {days}.",
        f"- {definitions.HOW_LEGAL}: {basis(metric, by.on)}.",
        metric.denominator and f"- {definitions.HOW_LEAST.format(least=metric.least_count)}",
        f"- {definitions.HOW_OWNER}: {metric.owner}.",
    ]
    return "\n".join(line for line in lines if line)
