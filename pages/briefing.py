"""Chuẩn bị giao ban: the sentences arranged, what to conclude, the forms checked, then the files of the meeting."""

from dashboard.briefing import MOST_CONCLUSIONS, arrange
from dashboard.screen import choice, filters, prepared
from dashboard.screen.page import open_page
from dashboard.views.desk import checks, concluding, draft, files, listing, opened
from dashboard.words import choices, desk

page = open_page("briefing")
opened.begin()
chosen = filters.bar(page, "period", of_period=opened.PARTS.values())
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
if view == "sentences":
    draft.show(source.period, how=desk.HOW_SENTENCES, carried=not listing.is_open(hand))
    listing.show(hand)
elif view == "conclusions":
    how = desk.HOW_CONCLUSIONS.format(most=MOST_CONCLUSIONS)
    draft.show(source.period, how=how, carried=not concluding.is_open(material, note))
    concluding.show(material, note, source.period)
else:
    draft.show(source.period, carried=False)
    page.section(desk.CHECKS)
    checks.show(checked)
    page.section(desk.FILES)
    files.show(source, note)
page.link("presentation", label=desk.PRESENT)
