"""Published sentences with changes against the same period: the rows from which such a sentence must be written.

Every date lies where the inspectorate's period and the calendar's overlap, so that the facts hold in both.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path

from tests.published.case_file import Province, dealt, of_sum, weekdays


def build_ba_ria_vung_tau_may_2022(path: Path, *, base: int = 350) -> None:
    """Bà Rịa - Vũng Tàu, May 2022: 539 visits, up 54,14 % on May 2021 as printed; base 349 or 350, neither gives that.

    1/1/2022 to 31/5/2022: 2.058 visits, up 10,7 % (base 1.859). In May 6 mass groups with 175 people; all other visits
    are of one or two people. Units: the seven districts of the former province, today a part of Hồ Chí Minh City.
    """
    province = Province("79", former="77")
    serial = count(1)
    months = {
        2021: (base, 1_859 - base, 0),
        2022: (539, 2_058 - 539, 6),
    }
    for year, (in_may, earlier, groups) in months.items():
        sizes = of_sum(groups, 175) if groups else []
        _visits(province, serial, date(year, 5, 3), date(year, 5, 14), sizes + [1] * (in_may - groups))
        _visits(province, serial, date(year, 1, 4), date(year, 4, 14), [1, 2] * (earlier // 2) + [1] * (earlier % 2))
    province.write(path)


def build_quarterly_briefing(
    path: Path, *, visits: int = 2_843, base: int = 3_353, petitions: int = 1_214, accepted: tuple[int, int] = (24, 6)
) -> None:
    """A quarterly briefing, put in Thanh Hóa's second quarter of 2022 (1/4 to 14/6, in both calendars).

    "Trên 2.800 lượt, giảm 15,2 % so với cùng kỳ; trên 1.200 đơn, trong đó 30 đơn khiếu nại, tố cáo thuộc thẩm quyền":
    by default 2.843 visits after 3.353, and 1.214 petitions with 24 complaints and 6 denunciations within authority.
    """
    province = Province("38")
    serial = count(1)
    _visits(province, serial, date(2021, 4, 1), date(2021, 6, 14), [1] * base)
    _visits(province, serial, date(2022, 4, 1), date(2022, 6, 14), [1] * visits)
    kinds = ["complaint"] * accepted[0] + ["denunciation"] * accepted[1]
    kinds += ["petition"] * (petitions - len(kinds))
    days = dealt(petitions, weekdays(date(2022, 4, 1), date(2022, 6, 7)))
    for kind, day, (commune, district) in zip(kinds, days, dealt(petitions, province.places), strict=True):
        within = kind != "petition"
        province.add(
            "petitions",
            petition_id=f"DT-{next(serial):05d}",
            kind=kind,
            received_on=day,
            channel="post",
            agency_code=f"{district}-UB",
            place_unit_code=commune,
            eligible=True,
            within_authority=within,
            processing="accepted" if within else "transferred",
            processed_on=day + timedelta(days=7),
        )
    province.write(path)


def _visits(province: Province, serial: count, first: date, last: date, sizes: list[int]) -> None:
    """Visits to standing reception, dealt over working days and district bodies."""
    agencies = [f"{district}-UB" for district in province.districts]
    sessions = []
    for day in weekdays(first, last):
        for agency in agencies:
            code = f"BT-{next(serial):06d}"
            province.add("reception_sessions", session_id=code, kind="regular", agency_code=agency, held_on=day)
            sessions.append(code)
    for size, session in zip(sizes, dealt(len(sizes), sessions), strict=True):
        province.add("reception_visits", visit_id=f"LT-{next(serial):06d}", session_id=session, people=size)


def build_half_year_with_papers_carried_over(path: Path) -> None:
    """A half-year with 50 papers carried over and 1.400 new, 1.450 on hand, all processed; within authority 210.

    180 complaints and 30 denunciations, 26 of them among those carried over; all the others are transferred.
    """
    province = Province("38")
    within = ["complaint"] * 20 + ["denunciation"] * 6 + ["petition"] * 24
    within += ["complaint"] * 160 + ["denunciation"] * 24 + ["petition"] * 1_216
    days = [date(2021, 12, 1)] * 50 + list(dealt(1_400, weekdays(date(2022, 1, 4), date(2022, 5, 31))))
    for number, (kind, day, (commune, district)) in enumerate(
        zip(within, days, dealt(1_450, province.places), strict=True)
    ):
        province.add(
            "petitions",
            petition_id=f"DT-{number:05d}",
            kind=kind,
            received_on=day,
            channel="post",
            agency_code=f"{district}-UB",
            place_unit_code=commune,
            eligible=True,
            within_authority=kind != "petition",
            processing="transferred" if kind == "petition" else "accepted",
            processed_on=max(day, date(2022, 1, 4)) + timedelta(days=7),
        )
    province.write(path)
