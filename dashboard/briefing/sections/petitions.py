"""What was received, carried over, found eligible, of which kind, and how it was processed."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.briefing.material import Material
from dashboard.briefing.series import asked_of, lacking
from dashboard.briefing.topic import Asked, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.words import change, codes, share
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import petitions as words

WITHIN = ("complaints_within_authority", "denunciations_within_authority", "proposals_within_authority")


def sentences(material: Material) -> list[Said]:
    """Received, processed, eligible, by kind, outside authority, replies, level-skipping."""
    return [
        ("received", _received(material)),
        ("processed", _processed(material)),
        ("eligible", _eligible(material)),
        ("eligible_by_kind", _of_kinds(material, "petitions_eligible", words.ELIGIBLE_KINDS, words.ELIGIBLE_BY_KIND)),
        ("by_kind", _by_kind(material)),
        ("outside", _outside(material)),
        ("replies", _replies(material)),
        ("escalated", _escalated(material)),
    ]


def _count(material: Material, name: str) -> int:
    return say.number(material.now[name])


def _received(material: Material) -> str:
    received, now = _count(material, "petitions_received"), material.windows.now
    if not material.now["petitions_received"].kept:
        return words.NO_DATA
    steps = change.both(*material.both("petitions_received"), period=now)
    if not received:
        return words.NONE_RECEIVED.format(steps=steps)
    verb = say.variant(words.RECEIVING, key=now.code + "received")
    return words.RECEIVED.format(verb=verb, count=vi.prose_count(received), steps=steps)


def _processed(material: Material) -> str:
    figure, carried = material.now["petitions_processed"], _count(material, "petitions_carried_over")
    if not figure.kept:
        return words.NO_START if _count(material, "petitions_received") else ""
    if not figure.denominator:
        return ""
    from_before = words.CARRIED.format(count=vi.prose_count(carried)) if carried else ""
    told = share.attained(say.number(figure), figure.denominator, say.PETITIONS)
    return words.PROCESSED.format(carried=from_before, share=told)


def _eligible(material: Material) -> str:
    received, eligible, refused = (
        _count(material, name) for name in ("petitions_received", "petitions_eligible", "petitions_not_eligible")
    )
    if not received:
        return ""
    return words.ELIGIBLE.format(
        received=vi.prose_count(received), eligible=vi.prose_count(eligible), refused=vi.prose_count(refused)
    )


def _by_kind(material: Material) -> str:
    carried = words.CARRIED_TOO if _count(material, "petitions_carried_over") else ""
    return _of_kinds(material, "petitions_within_authority", words.KINDS, words.BY_KIND.replace("{carried}", carried))


def _of_kinds(material: Material, whole: str, kinds: Mapping[str, str], sentence: str) -> str:
    """A count of papers and what it is made of; a part that is withheld is left out, of none nothing is said."""
    total, found = _count(material, whole), {text: material.now[name].numerator for name, text in kinds.items()}
    if not total or not any(found.values()):
        return ""
    parts = [text.format(count=vi.prose_count(amount)) for text, amount in found.items() if amount is not None]
    return sentence.format(count=vi.prose_count(total), parts=", ".join(parts))


def _outside(material: Material) -> str:
    outside = _count(material, "petitions_not_within_authority")
    if not outside:
        return ""
    counts = {text: _count(material, name) for name, text in words.WAYS.items()}
    counts[words.OTHER_WAYS] = outside - sum(counts.values())
    parts = [text.format(count=vi.prose_count(amount)) for text, amount in counts.items() if amount]
    carried = words.CARRIED_TOO if _count(material, "petitions_carried_over") else ""
    return words.OUTSIDE.format(carried=carried, count=vi.prose_count(outside), parts=", ".join(parts))


def _replies(material: Material) -> str:
    figure = material.now["replies_received"]
    if not figure.denominator:
        return ""
    return words.REPLIES.format(share=share.attained(say.number(figure), figure.denominator, words.TRANSFERRED))


def _escalated(material: Material) -> str:
    step = change.one(*material.both("petitions_escalated"), period=material.windows.now)
    escalated = _count(material, "petitions_escalated")
    return words.ESCALATED.format(count=vi.prose_count(escalated), step=step) if escalated else ""


def parts(material: Material) -> Chart | None:
    """Petitions processed by kind within authority and outside it, and those received that are not eligible."""
    found = {label: material.now[name] for label, name in zip(codes.KINDS.values(), WITHIN, strict=True)}
    found[words.NOT_WITHIN] = material.now["petitions_not_within_authority"]
    found[words.NOT_ELIGIBLE] = material.now["petitions_not_eligible"]
    values = [None if figure.numerator is None else float(figure.numerator) for figure in found.values()]
    return Chart("bars", list(found), {words.SERIES: values}, caption=words.CAPTION) if any(values) else None


def matters(material: Material) -> list[Asked]:
    """Petitions not processed, and those passed on that nobody answered."""
    return [
        *asked_of("processed", words.ASK_UNPROCESSED, lacking(material, "petitions_processed")),
        *asked_of("replies", words.ASK_NO_REPLY, lacking(material, "replies_received")),
    ]


TOPIC = Topic(
    "petitions",
    30,
    words.TITLE,
    words.SHORT,
    "comparison",
    sentences=sentences,
    figure=parts,
    sheets=(Sheet("petitions_processing", words.SHEET, "kind eligible within_authority processing petitions replies"),),
    matters=matters,
    urgency=70,
)
