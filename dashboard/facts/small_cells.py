"""The small-cell rule: a denouncer must not be found by counting (Luật Tố cáo, Điều 8; Điều 56).

Counts 1 to 4 of denunciations, broken down by place, body, field or result, are withheld and shown as "<5". A cell
that could be worked out from a total or from the balance of its row goes with it. The whole province is always shown.
Of one area, denunciations are counted together with proposals, so that its sums stay whole.
"""

from __future__ import annotations

import pandas as pd

SECRET_KIND = "denunciation"  # noqa: S105
SECRET_FIGURE = "denunciations_within_authority"  # noqa: S105
SECRET_FIGURES = (SECRET_FIGURE, "denunciations_eligible")
TOGETHER, SHARED = (SECRET_KIND, "petition"), "other"
LEAST = 5
BREAKDOWNS = {
    "area_code",
    "unit_code",
    "group_code",
    "district_code",
    "commune_code",
    "agency_code",
    "field_group",
    "result",
    "manner",
    "post_code",
    "part",
}
HOME = ("district_code", "district_name", "commune_code", "commune_name", "label")
HOLDER = ("agency_code", "agency_name", "ended_agency_code", "ended_agency_name", "lead_agency_name")
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
BALANCE = ("opening", "entered", "resolved", "merged", "closing")
ROUNDS = 8


def area_allowed(area: str | None, *, kind: str | None) -> str | None:
    """The area a viewer may single out: none for denunciations, which are only shown for the province as a whole."""
    return None if kind == SECRET_KIND else area


def protect(frame: pd.DataFrame, *, kind: str | None, narrowed: bool = False) -> pd.DataFrame:
    """The answer with its small cells missing; `few()` tells which they are.

    Args:
        frame: an answer of `ask`, its counts in integer columns.
        kind: the kind asked for; None when rows of several kinds stand side by side or together.
        narrowed: whether it is of one area or body only.
    """
    if "dossier_id" in frame.columns:
        return _matters(frame, kind=kind, narrowed=narrowed)
    frame = _of_one_area(frame) if narrowed and kind is None else frame
    rows = _secret_rows(frame, kind)
    if not rows.any() or not BREAKDOWNS & set(frame.columns):
        return frame
    cells = frame.loc[rows, counts(frame)].astype("Int64")
    hidden = (cells.ge(1) & cells.lt(LEAST)).fillna(False).astype(bool)
    parts = [group.index for _, group in cells.groupby(frame.loc[rows, "part"])] if "part" in frame else [cells.index]
    for labels in parts:
        hidden.loc[labels] = _complete(cells.loc[labels], hidden.loc[labels])
    return _withhold(frame, hidden)


def _matters(frame: pd.DataFrame, *, kind: str | None, narrowed: bool) -> pd.DataFrame:
    """Matters one by one: of a denunciation neither place nor body.

    Of one area or body its row does not say that it is one; if only denunciations are asked for, there are no rows.
    """
    if narrowed and kind == SECRET_KIND:
        none = frame.iloc[:0].copy()
        none.attrs["few"] = {"dossier_id": []}
        return none
    rows = _secret_rows(frame, kind)
    if narrowed and kind is None and "kind" in frame.columns:
        together = frame["kind"].isin(TOGETHER)
        places = {name: frame[name].mask(together) for name in HOME if name in frame.columns}
        return frame.assign(kind=frame["kind"].mask(together, SHARED), **places)
    return frame.assign(**{name: frame[name].mask(rows) for name in (*HOME, *HOLDER) if name in frame.columns})


def _of_one_area(frame: pd.DataFrame) -> pd.DataFrame:
    """Kinds that stand side by side for one area: denunciations and proposals in one row, sums unchanged."""
    if "figure" in frame.columns:
        small = frame["figure"].isin(SECRET_FIGURES) & frame["numerator"].between(1, LEAST - 1)
        return frame.assign(**{name: frame[name].mask(small) for name in ("numerator", "value")})
    column = "code" if "part" in frame.columns else "kind"
    if column not in frame.columns or BREAKDOWNS - {"part"} & set(frame.columns):
        return frame
    secret = frame[column].isin(TOGETHER) & (frame["part"].eq("kind") if "part" in frame.columns else True)
    if not secret.any():
        return frame
    summed = counts(frame)
    keys = [name for name in frame.columns if name not in summed and not pd.api.types.is_float_dtype(frame[name])]
    shared = frame.assign(**{column: frame[column].mask(secret, SHARED)})
    merged = shared.groupby(keys, sort=False, dropna=False, as_index=False)[summed].sum(min_count=1)
    return merged.reindex(columns=frame.columns)


def few(frame: pd.DataFrame) -> dict[str, set[object]]:
    """Column → row labels that were withheld."""
    return {column: set(labels) for column, labels in frame.attrs.get("few", {}).items()}


def _secret_rows(frame: pd.DataFrame, kind: str | None) -> pd.Series:
    if "kind" in frame.columns:
        return frame["kind"].eq(SECRET_KIND).fillna(False).astype(bool)
    return pd.Series(kind == SECRET_KIND, index=frame.index)


def counts(frame: pd.DataFrame) -> list[str]:
    """The columns that count something."""
    return [name for name in frame.columns if pd.api.types.is_integer_dtype(frame[name]) and name not in NOT_COUNTS]


def _complete(counts: pd.DataFrame, hidden: pd.DataFrame) -> pd.DataFrame:
    """Withhold more until no column has a single withheld cell and no balance can be solved for one."""
    for _ in range(ROUNDS):
        before = hidden.to_numpy().sum()
        for column in hidden.columns:
            _second(counts[column], hidden, column=column)
        balance = [name for name in BALANCE if name in counts.columns]
        for label in hidden.index[hidden[balance].sum(axis=1) == 1] if len(balance) > 2 else []:
            others = counts.loc[label, balance][~hidden.loc[label, balance]]
            hidden.loc[label, _smallest(others)] = True
        if hidden.to_numpy().sum() == before:
            break
    return hidden


def _second(cells: pd.Series, hidden: pd.DataFrame, *, column: str) -> None:
    others = cells[~hidden[column]].dropna()
    if hidden[column].sum() == 1 and not others.empty:
        hidden.loc[_smallest(others), column] = True


def _smallest(cells: pd.Series) -> object:
    """The smallest count that is not zero (a zero hides nothing unless nothing else is there)."""
    positive = cells[cells > 0]
    return (positive if len(positive) else cells).idxmin()


def _withhold(frame: pd.DataFrame, hidden: pd.DataFrame) -> pd.DataFrame:
    answer = frame.copy()
    for column in hidden.columns[hidden.any()]:
        answer[column] = answer[column].astype("Int64")
        answer.loc[hidden.index[hidden[column]], column] = pd.NA
    touched = hidden.index[hidden.any(axis=1)]
    for column in answer.select_dtypes("float").columns:
        answer.loc[touched, column] = float("nan")
    answer.attrs["few"] = {name: hidden.index[hidden[name]].tolist() for name in hidden.columns if hidden[name].any()}
    return answer
