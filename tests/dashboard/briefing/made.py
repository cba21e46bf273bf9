"""Figures made to hold exactly what a test says: everything else is nothing."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.briefing import Material
from dashboard.briefing.material import Info, Windows
from dashboard.facts.change import NOT_KEPT, Figure
from dashboard.metrics import METRICS
from queries.periods import parse

AS_OF = dt.date(2026, 11, 22)
COLUMNS = {
    "balance": "kind opening entered_first entered_second reopened decided withdrawn discontinued to_investigation "
    "merged closing residual",
    "results": "kind instance manner result closed on_time judged",
    "petitions_processing": "kind eligible within_authority processing petitions replies",
    "reception_volume": "reception sessions visits people",
    "duty_by_level": "duty_code duty_level posts required credited",
    "heads_without_reception": "post_code title required last_in_person_on next_scheduled_on",
    "areas": "area_code name open_count with_limit overdue mass_groups entered resolved",
    "areas_before": "area_code name open_count with_limit overdue mass_groups entered resolved",
    "contributions": "part code entered entered_base resolved resolved_base open_count open_base",
    "overdue_by_agency": "agency_code agency_name agency_level open_count overdue",
    "overdue_by_field": "field_group open_count overdue",
    "open_dossiers_by_age": "band_order band kind open_count overdue",
    "complex_cases": "dossier_id label kind is_closed age_days",
    "longest_waiting": "dossier_id agency_name age_days limit_said days_over",
    "longest_overdue": "dossier_id agency_name age_days limit_said days_over",
    "quarterly_series": "code start_on end_on is_running entered resolved open_count on_time judged with_limit overdue",
    "reception_series": "code start_on end_on visits people mass_groups head_sessions delegated_sessions",
    "moves_of_matters": "times matters returned_matters",
    "most_bounced": "dossier_id kind transfers circular agency_name since_received_days",
    "open_by_step": "step open_count overdue over_90",
    "stuck_at_step": "dossier_id kind agency_name step step_on step_days",
    "directives": "number summary agency_name due_on days_over fate",
    "directives_open": "directive_id number agency_name ended_agency_code agency_code days_over",
}


def figures(**given: int | tuple[int, int]) -> dict[str, Figure]:
    """A count as a number, a share as (numerator, denominator); what is not given is nothing."""
    found = {}
    for name, metric in METRICS.items():
        value = given.get(name, 0 if metric.unit == "count" else (0, 0))
        part, whole = value if isinstance(value, tuple) else (value, None)
        found[name] = Figure(part, whole, float(part) if whole is None else part / whole if whole else None)
    return found


def material(
    code: str = "2026-Q3",
    *,
    calendar: str = "inspectorate",
    now: dict[str, Figure],
    last_year: dict[str, Figure] | None = None,
    previous: dict[str, Figure] | None = None,
    to_date: dict[str, Figure] | None = None,
    to_date_before: dict[str, Figure] | None = None,
    tables: dict[str, list[dict[str, object]]] | None = None,
    is_demo: bool = False,
    place: str = "Tỉnh Thử",
) -> Material:
    """A briefing's answers from made figures; tables as rows of dicts. With last year's alone, none before is kept."""
    empty = figures()
    rows = tables or {}
    return Material(
        Info("s1", dt.datetime(2026, 11, 22, 7, 30), AS_OF, is_demo, place),  # noqa: DTZ001
        Windows.of(parse(code, calendar=calendar), as_of=AS_OF),
        now,
        previous or (dict.fromkeys(empty, NOT_KEPT) if last_year else empty),
        last_year or empty,
        to_date or now,
        to_date_before or empty,
        {name: pd.DataFrame(rows.get(name, []), columns=columns.split()) for name, columns in COLUMNS.items()},
    )
