"""Tables that carry what is asked of their matter, so that no question joins millions of rows for it (sql/wide/)."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "sql" / "wide"
ADDED = {"suspensions": "matter_kind", "transfers": "matter_id", "dossier_due": "closed_on"}
"""Of each such table a column that only the wide one has."""
ORDER = {
    "suspensions": "from_date, dossier_id, seq",
    "transfers": "moved_on, seq",
    "dossier_due": "closed_on nulls last, dossier_id, from_date",
}
"""Days first, so that what a question does not ask about is skipped."""


def select(table: str, *, of: str = "stage") -> str:
    """The SELECT that widens the table of that name in schema ``of``."""
    return (FOLDER / f"{table}.sql").read_text(encoding="utf-8").replace("stage.", f"{of}.")
