"""No sentence contradicts its numbers: every rate, change and sum is computed again from the text itself."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dashboard.briefing import compose
from dashboard.facts.change import Figure
from tests.dashboard.briefing.made import figures, material

COUNT = r"\d{1,3}(?:\.\d{3})*"
RATE = re.compile(rf"({COUNT})/({COUNT}) [^,;:.\d]+, (?:đạt|chiếm) (\d+(?:,\d+)?)%")
MOVE = re.compile(
    rf"(tăng|giảm) ({COUNT}) (?:lượt đoàn|lượt|đơn|vụ việc)?(?: ?\((\d+(?:,\d+)?)%\))? so với [^(]+\(({COUNT})[ )]"
)
POINTS = re.compile(
    rf"({COUNT})/({COUNT}) [^/]*?(tăng|giảm) (\d+(?:,\d+)?) điểm phần trăm so với [^(]+\(({COUNT})/({COUNT})\)"
)
DATES = r"\d{2}/\d{2}/\d{4}|[Tt]háng [\d, và]+/\d{4}|(?:quý [IV]+/|năm )\d{4}"
counts = st.one_of(st.integers(0, 12), st.integers(0, 400), st.integers(0, 2_000_000))


def whole(text: str) -> int:
    return int(text.replace(".", ""))


def near(text: str, value: float) -> bool:
    digits = len(text.partition(",")[2])
    return abs(float(text.replace(",", ".")) - value) <= 0.5 * 10 ** -max(digits, 1) + 1e-9


def percent(part: str, base: str) -> Decimal:
    """As a reader rounds it who has the counts alone."""
    return (Decimal(100 * whole(part)) / whole(base)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


@st.composite
def windows(draw: st.DrawFn) -> dict[str, Figure]:
    """Figures of one window, as consistent as those of a snapshot."""
    n = lambda: draw(counts)  # noqa: E731
    leaders, regular, kinds, ways, rest = n(), n(), [n(), n(), n()], [n(), n(), n()], n()
    eligible, refused, opening, entered = sum(kinds) + sum(ways) + rest, n(), n(), n()
    part = lambda total: draw(st.integers(0, total))  # noqa: E731
    limited = part(opening + entered)
    visits, resolved = n(), part(opening + entered)
    return figures(
        visits=visits,
        people=leaders + regular,
        people_leaders=leaders,
        people_regular=regular,
        repeat_visits=(part(visits), visits),
        mass_groups=n(),
        mass_group_people=n(),
        mass_group_matters=n(),
        petitions_received=eligible + refused,
        petitions_carried_over=rest,
        petitions_processed=(part(eligible + refused + rest), eligible + refused + rest),
        petitions_eligible=eligible,
        petitions_not_eligible=refused,
        petitions_within_authority=sum(kinds),
        complaints_within_authority=kinds[0],
        denunciations_within_authority=kinds[1],
        proposals_within_authority=kinds[2],
        petitions_not_within_authority=sum(ways) + rest,
        petitions_transferred=ways[0],
        petitions_guided=ways[1],
        petitions_urged=ways[2],
        petitions_escalated=n(),
        opening_dossiers=opening,
        entered_dossiers=entered,
        resolved_dossiers=resolved,
        resolution_rate=(resolved, opening + entered),
        open_dossiers=n(),
        overdue_share=(part(limited), limited),
        on_time_rate=(part(limited), limited),
        open_over_180_days=(part(opening), opening),
        duty_compliance=(part(entered), entered),
        delegated_share=(part(entered), entered),
    )


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    now=windows(),
    before=windows(),
    year_ago=windows(),
    code=st.sampled_from(["2026-Q3", "2026-M05", "2026-Y", "2026-Q4"]),
)
def test_every_number_follows_from_the_text(
    now: dict[str, Figure], before: dict[str, Figure], year_ago: dict[str, Figure], code: str
) -> None:
    made = material(code, now=now, previous=before, last_year=year_ago, to_date=now, to_date_before=year_ago)
    texts = {sentence.id: sentence.text for sentence in compose(made)}
    for text in texts.values():
        check_rates(text)
        check_moves(text)
        check_points(text)
        check_writing(text)
    check_sums(texts)
    check_headline(texts)


def check_rates(text: str) -> None:
    for part, base, share in RATE.findall(text):
        assert whole(base) >= 10
        assert near(share, 100 * whole(part) / whole(base)), text
        assert share not in ("0", "100") or whole(part) in (0, whole(base)), text


def check_moves(text: str) -> None:
    first = re.search(r", (?:tăng|giảm|bằng|phát sinh mới|không thay đổi)", text)
    known = {whole(number) for number in re.findall(COUNT, text[: first.start()] if first else text)} | {0}
    for verb, amount, share, base in MOVE.findall(text):
        step = whole(amount) if verb == "tăng" else -whole(amount)
        assert step and whole(base) + step in known, text
        assert not share or (whole(base) >= 10 and near(share, 100 * whole(amount) / whole(base))), text


def check_points(text: str) -> None:
    for part, base, verb, points, part_0, base_0 in POINTS.findall(text):
        step = percent(part, base) - percent(part_0, base_0)
        assert step and (step > 0) == (verb == "tăng"), text
        assert Decimal(points.replace(",", ".")) == abs(step), text


def check_writing(text: str) -> None:
    assert text.endswith(".") and ".." not in text and "  " not in text
    assert " %" not in text
    plain = re.sub(rf"{DATES}|[\d.]+(?:,\d+)? ?(?:%|điểm phần trăm)|[69] tháng|7 ngày", "", text)
    assert not re.search(r"(?<![\d.,/])[1-9](?![\d.,/])", plain), text
    assert not re.search(r"\d{4,}", plain), text


def check_sums(texts: dict[str, str]) -> None:
    for name in ("reception.by_body", "petitions.eligible", "petitions.by_kind", "petitions.outside"):
        if name in texts:
            total, *parts = map(whole, re.findall(COUNT, texts[name]))
            assert total == sum(parts), texts[name]
    if "tồn đầu kỳ" in texts.get("resolution.rate", ""):
        total, opening, entered, _, base = map(whole, re.findall(COUNT, texts["resolution.rate"])[:5])
        assert total == opening + entered == base


def check_headline(texts: dict[str, str]) -> None:
    if "không có lượt" in texts.get("reception.volume", "không có lượt").lower():
        return
    said = re.search(rf"đã tiếp (trên )?({COUNT}) lượt", texts["summary.headline"])
    exact = re.search(rf"tiếp ({COUNT}) lượt", texts["reception.volume"])
    assert said and exact
    floor, truth = whole(said[2]), whole(exact[1])
    assert (floor < truth < floor * 1.1) if said[1] else floor == truth
    share = re.search(r"(?:tăng|giảm) (\d+(?:,\d+)?%) so với cùng kỳ", texts["summary.headline"])
    assert not share or f"({share[1]}) so với cùng kỳ năm trước" in texts["reception.volume"]
