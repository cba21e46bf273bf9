"""python -m benchmarks.ledger: drawing 600 posts by 36 months on the server (aim: under 0,5 s), and its size."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd

from dashboard.drawing import grid
from dashboard.views.reception import bands
from dashboard.words import ledger

POSTS, MONTHS, REPEATS = 600, 36, 5


def made(*, posts: int = POSTS, months: int = MONTHS, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows as `ledger_by_post` and `ledger_strip` give them, every state among them."""
    rng = np.random.default_rng(seed)
    codes = [f"P{number:04d}" for number in range(posts)]
    required = np.full(posts, 12)
    credited = rng.integers(0, 13, posts)
    table = pd.DataFrame(
        {
            "post_code": codes,
            "title": [f"Chủ tịch UBND xã thứ {number}" for number in range(posts)],
            "holder_name": "Nguyễn Văn Thử",
            "district_name": "Huyện Thử",
            "duty_code": "commune_chair",
            "duty_level": "commune",
            "required": required,
            "credited": credited,
            "in_person": credited,
            "delegated": rng.integers(0, 4, posts),
            "missed": rng.integers(0, 4, posts),
            "months_unreported": rng.integers(0, 2, posts),
            "months_vacant": rng.integers(0, 2, posts),
            "created_on": pd.NaT,
            "ended_on": pd.NaT,
            "holder_since": pd.Timestamp(2025, 7, 1),
            "holder_changed": False,
        }
    )
    size = posts * months
    strip = pd.DataFrame(
        {
            "post_code": np.repeat(codes, months),
            "month_on": np.tile(pd.date_range("2023-11-01", periods=months, freq="MS"), posts),
            "state": rng.choice(list(ledger.STRIP_STATES), size),
            "required": rng.integers(0, 5, size),
            "in_person": rng.integers(0, 5, size),
            "moved": rng.integers(0, 2, size),
            "ad_hoc": rng.integers(0, 2, size),
        }
    )
    return table, strip


def draw(posts: pd.DataFrame, strip: pd.DataFrame) -> str:
    """What the page does with the answers: judge, group, order, draw."""
    judged = bands.judged(posts)
    sections = [(name, "", bands.ordered(group)) for name, group in bands.groups(judged, by="duty_code")]
    return grid.grid(sections, strip, judged=set())


def main() -> None:
    posts, strip = made()
    taken, worked = [], []
    for _ in range(REPEATS):
        started, begun = time.perf_counter(), time.process_time()
        html = draw(posts, strip)
        taken.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - begun) * 1000)
    print(
        f"{POSTS} posts by {MONTHS} months: median {sorted(taken)[REPEATS // 2]:.0f} ms, at most {max(taken):.0f} ms; "
        f"of the processor {sorted(worked)[REPEATS // 2]:.0f} ms; {len(html) / 1024:.0f} kB"
    )


if __name__ == "__main__":
    main()
