"""Whether the heads received citizens themselves, as the law has them do."""

from __future__ import annotations

from dashboard.briefing.material import Material
from dashboard.briefing.series import asked_of
from dashboard.briefing.topic import Asked, Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import duty as words

MOST = 30
COLUMNS = ("required", "credited", "delegated", "missed")


def sentences(material: Material) -> list[Said]:
    """Days kept in person, deputies standing in, sessions missed, by kind of post, and bodies that did not report."""
    return [
        ("compliance", _compliance(material)),
        ("by_post", _by_post(material)),
        ("delegated", _delegated(material)),
        ("unreported", _unreported(material)),
        ("without", _without(material)),
    ]


def _compliance(material: Material) -> str:
    figure, now = material.now["duty_compliance"], material.windows.now
    if not figure.denominator:
        return ""
    share = say.part_of(say.number(figure), figure.denominator, words.REQUIRED_DAYS)
    step = say.moved(material.steps_previous["duty_compliance"], say.DAYS, against=say.before(now, "duty"))
    return words.COMPLIANCE.format(share=share, step=step)


def _post(code: str) -> str:
    return codes.DUTIES.get(code, code)


def _by_post(material: Material) -> str:
    rows = material.tables["duty_by_level"]
    rows = rows[rows["required"] > 0]
    parts = [
        f"{_post(row.duty_code)} {say.part_of(int(row.credited), int(row.required), say.DAYS)}"
        for row in rows.itertuples()
    ]
    return words.BY_POST.format(parts="; ".join(parts)) if len(parts) > 1 else ""


def _delegated(material: Material) -> str:
    figure, missed = material.now["delegated_share"], say.number(material.now["duty_sessions_missed"])
    parts = []
    if figure.denominator:
        share = say.part_of(say.number(figure), figure.denominator, words.SESSIONS, verb=say.MAKES)
        parts.append(words.DELEGATED.format(share=share))
    if missed:
        parts.append(words.MISSED.format(count=vi.prose_count(missed)))
    return "; ".join(parts)


def _unreported(material: Material) -> str:
    figure = material.now["duty_unreported"]
    if not figure.numerator:
        return ""
    share = say.part_of(say.number(figure), int(figure.denominator or 0), words.POST_MONTHS, verb=say.MAKES)
    return words.UNREPORTED.format(share=share)


def _month(material: Material) -> str:
    return f"{material.windows.now.end.month}/{material.windows.now.end.year}"


def _without(material: Material) -> str:
    heads, end = len(material.tables["heads_without_reception"]), material.windows.now.end
    if not heads:
        return ""
    return words.WITHOUT.format(month=_month(material), end=vi.date(end), count=vi.prose_count(heads))


def kept(material: Material) -> Chart | None:
    """The share of days kept in person, by kind of post; none on a base under ten."""
    rows = material.tables["duty_by_level"]
    rows = rows[rows["required"] >= LEAST_BASE]
    shares = [
        round(100 * credited / required, 1)
        for credited, required in zip(rows["credited"].astype(int), rows["required"].astype(int), strict=True)
    ]
    labels = [_post(code) for code in rows["duty_code"]]
    return Chart("bars", labels, {words.SERIES: shares}, unit="percent", caption=words.CAPTION) if labels else None


def posts_and_heads(material: Material) -> list[Grid]:
    """Days by kind of post; the heads who did not come in person this month."""
    posts, heads = material.tables["duty_by_level"], material.tables["heads_without_reception"].head(MOST)
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
        Grid(words.TABLE, words.HEADINGS, by_post, [6, 2.5, 2.5, 3, 3]),
        Grid(words.HEADS_TABLE, words.HEADS_HEADINGS, absent, [8, 3, 3, 3]),
    ]


def matters(material: Material) -> list[Asked]:
    """Heads who did not come, sessions missed, deputies standing in, months not reported."""
    now, idle = material.now, len(material.tables["heads_without_reception"])
    return [
        *asked_of("without", words.ASK_IDLE, idle, month=_month(material)),
        *asked_of("delegated", words.ASK_MISSED, say.number(now["duty_sessions_missed"])),
        *asked_of("delegated", words.ASK_DELEGATED, say.number(now["delegated_share"])),
        *asked_of("unreported", words.ASK_UNREPORTED, say.number(now["duty_unreported"])),
    ]


TOPIC = Topic(
    "duty",
    70,
    words.TITLE,
    words.SHORT,
    "ledger",
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
    conclude=("without",),
    readable=340,
)
