"""One post, its sessions drawn as a table, and what the ledger makes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.views.reception import bands
from queries.ask import Scope, ask
from tests.case_databases import in_memory
from tests.queries.two_engines import InMemory
from tests.spec import tables

AS_OF = date(2026, 11, 22)
OCTOBER = (date(2026, 10, 1), AS_OF)  # of the months in it only October has ended
UNITS = """
    unit_code | name       | level    | parent_code | valid_from | valid_to
    90        | Tỉnh Mẫu   | province | -           | 2004-01-01 | -
    D1        | Huyện Hạ   | district | 90          | 2004-01-01 | 2025-06-30
    C1        | Xã Nhất    | commune  | 90          | 2025-07-01 | -
"""
AGENCIES = """
    agency_code | name          | level   | unit_code
    X1          | Đảng ủy xã    | party   | C1
    X2          | UBND xã       | commune | C1
    H1          | UBND huyện    | district| D1
"""
SECRETARY = """
    post_code | title            | duty_code               | agency_code | valid_from | valid_to
    P         | Bí thư xã Nhất   | commune_party_secretary | X1          | 2025-07-01 | -
"""


class Ledger:
    """A snapshot made of drawn tables; `sessions`: kind, scheduled_on, held_on, chaired, and what else is drawn."""

    def __init__(self, sessions: str = "", *, posts: str = SECRETARY, rule: str = "", **drawn: str) -> None:
        self.rows = {"units": tables.rows(UNITS), "agencies": tables.rows(AGENCIES), "posts": tables.rows(posts)}
        self.rows |= {name: tables.rows(text) for name, text in drawn.items()}
        agencies = {post["post_code"]: post["agency_code"] for post in self.rows["posts"]}
        self.rows["reception_sessions"] = [
            self._session(number, row, agencies) for number, row in enumerate(tables.rows(sessions) if sessions else [])
        ]
        self.db = in_memory(AS_OF, self.rows)
        if rule:
            self.db.execute(f"update duty_rule set {rule}")

    @staticmethod
    def _session(number: int, row: dict[str, Any], agencies: dict[str, str]) -> dict[str, Any]:
        post = row.get("post_code") or (None if row.get("kind") == "regular" else "P")
        usual = {"session_id": f"S{number}", "kind": "periodic", "post_code": post, "online": False, "half_day": False}
        return usual | {"agency_code": agencies.get(post or "", "X2")} | row

    @staticmethod
    def reporting(agency: str, *months: str) -> str:
        """Submissions of a body for these months, by period code."""
        return "agency_code | period_code\n" + "\n".join(f"{agency} | {month}" for month in months)

    def ask(self, name: str, **params: Any) -> Any:
        return ask(name, InMemory(self.db), Scope.everything(), **params)

    def month(self, *, of: tuple[date, date] = OCTOBER, post: str = "P") -> dict[str, Any]:
        """The post's row of the strip for a month."""
        return self.ask("ledger_strip", start=of[0], end=of[1], post=post).iloc[0].to_dict()

    def post(self, *, start: date = OCTOBER[0], end: date = OCTOBER[1], post: str = "P") -> Any:
        """The post's row with its band; None when no month of it is judged."""
        rows = bands.judged(self.ask("ledger_by_post", start=start, end=end, post=post))
        return next(rows.itertuples(), None)
