"""Days as whole numbers since 1970, and the working calendar as arrays, for sums over many dossiers at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

NEVER = np.iinfo(np.int32).max  # a day that has not come


def to_day_numbers(dates: pd.Series) -> np.ndarray:
    """Days since 1970 of a column of dates; NEVER where missing."""
    days = pd.to_datetime(dates).to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), NEVER, days.astype(np.int64))


@dataclass(frozen=True)
class WorkingDays:
    """A calendar_day table as arrays; what would lie outside it is not known: NEVER."""

    first: int
    is_working: np.ndarray
    next_working: np.ndarray
    index: np.ndarray  # working days up to and including each day

    @classmethod
    def of(cls, calendar: pd.DataFrame) -> WorkingDays:
        day = to_day_numbers(calendar["day"])
        working = calendar["is_working"].to_numpy(dtype=bool)
        return cls(int(day[0]), working, to_day_numbers(calendar["next_working"]), np.cumsum(working))

    def roll(self, days: np.ndarray) -> np.ndarray:
        """Each day, or the next working day where it is none."""
        place = days - self.first
        inside = (place >= 0) & (place < len(self.next_working))
        return np.where(inside, self.next_working[np.clip(place, 0, len(self.next_working) - 1)], NEVER)

    def roll_one(self, day: int) -> int:
        place = day - self.first
        return int(self.next_working[place]) if 0 <= place < len(self.next_working) else NEVER

    def add(self, days: np.ndarray, number: int, *, unit: str) -> np.ndarray:
        """The day `number` calendar or working days after each day, which is not counted itself."""
        if unit == "calendar" or not number:
            return days + number
        place = np.clip(days - self.first, 0, len(self.index) - 1)
        wanted = self.index[place] + number
        found = np.searchsorted(self.index, wanted)
        inside = (days >= self.first) & (found < len(self.index))
        return np.where(inside, self.first + found, NEVER)

    def known(self, days: np.ndarray) -> np.ndarray:
        """Each day that the calendar holds, NEVER for the others."""
        place = days - self.first
        return np.where((place >= 0) & (place < len(self.index)), days, NEVER)
