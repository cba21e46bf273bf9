"""What the documents name exists, and a decision says whether it still holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
ROOMS = ("data_loaders/", "queries/", "dashboard/", "pages/", "tests/", "docs/", "benchmarks/", ".ci/", ".streamlit/")
STATUS = re.compile(r"^\*\*Status\.\*\* (In force\.|In force; .+|Superseded by \d+\.)$", re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_named_in_a_document_exists(document):
    named = [name for name in re.findall(r"`([\w./*-]+)`", document.read_text(encoding="utf-8")) if "/" in name]
    paths = [name for name in named if name.startswith(ROOMS)]
    linked = re.findall(r"\]\(([\w./-]+)\)", document.read_text(encoding="utf-8"))
    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []
    assert [link for link in linked if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.name[:4])
def test_a_decision_says_whether_it_holds(decision):
    text = decision.read_text(encoding="utf-8")
    status = STATUS.search(text)
    assert status, "a line: **Status.** In force. / In force; … is superseded by N. / Superseded by N."
    numbers = {int(path.name[:4]) for path in DECISIONS}
    assert {int(number) for number in re.findall(r"\b\d+\b", status[1])} <= numbers


def test_every_decision_has_its_own_number():
    numbers = [path.name[:4] for path in DECISIONS]
    assert [number for number in numbers if numbers.count(number) > 1] == []
