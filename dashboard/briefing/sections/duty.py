"""Whether the heads received citizens themselves, as the law has them do."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.briefing.series import asked_of
from dashboard.briefing.topic import Asked, Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.facts import ledger, running_duty
from dashboard.facts.running_duty import RunningMonth
from dashboard.facts.windows import window
from dashboard.words import change, codes, share, windows
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import duty as words

MOST = 30
COLUMNS = ("required", "credited", "delegated", "missed")


def sentences(material: Material) -> list[Said]:
    """Days kept in person, deputies standing in, sessions missed, by kind of post, and bodies that did not report."""
    return [
        ("compliance", _compliance(material)),
        ("by_post", partial(_by_post, material)),
        ("delegated", _delegated(material)),
        ("unreported", _unreported(material)),
        ("without", _without(material)),
    ]


def _compliance(material: Material) -> str:
    figure = material.now["duty_compliance"]
    if not figure.denominator:
        return ""
    told = share.attained(say.number(figure), figure.denominator, words.REQUIRED_DAYS)
    step = change.one(*material.both("duty_compliance"), period=material.windows.now)
    return words.COMPLIANCE.format(months=_months(material), share=told, step=step) + _so_far(material)


def _months(material: Material) -> str:
    """tháng 9 và 10/2026: what is judged."""
    return windows.said(window("duty", material.windows.now))


def _running(material: Material) -> RunningMonth | None:
    return running_duty.of(material.tables.get("duty_running_month"), day=material.windows.now.end)


def _so_far(material: Material) -> str:
    running = _running(material)
    return f"; {windows.days_so_far(running)}" if running else ""


def _post(code: str) -> str:
    return codes.DUTIES.get(code, code)


def _by_post(material: Material) -> str:
    rows = material.tables["duty_by_level"]
    rows = rows[rows["required"] > 0]
    parts = [
        f"{codes.inside(_post(row.duty_code))} {_days(row.duty_code, int(row.credited), int(row.required))}"
        for row in rows.itertuples()
    ]
    return words.BY_POST.format(months=_months(material), parts="; ".join(parts)) if len(parts) > 1 else ""


def _days(duty: str, credited: int, required: int) -> str:
    if duty in ledger.LEADERS:
        return f"{share.counts(credited, required)} {say.DAYS}"
    return share.attained(credited, required, say.DAYS)


def _delegated(material: Material) -> str:
    figure, missed = material.now["delegated_share"], say.number(material.now["duty_sessions_missed"])
    parts = []
    if figure.denominator:
        told = share.attained(say.number(figure), figure.denominator, words.SESSIONS, verb=say.MAKES)
        parts.append(words.DELEGATED.format(share=told))
    if missed:
        parts.append(words.MISSED.format(count=vi.prose_count(missed)))
    running = _running(material)
    if running and (running.delegated or running.missed):
        if not material.windows.now.months():
            return windows.sessions_so_far(running, more=False)
        parts.append(windows.sessions_so_far(running))
    return words.IN_MONTHS.format(months=_months(material), parts="; ".join(parts)) if parts else ""


def _unreported(material: Material) -> str:
    figure = material.now["duty_unreported"]
    if not figure.numerator:
        return ""
    told = share.attained(say.number(figure), int(figure.denominator or 0), words.POST_MONTHS, verb=say.MAKES)
    return words.UNREPORTED.format(months=_months(material), share=told)


def _without(material: Material) -> str:
    running = _running(material)
    return windows.not_yet(running) if running else ""


def kept(material: Material) -> Chart | None:
    """The share of days kept in person, by kind of post; none on a base under ten, none of who leads the province."""
    rows = ledger.enough(material.tables["duty_by_level"])
    shares = [
        round(100 * credited / required, 1)
        for credited, required in zip(rows["credited"].astype(int), rows["required"].astype(int), strict=True)
    ]
    labels = [_post(code) for code in rows["duty_code"]]
    return Chart("bars", labels, {words.SERIES: shares}, unit="percent", caption=_caption(material)) if labels else None


def _caption(material: Material) -> str:
    return words.CAPTION.format(months=windows.short_months(material.windows.now.months()))


def posts_and_heads(material: Material) -> list[Grid]:
    """Days by kind of post; the heads who did not come in person this month."""
    posts, heads = material.tables["duty_by_level"], _absent(material).head(MOST)
    by_post = [[_post(row["duty_code"]), *(vi.count(row[name]) for name in COLUMNS)] for _, row in posts.iterrows()]
    absent = [
        [
            str(row["title"]),
            vi.count(row["required"]),
            vi.date(row["last_in_person_on"]),
            vi.date(row["next_scheduled_on"]),
        ]
        for _, row in heads.iterrows()
    ]
    return [
        Grid(words.TABLE.format(months=_months(material)), words.HEADINGS, by_post, [6, 2.5, 2.5, 3, 3]),
        Grid(words.HEADS_TABLE, words.HEADS_HEADINGS, absent, [8, 3, 3, 3]),
    ]


def _absent(material: Material) -> pd.DataFrame:
    """Heads who have not come this month, those without a day left on the schedule first."""
    return pd.concat(running_duty.still_to_come(material.tables["heads_without_reception"]))


def matters(material: Material) -> list[Asked]:
    """Heads who did not come, sessions missed, deputies standing in, months not reported."""
    now, running, months = material.now, _running(material), _months(material)
    idle = running.none_left if running else 0
    return [
        *asked_of("without", words.ASK_IDLE, idle, month=f"{material.windows.now.end:%m/%Y}"),
        *asked_of("delegated", words.ASK_MISSED, say.number(now["duty_sessions_missed"]), months=months),
        *asked_of("delegated", words.ASK_DELEGATED, say.number(now["delegated_share"]), months=months),
        *asked_of("unreported", words.ASK_UNREPORTED, say.number(now["duty_unreported"])),
    ]


TOPIC = Topic(
    "duty",
    70,
    words.TITLE,
    words.SHORT,
    "reception",
    sentences=sentences,
    figure=kept,
    tables=posts_and_heads,
    sheets=(
        Sheet(
            "duty_by_level",
            words.SHEET,
            "duty_code posts required credited in_person delegated missed ad_hoc months_unreported post_months",
        ),
    ),
    matters=matters,
    urgency=40,
    readable=340,
)
