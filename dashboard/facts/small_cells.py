"""A denouncer must not be found by counting (Luật Tố cáo, Điều 8; Điều 56).

Denunciations are counted for the province as a whole only. What is cut finer (by place, body, field, result, post) or
narrowed to one area or body is counted without them: no number of it depends on where, by whom or with which result a
denunciation was handled, so nothing about that can be solved from any set of answers, dates, locks or roles.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

SECRET_KIND = "denunciation"  # noqa: S105
SECRET_FIGURES = ("denunciations_within_authority", "denunciations_eligible")
HEARD_APART = "complaint"
VISIT_FIGURES = (
    "visits", "people", "visits_regular", "people_regular", "visits_leaders", "people_leaders", "repeat_visits",
    "mass_groups", "mass_group_people", "mass_group_matters",
)  # fmt: skip
LEAST = 5  # fewer ended in one way are not told in a sentence, though the province as a whole is counted
CUTS = frozenset(
    {
        "agency_code",
        "area_code",
        "commune_code",
        "district_code",
        "duty_code",
        "duty_level",
        "field_group",
        "forwarded_by",
        "group_code",
        "manner",
        "part",
        "post_code",
        "result",
        "session_id",
        "to_agency_code",
        "unit",
        "unit_code",
        "visit_id",
    }
)
WHOLE_DIVISIONS, DIVIDED = ("all", "kind", "instance"), frozenset({"agency_code", "group_code", "unit_code"})
TOLD = (
    "district_code", "district_name", "commune_code", "commune_name", "label", "agency_code", "agency_name",
    "ended_agency_code", "ended_agency_name",
    "lead_agency_name", "to_agency_code", "to_agency_name", "area_code", "area_name", "forwarded_by", "field_group",
    "result", "unit",
)  # fmt: skip
NOT_COUNTS = {
    "population",
    "straddling",
    "without_population",
    "band_order",
    "instance",
    "required",
    "age_days",
    "days_over",
    "longest_over",
    "residual",
    "day",
    "half_on_day",
    "watched_from",
    "step_days",
    "days_left",
    "longest_days",
    "half_held_days",
    "longest_held_days",
    "since_received_days",
    "times",
    "is_first",
}


def area_allowed(area: str | None, *, kind: str | None) -> str | None:
    """The area a viewer may single out: none for denunciations, which are only shown for the province as a whole."""
    return None if kind == SECRET_KIND else area


def is_cut(key: Collection[str], *, division: str | None = None) -> bool:
    """Whether rows with this key say more than the province as a whole: then denunciations are not counted in them.

    Args:
        key: the columns that name a row of the answer.
        division: what the groups or units of the rows are, where the question lets that be chosen.
    """
    return not (CUTS - DIVIDED if division in WHOLE_DIVISIONS else CUTS).isdisjoint(key)


def without(frame: pd.DataFrame, *, kind: str | None) -> pd.DataFrame:
    """An answer that was counted without denunciations: their rows go, their figures are missing and `few()`.

    Args:
        kind: the kind asked for; of denunciations nothing but the names of the rows remains.
    """
    if kind == SECRET_KIND:
        return _missing(frame, pd.Series(data=True, index=frame.index))
    if "figure" in frame.columns:
        return _missing(frame, frame["figure"].isin(SECRET_FIGURES))
    kinds = [name for name in ("kind", "code", "group_code") if name in frame.columns]
    return frame[~frame[kinds].eq(SECRET_KIND).any(axis=1)] if kinds else frame


def whole(frame: pd.DataFrame, *, kind: str | None = None) -> pd.DataFrame:
    """An answer of the whole province; where it lists matters one by one, a denunciation's tells neither place, body,
    field nor result. Visits of one kind but complaints are missing: below the province they are counted with
    denunciations, and on a day with one visit the kind would say where it was.

    Args:
        kind: the kind asked for.
    """
    if "figure" in frame.columns and kind not in (None, HEARD_APART):
        return _missing(frame, frame["figure"].isin(VISIT_FIGURES))
    if "kind" not in frame.columns or {"dossier_id", "subject_id"}.isdisjoint(frame.columns):
        return frame
    rows = frame["kind"].eq(SECRET_KIND).fillna(False).astype(bool)
    return frame.assign(**{name: frame[name].mask(rows) for name in TOLD if name in frame.columns})


def few(frame: pd.DataFrame) -> dict[str, set[object]]:
    """Column → row labels that were withheld."""
    return {column: set(labels) for column, labels in frame.attrs.get("few", {}).items()}


def counts(frame: pd.DataFrame) -> list[str]:
    """The columns that count something."""
    return [name for name in frame.columns if pd.api.types.is_integer_dtype(frame[name]) and name not in NOT_COUNTS]


def _missing(frame: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    answer = frame.copy()
    counted = counts(frame)
    for name in counted:
        answer[name] = answer[name].astype("Int64").mask(rows, pd.NA)
    for name in answer.select_dtypes("float").columns:
        answer[name] = answer[name].mask(rows)
    labels = frame.index[rows].tolist()
    answer.attrs["few"] = dict.fromkeys(counted or frame.columns[:1], labels)
    return answer
