"""Who was received, by whom, in which groups."""

from __future__ import annotations

from functools import partial

from dashboard.briefing.material import Material
from dashboard.briefing.series import over_time
from dashboard.briefing.topic import Asked, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.facts import order
from dashboard.words import change, former, share
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import reception as words


def sentences(material: Material) -> list[Said]:
    """Visits and people, the year to date, standing and leaders' reception, mass groups."""
    return [
        ("volume", _volume(material)),
        ("year", partial(_year, material)),
        ("by_body", _by_body(material)),
        ("mass_groups", _mass_groups(material)),
        ("repeat", _repeat(material)),
    ]


def _volume(material: Material) -> str:
    visits, people = say.number(material.now["visits"]), say.number(material.now["people"])
    if not material.now["visits"].kept:
        return words.NO_DATA
    if not visits:
        return words.NOBODY
    place = material.info.place
    everywhere = say.variant(words.SUBJECTS, key=material.windows.now.code + "volume")
    return words.VOLUME.format(
        subject=words.AT.format(place=former.inside(place)) if place else everywhere,
        visits=vi.prose_count(visits),
        people=vi.prose_count(people),
        steps=change.both(*material.both("visits"), period=material.windows.now),
    )


def _year(material: Material) -> str:
    if material.windows.whole_year:
        return ""
    visits = say.number(material.to_date["visits"])
    step = change.clause(material.steps_to_date["visits"])
    since = vi.date(material.windows.to_date.start)
    return words.YEAR.format(since=since, visits=vi.prose_count(visits), step=step) if visits else ""


def _by_body(material: Material) -> str:
    now = material.now
    people, leaders, regular = (say.number(now[name]) for name in ("people", "people_leaders", "people_regular"))
    if not people:
        return ""
    return words.BY_BODY.format(
        people=vi.prose_count(people), leaders=vi.prose_count(leaders), regular=vi.prose_count(regular)
    )


def _mass_groups(material: Material) -> str:
    now, step = material.now, change.one(*material.both("mass_groups"), period=material.windows.now)
    groups, people, matters = (
        say.number(now[name]) for name in ("mass_groups", "mass_group_people", "mass_group_matters")
    )
    if not now["mass_groups"].kept:
        return ""
    if not groups:
        return words.NO_MASS_GROUPS.format(step=step)
    return words.MASS_GROUPS.format(
        groups=vi.prose_count(groups),
        matters=words.MASS_MATTERS.format(count=vi.prose_count(matters)) if matters else "",
        people=vi.prose_count(people),
        step=step,
    )


def _repeat(material: Material) -> str:
    figure = material.now["repeat_visits"]
    if not figure.numerator:
        return ""
    told = share.attained(say.number(figure), int(figure.denominator or 0), say.VISITS, verb=say.MAKES)
    return words.REPEAT.format(share=told)


def visits(material: Material) -> Chart | None:
    """Visits, period by period."""
    return over_time(material, "reception_series", "columns", visits="volume")


def matters(material: Material) -> list[Asked]:
    """The areas from which most mass groups came, those the ranking names."""
    rows = material.tables["areas"]
    rows = rows[rows["name"].notna() & (rows["mass_groups"] > 0).fillna(False)]
    rows = rows.sort_values(["mass_groups", "area_code"], ascending=[False, True])
    rows = rows.head(order.leading(rows["mass_groups"].tolist()))
    return [
        Asked("mass_groups", words.ASK_MASS_GROUPS.format(name=vi.place(name), count=vi.prose_count(groups)))
        for name, groups in zip(rows["name"], rows["mass_groups"], strict=True)
    ]


TOPIC = Topic(
    "reception",
    20,
    words.TITLE,
    words.SHORT,
    "reception",
    sentences=sentences,
    figure=visits,
    sheets=(
        Sheet(
            "reception_volume",
            words.VOLUME_SHEET,
            "reception sessions visits people matters_first matters_repeat mass_groups mass_people",
        ),
        Sheet(
            "reception_series",
            words.SERIES_SHEET,
            "code start_on end_on visits people mass_groups head_sessions delegated_sessions",
        ),
    ),
    matters=matters,
    urgency=60,
)
