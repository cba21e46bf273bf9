"""What is still open at the end, how late, how old, who holds it and in which field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.briefing.series import asked_of, over_time
from dashboard.briefing.topic import Asked, Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.facts import order
from dashboard.words import backlog, change, codes, former, share
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.headings import HEADINGS
from dashboard.words.sections import backlog as words

MOST, ON_SLIDE = 30, 8
WAITING = (
    "dossier_id kind field_group instance agency_name district_name entered_on limit_said age_days days_over "
    "is_listed_complex"
)
LISTED = ("dossier_id", "age_days", "limit_said", "days_over", "agency_name")


def sentences(material: Material) -> list[Said]:
    """Open at the end, overdue, how old, awaiting acceptance, who holds most of it, in which field."""
    worded = {
        "open": _open,
        "residual": _residual,
        "overdue": _overdue,
        "clock": _clock,
        "old": _old,
        "awaiting": _awaiting,
        "bodies": _bodies,
        "fields": _fields,
    }
    return [(name, partial(_sparing, word, material)) for name, word in worded.items()]


def _sparing(word: Callable[[Material], str], material: Material) -> str:
    return say.sparing(word(material))


def _open(material: Material) -> str:
    left, end = say.number(material.now["open_dossiers"]), vi.date(material.windows.now.end)
    if not material.now["open_dossiers"].kept:
        return ""
    if not left:
        return words.NONE_OPEN.format(end=end)
    steps = change.both(*material.both("open_dossiers"), period=material.windows.now)
    return words.OPEN.format(end=end, count=vi.prose_count(left), steps=steps)


def _gap(material: Material) -> int:
    rows = material.tables["balance"]
    return int(rows.loc[rows["kind"] != "all", "residual"].abs().sum())


def _residual(material: Material) -> str:
    gap = _gap(material)
    return words.RESIDUAL.format(count=vi.prose_count(gap)) if gap else ""


def _overdue(material: Material) -> str:
    figure = material.now["overdue_share"]
    if not figure.denominator:
        return ""
    told = share.attained(say.number(figure), figure.denominator, say.WITH_LIMIT, verb=say.MAKES)
    step = change.one(*material.both("overdue_share"), period=material.windows.now)
    return words.OVERDUE.format(share=told, step=step)


def _clock(material: Material) -> str:
    counts = {text: say.number(material.now[name]) for name, text in words.CLOCKS.items()}
    parts = [text.format(count=vi.prose_count(amount)) for text, amount in counts.items() if amount]
    return words.CLOCK.format(parts=say.listed(parts)) if parts else ""


def _old(material: Material) -> str:
    long, longer = material.now["open_over_180_days"], material.now["open_over_365_days"]
    if not long.numerator:
        return ""
    told = share.attained(long.numerator, int(long.denominator or 0), words.OPEN_MATTERS, verb=say.MAKES)
    text = words.OLD.format(share=told)
    return words.OLDER.format(text=text, count=vi.prose_count(longer.numerator)) if longer.numerator else text


def _awaiting(material: Material) -> str:
    waiting = say.number(material.now["awaiting_acceptance"])
    return words.AWAITING.format(count=vi.prose_count(waiting)) if waiting else ""


def _bodies(material: Material) -> str:
    return _most(material.tables["overdue_by_agency"], "agency_name", words.BODIES, of=backlog.BODY)


def _fields(material: Material) -> str:
    rows = material.tables["overdue_by_field"]
    named = rows.assign(field_name=rows["field_group"].map(codes.FIELDS).fillna(rows["field_group"]))
    return _most(named, "field_name", words.FIELDS, of=backlog.FIELD)


def _most(rows: pd.DataFrame, name: str, lead: str, *, of: str) -> str:
    late = rows[rows["overdue"] > 0]
    counts = list(zip(late[name], late["overdue"].astype(int), strict=True))
    return f"{lead}: {say.ranked(counts, say.MATTERS, of=of)}" if counts else ""


def stock(material: Material) -> Chart | None:
    """Open and overdue, period by period."""
    return over_time(material, "quarterly_series", "lines", open_count="volume", overdue="bad")


def _late_bodies(material: Material) -> pd.DataFrame:
    rows = material.tables["overdue_by_agency"]
    return rows[(rows["overdue"] > 0).fillna(False)]


def bodies(material: Material) -> list[Grid]:
    """The bodies that hold most overdue matters, and behind them the matters that wait and that are overdue."""
    cells = [
        [str(row["agency_name"]), vi.count(row["open_count"]), vi.count(row["overdue"])]
        for _, row in _late_bodies(material).head(MOST).iterrows()
    ]
    headings = [HEADINGS[name] for name in ("agency_name", "open_count", "overdue")]
    return [
        Grid(words.BODY_TABLE, headings, cells, [10, 3, 3], slide=ON_SLIDE, beside=True),
        _listed(material.tables["longest_waiting"], words.WAITING_SHEET),
        _listed(material.tables["longest_overdue"], words.OVERDUE_SHEET),
    ]


def _listed(rows: pd.DataFrame, title: str) -> Grid:
    """The first of a list of matters, for the hall."""
    cells = [
        [
            str(row["dossier_id"]),
            vi.count(row["age_days"]),
            str(row["limit_said"]),
            vi.count(row["days_over"]),
            say.written(row["agency_name"]),
        ]
        for _, row in rows.head(MOST).iterrows()
    ]
    of = words.FIRST_OF.format(title=title, count=vi.prose_count(len(cells)), total=vi.prose_count(len(rows)))
    return Grid(of, [HEADINGS[name] for name in LISTED], cells, [3.5, 2, 4, 2.5, 4.5])


def matters(material: Material) -> list[Asked]:
    """Numbers that do not match, who holds what is late, what waits longest, what waits for acceptance."""
    now, late = material.now, _late_bodies(material)
    late = late.head(order.leading(late["overdue"].tolist()))
    held = [
        asked
        for name, amount in zip(late["agency_name"], late["overdue"].astype(int), strict=True)
        for asked in asked_of("bodies", words.ASK_BODY, amount, who=former.answering(str(name)), name=str(name))
    ]
    return [
        *asked_of("residual", words.ASK_RESIDUAL, _gap(material)),
        *held,
        *asked_of("old", words.ASK_OVER_A_YEAR, say.number(now["open_over_365_days"])),
        *asked_of("awaiting", words.ASK_AWAITING, say.number(now["awaiting_acceptance"])),
    ]


TOPIC = Topic(
    "backlog",
    50,
    words.TITLE,
    words.SHORT,
    "backlog",
    sentences=sentences,
    figure=stock,
    tables=bodies,
    sheets=(
        Sheet(
            "overdue_by_agency",
            words.BODY_SHEET,
            "agency_name agency_level open_count with_limit overdue over_180 longest_over median_age",
        ),
        Sheet("overdue_by_field", words.FIELD_SHEET, "field_group open_count with_limit overdue over_180 median_age"),
        Sheet("open_dossiers_by_age", words.AGE_SHEET, "band kind open_count overdue"),
        Sheet("longest_waiting", words.WAITING_SHEET, WAITING),
        Sheet("longest_overdue", words.OVERDUE_SHEET, WAITING),
    ),
    matters=matters,
    urgency=20,
)
