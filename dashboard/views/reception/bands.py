"""How well each head kept the duty: bands with reasons, so that who did well is as visible as who did not."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.metrics.thresholds import NEARLY_KEPT
from dashboard.words import codes as words
from dashboard.words import ledger
from data_loaders.law.months import last_of_month

ORDER = tuple(words.BANDS)
JUDGED = ("kept", "near", "short", "never")
DUTY_ORDER = (
    "province_party_secretary",
    "province_chair",
    "agency_head",
    "district_party_secretary",
    "district_chair",
    "commune_party_secretary",
    "commune_chair",
)
LEVEL_ORDER = ("province", "agency", "district", "commune")


def judged(posts: pd.DataFrame, *, near: float = NEARLY_KEPT) -> pd.DataFrame:
    """Adds band, compliance, owed (days) and why (words) to the rows of `ledger_by_post`.

    kept: every month's days; near: from `near` of them; short: less; never: no day in person; unreported: the body
    said nothing of a month and the others, if any, were kept; exempt: no day was asked for (a vacancy, a beginning or
    an end within the month).
    """
    required, credited = posts["required"].astype(float), posts["credited"].astype(float)
    share = (credited / required).where(required > 0)
    band = pd.Series("short", index=posts.index)
    band[share >= near] = "near"
    band[share >= 1] = "kept"
    band[(required > 0) & posts["in_person"].eq(0)] = "never"
    band[required.eq(0)] = "exempt"
    band[band.isin(["kept", "exempt"]) & posts["months_unreported"].gt(0)] = "unreported"
    told = posts.assign(band=band, compliance=share, owed=posts["required"] - posts["credited"])
    return told.assign(why=[ledger.reason(row) for row in told.itertuples()])


def counts(posts: pd.DataFrame) -> dict[str, int]:
    """Band → number of posts, bands without one left out."""
    found = posts["band"].value_counts()
    return {band: int(found[band]) for band in ORDER if band in found}


def ordered(posts: pd.DataFrame, *, best_first: bool = False) -> pd.DataFrame:
    """Those furthest from their duty first, or those who kept it first; ties by days asked, then title."""
    place = posts["band"].map(ORDER.index)
    if best_first:
        place = place.where(~posts["band"].isin(JUDGED), -place)
    keys = {"_place": place, "_owed": posts["owed"] * (1 if best_first else -1), "_asked": -posts["required"]}
    return (
        posts.assign(**keys).sort_values(["_place", "_owed", "_asked", "title"], kind="stable").drop(columns=list(keys))
    )


def groups(posts: pd.DataFrame, *, by: str) -> list[tuple[str, pd.DataFrame]]:
    """(name in words, its posts) in the order of office; `by`: duty_code, duty_level or district_name."""
    keys = posts[by].where(posts[by].notna(), ledger.OF_PROVINCE)
    named = words.CODED.get(by, {})
    place = {code: number for number, code in enumerate(DUTY_ORDER + LEVEL_ORDER)}
    codes = sorted(keys.unique(), key=lambda code: (place.get(code, -1 if code == ledger.OF_PROVINCE else 99), code))
    return [(named.get(code, code), posts[keys == code]) for code in codes]


def sections(first: pd.DataFrame, posts: pd.DataFrame, *, by: str) -> list[tuple[str, str, pd.DataFrame]]:
    """Each group with how many of its posts stand here, of all of them, in the order of the posts."""
    whole = {name: len(group) for name, group in groups(posts, by=by)}
    return [(name, ledger.posts(len(group), whole[name]), group) for name, group in groups(first, by=by)]


def noted(posts: pd.DataFrame) -> pd.DataFrame:
    """Posts that cannot be judged by the number alone, with their notes as `note`."""
    notes = pd.Series(["; ".join(ledger.notes(row)) for row in posts.itertuples()], index=posts.index, dtype=str)
    return posts.assign(note=notes)[notes.ne("")]


def span(end: dt.date, *, months: int) -> tuple[dt.date, dt.date]:
    """The whole calendar months that have elapsed at `end`: first day of the first, last day of the last."""
    last = last_of_month(end) if end == last_of_month(end) else end.replace(day=1) - dt.timedelta(days=1)
    first = pd.Timestamp(last.replace(day=1)) - pd.DateOffset(months=months - 1)
    return first.date(), last


def whole_months(start: dt.date, end: dt.date) -> list[pd.Timestamp]:
    """First days of the calendar months that are judged in a window: those whose last day lies in it."""
    every = pd.date_range(start.replace(day=1), end, freq="MS")
    return [month for month in every if start <= last_of_month(month.date()) <= end]
