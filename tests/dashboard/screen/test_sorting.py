"""Lists sorted by a heading: the address says how, codes by what is read, the file as on the screen."""

from __future__ import annotations

from urllib.parse import parse_qs

import pandas as pd
import pytest
from lxml import html

from dashboard.screen import sorting, tables
from dashboard.words import choices

FRAME = pd.DataFrame(
    {
        "dossier_id": [f"HS-{number}" for number in range(12)],
        "kind": ["petition", "complaint", None] * 4,
        "age_days": [5, None, 70, *range(100, 109)],
    }
)


@pytest.fixture
def address(monkeypatch):
    """What the address holds."""
    parts = {"xem": "longest", "ky": "2026-Q3"}
    monkeypatch.setattr(sorting.state, "address", lambda: parts)
    monkeypatch.setattr(sorting.state, "asked", lambda name: parts.get(name, ""))
    return parts


def headings(frame, by):
    table = html.fragment_fromstring(tables.markup(frame, alt="A", by=by), create_parent="div")
    cells = {cell.get("data-column"): cell for cell in table.iter("th")}
    leads = {name: parse_qs(cell.find("a").get("href").removeprefix("?")) for name, cell in cells.items()}
    return leads, {name: cell.get("aria-sort") for name, cell in cells.items()}


def test_a_heading_leads_to_the_same_view_sorted_by_it_and_a_second_tap_turns_it_round(address):
    leads, ways = headings(FRAME, sorting.now(FRAME, None))
    assert leads["age_days"] == {"xem": ["longest"], "ky": ["2026-Q3"], "xep": ["-age_days"]}
    assert leads["dossier_id"]["xep"] == ["dossier_id"]
    assert set(ways.values()) == {"none"}
    address["xep"] = "-age_days"
    leads, ways = headings(FRAME, sorting.now(FRAME, None))
    assert leads["age_days"]["xep"] == ["age_days"]
    assert ways == {"dossier_id": "none", "kind": "none", "age_days": "descending"}


def test_all_rows_are_sorted_missing_ones_last_and_the_file_follows(address):
    address["xep"] = "age_days"
    rows = sorting.rows(FRAME, sorting.now(FRAME, None))
    assert list(rows["dossier_id"].iloc[[0, 1, -1]]) == ["HS-0", "HS-2", "HS-1"]
    assert tables.csv(rows).decode("utf-8-sig").splitlines()[-1].startswith("HS-1;")


def test_codes_stand_in_the_order_of_their_words(address):
    address["xep"] = "kind"
    kinds = sorting.rows(FRAME, sorting.now(FRAME, None))["kind"]
    assert list(kinds.dropna().unique()) == ["complaint", "petition"]
    assert kinds.iloc[-4:].isna().all()


def test_withheld_cells_stay_those_of_their_rows(address):
    address["xep"] = "-open_count"
    frame = pd.DataFrame({"name": list("abc"), "open_count": pd.array([None, 9, 30], dtype="Int64")})
    frame.attrs["few"] = {"open_count": [0]}
    text = tables.csv(sorting.rows(frame, sorting.now(frame, None))).decode("utf-8-sig")
    assert text.splitlines()[1:] == ["c;30", "b;9", "a;…"]


@pytest.mark.parametrize(("asked", "said"), [("khong-co", True), ("-", True), ("overdue", False), ("", False)])
def test_what_no_list_has_is_said_and_leaves_the_rows_alone(address, monkeypatch, asked, said):
    told = []
    monkeypatch.setattr(sorting.choice.st, "html", told.append)
    address["xep"] = asked
    assert sorting.rows(FRAME, sorting.now(FRAME, None)) is FRAME
    assert any(choices.LINK_PARTS["xep"] in text for text in told) is said
