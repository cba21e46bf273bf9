"""The agenda of a meeting in official sentences, figures and tables, built from the same answers as the pages."""

from dashboard.briefing.agenda import (
    MOST_CONCLUSIONS,
    Concluding,
    Conclusion,
    Note,
    Reworded,
    Section,
    Sentence,
    agenda,
    arrange,
    compose,
    concluding,
    conclusions,
    proposed,
    titles,
    to_conclude,
    unsaid,
)
from dashboard.briefing.material import Material, gather

__all__ = [
    "MOST_CONCLUSIONS",
    "Concluding",
    "Conclusion",
    "Material",
    "Note",
    "Reworded",
    "Section",
    "Sentence",
    "agenda",
    "arrange",
    "compose",
    "concluding",
    "conclusions",
    "gather",
    "proposed",
    "titles",
    "to_conclude",
    "unsaid",
]
