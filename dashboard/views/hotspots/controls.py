"""What can be set on the map: the measure, weights of the score, evidence, full screen. All of it in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.drawing.hotspots import offered
from dashboard.facts import hotspots
from dashboard.facts.hotspots import Measure
from dashboard.metrics.thresholds import ATTENTION_WEIGHTS
from dashboard.screen import choice, labels, said, state, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import where
from dashboard.views.hotspots.where import Where
from dashboard.words import canvas, choices
from dashboard.words import hotspots as hotspots_words
from dashboard.words import numbers as vi

WEIGHTS, EVIDENCE, WIDE, MOVES = "trong-so", "bang-chung", "rong", "keo"
PLACES, CLUSTERS, ALL = "places", "clusters", "all"
STEP, MOST = 5, 50


def measure(chosen: Filters, *, only: tuple[str, ...] = ()) -> Measure:
    """The chosen measure."""
    words = {code: text for code, text in offered(kind=chosen.kind).items() if not only or code in only}
    return hotspots.MEASURES[
        choice.select("do", words, label=hotspots_words.MEASURE_LABEL, width=220, known=hotspots.MEASURES)
    ]


def weights() -> dict[str, float]:
    """The weights in the address, as percents in the order of the rule; for broken ones, which is said, the usual."""
    asked, usual = state.asked(WEIGHTS), dict(ATTENTION_WEIGHTS)
    if not asked:
        return usual
    parts = asked.split("-")
    offered_percents = {str(percent) for percent in range(MOST + 1)}
    if len(parts) != len(usual) or not offered_percents.issuperset(parts) or not any(map(int, parts)):
        choice.broken(WEIGHTS)
        return usual
    return {name: int(part) / 100 for name, part in zip(usual, parts, strict=True)}


def weight_sliders(current: Mapping[str, float]) -> None:
    """One slider a component, and a way back to the rule's own weights."""
    with st.popover(hotspots_words.ATTENTION_WEIGHTS, icon=":material/tune:"):
        for name, value in current.items():
            percent = round(value * 100)
            st.slider(
                hotspots_words.ATTENTION_PARTS[name],
                0,
                MOST,
                percent,
                step=STEP,
                key=said.key(f"weight-{name}", percent),
                on_change=_weighed,
                format="%d%%",
            )
        st.button(hotspots_words.ATTENTION_RESET, on_click=_reset)


def _weighed() -> None:
    sliders = [said.now(f"weight-{name}") for name in ATTENTION_WEIGHTS]
    if not any(map(said.touched, sliders)):
        return
    for slider in sliders:
        said.heard(slider)
    choice.turn(WEIGHTS, "-".join(str(state.kept(slider)) for slider in sliders))


def _reset() -> None:
    choice.turn(WEIGHTS, None)


def in_words(current: Mapping[str, float]) -> str:
    """'quá hạn 25%, tồn trên 180 ngày 20%, …': as parts of their sum."""
    total = sum(current.values())
    return ", ".join(
        hotspots_words.ATTENTION_WEIGHT.format(
            part=_small(hotspots_words.ATTENTION_PARTS[name]), weight=vi.percent(value / total)
        )
        for name, value in current.items()
        if value
    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def evidence(page: Page, chosen: Filters, *, measure: Measure, division: str) -> tabs.Choice | None:
    """What is coloured: places that stand out (where the measure is judged), clusters of communes, or everything.

    Clusters are offered where the snapshot has them: all kinds, its own day.
    """
    if not measure.base:
        return None
    clustered = division == "commune" and measure.evidence and not chosen.kind
    hidden = () if clustered and chosen.as_of == page.snapshot.as_of else (CLUSTERS,)
    words = {code: text for code, text in hotspots_words.EVIDENCE.items() if code not in hidden}
    return tabs.Choice(EVIDENCE, words, hotspots_words.EVIDENCE_LABEL, hotspots_words.EVIDENCE)


def options(page: Page, looked: Where, offered: tabs.Choice | None) -> DeltaGenerator:
    """One sentence of what is coloured and where, which opens both; there is room for more below them."""
    coloured = [offered.words[offered.now]] if offered else []
    area = [looked.name] if looked.name else []
    said = canvas.BESIDE.join(coloured + area) or choices.AREA_ALL
    opened = st.popover(labels.plain(said), key="map-options", width="content")
    with opened:
        if offered:
            st.html(f'<p class="figure-scope">{offered.label}</p>')
            choice.select(offered.name, offered.words, label=offered.label, width="stretch", known=offered.known)
        st.html(f'<p class="figure-scope">{hotspots_words.AREA_LABEL}</p>')
        where.select(page, looked, width="stretch")
    return opened


def wide() -> bool:
    """Whether the map fills the screen."""
    return state.asked(WIDE) == "1"


def moves() -> bool:
    """Whether the map is moved and enlarged by hand, as the one on the whole screen always is."""
    return wide() or state.asked(MOVES) == "1"


def moves_button() -> None:
    """From the picture to the map that moves, and back."""
    on = state.asked(MOVES) == "1"
    words = hotspots_words.STILL if on else hotspots_words.MOVES
    st.button(words, icon=":material/pan_tool:", key="hotspots-moves", on_click=_switch, args=(MOVES, not on))


def wide_button() -> None:
    on = wide()
    st.button(
        hotspots_words.NARROW if on else hotspots_words.WIDE,
        icon=":material/fullscreen_exit:" if on else ":material/fullscreen:",
        key="hotspots-wide",
        on_click=_switch,
        args=(WIDE, not on),
    )


def _switch(name: str, on: bool) -> None:
    state.ask(name, "1" if on else None)
