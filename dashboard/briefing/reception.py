"""Who was received, by whom, and whether the heads came themselves."""

from __future__ import annotations

from dashboard.briefing.material import Material
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words import phrases as say

ROUNDED_FROM = 1000


def summary(material: Material) -> list[tuple[str, str]]:
    """The first sentence: visits with their change, petitions, complaints and denunciations within authority."""
    now, opening = material.now, say.opening(material.windows.now)
    visits, papers = say.number(now["visits"]), say.number(now["petitions_received"])
    accused = [now[name].numerator for name in ("complaints_within_authority", "denunciations_within_authority")]
    came = f"đã tiếp {_about(visits)} lượt công dân" if visits else "không có lượt tiếp công dân nào"
    step = say.headline_move(material.steps_last_year["visits"], "lượt")
    received = f"tiếp nhận {_about(papers)} đơn" if papers else "không tiếp nhận đơn nào"
    withheld = None in accused
    within = f", trong đó {_within(sum(filter(None, accused)))}" if papers and not withheld else ""
    return [("headline", f"{opening}, {came}{step}; {received}{within}")]


def _about(amount: int) -> str:
    return vi.over(amount) if amount >= ROUNDED_FROM else vi.prose_count(amount)


def _within(amount: int) -> str:
    if not amount:
        return "không có đơn khiếu nại, tố cáo nào thuộc thẩm quyền"
    return f"có {vi.prose_count(amount)} đơn khiếu nại, tố cáo thuộc thẩm quyền"


def sentences(material: Material) -> list[tuple[str, str]]:
    """Visits and people, the year to date, standing and leaders' reception, mass groups."""
    return [
        ("volume", _volume(material)),
        ("year", _year(material)),
        ("by_body", _by_body(material)),
        ("mass_groups", _mass_groups(material)),
        ("repeat", _repeat(material)),
    ]


def _volume(material: Material) -> str:
    now = material.now
    visits, people = say.number(now["visits"]), say.number(now["people"])
    if not visits:
        return "không có lượt tiếp công dân nào được ghi nhận"
    subject = say.variant(["toàn tỉnh đã tiếp", "các cấp, các ngành đã tiếp"], key=material.windows.now.code + "volume")
    steps = say.moved_both(*material.both("visits"), "lượt", period=material.windows.now)
    return f"{subject} {vi.prose_count(visits)} lượt với {vi.prose_count(people)} người{steps}"


def _year(material: Material) -> str:
    if material.windows.to_date.start == material.windows.now.start:
        return ""
    visits = say.number(material.to_date["visits"])
    step = say.moved(material.steps_to_date["visits"], "lượt")
    since = vi.date(material.windows.to_date.start)
    return f"lũy kế từ ngày {since}, đã tiếp {vi.prose_count(visits)} lượt{step}" if visits else ""


def _by_body(material: Material) -> str:
    now = material.now
    people, leaders, regular = (say.number(now[name]) for name in ("people", "people_leaders", "people_regular"))
    if not people:
        return ""
    return (
        f"trong {vi.prose_count(people)} người được tiếp có {vi.prose_count(leaders)} người do lãnh đạo tiếp định kỳ, "
        f"đột xuất và {vi.prose_count(regular)} người tiếp thường xuyên"
    )


def _mass_groups(material: Material) -> str:
    now, step = material.now, say.moved(material.steps_last_year["mass_groups"], "lượt đoàn")
    groups, people, matters = (
        say.number(now[name]) for name in ("mass_groups", "mass_group_people", "mass_group_matters")
    )
    if not groups:
        return f"không có đoàn đông người{step}"
    matter = f"/{vi.prose_count(matters)} vụ việc" if matters else ""
    return f"có {vi.prose_count(groups)} lượt đoàn đông người{matter} với {vi.prose_count(people)} người{step}"


def _repeat(material: Material) -> str:
    figure = material.now["repeat_visits"]
    if not figure.numerator:
        return ""
    return f"tiếp nhiều lần {say.part_of(say.number(figure), int(figure.denominator or 0), 'lượt', verb='chiếm')}"


def duty(material: Material) -> list[tuple[str, str]]:
    """Days kept in person, deputies standing in, sessions missed, by kind of post, and bodies that did not report."""
    return [
        ("compliance", _compliance(material)),
        ("by_post", _by_post(material)),
        ("delegated", _delegated(material)),
        ("unreported", _unreported(material)),
        ("without", _without(material)),
    ]


def _compliance(material: Material) -> str:
    figure = material.now["duty_compliance"]
    if not figure.denominator:
        return ""
    kept = say.part_of(say.number(figure), figure.denominator, "ngày phải tiếp theo quy định")
    step = say.moved(material.steps_previous["duty_compliance"], "ngày", against=say.before(material.windows.now))
    return f"người đứng đầu trực tiếp tiếp công dân định kỳ {kept}{step}"


def _by_post(material: Material) -> str:
    rows = material.tables["duty_by_level"]
    rows = rows[rows["required"] > 0]
    parts = [
        f"{codes.DUTIES.get(row.duty_code, row.duty_code)} {say.part_of(int(row.credited), int(row.required), 'ngày')}"
        for row in rows.itertuples()
    ]
    return f"theo chức danh: {'; '.join(parts)}" if len(parts) > 1 else ""


def _delegated(material: Material) -> str:
    figure, missed = material.now["delegated_share"], say.number(material.now["duty_sessions_missed"])
    parts = []
    if figure.denominator:
        share = say.part_of(say.number(figure), figure.denominator, "kỳ đã tổ chức", verb="chiếm")
        parts.append(f"cấp phó tiếp thay {share} (không tính là người đứng đầu đã tiếp)")
    if missed:
        parts.append(f"{vi.prose_count(missed)} kỳ đã lên lịch nhưng không tổ chức")
    return "; ".join(parts)


def _unreported(material: Material) -> str:
    figure = material.now["duty_unreported"]
    if not figure.numerator:
        return ""
    share = say.part_of(say.number(figure), int(figure.denominator or 0), "lượt tháng của các chức danh", verb="chiếm")
    return f"chưa báo cáo {share}; các tháng này không tính là vi phạm cũng không tính là đã tiếp"


def _without(material: Material) -> str:
    heads = len(material.tables["heads_without_reception"])
    end = material.windows.now.end
    if not heads:
        return ""
    return (
        f"trong tháng {end.month}/{end.year}, tính đến ngày {vi.date(end)}, {vi.prose_count(heads)} người đứng đầu "
        "chưa trực tiếp tiếp công dân buổi nào"
    )
