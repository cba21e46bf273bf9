"""The official prose: sentences built from the same objects as the charts, after the conventions of briefing reports.

Every sentence states counts with their base and its window in exact dates; a share is only said where its base allows
it, and a change only as far as chance does not explain it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.facts.change import Change, Figure
from dashboard.metrics import METRICS
from dashboard.words import format as vi
from queries.periods import Period

BASES = ("now", "previous", "last_year")
NAMED = 3
Figures = Mapping[str, Figure]
Changes = Mapping[str, Change]


def change(step: Change, *, noun: str, against: str) -> str:
    """'tăng 35 vụ (0,9%) so với quý trước', `against` being the last words.

    Under ten only the count is said, shares change in points, and noise is named as such.
    """
    if step.wording == "unknown":
        return f"chưa đủ số liệu để {against}"
    if step.wording in ("both_zero", "new", "unchanged") or not step.absolute:
        return f"{vi.change(step)} {against}"
    tail = ", trong mức dao động thường" if step.noise and step.metric.direction != "neutral" else ""
    return f"{_amount(step, noun)} {against}{tail}"


def _amount(step: Change, noun: str) -> str:
    if step.relative is None:
        return vi.change(step) if step.wording == "points" else f"{vi.change(step)} {noun}"
    verb, _, relative = vi.change(step).partition(" ")
    return f"{verb} {vi.prose_count(abs(step.absolute or 0))} {noun} ({relative})"


def share(figure: Figure, *, least: int = 10) -> str:
    """'24,1% (812/3.369)'; on a tiny base the counts alone."""
    counts = f"{vi.count(figure.numerator or 0)}/{vi.count(figure.denominator or 0)}"
    if figure.value is None or (figure.denominator or 0) < least:
        return counts
    return f"{vi.percent(figure.value)} ({counts})"


def overview(now: Figures, steps: Changes, *, place: str, until: str, against: str) -> str:
    """The state of the province in one sentence."""
    overdue, left = now["overdue_share"], now["open_dossiers"].numerator or 0
    counted = f"còn {vi.count(left)} vụ việc" if left else "không còn vụ việc nào"
    text = (
        f"Đến hết ngày {until}, {place} {counted} chưa giải quyết xong, "
        f"{change(steps['open_dossiers'], noun='vụ', against=against)}"
    )
    return f"{text}; quá hạn {share(overdue)} số vụ việc xác định được hạn." if overdue.denominator else f"{text}."


def backlog(now: Figures, *, place: str, until: str, worst: pd.DataFrame) -> str:
    """Who holds what is overdue: the total, the oldest part, and the body with most of it."""
    late, long = now["overdue_dossiers"].numerator or 0, now["open_over_180_days"].numerator or 0
    counted = f"còn {vi.count(late)} vụ việc quá hạn" if late else "không có vụ việc quá hạn"
    waited = f"{vi.count(long)} vụ việc đã chờ trên 180 ngày" if long else "không vụ việc nào chờ trên 180 ngày"
    text = f"Đến hết ngày {until}, {place} {counted}; {waited}"
    held = worst[worst["overdue"] > 0]
    if held.empty:
        return f"{text}."
    first = held.iloc[0]
    return f"{text}. Giữ nhiều vụ quá hạn nhất: {first['agency_name']}, {vi.prose_count(int(first['overdue']))} vụ."


def hotspots(areas: pd.DataFrame, *, measure: str, place: str, until: str) -> str:
    """Where it piles up: how few areas hold half of it."""
    total = int(areas["count"].sum())
    if not total:
        return f"Đến hết ngày {until}, {place} không có {measure} nào."
    if len(areas) == 1:
        return f"Đến hết ngày {until}, {place} có {vi.prose_count(total)} {measure}."
    ranked = areas.sort_values("count", ascending=False)
    half = int((ranked["count"].cumsum() < total / 2).sum()) + 1
    named = ", ".join(ranked["name"].head(min(half, 3)))
    return (
        f"Đến hết ngày {until}, {place} có {vi.count(total)} {measure}; "
        f"{vi.prose_count(half)} trên {vi.count(len(ranked))} địa bàn giữ một nửa, nhiều nhất là {named}."
    )


def reception(duty: Figure, delegated: Figure, *, window: str, without: int) -> str:
    """Did the heads come themselves?"""
    if not duty.denominator:
        return f"{window}, chưa có ngày tiếp công dân nào của người đứng đầu đến kỳ phải xét."
    text = f"{window}, người đứng đầu trực tiếp tiếp công dân {share(duty)} số ngày phải tiếp"
    if delegated.denominator:
        text = f"{text}; cấp phó tiếp thay {share(delegated)} số kỳ đã tổ chức"
    if not without:
        return f"{text}."
    return f"{text}; {vi.prose_count(without)} người đứng đầu chưa tiếp buổi nào."


def within(period: str) -> str:
    """'Trong quý III/2026'; a free range stands as it is: 'Từ ngày … đến ngày …'."""
    return vi.sentence_case(period) if period.startswith("từ ngày") else f"Trong {period}"


def comparison(now: Figures, last_year: Changes, *, period: str) -> str:
    """What changed against the same period last year, the comparison without seasons."""
    resolved, left = now["resolved_dossiers"].numerator or 0, now["open_dossiers"].numerator or 0
    against = "so với cùng kỳ năm trước"
    return (
        f"{within(period)}, đã giải quyết {vi.count(resolved)} vụ việc, "
        f"{change(last_year['resolved_dossiers'], noun='vụ', against=against)}; "
        f"tồn cuối kỳ {vi.count(left)} vụ, {change(last_year['open_dossiers'], noun='vụ', against=against)}."
    )


def since_before(previous: Changes, *, before: str) -> str:
    """What changed against the period before, `before` being 'so với kỳ trước'."""
    resolved, left = (
        change(previous[name], noun="vụ", against=before) for name in ("resolved_dossiers", "open_dossiers")
    )
    return f"Số giải quyết {resolved}; số tồn {left}."


def windows(compared: Mapping[str, Period]) -> str:
    """The exact dates that are compared."""
    now, before, year_before = (vi.window(compared[name].start, compared[name].end) for name in BASES)
    return f"Kỳ này {now}; kỳ trước {before}; cùng kỳ {year_before}."


def driven(parts: pd.DataFrame, *, net: int | None, measure: str, against: str) -> str:
    """Which parts moved a figure most, those that went the other way too. Columns: part_name, now, base, change.

    `net` is the change of the whole, not said where it is not known.
    """
    if parts.empty:
        return f"{measure} {against}: không có thay đổi."
    ways = {"tăng": parts[parts["change"] > 0], "giảm": parts[parts["change"] < 0]}
    order = ["giảm", "tăng"] if (net or 0) < 0 else ["tăng", "giảm"]
    said = [f"{way} nhiều nhất: {_moved(ways[way])}" for way in order if len(ways[way])]
    total = "" if net is None else f" {order[0]} {vi.prose_count(abs(net))};" if net else " không đổi;"
    return f"{measure} {against}{total} {'; '.join(said)}."


def _moved(rows: pd.DataFrame) -> str:
    named = rows.head(NAMED)[["part_name", "base", "now"]].itertuples(index=False)
    return ", ".join(f"{name} ({vi.count(base)} → {vi.count(now)})" for name, base, now in named)


def locked_beside(
    at: dt.datetime, *, then: Mapping[str, Figure | None], now: Mapping[str, Figure | None], problem: str | None
) -> str:
    """That the period is locked, and which main counts are others today."""
    lead = f"Kỳ này đã chốt lúc {vi.moment(at)}"
    if problem:
        return f"{lead} nhưng bản chốt không đọc được nên không có số để so."
    moved = [
        f"{METRICS[name].label.lower()} {vi.count(then[name].numerator)} → {vi.count(now[name].numerator)}"  # type: ignore[union-attr]
        for name in then
        if then[name] and now[name] and then[name].numerator != now[name].numerator  # type: ignore[union-attr]
    ]
    return f"{lead}; {'nay khác: ' + ', '.join(moved) if moved else 'các số chính nay không khác'}."


def worse_areas(areas: pd.DataFrame) -> str:
    """Areas whose overdue count rose beyond chance, named."""
    if areas.empty:
        return "Không địa bàn nào có số vụ quá hạn tăng vượt mức dao động thường."
    parts = [
        f"{name} (+{vi.prose_count(int(rise))} vụ)" for name, rise in areas[["name", "rise"]].itertuples(index=False)
    ]
    return f"Số vụ quá hạn tăng vượt mức dao động thường tại {', '.join(parts)}."


def residual(rows: pd.DataFrame) -> str:
    """The balance does not close: say by how much, never hide it."""
    gap = vi.count(int(rows["residual"].abs().sum()))
    return f"Số liệu chưa khớp: chênh {gap} vụ việc giữa tồn đầu, phát sinh và tồn cuối."


def quality(loaded: pd.DataFrame, bodies: pd.DataFrame, *, silent_days: int = 60) -> str:
    """How far the figures can be trusted: refused rows of all, bodies that fell silent."""
    read, refused = int(loaded["rows_read"].sum()), int(loaded["rows_refused"].sum())
    silent = int((bodies["days_silent"].isna() | (bodies["days_silent"] > silent_days)).sum())
    return (
        f"Đã đọc {vi.count(read)} dòng, loại {vi.count(refused)} dòng ({vi.share(refused, read)}) "
        f"vì không đúng quy cách; "
        f"{vi.prose_count(silent)} trên {vi.count(len(bodies))} cơ quan không có số liệu mới quá {silent_days} ngày."
    )


def attention(areas: pd.DataFrame, *, place: str, until: str) -> str:
    """Which areas call for attention first; bands, never a rank."""
    judged = areas[areas["attention_band"] != "too_little_data"]
    if judged.empty:
        return f"Đến hết ngày {until}, {place} chưa có địa bàn nào đủ dữ liệu để tính chỉ số cần chú ý."
    first = judged[judged["attention_band"] == "attention"]
    watched = int((judged["attention_band"] == "watch").sum())
    tail = f"{vi.prose_count(watched) if watched else 'không'} nơi ở mức theo dõi"
    if first.empty:
        return f"Đến hết ngày {until}, {place} không có địa bàn nào ở mức cần chú ý; {tail}."
    named = ", ".join(sorted(first["name"].head(4)))
    others = f" và {vi.prose_count(len(first) - 4)} nơi khác" if len(first) > 4 else ""
    return (
        f"Đến hết ngày {until}, {vi.prose_count(len(first))} trên {vi.count(len(judged))} địa bàn của {place} "
        f"ở mức cần chú ý ({named}{others}); {tail}."
    )


def moved_bands(areas: pd.DataFrame, *, measure: str, against: str) -> str:
    """Areas whose class of colour, or band, is another one than before and not by chance: up named first.

    Columns: name, step, noise.
    """
    moved = areas[areas["step"] != 0]
    proven = moved[~moved["noise"]]
    parts = []
    for words, sign in (("lên mức cao hơn", 1), ("xuống mức thấp hơn", -1)):
        named = proven[proven["step"] * sign > 0].sort_values("step", key=abs, ascending=False)["name"]
        if len(named):
            others = f" và {vi.prose_count(len(named) - 3)} nơi khác" if len(named) > 3 else ""
            parts.append(f"{vi.prose_count(len(named))} địa bàn {words}: {', '.join(named.head(3))}{others}")
    within = len(moved) - len(proven)
    if within and parts:
        parts.append(f"{vi.prose_count(within)} địa bàn khác đổi mức trong phạm vi dao động thường")
    elif within:
        parts.append(f"{vi.prose_count(within)} địa bàn đổi mức, đều trong phạm vi dao động thường")
    if not parts:
        return f"{measure}: không địa bàn nào đổi mức {against}."
    return f"{measure} {against}: {'; '.join(parts)}."


def over_periods(measure: str, *, place: str, grown: Sequence[str], up: int, down: int) -> str:
    """From the first to the last of eight periods: how many areas rose and fell, and which rose most."""
    text = (
        f"{measure} của {place}, so kỳ đầu với kỳ cuối: {vi.prose_count(up) if up else 'không'} địa bàn tăng, "
        f"{vi.prose_count(down) if down else 'không'} địa bàn giảm"
    )
    return f"{text}; tăng nhiều nhất: {', '.join(grown)}." if grown else f"{text}."


# The ledger of reception
LEAST_DAYS = 10


def ledger(bands: Mapping[str, int], *, period: str, place: str) -> str:
    """Who kept the duty in full and who did not, of all heads judged; `bands` counts posts by band."""
    judged, kept = _judged(bands), bands.get("kept", 0)
    if not judged:
        return f"Trong {period}, {place} chưa có người đứng đầu nào đủ cơ sở để xét."
    text = (
        f"Trong {period}, {vi.count(kept)} trên {vi.count(judged)} người đứng đầu của {place} "
        f"trực tiếp tiếp đủ số ngày phải tiếp"
    )
    parts = [
        f"{vi.prose_count(bands[band])} người {words}"
        for band, words in {"near": "gần đủ", "short": "còn thiếu", "never": "chưa tiếp buổi nào"}.items()
        if bands.get(band)
    ]
    if bands.get("unreported"):
        parts.append(f"{vi.prose_count(bands['unreported'])} người khác chưa báo cáo đủ")
    return f"{text}; {', '.join(parts)}." if parts else f"{text}."


def ledger_group(name: str, bands: Mapping[str, int], *, credited: int, required: int, period: str) -> str:
    """'42 trên 166 chủ tịch UBND xã chưa tiếp đủ số ngày quý III/2026; 11 người chưa tiếp buổi nào; 124 người đủ.'"""
    judged, kept = _judged(bands), bands.get("kept", 0)
    group = small(name)
    unreported = bands.get("unreported", 0)
    silent = f"; {vi.prose_count(unreported)} người thuộc đơn vị chưa báo cáo đủ" if unreported else ""
    if not judged:
        return f"Chưa xét được {group} trong {period}{silent}."
    days = f"{vi.count(credited)}/{vi.count(required)} ngày phải tiếp"
    if required >= LEAST_DAYS:
        days += f", đạt {vi.share(credited, required)}"
    if kept == judged:
        every = f"Cả {vi.prose_count(judged)} {group}" if judged > 1 else name
        return f"{every} tiếp đủ số ngày {period} ({days}){silent}."
    if judged == 1:
        never = "chưa tiếp buổi nào" if bands.get("never") else "chưa tiếp đủ số ngày"
        return f"{name} {never} {period} ({days}){silent}."
    never = f"; {vi.prose_count(bands['never'])} người chưa tiếp buổi nào" if bands.get("never") else ""
    good = f"; {vi.prose_count(kept)} người tiếp đủ" if kept else ""
    return (
        f"{vi.prose_count(judged - kept)} trên {vi.count(judged)} {group} chưa tiếp đủ số ngày {period}"
        f"{never}{good} ({days}){silent}."
    )


def small(name: str) -> str:
    """A title inside a sentence: Chủ tịch UBND xã → chủ tịch UBND xã."""
    return name[:1].lower() + name[1:]


def months_judged(months: Sequence[pd.Timestamp]) -> str:
    """'tháng 6, 7, 8/2026': calendar months, by year."""
    years: dict[int, list[str]] = {}
    for month in months:
        years.setdefault(month.year, []).append(str(month.month))
    return "; ".join(f"tháng {', '.join(named)}/{year}" for year, named in years.items())


def ledger_reason(row: object) -> str:
    """Why a head is in a band: what is owed and how it came, then what must be known to judge fairly."""
    told = (
        ("thiếu {} ngày", row.required - row.credited),  # type: ignore[attr-defined]
        ("cấp phó tiếp thay {} buổi", row.delegated),  # type: ignore[attr-defined]
        ("không tổ chức {} buổi", row.missed),  # type: ignore[attr-defined]
    )
    owes = row.required > row.credited  # type: ignore[attr-defined]
    parts = [words.format(vi.prose_count(count)) for words, count in told if count and owes]
    if row.months_unreported:  # type: ignore[attr-defined]
        parts.append(f"chưa báo cáo {vi.prose_count(row.months_unreported)} tháng")  # type: ignore[attr-defined]
    return "; ".join(parts + ledger_notes(row))


def ledger_notes(row: object) -> list[str]:
    """What must be known before a head is judged: a vacancy, a post that began or ended, a new holder."""
    notes = []
    if row.months_vacant:  # type: ignore[attr-defined]
        notes.append(f"khuyết người giữ chức trong {vi.prose_count(row.months_vacant)} tháng")  # type: ignore[attr-defined]
    for words, day in (("chức danh lập", row.created_on), ("chức danh kết thúc", row.ended_on)):  # type: ignore[attr-defined]
        if not vi.is_missing(day):
            notes.append(f"{words} ngày {vi.date(day)}")
    if row.holder_changed and vi.is_missing(row.created_on):  # type: ignore[attr-defined]
        notes.append(f"người hiện giữ nhận chức ngày {vi.date(row.holder_since)}")  # type: ignore[attr-defined]
    return notes


def in_force(first: object, last: object) -> str:
    """'từ ngày 01/07/2014 đến ngày 30/06/2026'; without an end 'từ ngày 01/07/2026'."""
    if vi.is_missing(last):
        return f"từ ngày {vi.date(first)}"  # type: ignore[arg-type]
    return vi.window(first, last)  # type: ignore[arg-type]


def rule_change(name: str, rules: Sequence[tuple[str, str, dt.date]]) -> str:
    """'Mức phải tiếp của chủ tịch UBND xã đổi trong kỳ: đến …'; rules: (amount, article, first day), oldest first."""
    told = "; ".join(f"từ ngày {vi.date(since)} là {amount} ({article})" for amount, article, since in rules)
    return f"Mức phải tiếp của {small(name)} đổi trong thời gian này: {told}."


def delegation(rows: pd.DataFrame, *, period: str) -> str:
    """How much was left to deputies, and at how many posts."""
    deputies, heads = int(rows["delegated_sessions"].sum()), int(rows["head_sessions"].sum())
    if not deputies + heads:
        return f"Trong {period} chưa có kỳ tiếp định kỳ, đột xuất nào được ghi nhận."
    visits = int(rows["delegated_visits"].sum())
    return (
        f"Trong {period}, cấp phó tiếp thay {vi.count(deputies)} trên {vi.count(deputies + heads)} kỳ "
        f"({vi.share(deputies, deputies + heads)}), gồm {vi.count(visits)} lượt công dân; "
        f"{vi.count(int(rows['delegating_posts'].sum()))} trên {vi.count(int(rows['posts'].sum()))} "
        f"người đứng đầu có ít nhất một kỳ để cấp phó tiếp."
    )


def schedule(rows: pd.DataFrame, *, month: str, gaps: int) -> str:
    """What a month's schedule came to so far."""
    if rows.empty:
        return f"Tháng {month} chưa có buổi tiếp định kỳ nào trên lịch."
    counts = rows["outcome"].value_counts()
    words = {
        "held": "đã tiếp đúng lịch",
        "moved": "dời ngày",
        "delegated": "cấp phó tiếp thay",
        "missed": "không tổ chức",
        "ahead": "còn ở phía trước",
    }
    parts = [f"{vi.prose_count(int(counts[code]))} {text}" for code, text in words.items() if counts.get(code, 0)]
    clashes = int(rows["clash"].notna().sum())
    tail = f"; {vi.prose_count(clashes)} buổi trùng lịch hoặc rơi vào ngày nghỉ" if clashes else ""
    tail += f"; {vi.prose_count(gaps)} chức danh chưa công bố đủ lịch" if gaps else ""
    return f"Tháng {month} có {vi.count(len(rows))} buổi định kỳ trên lịch: {', '.join(parts)}{tail}."


def reception_outcome(rows: pd.DataFrame, *, period: str, often: int) -> str:
    """From those who came to what was answered and resolved."""
    total = {name: int(rows[name].sum()) for name in rows.columns if name != "reception"}
    if not total["visits"]:
        return f"Trong {period} chưa có lượt tiếp nào được ghi nhận."
    judged = total["answered_in_time"] + total["answered_late"]
    answered = (
        f"nhận {vi.count(total['petitions'])} đơn, trả lời trong 10 ngày làm việc "
        f"{share(Figure(total['answered_in_time'], judged, total['answered_in_time'] / judged if judged else None))}"
        if total["petitions"]
        else "không nhận đơn nào"
    )
    heard = (
        f"; nêu {vi.count(total['dossiers'])} vụ việc, đã giải quyết {vi.count(total['dossiers_resolved'])}"
        if total["dossiers"]
        else ""
    )
    again = f". Còn {vi.count(often)} vụ việc đã tiếp từ ba lần mà chưa giải quyết xong" if often else ""
    return f"Qua {vi.count(total['visits'])} lượt tiếp trong {period}: {answered}{heard}{again}."


def dialogues(rows: pd.DataFrame, *, period: str) -> str:
    """Dialogues held, and second-instance decisions made without the one the law demands."""
    held = int(rows["dialogues"].sum())
    second = rows[rows["instance"] == 2].iloc[0]
    text = (
        f"Trong {period} đã tổ chức {vi.prose_count(held) if held else 'không'} cuộc đối thoại khi giải quyết khiếu nại"
    )
    lacking = int(second["decided"] - second["decided_with_dialogue"])
    if not second["decided"]:
        return f"{text}."
    without = f"{vi.prose_count(lacking)} quyết định chưa ghi nhận đối thoại" if lacking else "đều đã đối thoại"
    return (
        f"{text}; {vi.prose_count(int(second['decided']))} quyết định giải quyết lần hai (bắt buộc đối thoại, "
        f"Luật Khiếu nại Điều 39): {without}."
    )


def volume(columns: Mapping[int, int], *, period: str) -> str:
    """Who came, by who received them; `columns` are those of form 01/TCD by number."""
    visits, people, matters = columns[1], columns[2], columns[3]
    if not visits:
        return f"Trong {period} chưa có lượt tiếp nào được ghi nhận."
    groups = columns[8] + columns[17] + columns[26]
    mass = f"; {vi.prose_count(groups)} lượt đoàn đông người" if groups else "; không có đoàn đông người"
    return (
        f"Trong {period} đã tiếp {vi.count(visits)} lượt với {vi.count(people)} người về {vi.count(matters)} vụ việc: "
        f"thường xuyên {vi.count(columns[4])} lượt, thủ trưởng tiếp {vi.count(columns[13])} lượt, "
        f"ủy quyền tiếp {vi.count(columns[22])} lượt{mass}."
    )


def review(rows: pd.DataFrame, *, improved: int, fell: int, throughout: int) -> str:
    """The years side by side: the share of the first and the last, and how many heads moved which way."""
    first, last = (rows[rows["block"] == block] for block in (rows["block"].max(), 0))
    if first.empty or last.empty:
        return "Chưa có tháng nào trọn vẹn để xét."
    then, now = (vi.share(part["credited"].sum(), part["required"].sum()) for part in (first, last))
    return (
        f"Người đứng đầu trực tiếp tiếp {then} số ngày phải tiếp trong năm đầu và {now} trong năm cuối; "
        f"{vi.prose_count(improved)} người tiến bộ rõ, {vi.prose_count(throughout)} người giữ đủ suốt, "
        f"{vi.prose_count(fell)} người giảm rõ."
    )


def _judged(bands: Mapping[str, int]) -> int:
    return sum(bands.get(band, 0) for band in ("kept", "near", "short", "never"))


# Locked periods beside today's figures
def locked(
    period: str, *, at: str, noun: str, before: int | None, after: int | None, reasons: Mapping[str, int]
) -> str:
    """'Quý III/2026 đã chốt lúc …; từ đó 12 hồ sơ làm số … đổi từ … thành …: 08 nhập muộn, …'; `reasons` in words."""
    text = f"{vi.sentence_case(period)} đã chốt lúc {at}; từ đó"
    if not reasons:
        return f"{text} không hồ sơ nào làm số tồn đọng, thụ lý, giải quyết của kỳ thay đổi."
    told = ", ".join(f"{vi.prose_count(count)} {small(words)}" for words, count in reasons.items())
    dossiers = vi.prose_count(sum(reasons.values()))
    if before == after:
        return f"{text} {dossiers} hồ sơ vào, ra nhưng {noun} vẫn là {vi.count(after)}: {told}."
    return f"{text} {dossiers} hồ sơ làm {noun} đổi từ {vi.count(before)} thành {vi.count(after)}: {told}."


def locked_others(counts: Mapping[str, int]) -> str:
    """The other figures that changed: 'Cũng đổi: số tồn cuối kỳ (+02), số quá hạn (-01).'"""
    told = ", ".join(f"{noun} ({signed(step)})" for noun, step in counts.items() if step)
    return f"Cũng đổi: {told}." if told else ""


def lock_damaged(period: str) -> str:
    return f"Bản chốt {period} đã hỏng nên không hiển thị số liệu."


def lock_unreadable(period: str) -> str:
    return f"Bản chốt {period} lập theo cấu trúc số liệu khác, chưa so được với số hiện tại; các tệp vẫn nguyên vẹn."


def no_locks() -> str:
    return "Chưa có kỳ nào được chốt số liệu."


def signed(step: int) -> str:
    """'+09', '−14'."""
    return f"{'+' if step > 0 else '−'}{vi.prose_count(abs(step))}"


def briefing(sections: Sequence[str], *, dropped: int, notes: int, warnings: int) -> str:
    """'34 câu, 09 mục; 02 cảnh báo đối chiếu cần xem trước khi xuất.' One section name a kept sentence."""
    parts = [f"{vi.prose_count(len(sections))} câu, {vi.prose_count(len(set(sections)))} mục"]
    parts += [f"đã bỏ {vi.prose_count(dropped)} câu"] if dropped else []
    parts += [f"{vi.prose_count(notes)} ghi chú"] if notes else []
    alarm = f"{vi.prose_count(warnings)} cảnh báo đối chiếu cần xem trước khi xuất"
    return f"{', '.join(parts)}; {alarm if warnings else 'đối chiếu các biểu không có cảnh báo'}."
