"""What a driver raises, as one sentence. Drivers quote addresses and rows, so nothing of their words is kept."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from data_loaders import messages
from data_loaders.messages import LoaderError

Hints = tuple[tuple[tuple[str, ...], str], ...]

_NO_RIGHT = ("42501", "permission denied", "ora-01031", "denied for", "command denied")

_OF_A_STATEMENT: Hints = (
    (("42703", "no such column", "unknown column", "invalid column name", "ora-00904"), messages.HINT_NO_COLUMN),
    (
        ("42p01", "3f000", "no such table", "doesn't exist", "invalid object name", "ora-00942"),
        messages.HINT_NO_TABLE,
    ),
    (("42883", "no such function", "ora-00904"), messages.HINT_NO_FUNCTION),
    (("42601", "42804", "42702", "syntax error", "ambiguous"), messages.HINT_BAD_SELECT),
    (("22007", "22008", "22p02", "22003", "22021", "22012", "invalid input syntax", "22018"), messages.HINT_BAD_VALUE),
)
_OF_A_CONNECTION: Hints = (
    (("28p01", "28000", "password", "authentication", "access denied", "login failed", "no pg_hba", "role "),
     messages.HINT_PASSWORD),
    (("unrecognized configuration parameter", "invalid value for parameter", "command-line argument",
      "invalid connection option", "invalid uri query parameter"), messages.HINT_OPTIONS),
    (("3d000", "unknown database", "cannot open database", "does not exist"), messages.HINT_NO_DATABASE),
)  # fmt: skip
_OF_BOTH: Hints = (
    (("57014", "timeout", "timed out", "canceling statement", "statement_time", "execution time"),
     messages.HINT_TIMEOUT),
    (("not a database", "malformed", "disk image"), messages.HINT_NOT_DATABASE),
    (("closed the connection", "terminating connection", "lost", "broken pipe", "ssl syscall"), messages.HINT_CUT),
    (("locked",), messages.HINT_LOCKED),
    (("refused", "could not connect", "connection failed", "translate host", "no such file"), messages.HINT_REFUSED),
)  # fmt: skip


@contextmanager
def clear(label: str, *, table: str | None = None) -> Iterator[None]:
    """Raise LoaderError, one sentence, for whatever the source `label` raises inside (while reading `table`)."""
    warnings.filterwarnings("ignore", category=UserWarning, module="adbc_driver_manager")
    try:
        yield
    except LoaderError:
        raise
    except Exception as error:
        raise LoaderError(_sentence(error, label, table)) from None


def _sentence(error: Exception, label: str, table: str | None) -> str:
    if table is None:
        return messages.NO_CONNECTION.format(label=label, hint=hint(error))
    if any(word in _told(error) for word in _NO_RIGHT):
        return messages.NO_RIGHT.format(table=table)
    return messages.READ_FAILED.format(table=table, label=label, hint=hint(error, of_statement=True))


def hint(error: BaseException, *, of_statement: bool = False) -> str:
    """A few words about an error that hold nothing of its text."""
    told = _told(error)
    for words, sentence in (*(_OF_A_STATEMENT if of_statement else _OF_A_CONNECTION), *_OF_BOTH):
        if any(word in told for word in words):
            return sentence
    return messages.HINT_OTHER.format(kind=type(error).__name__)


def _told(error: BaseException) -> str:
    """The state that the SQL standard has for it, where the driver gives one, and the driver's own words."""
    state = getattr(error, "sqlstate", None) or getattr(getattr(error, "orig", None), "sqlstate", None)
    return f"{state or ''} {error}".lower()
