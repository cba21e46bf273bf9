"""ask(name, snapshot, scope, **params): one question, one DataFrame, the same rows on DuckDB and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import pandas as pd

from queries import messages, question
from queries.errors import QueryError, ScopeError
from queries.frame import frame
from queries.scope import Scope
from queries.snapshot import Snapshot, open_snapshot

__all__ = ["QueryError", "Scope", "ScopeError", "Snapshot", "ask", "open_snapshot"]


def ask(name: str, snapshot: Snapshot, scope: Scope, **params: object) -> pd.DataFrame:
    """The answer to one question file, as the viewer may see it.

    Args:
        name: a file of this folder, without its ending.
        snapshot: what to ask; all answers of one page come from one.
        scope: what the viewer may see; without one nothing is answered.
        **params: as the file's header declares them; dates may be ISO text.

    Returns:
        The rows; `attrs["question"]` is the name asked.

    Raises:
        QueryError: no such question, or a parameter missing, unknown or of the wrong type.
        ScopeError: the viewer may not see it.
    """
    if not isinstance(scope, Scope):
        raise ScopeError(messages.NO_SCOPE)
    asked = question.load(name)
    bound = bind(asked, scope.narrow(params, asked))
    columns, rows = snapshot.run(asked.render(snapshot.placeholder), bound)
    answer = frame(columns, rows)
    answer.attrs["question"] = name
    return answer


def bind(asked: question.Question, params: Mapping[str, object]) -> dict[str, object]:
    """The parameters of the question, each of its declared type; optional ones None when not given."""
    unknown = set(params) - asked.accepts
    if unknown:
        raise QueryError(messages.UNKNOWN_PARAMETERS.format(name=asked.name, parameters=", ".join(sorted(unknown))))
    return {parameter.name: _value(asked.name, parameter, params) for parameter in asked.parameters}


def _value(name: str, parameter: question.Parameter, params: Mapping[str, object]) -> object:
    default = parameter.default
    if default and default.startswith(":"):
        default = params.get(default[1:])  # type: ignore[assignment]
    value = params.get(parameter.name)
    value = default if value is None else value
    if value is None:
        if parameter.optional:
            return None
        raise QueryError(messages.MISSING_PARAMETER.format(name=name, parameter=parameter.name))
    try:
        return CONVERT[parameter.type](value)
    except (TypeError, ValueError, KeyError) as error:
        said = messages.WRONG_TYPE.format(parameter=parameter.name, name=name, type=parameter.type)
        raise QueryError(said) from error


def _date(value: object) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))


def _bool(value: object) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[str(value).lower()]


CONVERT: dict[str, Callable[[object], object]] = {
    "date": _date,
    "text": str,
    "int": lambda value: int(str(value)),
    "number": lambda value: float(str(value)),
    "bool": _bool,
}
