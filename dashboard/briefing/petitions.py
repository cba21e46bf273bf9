"""What was received, carried over, found eligible, of which kind, and how it was processed."""

from __future__ import annotations

from dashboard.briefing.material import Material
from dashboard.words import numbers as vi
from dashboard.words import phrases as say


def sentences(material: Material) -> list[tuple[str, str]]:
    """Received, processed, eligible, by kind, outside authority, replies, level-skipping."""
    return [
        ("received", _received(material)),
        ("processed", _processed(material)),
        ("eligible", _eligible(material)),
        ("by_kind", _by_kind(material)),
        ("outside", _outside(material)),
        ("replies", _replies(material)),
        ("escalated", _escalated(material)),
    ]


def _count(material: Material, name: str) -> int:
    return say.number(material.now[name])


def _received(material: Material) -> str:
    received = _count(material, "petitions_received")
    steps = say.moved_both(*material.both("petitions_received"), "đơn", period=material.windows.now)
    if not received:
        return f"không tiếp nhận đơn nào{steps}"
    verb = say.variant(["tiếp nhận", "đã tiếp nhận"], key=material.windows.now.code + "received")
    return f"{verb} {vi.prose_count(received)} đơn{steps}"


def _processed(material: Material) -> str:
    figure, carried = material.now["petitions_processed"], _count(material, "petitions_carried_over")
    if not figure.denominator:
        return ""
    from_before = f"kỳ trước chuyển sang {vi.prose_count(carried)} đơn; " if carried else ""
    return f"{from_before}đã xử lý {say.part_of(say.number(figure), figure.denominator, 'đơn')}"


def _eligible(material: Material) -> str:
    received, eligible, refused = (
        _count(material, name) for name in ("petitions_received", "petitions_eligible", "petitions_not_eligible")
    )
    if not received:
        return ""
    return (
        f"trong {vi.prose_count(received)} đơn tiếp nhận có {vi.prose_count(eligible)} đơn đủ điều kiện xử lý, "
        f"{vi.prose_count(refused)} đơn không đủ điều kiện"
    )


def _by_kind(material: Material) -> str:
    within = _count(material, "petitions_within_authority")
    if not within:
        return ""
    kinds = {
        "complaints_within_authority": "đơn khiếu nại",
        "denunciations_within_authority": "đơn tố cáo",
        "proposals_within_authority": "đơn kiến nghị, phản ánh",
    }
    parts = [
        f"{vi.prose_count(_count(material, name))} {noun}"
        for name, noun in kinds.items()
        if material.now[name].numerator is not None
    ]
    return f"đơn thuộc thẩm quyền {vi.prose_count(within)} đơn, gồm {', '.join(parts)}"


def _outside(material: Material) -> str:
    outside = _count(material, "petitions_not_within_authority")
    if not outside:
        return ""
    ways = {"petitions_transferred": "chuyển", "petitions_guided": "hướng dẫn", "petitions_urged": "đôn đốc"}
    counts = {word: _count(material, name) for name, word in ways.items()}
    counts["xử lý bằng hình thức khác hoặc chưa xử lý"] = outside - sum(counts.values())
    parts = [f"{word} {vi.prose_count(amount)} đơn" for word, amount in counts.items() if amount]
    return f"đơn không thuộc thẩm quyền {vi.prose_count(outside)} đơn, gồm {', '.join(parts)}"


def _replies(material: Material) -> str:
    figure = material.now["replies_received"]
    if not figure.denominator:
        return ""
    return f"nhận được văn bản phúc đáp của {say.part_of(say.number(figure), figure.denominator, 'đơn đã chuyển')}"


def _escalated(material: Material) -> str:
    step = say.moved(material.steps_last_year["petitions_escalated"], "đơn")
    escalated = _count(material, "petitions_escalated")
    return f"đơn vượt cấp {vi.prose_count(escalated)} đơn{step}" if escalated else ""
