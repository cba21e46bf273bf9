"""What is watched and what may come: reasons, what changed since the day before, forecasts with their trial."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.facts import watch
from dashboard.words import codes, share
from dashboard.words import numbers as vi

TITLES = {
    "units": "Đơn vị cần theo dõi ({count})",
    "gone": "Đã hết so với lần trước ({count})",
    "rules": "Nội dung theo dõi, ngưỡng và mức ngẫu nhiên",
    "outlook": "Dự báo quý tới: vụ việc mới, đang giải quyết cuối quý",
}
NOTHING = "Không đơn vị nào vượt ngưỡng theo dõi."
NO_RULES = "Chưa đặt nội dung nào để theo dõi."
NO_OUTLOOK = "Chưa có chuỗi số liệu nào dự báo chính xác hơn cách lấy số cùng kỳ năm trước."
ASK = (
    "Mỗi đơn vị nêu một lần, kèm mọi lý do; đó là lý do để hỏi, không phải kết luận có lỗi. Ngưỡng do tỉnh đặt, "
    "có ngày hiệu lực."
)
OUTLOOK_NOTE = (
    "Dự báo chỉ nêu khi thử lại trên các tháng đã qua thì sai ít hơn cách lấy số cùng kỳ năm trước. {unpublished}"
    "Sai số tính theo sai số trong mẫu của cách lấy cùng kỳ; số nhỏ hơn là đúng hơn."
)
UNPUBLISHED = "Không nêu {count} chuỗi: {why}. "
GONE = "không còn: "
COUNTED = "đếm việc đã xảy ra"
SCOPE = "{place} · số liệu đến {day}"
REASONS = {
    "on_time_low": "đúng hạn {part}, thấp hơn mức ngẫu nhiên",
    "entered_jump": "{value} vụ việc mới trong tháng báo cáo gần nhất, thường {base} mỗi tháng",
    "overdue": "{value} vụ việc quá hạn",
    "overdue_days": "có vụ việc quá hạn {value} ngày",
    "mass_groups": "{value} lượt đoàn đông người trong {days} ngày",
    "directives_late": "{value} kết luận, chỉ đạo quá hạn chưa xong",
    "bounced": "đang giữ {value} vụ việc đã chuyển từ hai lần trở lên",
    "silent": "{value} ngày không có số liệu mới",
}


def headline(units: pd.DataFrame, rules: pd.DataFrame) -> str:
    """How many units, how many of them new, and how many alarms chance alone would give."""
    held = units[units["watch_state"] != watch.GONE]
    if held.empty:
        return f"{NOTHING[:-1]}{_chance(rules)}."
    text = f"{vi.sentence_case(vi.prose_count(len(held)))} đơn vị cần theo dõi"
    before = rules["compared_on"].dropna()
    if len(before):
        new = vi.prose_count(int((held["watch_state"] == watch.NEW).sum()))
        text += f", {new} đơn vị mới so với ngày {vi.date(before.iloc[0].date())}"
    return f"{text}{_chance(rules)}."


def _chance(rules: pd.DataFrame) -> str:
    """Alarms of a day on which nothing is out of order; '' where they are none."""
    expected = vi.rounded(float(rules["expected_alarms"].sum()), 1)
    if not expected:
        return ""
    return (
        f"; khi không nơi nào khác thường, riêng yếu tố ngẫu nhiên vẫn gây khoảng {vi.number(float(expected))} lần báo"
    )


def with_reasons(units: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """`by_unit` with all reasons of a unit in one text."""
    told = [reason(row) for row in rows.to_dict("records")]
    return units.assign(reasons_said=[vi.sentence_case("; ".join(told[at] for at in ats)) for ats in units["reasons"]])


def reason(row: Mapping[str, Any]) -> str:
    """Why a rule names a unit."""
    part = share.last(int(row["value"]), int(row["base"])) if row["watch_measure"] == "on_time_low" else ""
    base = "" if vi.is_missing(row["base"]) else vi.number(row["base"])
    text = REASONS[row["watch_measure"]].format(value=vi.count(row["value"]), base=base, part=part, days=row["days"])
    return text if vi.is_missing(row["gone_on"]) else f"{GONE}{text}"


def rules(asked: pd.DataFrame) -> pd.DataFrame:
    """Rows of `watch_rules`; what is counted and no matter of chance says so."""
    said = asked["expected_alarms"].map(
        lambda often: COUNTED if pd.isna(often) else f"{vi.number(often, digits=2)} lần"
    )
    set_ = {name: asked[name].where(asked[name] > 0) for name in ("threshold", "days")}  # 0: the measure has none
    return asked.assign(expected_alarms=said, **set_)


def outlook(rows: pd.DataFrame, *, province: str) -> pd.DataFrame:
    """The forecasts that may be told, each with its interval and its trial."""
    told = rows[rows["unpublished"].fillna("").eq("")]
    span = [f"{vi.count(v)} ({vi.count(low)}–{vi.count(high)})" for v, low, high in
            told[["value", "low", "high"]].itertuples(index=False)]  # fmt: skip
    held = [share.last(int(held), int(tried)) for held, tried in told[["held", "tried"]].itertuples(index=False)]
    errors = [f"{vi.number(own, digits=2)}, so với {vi.number(naive, digits=2)}" for own, naive in
              told[["error", "naive_error"]].itertuples(index=False)]  # fmt: skip
    return told.assign(name=told["name"].fillna(province), value_said=span, held_said=held, error_said=errors)


def outlook_note(rows: pd.DataFrame) -> str:
    """How many series are not told, and why."""
    left = rows.loc[rows["unpublished"].fillna("").ne(""), "unpublished"]
    why = [f"{codes.UNPUBLISHED[code].lower()} ({vi.count(count)})" for code, count in left.value_counts().items()]
    untold = UNPUBLISHED.format(count=vi.count(len(left)), why=", ".join(why)) if len(left) else ""
    return OUTLOOK_NOTE.format(unpublished=untold)


def scope(place: str, day: dt.date) -> str:
    """Of where and when the list is: the day of the data, whatever the period of the page."""
    return SCOPE.format(place=vi.sentence_case(place), day=vi.date(day))


def quarter(rows: pd.DataFrame) -> str:
    """The days that the forecast is of."""
    first = rows.iloc[0]
    return vi.sentence_case(vi.window(first["start_on"].date(), first["end_on"].date()))
