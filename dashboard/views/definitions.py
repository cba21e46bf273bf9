"""The definitions page: what a figure means, generated from `metrics` and the SQL files, so that it cannot drift."""

from __future__ import annotations

from html import escape

from dashboard.metrics import GROUPS, Metric, counted
from dashboard.words import definitions
from dashboard.words import numbers as vi
from queries import question


def card(metric: Metric, *, people: int) -> str:
    """The whole entry as a list of terms and their meaning."""
    facts = {
        definitions.HOW_NUMERATOR if metric.denominator else definitions.HOW_COUNT: counted(metric, people=people),
        definitions.HOW_DENOMINATOR: metric.denominator,
        definitions.HOW_EXCLUSIONS: metric.exclusions,
        definitions.HOW_LEGAL: cited(metric),
        definitions.HOW_DIRECTION: definitions.DIRECTIONS[metric.direction],
        definitions.HOW_SMALL: definitions.HOW_LEAST.format(least=metric.least_count) if metric.denominator else "",
        definitions.HOW_OWNER: metric.owner,
        definitions.HOW_REVIEWED: vi.date(metric.reviewed_on),
        definitions.HOW_QUERY: f"queries/{metric.query}.sql · {metric.id}",
    }
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts.items() if text)
    return f'<dl class="definition">{rows}</dl>'


def cited(metric: Metric) -> str:
    """What it rests on, each text with the days it was in force where there was more than one."""
    if len(metric.articles) == 1:
        return metric.articles[0].text
    told = (
        vi.in_force(article.since if number else None, article.until) for number, article in enumerate(metric.articles)
    )
    return "; ".join(f"{article.text} ({when})" for article, when in zip(metric.articles, told, strict=True))


def sql_files(group: str) -> list[str]:
    """The SQL files behind a group of figures, each once."""
    return list(dict.fromkeys(metric.query for metric in GROUPS[group]))


def sql(name: str) -> str:
    """A question's file as it stands, its staging parts after it."""
    parts = [question.FOLDER / f"{name}.sql"]
    for used in question.load(name).header.get("uses", "").split(","):
        if used.strip():
            parts.append(question.FOLDER / "parts" / f"{used.strip()}.sql")
    return "\n\n".join(f"-- {path.name}\n{path.read_text(encoding='utf-8')}" for path in parts)
