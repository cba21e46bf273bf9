"""What is typed without diacritics finds what is meant, the likeliest first."""

import pytest

from dashboard.facts.search import KINDS, Entry, fold, found, numbers

ENTRIES = (
    Entry("post", "P1", "Chủ tịch UBND xã Lam Khê"),
    Entry("agency", "A1", "UBND xã Lam Khê"),
    Entry("district", "D1", "Huyện Hắc Khê (cũ)"),
    Entry("commune", "C2", "Phường Khê Lam (Sen Đài cũ)"),
    Entry("commune", "C3", "Xã Lam Khê Thượng (Hắc Khê cũ)"),
    Entry("commune", "C1", "Xã Lam Khê (Hắc Khê cũ)"),
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Xã Đình Khê (huyện cũ)", "xa dinh khe huyen cu"), ("Ưng-Hoà", "ung hoa"), ("Ưng", "ung"), ("  ", "")],
)
def test_nothing_is_left_of_diacritics_and_signs(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("lam khe", ["C1", "C3", "A1", "P1", "C2"]),
        ("Lâm Khê".replace("â", "a"), ["C1", "C3", "A1", "P1", "C2"]),
        ("hac khe", ["C1", "C3", "D1"]),
        ("huyen hac khe", ["D1"]),
        ("chu tich lam", ["P1"]),
        ("ubnd xa lam khe", ["A1", "P1"]),
        ("xyz", []),
        ("", []),
        ("%_*(", []),
    ],
)
def test_names_that_have_the_words_side_by_side_then_communes_first(typed, codes):
    assert [entry.code for entry in found(typed, ENTRIES)] == codes


def test_what_was_used_lately_stands_on_top_and_no_more_than_asked():
    assert [entry.code for entry in found("khe", ENTRIES, recent={"A1"}, most=2)] == ["A1", "C1"]


def test_every_order_of_the_words_and_every_letter_case_finds_the_same():
    assert {entry.code for entry in found("KHE lam", ENTRIES)} == {entry.code for entry in found("lam khe", ENTRIES)}


def test_every_kind_has_its_place():
    assert {entry.kind for entry in ENTRIES} == set(KINDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hs 2023 1011", "HS-2023-001011"),
        ("2023 1011", "HS-2023-001011"),
        ("1011", "HS-2020-001011"),
        ("hs-2023-001011", "HS-2023-001011"),
    ],
)
def test_a_number_is_written_as_the_province_writes_it(typed, meant):
    assert meant in numbers(typed, like=["HS-2020-006683"])


@pytest.mark.parametrize("typed", ["lam khe", "hs 12", "a b c d 123", "'; drop"])
def test_what_is_no_number_of_the_province_is_not_looked_up_as_one(typed):
    assert numbers(typed, like=["HS-2020-006683"]) in ([], [typed.upper()])
