"""The ledger of reception: month by month, who received citizens and who left it to a deputy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.facts import ledger as shares
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import codes, former, share
from dashboard.words import numbers as vi

BANDS_ALL = "Tất cả"
BAND_LABEL = "Mức"
STRIP_STATES = {
    "kept": "đủ số ngày",
    "short": "có tiếp, chưa đủ",
    "delegated": "chỉ cấp phó tiếp thay",
    "missed": "không tiếp buổi nào",
    "unreported": "chưa báo cáo",
    "vacant": "khuyết người giữ chức",
    "none": "không phải tiếp",
}
STRIP_MARKS = {
    "kept": "{in_person}",
    "short": "{in_person}/{required}",
    "delegated": "CP",
    "missed": "0/{required}",
    "unreported": "?",
    "vacant": "–",
    "none": "·",
}
STRIP_MARKS_NARROW = {
    "kept": "{in_person}",
    "short": "{in_person}",
    "delegated": "P",
    "missed": "0",
    "unreported": "?",
    "vacant": "–",
    "none": "·",
}
STRIP_LEGEND_DAYS = "Số trong ô: số ngày trực tiếp tiếp, trên số ngày phải tiếp."
STRIP_LEGEND_MOVED = "có buổi dời ngày"
STRIP_LEGEND_AD_HOC = "có tiếp đột xuất"
STRIP_LEGEND_WINDOW = "tháng thuộc kỳ đang xem"
STRIP_HEAD = "Chức danh"
STRIP_REASON, STRIP_REASON_YEAR = "Trong kỳ", "12 tháng"
STRIP_ALT = "Người đứng đầu tiếp dân, từng tháng: {posts} chức danh, {months} tháng"
HEADS_OF = "Người đứng đầu {}"
GROUPS = {"duty_code": "Nhóm chức danh", "duty_level": "Cấp", "district_name": "Huyện cũ"}
GROUP_LABEL = "Xếp nhóm theo"
DUTY_ALL = "Mọi chức danh"
SPANS = {"12": "12 tháng", "36": "36 tháng"}
SPAN_LABEL = "Số tháng"
ORDERS = {"worst": "Thiếu nhiều trước", "best": "Tiếp đủ trước"}
ORDER_LABEL = "Thứ tự"
BANDS_NOTE = (
    "“Đủ”: trực tiếp tiếp đủ số ngày phải tiếp của từng tháng. “Gần đủ”: từ {near} số ngày phải tiếp trở lên. "
    "“Thiếu”: dưới {near}. “Chưa tiếp”: không trực tiếp tiếp ngày nào. “Chưa báo cáo”: có tháng đơn vị không có số "
    "liệu. Chỉ tính tháng dương lịch trọn vẹn trong kỳ: {months}. "
    "Không bù giữa các tháng; không tính buổi cấp phó tiếp thay và buổi đột xuất."
)
NO_MONTH = "Trong kỳ này chưa có tháng dương lịch nào trọn vẹn; mức dưới đây xét 12 tháng đã hết, đến hết ngày {end}."
NO_POST = "Không có chức danh nào ở mức này."
OF_PROVINCE = "Cơ quan cấp tỉnh"
NOTED = "Trường hợp cần xét riêng"
NOTED_NONE = "Trong kỳ không có chức danh nào khuyết người, mới lập, kết thúc hay đổi người giữ."
XLSX = "Tải bảng từng tháng (Excel)"
DOCX = "Tải phiếu này (Word)"
RULE = "{minimum} ngày mỗi {per}"
PER = {"month": "tháng", "week": "tuần"}
DELEGATION_LAW = (
    "Luật Tiếp công dân 42/2013/QH13 (Điều 12, 13, 15, 18) giao người đứng đầu trực tiếp tiếp công dân; không điều nào "
    "cho ủy quyền. Luật 136/2025/QH15 giữ nguyên; Chỉ thị 35-CT/TW, Kết luận 107-KL/TW nhắc lại. "
    "Biểu 01/TCD vẫn đếm riêng kỳ ủy quyền tiếp (cột 21–29), nên ở đây đếm được nhưng không tính là đã tiếp."
)
SCHEDULE_MONTH_LABEL = "Tháng"
SCHEDULE_SHOWN = {"": "Tất cả các buổi", **codes.SCHEDULE_OUTCOMES, "clash": "Trùng lịch, ngày nghỉ"}
SCHEDULE_SHOWN_LABEL = "Buổi tiếp"
SCHEDULE_ALT = "Lịch tiếp công dân tháng {month}"
SCHEDULE_DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
SCHEDULE_GAPS_NONE = "Mọi chức danh đã có đủ buổi trên lịch tháng {month}."
REVIEW_SPANS = {"3": "Ba năm", "5": "Nhiệm kỳ (năm năm)"}
REVIEW_SPAN_LABEL = "Khoảng xem"
REVIEW_NOTE = (
    "Mỗi năm là 12 tháng dương lịch trọn vẹn, tính lùi từ tháng gần nhất (sơ kết Quy định 11-QĐi/TW). "
    "▲ tăng, ▼ giảm so với năm trước, vượt mức dao động bình thường; → trong mức dao động bình thường. "
    "Tiến bộ, giảm: so nửa đầu với nửa cuối các tháng có nghĩa vụ của chức danh đang còn, mỗi nửa ít nhất {least} "
    "ngày phải tiếp, vượt mức dao động bình thường."
)
NO_KIND = "Không ghi loại"
REVIEW_WAYS = {1: "▲", -1: "▼", 0: "→"}
OUTCOME_STEPS = {
    "visits": "Lượt tiếp",
    "petitions": "Đơn nhận qua tiếp",
    "answered_in_time": "Trả lời đúng hạn",
}
MATTER_STEPS = {
    "dossiers": "Vụ việc được nêu",
    "dossiers_resolved": "Đã giải quyết",
}
CARD_MONTHS = "Từng tháng"
CARD_HOLDERS = "Người giữ chức danh"
CARD_SESSIONS = "Các buổi tiếp trong 12 tháng"
CARD_RULES = "Số ngày phải tiếp"
CARD_NO_SESSIONS = "Trong 12 tháng không có buổi tiếp nào trên lịch hay đã tổ chức."
CARD_NO_HOLDERS = "Tỉnh chưa cung cấp người giữ chức danh này."
SHEETS = {"strip": "Từng tháng", "posts": "Từng chức danh", "about": "Cách tính"}
SCHEDULE_COUNT = "{count} buổi"
SCHEDULE_MISSED = "{count} không tổ chức"
POSTS, POSTS_OF = "{count} chức danh", "{count} trong {whole} chức danh"
STRIP = "Từng chức danh, từng tháng"
STRIP_FIRST = "Từng tháng của {first} chức danh, {order}"
TAP = "Chạm vào một dòng để xem phiếu của chức danh đó."
SMALL_BASE_NOTE = "Nhóm có dưới {least} buổi thì nêu số đếm, không vẽ tỷ lệ qua các kỳ."
TITLES = {
    "delegated_level": "Tỷ lệ buổi do cấp phó tiếp thay, theo nhóm chức danh",
    "delegated_table": "Số buổi, số lượt do người đứng đầu và do cấp phó tiếp",
    "delegated_series": "Tỷ lệ buổi do cấp phó tiếp thay qua các kỳ",
    "delegated_posts": "Người đứng đầu có cấp phó tiếp thay",
    "schedule": "Các buổi định kỳ tháng {month}",
    "schedule_gaps": "Chức danh chưa công bố đủ lịch tháng {month}",
    "outcome": "Từ lượt tiếp đến trả lời",
    "outcome_matters": "Từ vụ việc được nêu đến giải quyết",
    "heard_often": "Vụ việc đã tiếp từ ba lần trở lên, chưa giải quyết xong",
    "dialogues": "Đối thoại khi giải quyết khiếu nại",
    "by_kind": "Lượt tiếp theo hình thức",
    "by_matter": "Lượt tiếp theo loại và kết quả tiếp, toàn tỉnh",
    "by_area": "Lượt tiếp theo nơi tiếp",
    "years": "Tỷ lệ trực tiếp tiếp qua các năm",
    "improved": "Tiến bộ nhiều nhất",
    "throughout": "Tiếp đủ mọi tháng",
    "fell": "Giảm nhiều nhất",
    "form": "Biểu 01/TCD: kết quả tiếp công dân, cột 1 đến 29",
    "form_units": "Biểu 01/TCD theo huyện cũ",
}


def posts(shown: int, whole: int) -> str:
    """160 chức danh; 10 trong 160 chức danh where not all of them stand there."""
    return (POSTS if shown == whole else POSTS_OF).format(count=vi.count(shown), whole=vi.count(whole))


def headline(bands: Mapping[str, int], *, period: str, place: str) -> str:
    """Who kept the duty in full and who did not, of all heads judged; `bands` counts posts by band."""
    judged, kept = _judged(bands), bands.get("kept", 0)
    if not judged:
        return f"Trong {period}, {place} chưa có người đứng đầu nào đủ cơ sở để xét."
    text = (
        f"Trong {period}, {vi.prose_count(kept)} trên {vi.prose_count(judged)} người đứng đầu của {place} "
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


def group(
    name: str, bands: Mapping[str, int], *, credited: int, required: int, period: str, by_days: bool = False
) -> str:
    """'42 trên 166 chủ tịch UBND cấp xã chưa tiếp đủ số ngày quý III/2026; 11 người chưa tiếp buổi nào; 124 đủ.'

    `by_days`: without the share of days kept, as those who lead the province are told.
    """
    judged, kept = _judged(bands), bands.get("kept", 0)
    group = vi.small(name)
    unreported = bands.get("unreported", 0)
    silent = f"; {vi.prose_count(unreported)} người thuộc đơn vị chưa báo cáo đủ" if unreported else ""
    if not judged:
        return f"Chưa xét được {group} trong {period}{silent}."
    days = f"{vi.count(credited)}/{vi.count(required)} ngày phải tiếp"
    if required >= LEAST_BASE and not by_days:
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
        f"{vi.prose_count(judged - kept)} trên {vi.prose_count(judged)} {group} chưa tiếp đủ số ngày {period}"
        f"{never}{good} ({days}){silent}."
    )


def heads_of(name: str) -> str:
    """The heads of a level or a former district as a group: Người đứng đầu tại địa bàn huyện Suối Hạc (cũ)."""
    is_level = name in {*codes.LEVELS.values(), OF_PROVINCE}
    return HEADS_OF.format(vi.small(name) if is_level else f"tại {former.inside(name)}")


def months_judged(months: Sequence[pd.Timestamp]) -> str:
    """'tháng 6, 7, 8/2026': calendar months, by year."""
    years: dict[int, list[str]] = {}
    for month in months:
        years.setdefault(month.year, []).append(str(month.month))
    return "; ".join(f"tháng {', '.join(named)}/{year}" for year, named in years.items())


def reason(row: object) -> str:
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
    return "; ".join(parts + notes(row))


def notes(row: object) -> list[str]:
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


def rule_change(name: str, rules: Sequence[tuple[str, str, dt.date]]) -> str:
    """'Mức phải tiếp của chủ tịch UBND cấp xã đổi …: đến …'; rules: (amount, article, first day), oldest first."""
    told = "; ".join(f"từ ngày {vi.date(since)} là {amount} ({article})" for amount, article, since in rules)
    return f"Số ngày phải tiếp của {vi.small(name)} đổi trong thời gian này: {told}."


def delegation(rows: pd.DataFrame, *, period: str) -> str:
    """How much was left to deputies, and at how many posts."""
    deputies, heads = int(rows["delegated_sessions"].sum()), int(rows["head_sessions"].sum())
    if not deputies + heads:
        return f"Trong {period} chưa có buổi tiếp định kỳ, đột xuất nào được ghi nhận."
    visits = int(rows["delegated_visits"].sum())
    return (
        f"Trong {period}, cấp phó tiếp thay {vi.prose_count(deputies)} trên {vi.prose_count(deputies + heads)} buổi "
        f"({vi.share(deputies, deputies + heads)}), gồm {vi.prose_count(visits)} lượt công dân; "
        f"{vi.prose_count(int(rows['delegating_posts'].sum()))} trên {vi.prose_count(int(rows['posts'].sum()))} "
        f"người đứng đầu có ít nhất một buổi để cấp phó tiếp thay."
    )


def few(days: pd.DataFrame, running: pd.DataFrame | None, *, months: str, to_date: str) -> str:
    """'Tháng 9 và 10/2026: Chủ tịch UBND tỉnh trực tiếp tiếp 2/2 ngày; tháng 11 đến ngày 22: 0/1 ngày, cấp phó … 1.'

    Args:
        days: duty_code, credited, required, delegated_sessions of each group.
        running: rows of `duty_running_month`; None where no month runs.
    """
    parts = []
    for row in days.fillna(0).itertuples():
        text = _days(row.credited, row.required, row.delegated_sessions)
        now = None if running is None else running[running["duty_code"] == row.duty_code]
        if now is not None and len(now):
            this = next(now.itertuples())
            text = f"{text}; {to_date}: {_days(this.credited, this.required, this.delegated)}"
        parts.append(f"{codes.DUTIES.get(row.duty_code, row.duty_code)} {text}")
    return f"{vi.sentence_case(months)}: {'. '.join(parts)}." if parts else ""


def _days(credited: float, required: float, delegated: float) -> str:
    by_deputy = f", cấp phó tiếp thay {vi.prose_count(delegated)} buổi" if delegated else ""
    return f"trực tiếp tiếp {vi.count(credited)}/{vi.count(required)} ngày{by_deputy}"


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
        "ahead": "chưa đến ngày",
    }
    parts = [f"{vi.prose_count(int(counts[code]))} {text}" for code, text in words.items() if counts.get(code, 0)]
    clashes = int(rows["clash"].notna().sum())
    tail = f"; {vi.prose_count(clashes)} buổi trùng lịch hoặc rơi vào ngày nghỉ" if clashes else ""
    tail += f"; {vi.prose_count(gaps)} chức danh chưa công bố đủ lịch" if gaps else ""
    return f"Tháng {month} có {vi.prose_count(len(rows))} buổi định kỳ trên lịch: {', '.join(parts)}{tail}."


WITHOUT = "Đơn, vụ việc ở đây không kể tố cáo."


def outcome(rows: pd.DataFrame, *, within: str, often: int) -> str:
    """From those who came to what was answered and resolved."""
    total = {name: int(rows[name].sum()) for name in rows.columns if name != "reception"}
    if not total["visits"]:
        return f"{within} chưa có lượt tiếp nào được ghi nhận."
    in_time = total["answered_in_time"]
    judged = in_time + total["answered_late"]
    answered = (
        f"nhận {vi.prose_count(total['petitions'])} đơn, trả lời đúng hạn {share.first(in_time, judged)}"
        if total["petitions"]
        else "không nhận đơn nào"
    )
    heard = (
        f"; nêu {vi.prose_count(total['dossiers'])} vụ việc khác nhau, "
        f"đã giải quyết {vi.prose_count(total['dossiers_resolved'])}"
        if total["dossiers"]
        else ""
    )
    again = f". Còn {vi.prose_count(often)} vụ việc đã tiếp từ ba lần trở lên mà chưa giải quyết xong" if often else ""
    return f"{within}, qua {vi.prose_count(total['visits'])} lượt tiếp: {answered}{heard}{again}. {WITHOUT}"


def dialogues(rows: pd.DataFrame, *, within: str) -> str:
    """Dialogues held, and second-instance decisions made without the one the law demands."""
    held = int(rows["dialogues"].sum())
    second = rows[rows["instance"] == 2].iloc[0]
    dialogues = f"đã tổ chức {vi.prose_count(held)} cuộc đối thoại" if held else "chưa tổ chức cuộc đối thoại nào"
    text = f"{within} {dialogues} khi giải quyết khiếu nại"
    lacking = int(second["decided"] - second["decided_with_dialogue"])
    if not second["decided"]:
        return f"{text}."
    without = f"{vi.prose_count(lacking)} quyết định chưa ghi nhận đối thoại" if lacking else "đều đã đối thoại"
    return (
        f"{text}; {vi.prose_count(int(second['decided']))} quyết định giải quyết lần hai (bắt buộc đối thoại, "
        f"Luật Khiếu nại Điều 39): {without}."
    )


def volume(columns: Mapping[int, int], *, within: str) -> str:
    """Who came, by who received them; `columns` are those of form 01/TCD by number."""
    visits, people, matters = columns[1], columns[2], columns[3]
    if not visits:
        return f"{within} chưa có lượt tiếp nào được ghi nhận."
    groups = columns[8] + columns[17] + columns[26]
    mass = f"; {vi.prose_count(groups)} lượt đoàn đông người" if groups else "; không có đoàn đông người"
    return (
        f"{within} đã tiếp {vi.prose_count(visits)} lượt với {vi.prose_count(people)} người, "
        f"nêu {vi.prose_count(matters)} lượt vụ việc: "
        f"thường xuyên {vi.prose_count(columns[4])} lượt, người đứng đầu tiếp {vi.prose_count(columns[13])} lượt, "
        f"cấp phó tiếp thay {vi.prose_count(columns[22])} lượt{mass}."
    )


def review(rows: pd.DataFrame, *, improved: int, fell: int, throughout: int) -> str:
    """The years side by side: the share of the first and the last, and how many heads moved which way."""
    first, last = (rows[rows["block"] == block] for block in (rows["block"].max(), 0))
    if first.empty or last.empty:
        return "Chưa có tháng nào trọn vẹn để xét."
    then, now = (
        share.first(int(part["credited"].sum()), int(part["required"].sum())) if part["required"].sum() else ""
        for part in (first, last)
    )
    days = [f"12 tháng {part['year'].iloc[0]}" for part in (first, last)]
    of_all = f"{now} số ngày phải tiếp trong {days[1]}, {days[0]} chưa có số liệu"
    if then:
        of_all = f"{then} số ngày phải tiếp trong {days[0]} và {now} trong {days[1]}"
    counts = {"tiến bộ rõ": improved, "tiếp đủ mọi tháng": throughout, "giảm rõ": fell}
    moved = ", ".join(f"{vi.prose_count(count)} người {text}" for text, count in counts.items() if count)
    none = listed_or([text for text, count in counts.items() if not count])
    told = "; ".join(filter(None, [of_all, moved, none and f"không ai {none}"]))
    return f"Người đứng đầu trực tiếp tiếp {told}."


def listed_or(parts: list[str]) -> str:
    """a, b hay c."""
    return " hay ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def year_of(days: tuple[int, int] | None, before: tuple[int, int] | None, *, duty: str = "") -> str:
    """'▲ 91,7% (11/12)': the share of one year's days, its step from the year before as a mark; days: (kept, asked).

    Of one who leads the province the days alone.
    """
    if days is None or not days[1]:
        return vi.MISSING
    if duty in shares.LEADERS:
        return share.counts(*days)
    told = share.first(*days)
    if before is None or min(days[1], before[1]) < LEAST_BASE:
        return told
    return f"{REVIEW_WAYS[_way(days, before)]} {told}"


def _way(days: tuple[int, int], before: tuple[int, int]) -> int:
    """1 up, -1 down, 0 where chance makes such a step: two shares, pooled, 95 %."""
    pooled = (days[0] + before[0]) / (days[1] + before[1])
    spread = (pooled * (1 - pooled) * (1 / days[1] + 1 / before[1])) ** 0.5
    step = days[0] / days[1] - before[0] / before[1]
    return 0 if abs(step) <= 1.96 * spread else 1 if step > 0 else -1


def _judged(bands: Mapping[str, int]) -> int:
    return sum(bands.get(band, 0) for band in ("kept", "near", "short", "never"))
