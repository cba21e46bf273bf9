"""Tiếp công dân: did the heads come themselves, who sent a deputy, and who came to them."""

from dashboard.answers import running_duty as duty_asked
from dashboard.answers import running_series
from dashboard.answers.standing import standing
from dashboard.drawing import charts
from dashboard.facts import ledger, running_duty
from dashboard.facts.side_by_side import series_kind
from dashboard.screen import cards, choice, filters
from dashboard.screen.page import open_page
from dashboard.words import choices, reception, windows
from dashboard.words import numbers as vi

CARDS = ("duty_compliance", "delegated_share", "duty_sessions_missed", "visits", "people", "mass_groups")
DUTY = ["duty_compliance", "delegated_share"]
POSTS = ["title", "compliance", "required", "credited", "delegated", "missed", "ad_hoc", "months_unreported"]
GROUPS = ["posts", "compliance", "required", "credited", "delegated", "missed", "months_unreported"]
ON_STRIP = 24

page = open_page("reception")
chosen = filters.bar(page, "period", "area")
asked = chosen.params()
state = standing(page.answers, chosen)
posts = ledger.kept(page.answers.ask("duty_by_post", **asked))

page.headline(
    reception.headline(
        state.now["duty_compliance"],
        state.now["delegated_share"],
        months=windows.duty(chosen.window),
        without=len(ledger.never_came(posts)),
        running=running_duty.of(
            duty_asked.by_duty(page.answers, chosen.window, area=chosen.area), day=chosen.window.end
        ),
    )
)
page.metrics(cards.compared(state, CARDS))
view = choice.segments("xem", reception.VIEWS, label=choices.VIEW_LABEL)

if view == "level":
    groups = ledger.kept(page.answers.ask("duty_by_level", **asked))
    bars = charts.ranked(
        ledger.enough(groups), name="duty_code", value="compliance", colours=page.colours, lowest_first=True
    )
    page.chart(bars, data=groups, metric=DUTY, title=reception.TITLES["by_duty"], columns=["duty_code", *GROUPS])
    page.table(groups, title=reception.TITLES["by_duty_table"], metric=DUTY, columns=["duty_code", *GROUPS])
elif view == "district":
    groups = ledger.kept(page.answers.ask("duty_by_district", **asked))
    bars = charts.ranked(
        ledger.enough(groups), name="district_name", value="compliance", colours=page.colours, lowest_first=True
    )
    page.chart(
        bars, data=groups, metric=DUTY, title=reception.TITLES["by_district"], columns=["district_name", *GROUPS]
    )
    page.table(groups, title=reception.TITLES["by_district_table"], metric=DUTY, columns=["district_name", *GROUPS])
elif view == "posts":
    level = choice.segments("cap", reception.DUTY_LEVELS, label=reception.LEVEL_LABEL)
    start, end = ledger.strip_window(chosen.as_of)
    months = page.answers.ask("duty_strip", **asked | {"start": start, "end": end}, level=level or None)
    page.chart(
        charts.reception_strip(ledger.furthest(months, posts=ON_STRIP), colours=page.colours),
        data=months,
        metric=DUTY,
        title=reception.TITLES["strip"].format(count=ON_STRIP),
        scope=vi.sentence_case(vi.window(start, end)),
    )
    page.table(
        posts[posts["duty_level"] == level] if level else posts,
        title=reception.TITLES["posts"],
        metric=DUTY,
        columns=POSTS,
    )
else:
    kind, lines = series_kind(chosen.period), {"visits": "volume", "people": "quiet"}
    series = page.answers.ask("reception_series", **asked, period_kind=kind)
    part = running_series.running(
        page.answers,
        "reception_series",
        series,
        of=chosen.window,
        period_kind=kind,
        columns=list(lines),
        area=chosen.area,
    )
    page.chart(
        charts.trend(series, lines=lines, colours=page.colours, happened=page.rules.events, running=part),
        data=series,
        metric=["visits", "people"],
        title=reception.TITLES["visits"],
    )
    page.table(
        page.answers.ask("reception_volume", **asked),
        title=reception.TITLES["form"],
        metric=["visits", "people", "mass_groups"],
    )
