"""One post's card: its rule, its months, who held it, its sessions; on screen and as DOCX."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.drawing import grid
from dashboard.exports.mark import mark
from dashboard.exports.word import post_card
from dashboard.facts.ledger import Card
from dashboard.screen import choice, finding, labels, ledger_sheet, state, tables, viewer
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import bands
from dashboard.words import canvas, codes, ledger, windows
from dashboard.words import numbers as vi
from data_loaders.law.months import last_of_month

SESSIONS = ["session_kind", "scheduled_on", "held_on", "outcome", "half_day", "online", "visits", "people"]
HOLDERS = ["holder_name", "from_date", "to_date", "in_person", "delegated", "missed"]
MONTHS = 36


def gather(page: Page, chosen: Filters, *, post: str) -> Card:
    """The answers a card is made of."""
    start, end = bands.span(chosen.as_of, months=MONTHS)
    year_ago = bands.span(chosen.as_of, months=12)[0]
    asked = chosen.params()
    long = asked | {"start": start, "end": end}
    of_period = bands.judged(page.answers.ask("ledger_by_post", **asked, post=post))
    judged = of_period if len(of_period) else bands.judged(page.answers.ask("ledger_by_post", **long, post=post))
    row = next(judged.itertuples(), None)
    months = page.answers.ask("ledger_strip", **long, post=post)
    return Card(
        code=post,
        title=str(row.title) if row else post,
        post=row,
        months=months,
        holders=page.answers.ask("post_holders_kept", **long | {"end": chosen.as_of}, post=post),
        sessions=page.answers.ask("post_sessions", **asked | {"start": year_ago}, post=post),
        rules=page.answers.ask("duty_rules", duty=row.duty_code if row else None),
        own_days=None if len(of_period) or months.empty else _span(months),
    )


def _span(months: pd.DataFrame) -> tuple[dt.date, dt.date]:
    """The first day of the first month, the last of the last."""
    return months["month_on"].min().date(), last_of_month(months["month_on"].max().date())


def dialog(page: Page, chosen: Filters, *, post: str) -> None:
    """The card over the page; a post that nobody here knows is said in one sentence."""
    made = gather(page, chosen, post=post)
    if made.months.empty:
        choice.broken(finding.POST)
        return

    @st.dialog(labels.plain(made.title), width="large", on_dismiss=_closed)
    def opened() -> None:
        _show(page, chosen, made)

    opened()


def _closed() -> None:
    """The address says what is open, so it says too that nothing is any more."""
    state.ask(finding.POST, None)


def said(made: Card, *, period: str) -> str:
    """'Quý III/2026: thiếu (4/8 ngày); thiếu 04 ngày; cấp phó tiếp thay 02 buổi.'

    Of a post that ended before the period its own last months, said as such.
    """
    if made.post is None:
        return canvas.NO_ROWS
    days = f"{vi.count(made.post.credited)}/{vi.count(made.post.required)} {vi.UNITS['days']}"
    parts = [f"{vi.small(codes.BANDS[made.post.band])} ({days})", made.post.why]
    days_of = vi.window(*made.own_days) if made.own_days else period
    return f"{vi.sentence_case(days_of)}: {'; '.join(part for part in parts if part)}."


def amount(rule: Any) -> str:
    """'2 ngày mỗi tháng'."""
    return ledger.RULE.format(minimum=rule.minimum, per=ledger.PER[rule.per])


def rule_lines(made: Card) -> list[str]:
    """Every rule of the post's duty, the latest first."""
    return [
        f"{amount(rule)}, {vi.in_force(rule.valid_from, rule.valid_to)}: {rule.article}"
        for rule in made.rules.sort_values("valid_from", ascending=False).itertuples()
    ]


def _show(page: Page, chosen: Filters, made: Card) -> None:
    page.headline(said(made, period=windows.duty(chosen.window)))
    if made.post is not None:
        below = [made.post.holder_name, made.post.agency_name, made.post.district_name]
        st.caption(labels.plain(" · ".join(str(part) for part in below if not vi.is_missing(part))))
    ledger_sheet.show(grid.years(made.months), key="card-months", colours=page.colours)
    ledger_sheet.show(grid.legend(narrow=False, window=False), key="card-legend", colours=page.colours)
    st.markdown(f"**{ledger.CARD_HOLDERS}**")
    if made.holders.empty:
        st.caption(ledger.CARD_NO_HOLDERS)
    else:
        tables.show(made.holders, columns=HOLDERS, key="card-holders", rows=5)
    st.markdown(f"**{ledger.CARD_SESSIONS}**")
    if made.sessions.empty:
        st.caption(ledger.CARD_NO_SESSIONS)
    else:
        tables.show(made.sessions, columns=SESSIONS, key="card-sessions", rows=8)
    st.markdown(f"**{ledger.CARD_RULES}**")
    for line in rule_lines(made):
        st.caption(labels.plain(line))
    if not viewer.may_take("ledger"):
        return
    name = f"phieu-tiep-cong-dan-{made.code}-{chosen.file_part}.docx"
    st.download_button(
        ledger.DOCX,
        page.told(
            name,
            lambda: post_card.document(
                made,
                said=said(made, period=windows.duty(chosen.window)),
                rules=rule_lines(made),
                mark=mark(page.snapshot, chosen),
            ),
        ),
        file_name=name,
        icon=":material/download:",
        on_click="ignore",
        key="card-docx",
    )
