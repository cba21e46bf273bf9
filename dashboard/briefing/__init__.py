"""The official sentences of a briefing, built from the same answers as the pages."""

from dashboard.briefing.compose import SECTIONS, Note, Sentence, arrange, compose
from dashboard.briefing.material import Material, gather

__all__ = ["SECTIONS", "Material", "Note", "Sentence", "arrange", "compose", "gather"]
