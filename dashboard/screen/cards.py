"""Headline figures in four short lines: name, value with what it is of, change, base; exact days are read out and stand
behind the sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from dashboard.answers.standing import Standing
from dashboard.drawing import spark
from dashboard.facts.change import Change, Figure
from dashboard.facts.windows import Base, window
from dashboard.metrics import METRICS, WITHOUT_KIND, Reading
from dashboard.screen import explain, navigation
from dashboard.words import canvas, change, definitions, shell, windows
from dashboard.words import numbers as vi
from dashboard.words.figures import value

UNJUDGED = Figure(None, None, None)
"""Of whole months, where none is over yet: neither a number nor nothing."""


@dataclass(frozen=True)
class Card:
    """One headline figure.

    Attributes:
        metric: its id in `metrics`.
        now: the figure itself.
        step: its change; None shows none.
        base: what it is compared with, as short as it can be said ("14/09: 2.218", "T9–10; T6–7: 67,7%").
        exact: the same with all its days ("Tháng 9 và 10/2026; tháng 6 và 7/2026: 67,7%").
        to: the page that shows what it is made of, opened with the filters of `view`.
        trend: values of the last periods, oldest first, as a small line; running: the last of them is not over.
    """

    metric: str
    now: Figure
    step: Change | None = None
    base: str = ""
    exact: str = ""
    to: str | None = None
    view: Mapping[str, str] = field(default_factory=dict)
    trend: Sequence[float] | None = None
    running: bool = False


def show(cards: Sequence[Card], *, key: str, by: Reading, kind: str | None = None) -> None:
    """The cards in a row that wraps, and one sign above its right end that explains them all.

    Where a `kind` is chosen, cards that know no kinds say so.
    """
    with st.container(key=f"cards-{key}"):
        st.html(f'<div class="cards leads">{"".join(_one(card, kind=kind) for card in cards)}</div>')
        exact = {card.metric: card.exact for card in cards}
        explain.popover(exact, key=f"cards-{key}", label=definitions.HOW_MANY, by=by, days=exact)


def compared(state: Standing, names: Iterable[str], *, which: Base = "previous") -> list[Card]:
    """Cards of figures beside one base: each says its base's days and number, and its own days where they differ."""
    return [_compared(state, name, which) for name in names]


def _compared(state: Standing, name: str, which: Base) -> Card:
    metric, step = METRICS[name], (state.previous if which == "previous" else state.last_year)[name]
    now, months = state.window, window(metric.span, state.window).months
    if metric.span == "duty" and not months:
        return Card(name, UNJUDGED, base=vi.sentence_case(windows.NO_MONTH))

    def said(own: str, before: str) -> str:
        of_base = canvas.BASE.format(days=before, value=value(metric, step.base))
        parts = [own if metric.span == "duty" else "", "" if step.wording == "unknown" else of_base]
        return vi.sentence_case(canvas.OWN_AND_BASE.join(filter(None, parts)))

    short = said(windows.brief_months(months, year=now.end.year), windows.brief_base(now, which, metric.span))
    return Card(
        name, state.now[name], step, short, said(windows.months(months), windows.base_days(now, which, metric.span))
    )


def _one(card: Card, *, kind: str | None) -> str:
    metric, of = METRICS[card.metric], _of(card)
    beside = f'<span class="of">{of}</span>' if of else ""
    lines = [
        spark.image(card.trend, running=card.running, beside=bool(of)) if card.trend else "",
        f'<p class="card-name">{escape(canvas.CARD_LABELS.get(metric.id, metric.label))}</p>',
        f'<p class="card-value"><b>{escape(value(metric, card.now))}</b>{beside}</p>',
        _step(card.step) if card.step else "",
        f'<p class="card-of">{canvas.ALL_KINDS}</p>' if kind and card.metric in WITHOUT_KIND else "",
        _base(card),
        navigation.lead(card.to, "", view=card.view, named=shell.MORE_OF.format(label=metric.label)) if card.to else "",
    ]
    return f'<div class="card" data-metric="{card.metric}">{"".join(lines)}</div>'


def _base(card: Card) -> str:
    """What the figure is compared with: short to see, whole to hear."""
    if not card.base or card.base == card.exact:
        return f'<p class="card-of">{card.base}</p>' if card.base else ""
    return (
        f'<p class="card-of" title="{card.exact}"><span aria-hidden="true">{card.base}</span>'
        f'<span class="heard">{card.exact}</span></p>'
    )


def _of(card: Card) -> str | None:
    """Numerator and denominator of a share; nothing where they stand as the figure itself."""
    metric = METRICS[card.metric]
    if metric.unit != "share" or (card.now.denominator or 0) < metric.least_count:
        return None
    return f"{vi.count(card.now.numerator)}/{vi.count(card.now.denominator)}"


def _step(step: Change) -> str:
    text = change.on_card(change.brief(step))
    if not text:
        return ""
    is_moved = bool(step.absolute) and text not in (change.UNCHANGED, change.NO_BASE)
    arrow = f'<i aria-hidden="true">{"↑" if (step.absolute or 0) > 0 else "↓"}</i> ' if is_moved else ""
    return f'<p class="card-step {step.verdict}">{arrow}{escape(text)}</p>'
