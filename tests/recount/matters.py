"""Stock, flow, lateness and age of matters, from their definitions and decision 3."""

from __future__ import annotations

import pandas as pd

from tests.recount.case_tables import Case
from tests.recount.limits import Limits, rule_rows

ONE_DAY = pd.Timedelta(days=1)
BANDS = [(30, "0-30"), (60, "31-60"), (90, "61-90"), (180, "91-180"), (365, "181-365"), (10**6, "366+")]
OVER_BANDS = [(30, "1-30"), (90, "31-90"), (180, "91-180"), (365, "181-365"), (10**6, "366+")]
MANNERS = {"decision": "decided", "conclusion": "decided"}


class Matters:
    """All counted matters with the day they entered, their field group and their limit."""

    def __init__(self, case: Case) -> None:
        self.case = case
        rows = case.dossiers[case.dossiers["duplicate_of"].isna()].copy()
        rows["entered_on"] = _entries(rows)
        rows["field"] = field_groups(rows["field_code"])
        rows["merged"] = rows["closing"] == "merged"
        self.rows = rows
        self.limits = Limits(case.dossiers, case.extensions, case.suspensions, case.holidays)
        self._moves = self._handovers()
        self._merged = self._mergers()
        self._entered = dict(zip(case.dossiers["dossier_id"], _entries(case.dossiers), strict=True))
        self._open: dict[pd.Timestamp, pd.DataFrame] = {}
        self._closed: dict[tuple, pd.DataFrame] = {}

    # -- what is open at the end of a day -----------------------------------------------------------------------
    def open_at(self, day: pd.Timestamp) -> pd.DataFrame:
        """+ due, stopped, judged (has a limit, clock running), overdue, age, over (days)."""
        if day not in self._open:
            rows = self.rows
            found = rows[(rows["entered_on"] <= day) & ~(rows["closed_on"] <= day)].copy()
            days = pd.Series(day, index=found.index)
            found["due"] = self.limits.dues(found["dossier_id"], days)
            found["stopped"] = self.limits.are_stopped(found["dossier_id"], days)
            found["judged"] = found["due"].notna() & ~found["stopped"]
            found["overdue"] = found["judged"] & (found["due"] < day)
            found["age"] = (day - self._oldest(found, day)).dt.days
            found["over"] = (day - found["due"]).dt.days.where(found["overdue"])
            found["holder"] = self.holders(found, days)
            self._open[day] = found
        return self._open[day]

    def entered(self, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
        return self.rows[self.rows["entered_on"].between(start, end)]

    def closed(self, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
        """+ due on the day of closing, judged, on_time; mergers are there and never judged."""
        if (start, end) not in self._closed:
            found = self.rows[self.rows["closed_on"].between(start, end)].copy()
            found["due"] = self.limits.dues(found["dossier_id"], found["closed_on"])
            found["judged"] = found["due"].notna() & ~found["merged"]
            found["on_time"] = found["judged"] & (found["closed_on"] <= found["due"])
            found["holder"] = self.holders(found, found["closed_on"])
            self._closed[start, end] = found
        return self._closed[start, end]

    def due_between(self, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
        """Matters whose limit lies in the window, as it stood when they ended or at the window's end; not mergers."""
        rows = self.rows[(self.rows["entered_on"] <= end) & ~self.rows["merged"]]
        moment = rows["closed_on"].where(rows["closed_on"] <= end, end)
        due = self.limits.dues(rows["dossier_id"], moment)
        ended = rows["closed_on"] <= end
        stopped = self.limits.are_stopped(rows["dossier_id"], moment) & ~ended
        found = rows[due.between(start, end) & ~stopped].copy()
        found["on_time"] = ended[found.index] & (found["closed_on"] <= due[found.index])
        return found

    # -- merged matters -----------------------------------------------------------------------------------------
    def _mergers(self) -> dict[str, list[tuple[str, pd.Timestamp]]]:
        """survivor -> (merged matter, day of merging)."""
        rows = self.case.dossiers
        rows = rows[rows["merged_into"].notna() & rows["closed_on"].notna()]
        found: dict[str, list[tuple[str, pd.Timestamp]]] = {}
        for row in rows.itertuples():
            found.setdefault(row.merged_into, []).append((row.dossier_id, row.closed_on))
        return found

    def _oldest(self, rows: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
        """The day from which age counts: a matter into which others were merged is as old as the oldest of them."""

        def since(code: str) -> pd.Timestamp:
            merged = [since(child) for child, merged_on in self._merged.get(code, ()) if merged_on <= day]
            return min([self._entered[code], *merged])

        return pd.Series(
            [
                since(code) if code in self._merged else own
                for code, own in zip(rows["dossier_id"], rows["entered_on"], strict=True)
            ],
            index=rows.index,
        )

    # -- who holds a matter -------------------------------------------------------------------------------------
    def _handovers(self) -> dict[str, list[tuple[pd.Timestamp, str, str]]]:
        moves = self.case.transfers
        moves = moves[moves["dossier_id"].notna() & moves["kind"].isin(["transfer", "handover"])]
        found: dict[str, list[tuple[pd.Timestamp, str, str]]] = {}
        for row in moves.sort_values("moved_on", kind="stable").itertuples():
            found.setdefault(row.dossier_id, []).append((row.moved_on, row.from_agency_code, row.to_agency_code))
        return found

    def holders(self, rows: pd.DataFrame, days: pd.Series) -> pd.Series:
        """The body that had each matter at the end of the day."""
        return pd.Series(
            [
                self._holder(code, agency, day)
                for code, agency, day in zip(rows["dossier_id"], rows["agency_code"], days, strict=True)
            ],
            index=rows.index,
            dtype=object,
        )

    def _holder(self, code: str, agency: str, day: pd.Timestamp) -> str:
        moves = self._moves.get(code)
        if not moves:
            return agency
        holder = moves[0][1]
        for moved_on, _, taker in moves:
            if moved_on <= day:
                holder = taker
        return holder


def _entries(rows: pd.DataFrame) -> pd.Series:
    """The day each matter enters the stock (decision 3): acceptance; without it the day received, for petitions and for
    what has ended."""
    begun = (rows["kind"] == "petition") | rows["closed_on"].notna()
    return rows["accepted_on"].where(rows["accepted_on"].notna(), rows["received_on"].where(begun))


def field_groups(codes: pd.Series) -> pd.Series:
    known = {row["code"] for row in rule_rows("vocabularies") if row["vocabulary"] == "field_code"}
    return codes.map(lambda code: code.split(".")[0] if isinstance(code, str) and code in known else "unmapped")


def chosen(rows: pd.DataFrame, kind: str | None, area: str | None) -> pd.DataFrame:
    """The rows of that kind and of that district or commune."""
    if kind:
        rows = rows[rows["kind"] == kind]
    if area:
        rows = rows[(rows["district"] == area) | (rows["commune"] == area)]
    return rows


def band(value: int, bands: list[tuple[int, str]]) -> str:
    return next(name for top, name in bands if value <= top)


def matter_figures(
    matters: Matters, start: pd.Timestamp, end: pd.Timestamp, kind: str | None = None, area: str | None = None
) -> dict[str, tuple[float, float | None]]:
    """figure -> (numerator or value, denominator)."""
    now = chosen(matters.open_at(end), kind, area)
    before = chosen(matters.open_at(start - ONE_DAY), kind, area)
    entered = chosen(matters.entered(start, end), kind, area)
    closed = chosen(matters.closed(start, end), kind, area)
    resolved = closed[~closed["merged"]]
    due = chosen(matters.due_between(start, end), kind, area)
    first = closed[(closed["kind"] == "complaint") & (closed["instance"].astype(int) == 1)]["result"]
    second = closed[(closed["kind"] == "complaint") & (closed["instance"].astype(int) == 2)]["result"]
    ended = closed[closed["kind"] == "complaint"]["closing"]
    soon = now["judged"] & (now["due"] - end).dt.days.between(0, 7)
    return {
        "open_dossiers": (len(now), None),
        "opening_dossiers": (len(before), None),
        "entered_dossiers": (len(entered), None),
        "resolved_dossiers": (len(resolved), None),
        "merged_dossiers": (closed["merged"].sum(), None),
        "resolution_rate": (len(resolved), len(before) + len(entered)),
        "clearance_rate": (len(resolved), len(entered)),
        "awaiting_acceptance": (len(chosen(_awaiting(matters, end), kind, area)), None),
        "overdue_dossiers": (now["overdue"].sum(), None),
        "overdue_share": (now["overdue"].sum(), now["judged"].sum()),
        "due_soon_dossiers": (soon.sum(), None),
        "suspended_dossiers": (now["stopped"].sum(), None),
        "no_limit_dossiers": (now["due"].isna().sum(), len(now)),
        "open_over_180_days": ((now["age"] > 180).sum(), len(now)),
        "open_over_365_days": ((now["age"] > 365).sum(), len(now)),
        "median_open_age": (now["age"].median(), None),
        "p90_open_age": (now["age"].quantile(0.9), None),
        "on_time_rate": (resolved["on_time"].sum(), resolved["judged"].sum()),
        "on_time_rate_of_due": (due["on_time"].sum(), len(due)),
        "median_days_to_close": ((resolved["closed_on"] - resolved["entered_on"]).dt.days.median(), None),
        "justified_complaints": (first.isin(["right", "partly"]).sum(), first.isin(["right", "partly", "wrong"]).sum()),
        "overturned_decisions": (
            second.isin(["amended", "annulled"]).sum(),
            second.isin(["amended", "annulled", "upheld"]).sum(),
        ),
        "withdrawn_complaints": ((ended == "withdrawn").sum(), ended.isin(["withdrawn", "decision"]).sum()),
    }


def _awaiting(matters: Matters, day: pd.Timestamp) -> pd.DataFrame:
    rows = matters.rows[matters.rows["kind"] != "petition"]
    waits = (rows["received_on"] <= day) & ~(rows["entered_on"] <= day) & ~(rows["closed_on"] <= day)
    return rows[waits]


def balance(
    matters: Matters,
    start: pd.Timestamp,
    end: pd.Timestamp,
    by: str | list[str],
    kind: str | None = None,
    area: str | None = None,
) -> pd.DataFrame:
    """opening, entered, resolved, merged, closing by a column of the matters."""
    closed = chosen(matters.closed(start, end), kind, area)
    parts = {
        "opening": chosen(matters.open_at(start - ONE_DAY), kind, area),
        "entered": chosen(matters.entered(start, end), kind, area),
        "resolved": closed[~closed["merged"]],
        "merged": closed[closed["merged"]],
        "closing": chosen(matters.open_at(end), kind, area),
    }
    return counted_by(parts, by)


def counted_by(parts: dict[str, pd.DataFrame], by: str | list[str]) -> pd.DataFrame:
    """One column a part: how many of its rows have each value of `by`."""
    counts = {name: rows.groupby(by, dropna=False).size() for name, rows in parts.items()}
    return pd.DataFrame(counts).fillna(0).astype(int)
