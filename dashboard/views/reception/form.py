"""Form 01/TCD column by column and place by place, and the visits by place."""

from __future__ import annotations

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.drawing import charts
from dashboard.forms.fill import FilledForm, fill
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import ledger, windows
from queries.periods import Period

FORM = ("2024", "01/TCD")
AREAS = [
    *("district_name", "visits", "people", "head_visits", "delegated_visits", "regular_visits", "repeat_visits"),
    "mass_groups",
]
UNITS = ["name", "visits", "people"]
FEW = 4
METRIC = ["visits", "people", "mass_groups"]


def headline(page: Page, chosen: Filters) -> str:
    """How many came."""
    total = _form(page.answers, chosen.window, chosen.area).values.iloc[-1].astype(int).to_dict()
    return ledger.volume(total, within=windows.within(chosen.window))


def show(page: Page, chosen: Filters) -> None:
    """The form, the visits by place, the form by place."""
    asked = chosen.params()
    form = _form(page.answers, chosen.window, chosen.area)
    page.table(printed(form), title=ledger.TITLES["form"], metric=METRIC)
    areas = page.answers.ask("reception_by_area", **asked)
    bars = charts.stacked(
        areas.fillna({"district_name": ledger.OF_PROVINCE}),
        name="district_name",
        parts={"head_visits": "good", "delegated_visits": "delegated", "regular_visits": "volume"},
        colours=page.colours,
    )
    page.chart(bars, data=areas, metric=METRIC, title=ledger.TITLES["by_area"], columns=AREAS)
    page.table(_first_of_all(by_unit(form)), title=ledger.TITLES["form_units"], metric=METRIC, columns=UNITS, rows=FEW)


def printed(form: FilledForm) -> pd.DataFrame:
    """One row a printed column of the form: its number, what it counts, the total."""
    total = form.values.iloc[-1]
    columns = form.form.columns
    return pd.DataFrame(
        {
            "ms": [str(column.ms) for column in columns],
            "counts": [": ".join([*(part for part in column.group if part), column.label]) for column in columns],
            "total": pd.array([total[column.ms] for column in columns], dtype="Int64"),
        }
    )


def by_unit(form: FilledForm) -> pd.DataFrame:
    """One row a place, the total last, one column a number of the form."""
    rows = form.values.rename(columns=str)
    rows.insert(0, "name", [form.name(unit) for unit in rows.index])
    return rows.reset_index(drop=True)


def _first_of_all(rows: pd.DataFrame) -> pd.DataFrame:
    """The first totals of the form by what they count, its columns as they are numbered behind the sign."""
    numbered = [name for name in rows.columns if name != "name"]
    return tables.with_more(rows.assign(visits=rows["1"], people=rows["2"]), numbered)


def _form(answers: Answers, window: Period, area: str | None) -> FilledForm:
    """Form 01/TCD of a window, for the viewer's area or the one in view, by former district."""

    def filled() -> FilledForm:
        return fill(answers, window, area=area, units="district", circulars=FORM[:1], only=("reception",))[FORM]

    return answers.remember("form 01/TCD", filled, window, area, most=60)
