"""A page that is put into the navigation is in every test of pages, without being named there."""

from __future__ import annotations

import ast

import pytest

from dashboard.screen import rights
from dashboard.screen.navigation import ENTRIES
from tests import shown

TESTS = ("tests/dashboard/test_pages.py", "tests/browser/test_pages.py")
EVERY = {"PAGES", "shown.PAGES", "shown.PAGES.items()"}


def over_pages(function: ast.FunctionDef) -> bool:
    parametrized = [node for node in function.decorator_list if isinstance(node, ast.Call)]
    return any(ast.unparse(argument) in EVERY for node in parametrized for argument in node.args)


def test_pages_of_the_tests_are_those_of_the_navigation():
    assert {entry.key: entry.slug for entry in ENTRIES} == shown.PAGES
    assert {path.stem for path in (shown.ROOT / "pages").glob("*.py")} == set(shown.PAGES)


@pytest.mark.parametrize(("file", "least"), zip(TESTS, (3, 2), strict=True))
def test_page_tests_go_through_all_of_them(file, least):
    functions = ast.parse((shown.ROOT / file).read_text(encoding="utf-8")).body
    named = [node for node in functions if isinstance(node, ast.FunctionDef) and over_pages(node)]
    assert len(named) >= least


def test_every_page_stands_in_the_table_of_rights():
    assert {entry.key for entry in ENTRIES} == set(rights.EVERY_PAGE) == set(rights.NEEDS)
