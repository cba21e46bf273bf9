"""Headline figures: value, what it is of, its change and whether that is good; cards wrap, nothing is cut."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from dashboard.answers.standing import Standing
from dashboard.drawing import spark, theme
from dashboard.facts.change import Change, Figure
from dashboard.facts.windows import Base, window
from dashboard.metrics import METRICS, WITHOUT_KIND, Reading
from dashboard.screen import explain, navigation
from dashboard.words import canvas, change, definitions, shell, windows
from dashboard.words import numbers as vi
from dashboard.words.figures import value


@dataclass(frozen=True)
class Card:
    """One headline figure.

    Attributes:
        metric: its id in `metrics`.
        now: the figure itself.
        step: its change; None shows none.
        base: what it is compared with, its days and its value in words ("14/09/2026: 2.218").
        over: its own days, where they are not those of the page.
        to: the page that shows what it is made of, opened with the filters of `view`.
        trend: values of the last periods, oldest first, as a small line; running: the last of them is not over.
    """

    metric: str
    now: Figure
    step: Change | None = None
    base: str = ""
    over: str = ""
    to: str | None = None
    view: Mapping[str, str] = field(default_factory=dict)
    trend: Sequence[float] | None = None
    running: bool = False


def show(cards: Sequence[Card], *, key: str, by: Reading, kind: str | None = None) -> None:
    """The cards in a row that wraps, and one sign above its right end that explains them all.

    Where a `kind` is chosen, cards that know no kinds say so.
    """
    with st.container(horizontal=True, gap="small", key=f"cards-{key}"):
        for card in cards:
            with st.container(border=True, key=f"card-{key}-{card.metric}", height="stretch", gap="xsmall"):
                _one(card, kind=kind)
        explain.popover([card.metric for card in cards], key=f"cards-{key}", label=definitions.HOW_MANY, by=by)


def compared(state: Standing, names: Iterable[str], *, which: Base = "previous") -> list[Card]:
    """Cards of figures beside one base: each says its base's days and number, and its own days where they differ."""
    return [_compared(state, name, which) for name in names]


def _compared(state: Standing, name: str, which: Base) -> Card:
    metric, step = METRICS[name], (state.previous if which == "previous" else state.last_year)[name]
    days = windows.base_days(state.window, which, metric.span)
    base = canvas.BASE.format(days=vi.sentence_case(days), value=value(metric, step.base))
    over = windows.said(window(metric.span, state.window)) if metric.span == "duty" else ""
    return Card(name, state.now[name], step, "" if step.wording == "unknown" else base, vi.sentence_case(over))


def _one(card: Card, *, kind: str | None) -> None:
    metric = METRICS[card.metric]
    delta = _delta(card)
    st.metric(canvas.CARD_LABELS.get(metric.id, metric.label), value(metric, card.now), **delta)
    if "delta" not in delta and _of(card):
        st.html(f'<p class="card-of">{_of(card)}</p>')
    for line in filter(None, (card.over, card.base)):
        st.html(f'<p class="card-of">{line}</p>')
    if kind and card.metric in WITHOUT_KIND:
        st.html(f'<p class="card-of">{canvas.ALL_KINDS}</p>')
    if image := spark.image(card.trend, running=card.running) if card.trend else "":
        st.html(image)
    if card.to:
        navigation.link(card.to, label=shell.MORE_OF.format(label=metric.label), view=card.view)


def _of(card: Card) -> str | None:
    """Numerator and denominator of a share; nothing where they stand as the figure itself."""
    metric = METRICS[card.metric]
    if metric.unit != "share" or (card.now.denominator or 0) < metric.least_count:
        return None
    return f"{vi.count(card.now.numerator)}/{vi.count(card.now.denominator)}"


def _delta(card: Card) -> dict[str, Any]:
    text = change.brief(card.step) if card.step else ""
    if not card.step or not text:
        return {}
    absolute = card.step.absolute or 0
    arrow = "off" if not absolute or text in (change.UNCHANGED, change.NO_BASE) else "up" if absolute > 0 else "down"
    colour = theme.VERDICT_COLOURS[card.step.verdict]
    return {"delta": text, "delta_color": colour, "delta_arrow": arrow, "delta_description": _of(card)}
