"""The definitions page: what a figure means, generated from `metrics` and the SQL files, so that it cannot drift."""

from __future__ import annotations

from html import escape

from dashboard.metrics import METRICS, Metric
from dashboard.words import definitions
from dashboard.words import numbers as vi
from queries import question

RECEPTION = ("visits", "people", "repeat_visits", "mass_group", "duty_", "delegated_share")
PETITIONS = ("petition", "complaints_within", "denunciations_within", "proposals_within", "replies")


def of_group(group: str) -> list[Metric]:
    """The entries of one group: dossiers, reception or petitions, in their own order."""
    return [metric for metric in METRICS.values() if group_of(metric) == group]


def group_of(metric: Metric) -> str:
    if metric.id.startswith(RECEPTION):
        return "reception"
    return "petitions" if metric.id.startswith(PETITIONS) else "dossiers"


def card(metric: Metric) -> str:
    """The whole entry as a list of terms and their meaning."""
    facts = {
        definitions.HOW_NUMERATOR if metric.denominator else definitions.HOW_COUNT: metric.numerator,
        definitions.HOW_DENOMINATOR: metric.denominator,
        definitions.HOW_EXCLUSIONS: metric.exclusions,
        definitions.HOW_LEGAL: metric.legal_basis,
        definitions.HOW_DIRECTION: definitions.DIRECTIONS[metric.direction],
        definitions.HOW_SMALL: definitions.HOW_LEAST.format(least=metric.least_count) if metric.denominator else "",
        definitions.HOW_OWNER: metric.owner,
        definitions.HOW_REVIEWED: vi.date(metric.reviewed_on),
        definitions.HOW_QUERY: f"queries/{metric.query}.sql · {metric.id}",
    }
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts.items() if text)
    return f'<dl class="definition">{rows}</dl>'


def sql_files(group: str) -> list[str]:
    """The SQL files behind a group of figures, each once."""
    return list(dict.fromkeys(metric.query for metric in of_group(group)))


def sql(name: str) -> str:
    """A question's file as it stands, its staging parts after it."""
    parts = [question.FOLDER / f"{name}.sql"]
    for used in question.load(name).header.get("uses", "").split(","):
        if used.strip():
            parts.append(question.FOLDER / "parts" / f"{used.strip()}.sql")
    return "\n\n".join(f"-- {path.name}\n{path.read_text(encoding='utf-8')}" for path in parts)
