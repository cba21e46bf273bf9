"""A long list by pages: which rows the address asks for, where its links lead, and what of an address is no page."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from lxml import html

from dashboard.screen import paging
from dashboard.words import choices

NAMED = paging.name("Vụ việc đến hạn (1.313)")


@pytest.fixture
def address(monkeypatch):
    """What the address holds."""
    parts = {"xem": "due", "ky": "2026-Q3", "ca": NAMED}
    monkeypatch.setattr(paging.state, "address", lambda: parts)
    monkeypatch.setattr(paging.state, "asked", lambda name: parts.get(name, ""))
    return parts


@pytest.fixture
def told(monkeypatch):
    """What is put on the page."""
    found = []
    monkeypatch.setattr(paging.st, "html", found.append)
    return found


def leads(told, part):
    paging.links(part, below="st-key-head-a")
    bar = html.fragment_fromstring(told[-1])
    return bar.find("span").text, {a.text: parse_qs(a.get("href").removeprefix("?")) for a in bar.iter("a")}


@pytest.mark.parametrize(("asked", "first", "rows"), [("", 0, 50), ("2", 50, 50), ("3", 100, 20), ("9", 100, 20)])
def test_fifty_rows_a_page_and_the_last_where_there_are_fewer(address, asked, first, rows):
    address["so-trang"] = asked
    assert paging.of(NAMED, 120) == paging.Part(NAMED, first, rows, 120)


@pytest.mark.parametrize(("asked", "count"), [("", 51), ("1", 100), ("2", 100)])
def test_a_list_that_is_not_long_is_opened_whole(address, asked, count):
    address["so-trang"] = asked
    assert paging.of(NAMED, count) == paging.Part(NAMED, 0, count, count)


def test_another_list_stays_closed(address):
    assert paging.of(paging.name("Vụ việc quá hạn"), 120) is None


def test_a_list_keeps_its_name_when_its_number_changes():
    assert paging.name("Vụ việc đến hạn (98)") == NAMED
    assert paging.name("98 vụ việc từ ngày 15/09/2026") == paging.name("1.313 vụ việc từ ngày 16/09/2026")


def test_lists_that_differ_in_a_number_of_days_are_two():
    half, year = "Chờ trên 180 ngày ({})", "Chờ trên một năm ({})"
    assert paging.name(half.format(98)) == paging.name(half.format("1.313")) != paging.name(year.format(98))


def test_links_lead_to_the_pages_beside_it_and_back_to_the_first_rows(address, told):
    address["so-trang"] = "2"
    said, ways = leads(told, paging.of(NAMED, 120))
    view = {"xem": ["due"], "ky": ["2026-Q3"]}
    assert said == "51–100 trên 120"
    assert ways == {
        "50 trước": view | {"ca": [NAMED], "so-trang": ["1"]},
        "20 tiếp": view | {"ca": [NAMED], "so-trang": ["3"]},
        "Thu gọn danh sách": view,
    }
    address["so-trang"] = "3"
    assert list(leads(told, paging.of(NAMED, 120))[1]) == ["50 trước", "Thu gọn danh sách"]


@pytest.mark.parametrize("asked", ["0", "-1", "hai", "1.5", "9" * 5000])
def test_what_is_no_page_is_said_and_the_first_one_stands(address, told, asked):
    address["so-trang"] = asked
    part = paging.of(NAMED, 120)
    assert part is not None and part.first == 0
    assert any(choices.LINK_PARTS["so-trang"] in text for text in told)
