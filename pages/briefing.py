"""Chuẩn bị giao ban: the sentences arranged, what to conclude, the forms checked, then the files of the meeting."""

from dashboard.briefing import arrange
from dashboard.screen import choice, filters, prepared
from dashboard.screen.page import open_page
from dashboard.views.desk import checks, concluding, draft, files, listing, opened
from dashboard.words import choices, desk

page = open_page("briefing")
chosen = filters.bar(page, "period")
source = prepared.source(page, chosen)
material, said = prepared.briefing(source)
checked = prepared.checked(source, units=files.units())
hand = listing.Hand(source.period, said)
note = hand.note

kept = arrange(said, note)
page.headline(
    desk.headline(
        [sentence.section for sentence in kept],
        dropped=len(said) - len(kept),
        notes=sum(bool(sentence.note) for sentence in kept),
        warnings=len(checks.warnings(checked)),
    )
)
view = choice.segments("xem", desk.VIEWS, label=choices.VIEW_LABEL)
draft.show(source.period, how=desk.HOW[view], carried=view != "files" and not opened.is_open(view))
if view == "sentences":
    listing.show(hand)
elif view == "conclusions":
    concluding.show(material, note, source.period)
else:
    page.section(desk.CHECKS)
    checks.show(checked)
    page.section(desk.FILES)
    files.show(source, note)
page.link("presentation", label=desk.PRESENT)
