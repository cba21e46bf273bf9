"""What a figure shows, as its title: a total, the largest, a half; a place, a body or a cause only beyond chance.

Each gives '' where there is nothing to say; then the title says what is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from dashboard.facts import among_many, standing_out
from dashboard.facts.change import Change
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import change, codes, quality, share
from dashboard.words import numbers as vi
from dashboard.words.phrases import MATTERS, listed

UP_TO = {"0-30": 30, "31-60": 60, "61-90": 90, "91-180": 180, "181-365": 365}
BEYOND = "mức dao động bình thường"
FEWEST_POINTS, MOST_NAMED, LATEST = 3, 2, 12


def through_time(series: pd.DataFrame, columns: Mapping[str, str], *, unit: str) -> str:
    """'Đang giải quyết cao nhất, quá hạn cao thứ 3 trong 8 quý': the last beside those before it.

    Args:
        series: a row a period, the last one last; columns: a column → what it is called; unit: quý, tháng.
    """
    said = {name: _beside(series[column]) for column, name in columns.items()}
    if not all(said.values()):
        return ""
    if len(set(said.values())) == 1:
        names, text = listed(said), next(iter(said.values()))
        parts = f"{names} {'đều ' if len(said) > 1 else ''}{text}"
    else:
        parts = ", ".join(f"{name} {text}" for name, text in said.items())
    return vi.sentence_case(f"{parts} trong {len(series)} {unit}")


def _beside(values: pd.Series) -> str:
    amounts = values.astype("Float64").astype(float)
    if amounts.isna().any() or len(amounts) < FEWEST_POINTS:
        return ""
    last, before = amounts.iloc[-1], amounts.iloc[:-1]
    if (before == last).all():
        return "không đổi"
    if last >= before.max():
        return "cao nhất" if last > before.max() else "bằng mức cao nhất"
    if last <= before.min():
        return "thấp nhất" if last < before.min() else "bằng mức thấp nhất"
    return f"cao thứ {1 + int((before > last).sum())}"


def balance(parts: Mapping[str, int]) -> str:
    """'Vụ việc mới nhiều hơn số đã giải quyết 293'; `parts` as `facts.balance` gives them."""
    step = parts["entered"] - parts["resolved"]
    if not parts["entered"] and not parts["resolved"]:
        return "Không có vụ việc mới, không giải quyết vụ việc nào"
    if not step:
        return f"Số đã giải quyết vừa bằng số vụ việc mới ({vi.count(parts['entered'])})"
    more, less = ("Vụ việc mới", "số đã giải quyết") if step > 0 else ("Số đã giải quyết", "vụ việc mới")
    return f"{more} nhiều hơn {less} {vi.count(abs(step))}"


def ages(rows: pd.DataFrame) -> str:
    """'50,6% chờ đến 30 ngày, 206 vụ trên một năm': the shortest wait that half of them keep to.

    Args:
        rows: band, open_count, as `open_dossiers_by_age`.
    """
    bands = rows.groupby("band", sort=False)["open_count"].sum(min_count=1).reindex(list(codes.AGE_BANDS)).fillna(0)
    total, over = int(bands.sum()), int(bands.iloc[-1])
    if not total:
        return ""
    reached = bands.cumsum()
    found = [(days, int(reached[band])) for band, days in UP_TO.items() if 2 * reached[band] >= total]
    if not found:
        return f"{_part(over, total)} chờ trên một năm"
    days, count = found[0]
    return f"{_part(count, total)} chờ đến {days} ngày{f', {vi.count(over)} vụ trên một năm' if over else ''}"


def clocks(rows: pd.DataFrame) -> str:
    """'52,8% không xác định được hạn, 9,4% quá hạn': the state that most are in, and what is overdue.

    Args:
        rows: clock, open_count, as `open_dossiers_by_clock`.
    """
    states = rows.groupby("clock")["open_count"].sum(min_count=1).reindex(list(codes.CLOCKS)).fillna(0)
    total, most = int(states.sum()), int(states.max())
    if not total:
        return ""
    told = [*states.index[states == most], *(["overdue"] if 0 < states["overdue"] < most else [])]
    return ", ".join(f"{_part(int(states[clock]), total)} {vi.small(codes.CLOCKS[clock])}" for clock in told)


def late(rows: pd.DataFrame, *, name: str, noun: str) -> str:
    """'18 trên 178 cơ quan chiếm một nửa số quá hạn', and whose share is above the whole's beyond chance.

    Args:
        rows: overdue, with_limit and the column `name`, a row a body or field; noun: what they are.
    """
    counts = rows["overdue"].astype("Float64").astype(float)
    total = counts.sum()
    if counts.isna().any() or not total:
        return ""
    held = counts[counts > 0].sort_values(ascending=False)
    few = f"{vi.count(int(total))} {MATTERS} quá hạn, ở {len(held)} {noun}"
    if total < LEAST_BASE:
        return few
    half = int((held.cumsum() < total / 2).sum()) + 1
    text = f"{half} trên {len(rows)} {noun} chiếm một nửa số quá hạn"
    if len(held) == 1:
        text = few
    elif held.nunique() == 1:
        text = f"{len(held)} {noun}, mỗi nơi {vi.count(int(held.iloc[0]))} {MATTERS} quá hạn"
    found = standing_out.of_shares(counts, rows["with_limit"])["evidence"]
    named = rows.loc[found.eq(standing_out.HIGH), name]
    if found.eq(standing_out.TOO_FEW).all():
        return text
    if named.empty:
        return f"{text}; không {noun} nào vượt {BEYOND}"
    return f"{text}; vượt {BEYOND}: {_named([codes.inside(str(each)) for each in named], noun)}"


def _named(names: Sequence[str], noun: str) -> str:
    return listed(names) if len(names) <= MOST_NAMED else f"{len(names)} {noun}"


def compared(steps: Iterable[Change]) -> str:
    """'So với kỳ trước, đang giải quyết tăng; ba số khác trong mức dao động bình thường'."""
    known = [step for step in steps if step.wording not in ("no_base", "unknown")]
    moved = {change.RISE: [], change.FALL: []}  # type: dict[str, list[str]]
    for step in known:
        if step.absolute and not step.noise:
            moved[change.verb(step.absolute)].append(vi.small(step.metric.label))
    said = [f"{listed(names)} {way}" for way, names in moved.items() if names]
    if not known:
        return ""
    rest = len(known) - sum(map(len, moved.values()))
    if not said:
        return f"So với kỳ trước, {'cả ' if rest > 1 else ''}{rest} số đều trong {BEYOND}"
    return f"So với kỳ trước, {', '.join(said)}" + (f"; {rest} số khác trong {BEYOND}" if rest else "")


def ways(moved: pd.DataFrame, *, noun: str) -> str:
    """'Tăng ở 15 địa bàn, giảm ở 09; 02 vượt mức dao động bình thường'; `moved`: as in `comparison.driven`."""
    if not moved["change"].any():
        return ""
    heard = moved[~moved["silent"]] if "silent" in moved else moved
    up, down, beyond = ((heard["change"] > 0).sum(), (heard["change"] < 0).sum(), heard["beyond"].sum())
    sides = [f"{way} ở {count} {noun}" for way, count in ((change.RISE, up), (change.FALL, down)) if count]
    sure = f"{beyond} {noun} vượt {BEYOND}" if beyond else f"không {noun} nào vượt {BEYOND}"
    return vi.sentence_case("; ".join(filter(None, [", ".join(sides), sure, *quality.unheard(moved)])))


def beside_before(table: pd.DataFrame, *, name: str, noun: str, against: str) -> str:
    """Which parts are above or below their base beyond chance; `table`: now, previous, a row a part.

    Of bodies also `silent`: one that sent nothing is named as silent, not as fallen.
    """
    both = table.dropna(subset=["now", "previous"])
    if both.empty:
        return ""
    sure = both[among_many.stand(among_many.chance_of_counts(both["now"], both["previous"]))]
    unheard = (sure["now"] < sure["previous"]) & sure.get("silent", False)
    silent = "".join(f"; {told}" for told in quality.unheard(sure.assign(silent=unheard), name=name))
    sure = sure[~unheard]
    if sure.empty:
        return vi.sentence_case(f"{against}, không {noun} nào thay đổi vượt {BEYOND}{silent}")
    sides = {change.RISE: sure["now"] > sure["previous"], change.FALL: sure["now"] < sure["previous"]}
    said = [
        f"{_named([codes.inside(str(each)) for each in sure.loc[side, name]], noun)} {way}"
        for way, side in sides.items()
        if side.any()
    ]
    return vi.sentence_case(f"{against}, {listed(said)} vượt {BEYOND}{silent}")


def flows(series: pd.DataFrame, *, unit: str) -> str:
    """'Vụ việc mới nhiều hơn số đã giải quyết ở 6 trên 8 kỳ'; `series`: entered, resolved, a row a period."""
    both = series[["entered", "resolved"]].dropna()
    if len(both) < FEWEST_POINTS:
        return ""
    more = int((both["entered"] > both["resolved"]).sum())
    if not more:
        return f"Không {unit} nào số vụ việc mới nhiều hơn số đã giải quyết"
    return f"Vụ việc mới nhiều hơn số đã giải quyết ở {more} trên {len(both)} {unit}"


def outside(verdicts: pd.Series, *, of: Mapping[str, str]) -> str:
    """'1 trên 24 đơn vị thấp hơn giới hạn'; `of`: low, high → a word; others could not be judged."""
    judged = verdicts[verdicts.ne("too_few")]
    if judged.empty:
        return ""
    sides = {words: count for side, words in of.items() if (count := int(judged.eq(side).sum()))}
    if not sides:
        return f"Cả {len(judged)} đơn vị nằm trong giới hạn" if len(judged) > 1 else ""
    if len(sides) == 1:
        ((words, count),) = sides.items()
        return f"{count} trên {len(judged)} đơn vị {words} giới hạn"
    said = ", ".join(f"{count} {words}" for words, count in sides.items())
    return f"{sum(sides.values())} trên {len(judged)} đơn vị nằm ngoài giới hạn: {said}"


def signals(points: pd.DataFrame) -> str:
    """'12 tháng gần nhất: 2 tháng có dấu hiệu thay đổi'; `points`: month, mean, rule, as `xmr.chart`."""
    latest = points.tail(LATEST).dropna(subset=["mean"])
    if len(latest) < FEWEST_POINTS:
        return ""
    days = latest["month"].diff().median().days
    unit = "quý" if days > 45 else "tháng"
    found = int(latest["rule"].notna().sum())
    told = f"{found} {unit} có dấu hiệu thay đổi" if found else "không có dấu hiệu thay đổi"
    of = f"{len(latest)} {unit} xét được" if len(latest) < min(len(points), LATEST) else f"{len(latest)} {unit}"
    return f"{of} gần nhất: {told}"


def still_open(curve: pd.DataFrame, *, after: int) -> str:
    """'Còn chưa xong: sau 180 ngày 21%, sau 365 ngày 9%', of the one group; of several '': the headline compares none.

    Args:
        curve: group, day, open_share (0–1), as the curves are drawn; after: the last day that the headline says.
    """
    later = curve[curve["day"].gt(after) & curve["open_share"].notna()].sort_values("day")
    if curve["group"].nunique() != 1 or later.empty:
        return ""
    said = [f"sau {row.day} ngày {vi.percent(row.open_share, digits=0)}" for row in later.itertuples()]
    return f"Còn chưa xong: {', '.join(said)}"


def _part(part: int, whole: int) -> str:
    """50,6%; of a small base 3/5."""
    return share.rate(part, whole) or share.counts(part, whole)
