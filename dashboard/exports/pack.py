"""One file as bytes, for a page's button or the command: text, docx, pptx or xlsx."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.answers.answers import Answers
from dashboard.briefing import Material, Note, Section, agenda, gather, unsaid
from dashboard.exports import text
from dashboard.exports.picture import Picture
from dashboard.exports.stamp import Stamp, stamp
from dashboard.forms.fill import FilledForm, fill
from dashboard.forms.grid import circular_of
from dashboard.forms.reconcile import Finding, of_forms, reconcile, without_units
from data_loaders import log
from queries.periods import Period

FORMATS = ("text", "docx", "pptx", "xlsx")
SUFFIX = {"text": "txt"}
CALENDARS = {"inspectorate": "thanh-tra", "calendar": "duong-lich"}
LAYOUTS = ("party", "state")
UNITS = ("agency", "district", "commune")


@dataclass(frozen=True)
class Order:
    """What is wanted.

    Attributes:
        format: text, docx, pptx or xlsx.
        layout: of a docx: party (Hướng dẫn 36-HD/VPTW) or state (Nghị định 30/2020/NĐ-CP).
        template: the office's own .docx or .pptx to write into.
        units: the rows of the official forms.
        denunciation_units: whether the forms about denunciations show their units or only the total.
        all_forms: the forms of every circular, not those alone that are in force on the period's last day.
        note: the officer's order, omissions and notes.
    """

    format: str = "docx"
    layout: str = "party"
    template: Path | None = None
    units: str = "agency"
    denunciation_units: bool = True
    all_forms: bool = False
    note: Note = field(default_factory=Note)


Checked = tuple[dict[tuple[str, str], FilledForm], list[Finding]]


@dataclass(frozen=True)
class Pack:
    """What every format is made of: the answers, the agenda in the officer's order, the stamp, pictures."""

    material: Material
    sections: list[Section]
    mark: Stamp
    answers: Answers
    order: Order
    pictures: Sequence[Picture] | None = None
    checked: Checked | None = None


def build(
    answers: Answers,
    period: Period,
    *,
    order: Order,
    author: str,
    exported_at: dt.datetime,
    lock: str = "",
    pictures: Sequence[Picture] | None = None,
    material: Material | None = None,
    checked: Checked | None = None,
) -> bytes:
    """The file of that order.

    Args:
        lock: as `stamp.lock_line` gives it.
        pictures: each gets a page of a docx and a slide of a pptx of its own; by default the maps of the agenda.
        material: what `gather` gave for these answers and this period, where it is at hand; else it is asked.
        checked: what `checked_forms` gave, likewise; only an xlsx needs it.

    Raises PeriodError when the period begins after the day of the data, TemplateError when the template cannot be used.
    """
    with log.timed("export", format=order.format, period=period.code) as facts:
        material = material or gather(answers, period)
        sections = agenda(material, order.note)
        mark = stamp(material, author=author, exported_at=exported_at, lock=lock)
        made = WRITERS[order.format](Pack(material, sections, mark, answers, order, pictures, checked))
        facts["bytes"] = len(made)
    return made


def file_name(period: Period, order: Order) -> str:
    """giao-ban-2026-Q3-thanh-tra.docx: the same quarter of the other calendar is another file."""
    calendar = CALENDARS[period.calendar]
    return f"giao-ban-{period.code.replace('..', '_')}-{calendar}.{SUFFIX.get(order.format, order.format)}"


def _text(pack: Pack) -> bytes:
    return text.render(pack.sections, pack.mark).encode()


def _docx(pack: Pack) -> bytes:
    from dashboard.exports.word.document import document

    order, pictures = pack.order, _pictures(pack)
    return document(pack.sections, pack.mark, layout=order.layout, template=order.template, pictures=pictures)


def _pptx(pack: Pack) -> bytes:
    from dashboard.exports.slides.slides import slides

    return slides(pack.sections, pack.mark, template=pack.order.template, pictures=_pictures(pack))


def _pictures(pack: Pack) -> Sequence[Picture]:
    from dashboard.exports import map_pictures

    return map_pictures.of(pack.sections, pack.answers) if pack.pictures is None else pack.pictures


def _xlsx(pack: Pack) -> bytes:
    from dashboard.exports.excel.workbook import workbook

    window, units = pack.material.windows.now, pack.order.units
    forms, findings = pack.checked or checked_forms(pack.answers, window, units=units)
    if not pack.order.all_forms:
        circular = circular_of(window.full_end)
        forms = {key: filled for key, filled in forms.items() if filled.form.circular == circular}
        findings = of_forms(findings, forms)
    if not pack.order.denunciation_units:
        findings = without_units(findings, forms)
    return workbook(
        pack.material,
        pack.sections,
        unsaid(pack.material),
        forms,
        findings,
        pack.mark,
        denunciation_units=pack.order.denunciation_units,
    )


def checked_forms(answers: Answers, window: Period, *, units: str = "agency") -> Checked:
    """Every form of the window and what the checks found, against the window that ends the day before as well."""
    forms = fill(answers, window, units=units)
    before = fill(answers, window.previous(), units=units, circulars=["2021", "2024"], only=["petitions"])
    misfits = answers.ask("form_misfits", start=window.start, end=window.end, division=units)
    adjoins = window.previous().end + dt.timedelta(days=1) == window.start
    return forms, reconcile(forms, previous=before if adjoins else None, misfits=misfits)


WRITERS: dict[str, Callable[[Pack], bytes]] = {"text": _text, "docx": _docx, "pptx": _pptx, "xlsx": _xlsx}
