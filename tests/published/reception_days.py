"""Reception days 2016 to 2021, as the National Assembly's supervision of 2022 found them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from tests.published.case_file import Province

FIRST, LAST = date(2016, 7, 1), date(2021, 6, 30)
CHAIRS_FROM, CHAIRS_UNTIL = date(2017, 1, 1), date(2021, 2, 28)
COMMUNES = 60
# Days off whose next working day lies in the following month: that week asks for no day in either.
NOT_ASKED = {date(2017, 1, 26), date(2020, 4, 30)}
HELD = {"province_chair": 56, "district_chair": 94, "commune_chair": 49}


def build_reception_days(path: Path) -> None:
    """Ministers 381 of 960 days; chairs of the province 56 %, of districts 94 %, of communes 49 % of their days.

    Only the shares of chairs were published; so 50 months (1/2017 to 2/2021) of one province chair (50 days),
    26 district chairs (2.600 days) and 60 commune chairs (one day a week). Sixteen ministers, 60 months (7/2016 to
    6/2021), one day a month. Days not held in person: two of three by a deputy, the third by nobody.
    """
    province = Province("38")
    serial = count(1)
    ministers = [_minister(province, number) for number in range(1, 17)]
    _sessions(province, serial, ((post, day) for day in _monthly(FIRST, LAST, (15,)) for post in ministers), (381, 960))
    _chairs(province, serial, "province_chair", [f"{province.code}-UB"], _monthly(CHAIRS_FROM, CHAIRS_UNTIL, (15,)))
    districts = [f"{district}-UB" for district in province.districts]
    _chairs(province, serial, "district_chair", districts, _monthly(CHAIRS_FROM, CHAIRS_UNTIL, (5, 20)))
    communes = [_commune(province, code) for code, _ in province.places[:COMMUNES]]
    _chairs(province, serial, "commune_chair", communes, _thursdays(CHAIRS_FROM, CHAIRS_UNTIL))
    province.write(path)


def _minister(province: Province, number: int) -> tuple[str, str]:
    agency = f"00-B{number:02d}"
    province.add("agencies", agency_code=agency, name=f"Bộ thứ {number}", level="central")
    return _post(province, agency, "agency_head", FIRST, LAST), agency


def _commune(province: Province, code: str) -> str:
    agency = f"{code}-UB"
    province.add(
        "agencies",
        agency_code=agency,
        name=f"UBND xã {code}",
        level="commune",
        unit_code=code,
        valid_to=date(2025, 6, 30),
    )
    return agency


def _post(province: Province, agency: str, duty: str, first: date, last: date) -> str:
    code = f"{agency}-CT"
    province.add(
        "posts",
        post_code=code,
        title="Thủ trưởng",
        duty_code=duty,
        agency_code=agency,
        valid_from=first,
        valid_to=last,
    )
    return code


def _chairs(province: Province, serial: count, duty: str, agencies: list[str], days: list[date]) -> None:
    posts = [(_post(province, agency, duty, CHAIRS_FROM, CHAIRS_UNTIL), agency) for agency in agencies]
    _sessions(province, serial, ((post, day) for day in days for post in posts), (HELD[duty], 100))


def _sessions(
    province: Province, serial: count, planned: Iterator[tuple[tuple[str, str], date]], share: tuple[int, int]
) -> None:
    """One periodic session for each planned day; share[0] of share[1] held in person, spread evenly."""
    held, of = share
    missed = count()
    for number, ((post, agency), day) in enumerate(planned):
        in_person = (number + 1) * held // of > number * held // of
        chaired = "in_person" if in_person else "delegated" if next(missed) % 3 else None
        province.add(
            "reception_sessions",
            session_id=f"BT-{next(serial):06d}",
            kind="periodic",
            post_code=post,
            agency_code=agency,
            scheduled_on=day,
            held_on=day if chaired else None,
            chaired=chaired,
        )


def _monthly(first: date, last: date, days: tuple[int, ...]) -> list[date]:
    return [
        date(year, month, day)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
        for day in days
    ]


def _thursdays(first: date, last: date) -> list[date]:
    start = first + timedelta(days=(4 - first.isoweekday()) % 7)
    weeks = (start + timedelta(days=7 * week) for week in range((last - start).days // 7 + 1))
    return [day for day in weeks if day not in NOT_ASKED]
