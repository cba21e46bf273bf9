"""Visits, sessions and the duty of heads; papers received, and matters passed on."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from tests.recount.case_tables import GROUP_OF_FIVE, Case
from tests.recount.limits import rule_rows
from tests.recount.matters import chosen

FAR = pd.Timestamp("2200-01-01")


def visit_figures(
    case: Case, start: pd.Timestamp, end: pd.Timestamp, kind: str | None = None, area: str | None = None
) -> dict[str, tuple[float, float | None]]:
    visits = case.visits[case.visits["held_on"].between(start, end)]
    visits = chosen(visits, kind, area)
    regular = visits["session_kind"] == "regular"
    groups = visits[visits["people"] >= GROUP_OF_FIVE]
    own = groups["petition_id"].map(case.petitions.set_index("petition_id")["dossier_id"])
    matter = groups["dossier_id"].where(groups["dossier_id"].notna(), own)
    matter = matter.where(matter.notna(), groups["petition_id"])
    return {
        "visits": (len(visits), None),
        "people": (visits["people"].sum(), None),
        "visits_regular": (regular.sum(), None),
        "people_regular": (visits.loc[regular, "people"].sum(), None),
        "visits_leaders": ((~regular).sum(), None),
        "people_leaders": (visits.loc[~regular, "people"].sum(), None),
        "repeat_visits": ((visits["first_time"] == False).sum(), len(visits)),  # noqa: E712 nullable
        "mass_groups": (len(groups), None),
        "mass_group_people": (groups["people"].sum(), None),
        "mass_group_matters": (float("nan") if matter.isna().any() else matter.nunique(), None),
    }


def petition_figures(
    case: Case, start: pd.Timestamp, end: pd.Timestamp, kind: str | None = None, area: str | None = None
) -> dict[str, tuple[float, float | None]]:
    papers = chosen(case.petitions, kind, area)
    received = papers[papers["received_on"].between(start, end)]
    carried = papers[(papers["received_on"] < start) & ~(papers["processed_on"] < start)]
    dealt_with = pd.concat([received, carried])
    eligible = received[received["eligible"] == True]  # noqa: E712 nullable
    sorted_out = dealt_with[(dealt_with["eligible"] == True) & (dealt_with["processed_on"] <= end)]  # noqa: E712
    within = sorted_out[sorted_out["within_authority"] == True]  # noqa: E712
    outside = sorted_out[sorted_out["within_authority"] == False]  # noqa: E712
    moved = outside[outside["processing"] == "transferred"]
    tied = eligible[eligible["dossier_id"].notna()]
    return {
        "petitions_received": (len(received), None),
        "petitions_carried_over": (len(carried), None),
        "petitions_processed": ((dealt_with["processed_on"] <= end).sum(), len(dealt_with)),
        "petitions_eligible": (len(eligible), None),
        "petitions_not_eligible": ((received["eligible"] == False).sum(), None),  # noqa: E712
        "complaints_eligible": ((eligible["kind"] == "complaint").sum(), None),
        "denunciations_eligible": ((eligible["kind"] == "denunciation").sum(), None),
        "proposals_eligible": ((eligible["kind"] == "petition").sum(), None),
        "petitions_within_authority": (len(within), None),
        "complaints_within_authority": ((within["kind"] == "complaint").sum(), None),
        "denunciations_within_authority": ((within["kind"] == "denunciation").sum(), None),
        "proposals_within_authority": ((within["kind"] == "petition").sum(), None),
        "petitions_not_within_authority": (len(outside), None),
        "petitions_unsorted": (eligible["within_authority"].isna().sum(), None),
        "petitions_transferred": (len(moved), None),
        "petitions_guided": ((outside["processing"] == "guided").sum(), None),
        "petitions_urged": ((outside["processing"] == "urged").sum(), None),
        "replies_received": ((moved["reply_received"] == True).sum(), len(moved)),  # noqa: E712
        "petitions_escalated": ((received["escalated"] == True).sum(), None),  # noqa: E712
        "petitions_per_matter": (len(tied), tied["dossier_id"].nunique()),
    }


def transfer_figures(
    case: Case, start: pd.Timestamp, end: pd.Timestamp, kind: str | None = None, area: str | None = None
) -> dict[str, tuple[float, float | None]]:
    """Passing on of papers and matters in the window; a paper tied to a matter is that matter."""
    counts = Counter(transfers(case, start, end, kind, area)["matter"])
    twice = sum(number >= 2 for number in counts.values())
    return {
        "transfers_per_matter": (sum(counts.values()), len(counts)),
        "moved_twice_share": (twice, len(counts)),
    }


def transfers(
    case: Case, start: pd.Timestamp, end: pd.Timestamp, kind: str | None = None, area: str | None = None
) -> pd.DataFrame:
    """Every transfer of the window (not guidance, urging, handing over) with its matter, kind and place."""
    moves = case.transfers
    moves = moves[(moves["kind"] == "transfer") & moves["moved_on"].between(start, end)].drop(columns="kind")
    papers = case.petitions.set_index("petition_id")
    matters = case.dossiers.set_index("dossier_id")
    dossier = moves["dossier_id"].where(moves["dossier_id"].notna(), moves["petition_id"].map(papers["dossier_id"]))
    found = moves.assign(matter=dossier.where(dossier.notna(), moves["petition_id"]))
    for column in ("kind", "district", "commune"):
        mine = dossier.map(matters[column])
        found[column] = mine.where(dossier.notna(), moves["petition_id"].map(papers[column]))
    return chosen(found, kind, area)


class Duty:
    """Per post and calendar month: required, kept in person (`held`, `credited`), delegated, missed, reported."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.rules = rule_rows("reception_duty")
        self.working = case.calendar.loc[case.calendar["is_working"], "day"]
        self._next = case.calendar["day"].where(case.calendar["is_working"]).bfill().set_axis(case.calendar["day"])
        sessions = case.reception_sessions.copy()
        day = sessions["scheduled_on"].where(sessions["scheduled_on"].notna(), sessions["held_on"])
        sessions["month"] = day.dt.to_period("M")
        self.sessions = sessions
        periodic = sessions[(sessions["kind"] == "periodic") & sessions["scheduled_on"].notna()]
        weekday = periodic["scheduled_on"].dt.isocalendar().day
        usual = periodic.assign(weekday=weekday).groupby("post_code")["weekday"]
        self.weekday = usual.agg(lambda days: int(days.mode().min())).to_dict()
        self.spells: dict[str, list[tuple]] = {}
        for row in case.post_holders.itertuples():
            self.spells.setdefault(row.post_code, []).append(
                (row.from_date, FAR if pd.isna(row.to_date) else row.to_date)
            )
        self._weeks: dict[tuple, int] = {}
        self._tables: dict[tuple, pd.DataFrame] = {}

    def months(self, start: pd.Timestamp, end: pd.Timestamp) -> list[pd.Period]:
        """Calendar months whose last day lies in the window."""
        wanted = pd.period_range(start, end, freq="M")
        return [month for month in wanted if start <= month.end_time.normalize() <= end]

    def table(self, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
        """One row a post and month of the window."""
        if (start, end) not in self._tables:
            self._tables[start, end] = self._table(start, end)
        return self._tables[start, end]

    def _table(self, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
        months = self.months(start, end)
        rows = [
            (post.post_code, month, self.required(post, month))
            for month in months
            for post in self.case.posts.itertuples()
        ]
        table = pd.DataFrame(rows, columns=["post_code", "month", "required"]).dropna(subset="required")
        table = table.merge(
            self.case.posts[["post_code", "duty_code", "agency_code", "district", "commune"]], on="post_code"
        )
        mine = self.sessions[self.sessions["month"].isin(months)]
        key = ["post_code", "month"]
        periodic = mine[mine["kind"] == "periodic"]
        own = periodic[periodic["chaired"] == "in_person"]
        table = _joined(table, own.groupby(key)["held_on"].nunique().rename("held"))
        left = mine[mine["kind"].isin(["periodic", "ad_hoc"]) & (mine["chaired"] == "delegated")]
        table = _joined(table, left.groupby(key).size().rename("delegated"))
        # never held, although planned for a day that is over
        late = periodic[periodic["held_on"].isna() & (periodic["scheduled_on"] <= end)]
        table = _joined(table, late.groupby(key).size().rename("missed"))
        told = set(mine[["agency_code", "month"]].itertuples(index=False, name=None))
        table["reported"] = [pair in told for pair in zip(table["agency_code"], table["month"], strict=True)]
        table["required"] = table["required"].astype(int)
        table["credited"] = table[["held", "required"]].min(axis=1)
        return table

    def required(self, post, month: pd.Period) -> int | None:
        """Days asked of the post in the month; None where no rule asks or the post does not exist."""
        first, last = month.start_time.normalize(), month.end_time.normalize()
        rule = next((row for row in self.rules if row["duty_code"] == post.duty_code and _runs(row, first, last)), None)
        begins, ends = post.valid_from, post.valid_to if pd.notna(post.valid_to) else FAR
        if rule is None or begins > last or ends < first:
            return None
        full = int(rule["minimum"])
        if rule["per"] == "week":
            full *= self._reception_days(first, last, self.weekday.get(post.post_code, int(rule["weekday"] or 4)))
        begins = max(begins, pd.Timestamp(rule["valid_from"]))
        ends = min(ends, pd.Timestamp(rule["valid_to"]) if rule["valid_to"] else FAR)
        there = self._days_there(post.post_code, max(begins, first), min(ends, last))
        return full * there // month.days_in_month

    def _days_there(self, post: str, first: pd.Timestamp, last: pd.Timestamp) -> int:
        """Days on which somebody held the post; no holders on record at all: every day."""
        spells = self.spells.get(post, [(first, last)])
        if any(start <= first and last <= end for start, end in spells):
            return (last - first).days + 1
        return len({day for start, end in spells for day in pd.date_range(max(start, first), min(end, last))})

    def _reception_days(self, first: pd.Timestamp, last: pd.Timestamp, weekday: int) -> int:
        """Weeks whose reception day is in the month and, moved off a day off, still is."""
        if (first, weekday) not in self._weeks:
            days = [day for day in pd.date_range(first, last) if day.isoweekday() == weekday]
            self._weeks[first, weekday] = sum(self._next[day] <= last for day in days)
        return self._weeks[first, weekday]


def duty_figures(duty: Duty, start: pd.Timestamp, end: pd.Timestamp, area: str | None = None) -> dict[str, tuple]:
    table = chosen(duty.table(start, end), None, area)
    known, asked = table[table["reported"]], table[table["required"] > 0]
    held = duty.sessions[duty.sessions["held_on"].notna() & duty.sessions["kind"].isin(["periodic", "ad_hoc"])]
    held = held.merge(table[["post_code", "month"]], on=["post_code", "month"])
    by_deputy = (held["chaired"] == "delegated").sum()
    return {
        "delegated_share": (by_deputy, by_deputy + (held["chaired"] == "in_person").sum()),
        "duty_compliance": (known["credited"].sum(), known["required"].sum()),
        "duty_days_in_person": (known["held"].sum(), None),
        "duty_sessions_missed": (known["missed"].sum(), None),
        "duty_unreported": ((~asked["reported"]).sum(), len(asked)),
    }


def _runs(rule: dict[str, str], first: pd.Timestamp, last: pd.Timestamp) -> bool:
    begins = pd.Timestamp(rule["valid_from"]) <= last
    return begins and (not rule["valid_to"] or pd.Timestamp(rule["valid_to"]) >= first)


def _joined(table: pd.DataFrame, counts: pd.Series) -> pd.DataFrame:
    table = table.merge(counts.reset_index(), on=["post_code", "month"], how="left")
    table[counts.name] = table[counts.name].fillna(0).astype(int)
    return table
