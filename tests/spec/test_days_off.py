"""Working days and days off: Bộ luật Lao động Điều 112, the yearly notices of exchanged days, and a province's own."""

from datetime import date

import pandas as pd
import pytest

from data_loaders.law.working_calendar import working_calendar
from tests.spec.law import calendar
from tests.spec.tables import rows

DAYS = """
day        | working | next       | why
2026-11-20 | yes     | 2026-11-20 | an ordinary Friday
2026-11-21 | no      | 2026-11-23 | a Saturday
2026-11-22 | no      | 2026-11-23 | a Sunday
2026-01-01 | no      | 2026-01-05 | Tết Dương lịch
2026-01-02 | no      | 2026-01-05 | exchanged
2026-01-10 | yes     | 2026-01-10 | the Saturday worked for it
2026-02-13 | yes     | 2026-02-13 | the Friday before Tết
2026-02-16 | no      | 2026-02-23 | Giao thừa
2026-02-20 | no      | 2026-02-23 | mùng bốn
2026-02-23 | yes     | 2026-02-23 | the Monday after
2026-04-26 | no      | 2026-04-28 | Giỗ Tổ on a Sunday
2026-04-27 | no      | 2026-04-28 | so the Monday too
2026-04-30 | no      | 2026-05-04 | 30/4 and 1/5, then a weekend
2026-08-22 | yes     | 2026-08-22 | the Saturday worked for 31/8
2026-08-31 | no      | 2026-09-03 | exchanged, then 1/9 and 2/9
2026-11-24 | no      | 2026-11-25 | Ngày Văn hóa Việt Nam
2025-11-24 | yes     | 2025-11-24 | not yet in 2025
2025-01-27 | no      | 2025-02-03 | Tết 2025
2025-05-02 | no      | 2025-05-05 | exchanged for Saturday 26/4
2025-04-26 | yes     | 2025-04-26 | which is worked
2024-02-29 | yes     | 2024-02-29 | a leap day
"""


@pytest.mark.parametrize("case", rows(DAYS), ids=lambda case: f"{case['day']} {case['why']}")
def test_days(case):
    day = calendar().set_index("day").loc[pd.Timestamp(case["day"])]
    assert (day["is_working"], day["next_working"].date()) == (case["working"], case["next"])


def test_the_index_counts_working_days():
    """From Friday 13/2 to Monday 23/2/2026 only one working day passes."""
    index = calendar().set_index("day")["working_index"]
    assert index[pd.Timestamp(2026, 2, 23)] - index[pd.Timestamp(2026, 2, 13)] == 1
    assert index[pd.Timestamp(2026, 2, 22)] == index[pd.Timestamp(2026, 2, 13)]


def test_a_province_may_change_a_day():
    own = pd.DataFrame({"day": pd.to_datetime(["2026-11-24"]), "is_working": [True], "name": ["Chưa có hiệu lực"]})
    changed = working_calendar(date(2026, 11, 1), date(2026, 11, 30), overrides=own).set_index("day")
    assert changed.loc[pd.Timestamp(2026, 11, 24), "is_working"]
    assert pd.isna(changed.loc[pd.Timestamp(2026, 11, 24), "holiday_name"])
