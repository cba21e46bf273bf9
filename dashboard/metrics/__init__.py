"""What every figure means: one entry each, by group; read by help texts, the definitions page, exports and tests."""

from __future__ import annotations

from dashboard.metrics import dossiers, petitions, reception
from dashboard.metrics.articles import Article
from dashboard.metrics.entry import Direction, Metric, Reading, Span, Unit, basis, counted

GROUPS: dict[str, tuple[Metric, ...]] = {
    "dossiers": dossiers.ENTRIES,
    "petitions": petitions.ENTRIES,
    "reception": reception.ENTRIES,
}
METRICS: dict[str, Metric] = {metric.id: metric for group in GROUPS.values() for metric in group}

WITHOUT_KIND = frozenset(
    {"duty_compliance", "delegated_share", "duty_days_in_person", "duty_sessions_missed", "duty_unreported"}
)

__all__ = [
    "GROUPS",
    "METRICS",
    "WITHOUT_KIND",
    "Article",
    "Direction",
    "Metric",
    "Reading",
    "Span",
    "Unit",
    "basis",
    "counted",
]
