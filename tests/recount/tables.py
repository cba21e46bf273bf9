"""The tables under the charts, row by row: each gives a frame indexed by the grain its question declares."""

from __future__ import annotations

import pandas as pd

from tests.recount.case_tables import GROUP_OF_FIVE, Case
from tests.recount.matters import (
    BANDS,
    MANNERS,
    ONE_DAY,
    OVER_BANDS,
    Matters,
    balance,
    band,
    chosen,
    counted_by,
)
from tests.recount.reception import Duty, transfers

Day = pd.Timestamp


def balance_by_kind(matters: Matters, start: Day, end: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    """opening, the three ways in, the ways out, closing; one row a kind, and `all`."""
    entered = chosen(matters.entered(start, end), kind, area)
    second = entered["instance"].astype(int) == 2
    again = entered["previous_dossier_id"].notna() & ~second
    closed = chosen(matters.closed(start, end), kind, area)
    manner = closed["closing"].map(lambda value: MANNERS.get(value, value if isinstance(value, str) else "decided"))
    parts = {
        "opening": chosen(matters.open_at(start - ONE_DAY), kind, area),
        "entered_first": entered[~second & ~again],
        "entered_second": entered[second],
        "reopened": entered[again],
        **{
            way: closed[manner == way] for way in ("decided", "withdrawn", "discontinued", "to_investigation", "merged")
        },
        "closing": chosen(matters.open_at(end), kind, area),
    }
    by_kind = counted_by(parts, "kind")
    by_kind.loc["all"] = by_kind.sum()
    return by_kind


def by_age(matters: Matters, day: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    rows = chosen(matters.open_at(day), kind, area)
    rows = rows.assign(band=[band(age, BANDS) for age in rows["age"]])
    return counted_by({"open_count": rows, "overdue": rows[rows["overdue"]]}, ["band", "kind"])


def by_clock(matters: Matters, day: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    """The state of the clock; a matter stopped is stopped, whatever its limit."""
    rows = chosen(matters.open_at(day), kind, area)
    left = (rows["due"] - day).dt.days
    state = pd.Series("in_time", index=rows.index).mask(left.between(0, 7), "due_soon").mask(rows["overdue"], "overdue")
    state = state.mask(rows["due"].isna(), "no_limit").mask(rows["stopped"], "suspended")
    over = [band(int(days), OVER_BANDS) if days == days else "" for days in rows["over"]]
    return counted_by({"open_count": rows.assign(clock=state, over_band=over)}, ["clock", "over_band"])


def overdue_by(matters: Matters, day: Day, by: str, kind: str | None, area: str | None) -> pd.DataFrame:
    rows = chosen(matters.open_at(day), kind, area)
    found = counted_by(
        {
            "open_count": rows,
            "with_limit": rows[rows["judged"]],
            "overdue": rows[rows["overdue"]],
            "over_180": rows[rows["age"] > 180],
        },
        by,
    )
    return found.assign(median_age=rows.groupby(by, dropna=False)["age"].median())


def results(matters: Matters, start: Day, end: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    rows = chosen(matters.closed(start, end), kind, area)
    manner = rows["closing"].map(lambda value: MANNERS.get(value, value if isinstance(value, str) else "decided"))
    rows = rows.assign(manner=manner, result=rows["result"].fillna(""), instance=rows["instance"].astype(int))
    parts = {"closed": rows, "on_time": rows[rows["on_time"]], "judged": rows[rows["judged"]]}
    return counted_by(parts, ["kind", "instance", "manner", "result"])


def longest_waiting(
    matters: Matters, day: Day, kind: str | None, area: str | None, *, only_overdue: bool
) -> pd.DataFrame:
    """All open (or overdue) matters: holder, age, days over; indexed by number."""
    rows = chosen(matters.open_at(day), kind, area)
    rows = rows[rows["overdue"]] if only_overdue else rows
    return rows.set_index("dossier_id")[["kind", "holder", "age", "over", "due", "entered_on"]]


def area_measures(matters: Matters, start: Day, end: Day, division: str, kind: str | None) -> pd.DataFrame:
    case, now = matters.case, chosen(matters.open_at(end), kind, None)
    closed = chosen(matters.closed(start, end), kind, None)
    visits = chosen(case.visits[case.visits["held_on"].between(start, end)], kind, None)
    listed = case.complex_list
    listed = listed[(listed["listed_on"] <= end) & ~(listed["delisted_on"] <= end)]["dossier_id"]
    mine = chosen(matters.rows[matters.rows["dossier_id"].isin(listed)], kind, None)
    return counted_by(
        {
            "open_count": now,
            "with_limit": now[now["judged"]],
            "overdue": now[now["overdue"]],
            "over_180": now[now["age"] > 180],
            "entered": chosen(matters.entered(start, end), kind, None),
            "resolved": closed[~closed["merged"]],
            "visits": visits,
            "mass_groups": visits[visits["people"] >= GROUP_OF_FIVE],
            "complex_listed": mine,
        },
        division,
    )


def series(matters: Matters, windows: pd.DataFrame, kind: str | None, area: str | None) -> pd.DataFrame:
    """entered, resolved, open_count, on_time, judged, with_limit, overdue of each window (code, start_on, end_on)."""
    found = {}
    for row in windows.itertuples():
        closed = chosen(matters.closed(row.start_on, row.end_on), kind, area)
        now = chosen(matters.open_at(row.end_on), kind, area)
        found[row.code] = {
            "entered": len(chosen(matters.entered(row.start_on, row.end_on), kind, area)),
            "resolved": (~closed["merged"]).sum(),
            "open_count": len(now),
            "on_time": closed["on_time"].sum(),
            "judged": closed["judged"].sum(),
            "with_limit": now["judged"].sum(),
            "overdue": now["overdue"].sum(),
        }
    return pd.DataFrame(found).T.astype(int)


def reception_series(case: Case, windows: pd.DataFrame, area: str | None) -> pd.DataFrame:
    found = {}
    for row in windows.itertuples():
        visits = chosen(case.visits[case.visits["held_on"].between(row.start_on, row.end_on)], None, area)
        held = case.reception_sessions
        held = held[held["held_on"].between(row.start_on, row.end_on) & held["kind"].isin(["periodic", "ad_hoc"])]
        held = chosen(held, None, area)
        found[row.code] = {
            "visits": len(visits),
            "people": visits["people"].sum(),
            "mass_groups": (visits["people"] >= GROUP_OF_FIVE).sum(),
            "head_sessions": (held["chaired"] != "delegated").sum(),
            "delegated_sessions": (held["chaired"] == "delegated").sum(),
        }
    return pd.DataFrame(found).T.astype(int)


def reception_volume(case: Case, start: Day, end: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    """Form 01/TCD: standing reception, by the head, by a deputy."""

    def name(rows: pd.DataFrame, column: str) -> pd.DataFrame:
        who = rows["chaired"].eq("delegated").map({True: "delegated", False: "head"})
        return rows.assign(reception=who.mask(rows[column] == "regular", "regular"))

    sessions = case.reception_sessions
    sessions = name(chosen(sessions[sessions["held_on"].between(start, end)], None, area), "kind")
    visits = chosen(case.visits[case.visits["held_on"].between(start, end)], kind, area)
    visits = name(visits, "session_kind")
    found = pd.DataFrame(index=pd.Index(["delegated", "head", "regular"], name="reception"))
    found["sessions"] = sessions.groupby("reception").size()
    groups = visits[visits["people"] >= GROUP_OF_FIVE]
    for prefix, rows, count in (("", visits, "visits"), ("mass_", groups, "mass_groups")):
        found[count] = rows.groupby("reception").size()
        found[f"{prefix}people"] = rows.groupby("reception")["people"].sum()
    return found.fillna(0).astype(int)


def petitions_processing(case: Case, start: Day, end: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    rows = chosen(case.petitions[case.petitions["received_on"].between(start, end)], kind, area)
    keys = ["kind", "eligible", "within_authority", "processing"]
    rows = rows.assign(**{key: rows[key].astype(object).where(rows[key].notna(), "") for key in keys})
    return counted_by({"petitions": rows, "replies": rows[rows["reply_received"].fillna(False)]}, keys)


def duty_by(duty: Duty, start: Day, end: Day, by: str, area: str | None) -> pd.DataFrame:
    """required, credited, held, delegated, missed of the months that the body reported; months that it did not."""
    table = chosen(duty.table(start, end), None, area)
    known = table[table["reported"]]
    found = known.groupby(by, dropna=False)[["required", "credited", "held", "delegated", "missed"]].sum()
    silent = table[~table["reported"] & (table["required"] > 0)].groupby(by, dropna=False).size()
    found = found.reindex(table[by].drop_duplicates().sort_values()).fillna(0)
    return found.assign(months_unreported=silent).fillna(0).astype(int)


def heads_without_reception(duty: Duty, day: Day, area: str | None) -> set[str]:
    """Posts asked to receive this month, in office, without a periodic day in person from the first to `day`."""
    month = day.to_period("M")
    first = month.start_time
    posts = chosen(duty.case.posts, None, area)
    posts = posts[(posts["valid_from"] <= day) & ~(posts["valid_to"] < day)]
    asked = {post.post_code for post in posts.itertuples() if (duty.required(post, month) or 0) > 0}
    held = duty.sessions
    held = held[(held["kind"] == "periodic") & (held["chaired"] == "in_person") & held["held_on"].between(first, day)]
    return asked - set(held.loc[held["month"] == month, "post_code"])


def directives_open(case: Case, day: Day) -> dict[str, int | None]:
    """directive -> days over its own due day (None when it has none or is not over)."""
    rows = case.directives
    rows = rows[(rows["issued_on"] <= day) & ~(rows["done_on"] <= day)]
    over = (day - rows["due_on"]).dt.days
    return {code: int(days) if days > 0 else None for code, days in zip(rows["directive_id"], over, strict=True)}


def bounced(case: Case, start: Day, end: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    """Per body: what it passed on in the window, how many matters, how often back to a body that had it before."""
    every = transfers(case, Day("1900-01-01"), end, kind, area).sort_values("moved_on", kind="stable")
    had: dict[str, set[str]] = {}
    back = []
    for row in every.itertuples():
        before = had.setdefault(row.matter, set())
        back.append(row.to_agency_code in before)
        before |= {row.from_agency_code, row.to_agency_code}
    every = every.assign(back=back)
    mine = every[every["moved_on"] >= start]
    found = mine.groupby("from_agency_code").agg(transfers=("matter", "size"), matters=("matter", "nunique"))
    return found.assign(circular=mine.groupby("from_agency_code")["back"].sum()).astype(int)


def counted(matters: Matters, start: Day, end: Day, by: list[str], kind: str | None, area: str | None) -> pd.DataFrame:
    """opening, entered, resolved, merged, closing."""
    return balance(matters, start, end, by, kind, area)


def balance_by_holder(matters: Matters, start: Day, end: Day, kind: str | None, area: str | None) -> pd.DataFrame:
    """opening, resolved, merged, closing by the body that held the matter on the day of each."""
    closed = chosen(matters.closed(start, end), kind, area)
    return counted_by(
        {
            "opening": chosen(matters.open_at(start - ONE_DAY), kind, area),
            "resolved": closed[~closed["merged"]],
            "merged": closed[closed["merged"]],
            "closing": chosen(matters.open_at(end), kind, area),
        },
        ["holder", "kind"],
    )
