"""The map and its list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from dashboard.words import change
from dashboard.words import numbers as vi
from dashboard.words.phrases import OTHERS

MEASURES = {
    "overdue": "Quá hạn",
    "open_count": "Đang giải quyết",
    "overdue_share": "Tỷ lệ quá hạn",
    "over_180_share": "Tỷ lệ chờ trên 180 ngày",
    "per_10000": "Mới trên 10.000 dân",
    "per_10000_smoothed": "Mới trên 10.000 dân, đã hiệu chỉnh",
    "mass_groups": "Đoàn đông người",
    "complex_listed": "Vụ việc trong danh sách phức tạp",
    "escalated_petitions": "Đơn vượt cấp",
    "bounced": "Chuyển vòng",
    "attention": "Chỉ số cần chú ý",
}
NOUNS = {
    "overdue": "vụ việc quá hạn",
    "open_count": "vụ việc chưa giải quyết xong",
    "overdue_share": "vụ việc quá hạn",
    "over_180_share": "vụ việc đã chờ trên 180 ngày",
    "per_10000": "vụ việc mới trong kỳ",
    "per_10000_smoothed": "vụ việc mới trong kỳ",
    "mass_groups": "lượt đoàn đông người trong kỳ",
    "complex_listed": "vụ việc chưa giải quyết xong thuộc danh sách phức tạp, kéo dài",
    "escalated_petitions": "đơn vượt cấp trong kỳ",
    "bounced": "đơn, vụ việc bị chuyển về nơi đã chuyển đi trong kỳ",
}
BY_AREA = "chia theo địa bàn, "
BY_AREA_WITHOUT = "chia theo địa bàn, không kể tố cáo, "
WHOLE = (
    "Toàn tỉnh có {total} {noun}, gồm {shown} chia được theo địa bàn và {rest} là tố cáo hoặc chưa xác định được địa "
    "bàn."
)
WHOLE_OF_VISITS = (
    "Toàn tỉnh có {total} {noun}, gồm {shown} chia được theo địa bàn và {rest} chưa xác định được địa bàn."
)
SAID = "{said}; đang giải quyết {open}, quá hạn {overdue}"
NOWHERE = (
    "{count} vụ việc chưa giải quyết xong, trong đó {overdue} quá hạn, chưa xác định được địa bàn nên không có trên "
    "bản đồ."
)
TO_BACKLOG = "Xem vụ việc chưa giải quyết xong"
BACK = "Về toàn tỉnh"
VIEWS = {"map": "Bản đồ", "change": "So với kỳ trước", "series": "8 kỳ gần nhất", "recorded": "Theo tên đơn vị cũ"}
MEASURE_LABEL = "Bản đồ theo"
AREA_LABEL = "Vào địa bàn"
EVIDENCE_LABEL = "Tô màu"
EVIDENCE = {"places": "Tô nơi cao bất thường", "clusters": "Tô cụm xã", "all": "Tô mọi nơi"}
EVIDENCE_NOTES = {
    "places": (
        "Cao bất thường: tỷ lệ của riêng nơi đó cao hơn mức chung của tỉnh, khó do ngẫu nhiên (kiểm định nhị thức; "
        "trong các nơi được nêu, không quá 5% là nhầm). {least}Đó là lý do để hỏi, chưa phải "
        "kết luận về nguyên nhân. Màu xám: trong mức ngẫu nhiên hoặc chưa đủ số liệu."
    ),
    "clusters": (
        "Cụm xã (Gi*, Moran địa phương, ngày {day}): {measure} của một xã cùng các xã lân cận đều cao, hơn mức ngẫu "
        "nhiên; xã trong cụm có thể không cao riêng. Trong các nơi được nêu, không quá 5% là nhầm."
    ),
}
LEAST = "Chỉ xét nơi có từ 10 {cases}. "
CLUSTER = "cụm {count} xã quanh {name}"
CLUSTER_ALONE = "{name} cùng các xã quanh"
VERDICTS = {
    "high": "trong cụm cao",
    "low": "trong cụm thấp",
    "high_among_low": "cao giữa nơi thấp",
    "low_among_high": "thấp giữa nơi cao",
    "none": "không thuộc cụm nào",
}
JUDGED = {
    "high": "cao hơn mức chung của tỉnh, khó do ngẫu nhiên",
    "usual": "trong mức ngẫu nhiên",
    "too_few": "chưa đủ số liệu để so với mức chung",
}
PEOPLE = "dân"
CASES = {
    "overdue": "vụ việc có hạn",
    "overdue_share": "vụ việc có hạn",
    "open_count": "vụ việc phải giải quyết trong kỳ",
    "over_180_share": "vụ việc chưa giải quyết xong",
    "per_10000": PEOPLE,
    "per_10000_smoothed": PEOPLE,
    "mass_groups": "lượt tiếp trong kỳ",
}
OF_VISITS = ("mass_groups",)
OF_PAPERS = (*OF_VISITS, "escalated_petitions", "bounced")
COUNTERS = {"complex_listed": "vụ", "escalated_petitions": "đơn", "bounced": "lượt"}
NAMED = 3
PART = "{name} ({count} trên {cases})"
PART_OF_PEOPLE = f"{{name}} ({{count}} vụ việc trên {{cases}} {PEOPLE})"
COUNTED = ("lượt đoàn đông người", "đơn, vụ việc", "vụ việc", "đơn")
"""What the nouns begin with: where there is none, 'nào' stands behind it."""
SAME = "{names} (cùng {count} {unit})"
ONE = "{names} ({count} {unit})"
NONE_OUT = "Không nơi nào cao hơn mức ngẫu nhiên"
POPULATION = "Dân số tính đến ngày {day}."
NO_POPULATION = "{count} địa bàn chưa có dân số nên không có tỷ lệ trên 10.000 dân."
SMOOTHED = (
    "Đã hiệu chỉnh cho nơi ít dân: cộng vào mỗi địa bàn 10.000 dân có tỷ suất chung, để một vụ việc không làm số nhảy."
)
STRADDLING = "{count} xã nay gồm phần đất của hơn một huyện cũ, xếp theo huyện cũ chiếm nhiều dân hơn."
NO_COMMUNE = (
    "{count} vụ việc chưa giải quyết xong, trong đó {overdue} quá hạn, chưa xác định xã: chỉ biết huyện cũ hoặc không "
    "rõ nơi, không chia cho xã nào."
)
ONE_DIVISION = (
    "So sánh qua ngày 01/07/2025: cả hai phía tính theo {division}; vụ việc cũ được đưa về đơn vị hiện nay theo bảng "
    "sắp xếp, chỗ không rõ thì để ở mục chưa xác định."
)
DIVISION_NAMES = {"district": "huyện cũ", "commune": "xã hiện nay"}
BACK_TO = "Về {name}"
WIDE = "Toàn màn hình"
MOVES = "Kéo, phóng to"
STILL = "Bản đồ tĩnh"
NARROW = "Thu nhỏ"
FILES = "Tải bản đồ"
FILE_KINDS = {"png": "Ảnh PNG", "pptx": "PowerPoint", "docx": "Word", "svg": "Ảnh SVG"}
COMMUNES = "Các xã của {name}"
PICKED = "▸ {name}"
ONE_PAGE = "Mọi số liệu của {name} trên một trang"
HOLDERS = "Cơ quan đang giữ: {name}"
OLDEST = "Chờ lâu nhất: {name}"
BOTH = "Xem bản đồ của hai kỳ"
DIFFERENCE = "{measure}: tăng, giảm {against}"
BASES = {"previous": "So với kỳ trước", "last_year": "So với cùng kỳ năm trước"}
BASE_LABEL = "So với"
QUARTERS = "{measure} của các địa bàn qua 8 kỳ gần nhất"
MULTIPLES = "{measure}: 8 kỳ gần nhất, cùng một thang"
LINES = "Kỳ đầu → kỳ cuối; mỗi dòng một thang riêng, từ 0."
RECORDED = "Vụ việc theo đơn vị như ghi nhận lúc tiếp nhận"
RECORDED_NOTE = "Tên và mã là của đơn vị tại ngày tiếp nhận, chưa quy về đơn vị hiện nay."
RECORDED_TITLE = "{measure} theo {division}, đơn vị tại ngày {day}"
DIVISIONS_THEN = {"district": "huyện ghi nhận", "commune": "xã ghi nhận"}
RECORDED_GONE = "{count} vụ việc ghi theo huyện, xã nay không còn nên không vẽ ở xã nào; danh sách dưới đây có đủ."
RECORDED_NOWHERE = "{count} vụ việc chưa giải quyết xong không ghi nơi phát sinh, trong đó {late} vụ việc quá hạn."
EACH = "{measure} từng địa bàn"
ATTENTION_CLASSES = ("Bình thường", "Theo dõi", "Cần chú ý")
ATTENTION_PARTS = {
    "overdue": "Quá hạn",
    "over_180": "Chờ trên 180 ngày",
    "mass_groups_recent": "Đoàn đông người 90 ngày qua",
    "complex_listed": "Trong danh sách phức tạp",
    "escalated": "Đơn vượt cấp",
    "entered_smoothed": "Mới trên 10.000 dân, đã hiệu chỉnh",
}
ATTENTION_WEIGHTS = "Trọng số"
ATTENTION_RESET = "Về trọng số mặc định"
ATTENTION_NOTE = (
    "Chỉ số cần chú ý (0 đến 100) là số máy tính ra để biết nên xem nơi nào trước, không phải danh sách điểm nóng. "
    "Mỗi thành phần là thứ hạng phần trăm giữa các địa bàn đủ dữ liệu. Trọng số: {weights}."
)
ATTENTION_MISSING = (
    "{count} địa bàn thiếu thành phần ({parts}): trọng số của phần thiếu chia cho các thành phần còn lại."
)
ATTENTION_TABLE = "Chỉ số cần chú ý và các thành phần"
ATTENTION_WEIGHT = "{part} {weight}"
TITLES = {
    "ranked_areas": "Địa bàn xếp theo {measure}",
}


def headline(areas: pd.DataFrame, *, measure: str, place: str, days: str) -> str:
    """The count of what is shown, and the places that stand out of the province beyond chance.

    Args:
        areas: as `standing_out.judged` gives them, all or those shown.
        measure: its code. One that nothing is judged of says where most of it lies.
        days: those it is counted in: đến hết ngày 22/11/2026; từ ngày … đến ngày ….
    """
    total, noun = int(areas["count"].sum()), NOUNS[measure]
    if not total or measure not in CASES:
        return counted(areas, measure=measure, place=place, days=days)
    cases = areas["cases"].sum()
    lead = f"{_lead(areas, measure, place=place, days=days)} có {vi.prose_count(total)} {noun}"
    if not areas["cases"].isna().all():
        lead += f" trên {vi.prose_count(cases)} {CASES[measure]}"
    if len(areas) == 1:
        return f"{lead}: {JUDGED[areas['evidence'].iloc[0]]}."
    return f"{lead}. {standing_out(areas, of_people=CASES[measure] == PEOPLE)}."


def counted(areas: pd.DataFrame, *, measure: str, place: str, days: str) -> str:
    """The count of what is shown and where most of it lies, the most first; chance is not judged."""
    total, noun = int(areas["count"].sum()), NOUNS[measure]
    lead = _lead(areas, measure, place=place, days=days)
    if not total:
        counter = next(word for word in COUNTED if noun.startswith(word))
        return f"{lead} không có {counter} nào{noun.removeprefix(counter)}."
    return _where_most(areas, measure, lead=f"{lead} có {vi.prose_count(total)} {noun}")


def _lead(areas: pd.DataFrame, measure: str, *, place: str, days: str) -> str:
    """Parts of a place are counted without what has no part, and matters without denunciations: said first."""
    parts = "" if len(areas) == 1 else BY_AREA if measure in OF_VISITS else BY_AREA_WITHOUT
    return f"{vi.sentence_case(days)}, {parts}{place}"


def whole(total: int, areas: pd.DataFrame, *, measure: str) -> str:
    """What the province has of it, beside what its areas have together; "" where that is the same."""
    shown = int(areas["count"].sum())
    if total == shown:
        return ""
    words, counts = WHOLE_OF_VISITS if measure in OF_VISITS else WHOLE, (total, shown, total - shown)
    said = dict(zip(("total", "shown", "rest"), map(vi.prose_count, counts), strict=True))
    return words.format(noun=NOUNS[measure], **said)


def standing_out(areas: pd.DataFrame, *, of_people: bool = False) -> str:
    """Who stands out beyond chance, of how many that could be judged; that nobody does is said too.

    `of_people`: matters of so many people, two things that have to be named.
    """
    high, weighed = areas[areas["evidence"].eq("high")], int(areas["evidence"].ne("too_few").sum())
    if not weighed:
        return "Chưa nơi nào đủ số liệu để so với mức chung"
    if high.empty:
        return f"{NONE_OUT} (xét {vi.prose_count(weighed)} trên {vi.prose_count(len(areas))} địa bàn đủ số liệu)"
    parts = [
        (PART_OF_PEOPLE if of_people else PART).format(
            name=vi.place(name), count=vi.prose_count(count), cases=vi.prose_count(cases)
        )
        for name, count, cases in high[["name", "count", "cases"]].head(NAMED).itertuples(index=False)
    ]
    others = OTHERS.format(count=vi.prose_count(len(high) - NAMED)) if len(high) > NAMED else ""
    return (
        f"{vi.prose_count(len(high))} trên {vi.prose_count(weighed)} địa bàn đủ số liệu cao hơn mức chung, khó do "
        f"ngẫu nhiên: {', '.join(parts)}{others}"
    )


def clusters(names: Sequence[tuple[str, int]], *, measure: str, until: str) -> str:
    """Groups of high communes by the one in their middle: (name, how many communes)."""
    noun = MEASURES[measure].lower()
    if not names:
        return f"Ngày {until}, {noun}: không có cụm xã nào cùng cao hơn mức ngẫu nhiên."
    parts = [
        CLUSTER.format(count=count, name=vi.place(name)) if count > 1 else CLUSTER_ALONE.format(name=vi.place(name))
        for name, count in names[:NAMED]
    ]
    others = f" và {vi.prose_count(len(names) - NAMED)} cụm khác" if len(names) > NAMED else ""
    return f"Ngày {until}, {noun}: {vi.prose_count(len(names))} cụm cao, gồm {', '.join(parts)}{others}."


def _where_most(areas: pd.DataFrame, measure: str, *, lead: str) -> str:
    if len(areas) == 1:
        return f"{lead}."
    half = int((areas["count"].cumsum() < areas["count"].sum() / 2).sum()) + 1
    most = same(areas, unit=COUNTERS.get(measure, "vụ"))
    return f"{lead}; {vi.prose_count(half)} trên {vi.prose_count(len(areas))} địa bàn giữ một nửa, nhiều nhất: {most}."


def same(ranked: pd.DataFrame, *, unit: str) -> str:
    """The first three with their counts; those of one count together ('cùng 6 vụ'), the rest of it counted."""
    parts = []
    counted = ranked[ranked["count"] > 0]
    for count, rows in counted.head(NAMED).groupby("count", sort=False):
        left = int(counted["count"].eq(count).sum()) - len(rows)
        names = _places(rows["name"]) + (OTHERS.format(count=vi.prose_count(left)) if left else "")
        pattern = SAME if len(rows) + left > 1 else ONE
        parts.append(pattern.format(names=names, count=vi.prose_count(int(count)), unit=unit))
    return ", ".join(parts)


def _places(names: Iterable[str]) -> str:
    """xã Lam Khê, huyện Vân Mộc (cũ): names inside a sentence."""
    return ", ".join(map(vi.place, names))


def attention(areas: pd.DataFrame, *, place: str, until: str) -> str:
    """Which areas call for attention first; bands, never a rank."""
    judged = areas[areas["attention_band"] != "too_little_data"]
    if judged.empty:
        return f"Đến hết ngày {until}, {place} chưa có địa bàn nào đủ dữ liệu để tính chỉ số cần chú ý."
    first = judged[judged["attention_band"] == "attention"]
    watched = int((judged["attention_band"] == "watch").sum())
    tail = f"{vi.prose_count(watched)} nơi ở mức theo dõi" if watched else "không nơi nào ở mức theo dõi"
    if first.empty:
        return f"Đến hết ngày {until}, {place} không có địa bàn nào ở mức cần chú ý; {tail}."
    named = _places(sorted(first["name"].head(4)))
    others = f" và {vi.prose_count(len(first) - 4)} nơi khác" if len(first) > 4 else ""
    return (
        f"Đến hết ngày {until}, {vi.prose_count(len(first))} trên {vi.prose_count(len(judged))} địa bàn của {place} "
        f"ở mức cần chú ý ({named}{others}); {tail}."
    )


def moved(areas: pd.DataFrame, *, measure: str, against: str) -> str:
    """In how many areas it rose and fell, as the circles show; those whose step chance does not explain are named.

    Columns: name, difference (of shares in points: difference_points), noise. A step that is written 0 is none.
    """
    steps = areas.get("difference_points", areas["difference"])
    steps = steps.where(steps.map(vi.signed).ne("0"), 0)
    ways = {change.RISE: areas[steps > 0], change.FALL: areas[steps < 0]}
    parts = [f"{way} ở {vi.prose_count(len(rows))} địa bàn" for way, rows in ways.items() if len(rows)]
    if not parts:
        return f"{measure} {against}: không địa bàn nào tăng, giảm."
    beyond = [
        f"{way} vượt mức dao động bình thường: {_first(rows[~rows['noise']])}"
        for way, rows in ways.items()
        if not rows["noise"].all()
    ]
    return f"{measure} {against}: {', '.join(parts)}; {'; '.join(beyond) or change.WITHIN_NOISE}."


def _first(rows: pd.DataFrame) -> str:
    names = rows.sort_values("difference", key=abs, ascending=False, kind="stable")["name"]
    others = f" và {vi.prose_count(len(names) - 3)} nơi khác" if len(names) > 3 else ""
    return f"{_places(names.head(3))}{others}"


def one_period(measure: str, *, place: str) -> str:
    """Of the periods before there are no records."""
    return f"{measure} của {place}: {change.NO_BASE} với các kỳ trước."


def over_periods(measure: str, *, place: str, grown: Sequence[str], up: int, down: int) -> str:
    """From the first to the last of eight periods: how many areas rose and fell beyond chance, which rose most."""
    ways = ((up, change.RISE), (down, change.FALL))
    told = [f"{f'{vi.prose_count(count)} địa bàn' if count else 'không địa bàn nào'} {way}" for count, way in ways]
    moved = ", ".join(told) if up or down else f"không địa bàn nào {change.RISE} hay {change.FALL}"
    text = f"{measure} của {place}, so kỳ đầu với kỳ cuối: {moved} vượt mức dao động bình thường"
    return f"{text}; tăng nhiều nhất: {_places(grown)}." if grown else f"{text}."
