"""Three windows side by side for every area, commune, field, body or kind, and for the levels of heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.drawing import charts
from dashboard.facts.side_by_side import PART, beside
from dashboard.metrics import Span
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.comparison import lead
from dashboard.views.comparison.figures import BARS, COLOURS
from dashboard.words import choices, codes, comparison, findings, headings, share
from dashboard.words import codes as codes_words
from dashboard.words import numbers as vi
from dashboard.words.change import no_base_of
from queries.periods import Period

MEASURES = ("entered", "resolved", "closing")
QUESTIONS = {
    "areas": ("balance_by_area", "area_code"),
    "fields": ("balance_by_field", "field_group"),
    "agencies": ("balance_by_agency", "agency_code"),
    "kinds": ("balance_by_area", "kind"),
}
HEADS = {"areas": "part_area", "fields": "part_field", "agencies": "part_agency", "kinds": "part_kind"}
SHOWN = 8


PART_OF = tabs.Choice("theo", comparison.PARTS, comparison.PART_LABEL)
MEASURE = tabs.Choice(
    "so", {name: headings.HEADINGS[name] for name in MEASURES}, choices.MEASURE_LABEL, comparison.DRIVEN_MEASURES
)
headline = lead.headline


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """By what, and what is counted."""
    return [PART_OF] if PART_OF.now == "heads" else [MEASURE, PART_OF]


def show(page: Page, chosen: Filters) -> None:
    """The chart of the largest and the table of all."""
    part, measure = PART_OF.now, MEASURE.now
    if part == "heads":
        _heads(page, chosen)
        return
    span: Span = "stock" if measure == "closing" else "flow"
    windows = _windows(chosen, span)
    question, by = QUESTIONS[part]
    answers = {name: page.answers.sums(question, by=by, **chosen.params(window)) for name, window in windows.items()}
    both = beside(answers, by=by, column=measure)
    table = named(both, by=by, names=_names(page, part))
    for name in windows:
        if name != "now" and not page.answers.has_base(
            "dossiers", start=windows[name].start, end=windows[name].end, before=chosen.window.start
        ):
            table[name] = pd.NA
            page.note(no_base_of(headings.HEADINGS[measure], comparison.VERSUS[name]))
    told = table
    if part == "agencies":
        told = table.assign(silent=lead.silent(page, chosen, both[by], measure=measure))
    headed = table.rename(columns={PART: HEADS[part]})
    page.chart(
        charts.compared(table.head(SHOWN), name=PART, columns=COLOURS, colours=page.colours),
        data=headed,
        metric=BARS,
        title=f"{headings.HEADINGS[measure]} {comparison.PARTS[part].lower()}",
        finding=findings.beside_before(
            told, name=PART, noun=comparison.NOUNS[part], against=chosen.versus("previous", span)
        ),
    )
    page.table(headed, title=comparison.PARTS[part], metric=BARS)


def _names(page: Page, part: str) -> Mapping[str, str]:
    by_part = {
        "areas": page.answers.area_names,
        "agencies": page.answers.agency_names,
        "fields": lambda: codes.FIELDS,
        "kinds": lambda: codes.CODED["kind"],
    }
    return by_part[part]()


def _windows(chosen: Filters, span: Span) -> dict[str, Period]:
    """This period and its two bases."""
    return {
        "now": chosen.window,
        "previous": chosen.base("previous", span),
        "last_year": chosen.base("last_year", span),
    }


def _heads(page: Page, chosen: Filters) -> None:
    """Of the days heads had to receive citizens themselves, how many they did, by kind of post."""
    windows = _windows(chosen, "duty")
    answers = {
        name: page.answers.ask("duty_by_level", **chosen.params(window))
        if name == "now"
        else page.answers.base("duty_by_level", before=chosen.window.start, **chosen.params(window))
        for name, window in windows.items()
    }
    page.table(
        beside_shares(answers, by="duty_code", part="credited", base="required"),
        title=comparison.HEADS,
        metric="duty_compliance",
    )


def beside_shares(frames: dict[str, pd.DataFrame], *, by: str, part: str, base: str) -> pd.DataFrame:
    """'12/15 (80%)' of several answers side by side by `by`, in the order of the first."""
    order = next(iter(frames.values()))[by]
    said = {
        name: {row[by]: share.of_duty(row[by], row[part], row[base]) for row in frame.to_dict("records")}
        for name, frame in frames.items()
    }
    columns = {name: order.map(words).fillna(vi.MISSING) for name, words in said.items()}
    table = pd.DataFrame({by: order, **columns}).reset_index(drop=True)
    table.attrs["taken"] = next(iter(frames.values())).attrs.get("taken")
    return table


def named(table: pd.DataFrame, *, by: str, names: Mapping[str, str]) -> pd.DataFrame:
    """The table with its parts in words, as `part_name`; what lies in no known one is said to."""
    columns = [PART, *(column for column in table.columns if column != by)]
    answer = table.assign(**{PART: table[by].map(dict(names)).fillna(codes_words.NO_AREA)})[columns]
    answer.attrs["few"] = table.attrs.get("few", {})
    return answer
