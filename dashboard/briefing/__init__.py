"""The agenda of a meeting in official sentences, figures and tables, built from the same answers as the pages."""

from dashboard.briefing.agenda import Note, Section, Sentence, agenda, arrange, compose, titles, unsaid
from dashboard.briefing.material import Material, gather

__all__ = [
    "Material",
    "Note",
    "Section",
    "Sentence",
    "agenda",
    "arrange",
    "compose",
    "gather",
    "titles",
    "unsaid",
]
