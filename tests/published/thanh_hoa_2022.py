"""Thanh Hóa 2022, as the province published it, on its real units (166 communes, 26 former districts).

Every date lies in 1/1/2022 to 14/12/2022, so that the facts hold for the year 2022 of both calendars (15/12/2021 to
14/12/2022, and the calendar year). What was not published is left out or as plain as possible: which
commune, which body, which day, and how many visits the people made.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path

from tests.published.case_file import Province, dealt, of_sum, on_or_before, small_visits, weekdays

CODE = "38"
FIRST, LAST = date(2022, 1, 1), date(2022, 12, 14)

NOT_ELIGIBLE = 1_238
WITHIN = {"complaint": 1_054, "denunciation": 116, "petition": 5_173}
NOT_WITHIN = {"transferred": 1_947, "guided": 753, "urged": 100, "returned": 120, "filed": 203}
BY_LEADERS, BY_STANDING = 4_176, 9_321
GROUP_VISITS, GROUP_MATTERS = 43, 23


def build_thanh_hoa_2022(path: Path) -> None:
    """The year 2022 (provincial Party portal, 12/2022).

    Reception: 13.497 people = 4.176 by leaders (in person, periodic or ad hoc) + 9.321 by standing reception; 43 visits
    of mass groups (5 people or more) about 23 matters, which are petitions within authority. Petitions: 10.704 received
    = 1.238 not eligible + 9.466 eligible; 6.343 within authority = 1.054 complaints + 116 denunciations + 5.173
    petitions; 3.123 not = 1.947 transferred + 753 guided + 423 otherwise (urged, returned, filed). No dossiers.
    """
    province = Province(CODE)
    matters = _petitions(province)
    _reception(province, matters)
    province.write(path)


def _petitions(province: Province) -> list[str]:
    """The rows of `petitions`; gives the ids of the matters that groups came about."""
    papers = [
        *((kind, True, True, "accepted") for kind, number in WITHIN.items() for _ in range(number)),
        *(("petition", True, False, how) for how, number in NOT_WITHIN.items() for _ in range(number)),
        *(("petition", False, None, "filed") for _ in range(NOT_ELIGIBLE)),
    ]
    days = dealt(len(papers), weekdays(FIRST, LAST - timedelta(days=10)))
    places = dealt(len(papers), province.places)
    for number, (paper, day, (commune, district)) in enumerate(zip(papers, days, places, strict=True), start=1):
        kind, eligible, within, processing = paper
        province.add(
            "petitions",
            petition_id=f"DT-{number:05d}",
            kind=kind,
            received_on=day,
            channel="post",
            agency_code=f"{district}-UB",
            place_unit_code=commune,
            eligible=eligible,
            within_authority=within,
            processing=processing,
            processed_on=day + timedelta(days=7),
        )
    return [f"DT-{number:05d}" for number in range(1, GROUP_MATTERS + 1)]


def _reception(province: Province, matters: list[str]) -> None:
    """Sessions and visits: 18 of the 43 groups before leaders, 25 at standing reception.

    A matter is counted with the first group that comes about it: `matters` and distinct papers both give 23.
    """
    agencies = [f"{province.code}-UB", *(f"{district}-UB" for district in province.districts)]
    planned = (date(2022, month, day) for month in range(1, 13) for day in (10, 24))
    twice = [on_or_before(day) for day in planned if day <= LAST]
    serial, groups = count(1), dealt(GROUP_VISITS, matters)
    seen: set[str | None] = set()
    for kind, people, crowds, days in (
        ("leaders", BY_LEADERS, 18, twice),
        ("standing", BY_STANDING, 25, weekdays(FIRST, LAST)),
    ):
        sessions = [
            _session(province, serial, agency, day, kind, ad_hoc=number % 9 == 0)
            for number, (agency, day) in enumerate(((a, d) for d in days for a in agencies), start=1)
        ]
        sizes = of_sum(crowds, crowds * 9 + 4)
        alone = small_visits(people - sum(sizes))
        where = dealt(crowds + len(alone), sessions)
        for size in sizes + alone:
            matter = next(groups) if size >= 5 else None
            known = matter in seen
            seen.add(matter)
            province.add(
                "reception_visits",
                visit_id=f"LT-{next(serial):06d}",
                session_id=next(where),
                people=size,
                petition_id=matter,
                first_time=not known if matter else None,
                matters=1 if matter and not known else None,
            )


def _session(province: Province, serial: count, agency: str, day: date, kind: str, *, ad_hoc: bool) -> str:
    code = f"BT-{next(serial):06d}"
    by_head = kind == "leaders"
    province.add(
        "reception_sessions",
        session_id=code,
        kind=("ad_hoc" if ad_hoc else "periodic") if by_head else "regular",
        agency_code=agency,
        scheduled_on=day if by_head and not ad_hoc else None,
        held_on=day,
        chaired="in_person" if by_head else None,
    )
    return code


CARRIED = 212
RESOLVED = {
    # kind: (to resolve, resolved by decision or conclusion, discontinued)
    "complaint": (491, 283, 121),
    "denunciation": (53, 41, 0),
    "petition": (3_383, 3_207, 0),
}
CLOSINGS = {"complaint": "decision", "denunciation": "conclusion", "petition": None}


def build_thanh_hoa_resolved(path: Path) -> None:
    """A reporting year (a national newspaper), put in 2022.

    3.652 of 3.927 matters resolved (93 %): complaints 404 of 491 = 283 by decision + 121 discontinued; denunciations 41
    of 53; so petitions 3.207 of 3.383. How many of the 3.927 were carried over was not published: 212 here (received
    11/2021); the rest came in 1/2022 to 10/2022. The 275 others stay open. How petitions closed is not told.
    """
    province = Province(CODE)
    serial = count(1)
    carried = iter([True] * CARRIED)
    for kind, (total, decided, discontinued) in RESOLVED.items():
        endings = (
            [CLOSINGS[kind]] * decided + ["discontinued"] * discontinued + ["open"] * (total - decided - discontinued)
        )
        early = dealt(total, weekdays(date(2022, 1, 4), date(2022, 10, 28)))
        before = dealt(total, weekdays(date(2021, 11, 1), date(2021, 11, 30)))
        for ending, day, past, place in zip(endings, early, before, dealt(total, province.places), strict=True):
            old = kind == "petition" and next(carried, False)
            _dossier(province, next(serial), kind, past if old else day, ending, place)
    province.write(path)


def _dossier(
    province: Province, number: int, kind: str, received: date, ending: str | None, place: tuple[str, str]
) -> None:
    accepted = received + timedelta(days=5)
    end = None if ending == "open" else max(accepted + timedelta(days=24), date(2022, 1, 10))
    province.add(
        "dossiers",
        dossier_id=f"HS-{number:05d}",
        kind=kind,
        agency_code=f"{place[1]}-UB",
        place_unit_code=place[0],
        received_on=received,
        accepted_on=accepted,
        instance=1,
        complexity="normal",
        remote_area=False,
        closed_on=end,
        closing=None if ending == "open" else ending,
    )
