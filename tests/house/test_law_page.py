"""The page of the law says what the specification says today, all of it."""

from __future__ import annotations

from tests.spec import page


def test_the_page_is_the_specification_of_today():
    assert page.PAGE.read_text(encoding="utf-8") == page.text(), "make law"


def test_every_file_of_the_specification_is_on_it():
    assert sorted(f"test_{name}.py" for name in page.ORDER) == sorted(path.name for path in page.HERE.glob("test_*.py"))


def test_every_drawn_table_that_tests_go_through_is_on_it():
    lines = [line for path in page.HERE.glob("test_*.py") for line in path.read_text(encoding="utf-8").splitlines()]
    drawn = sum(line.startswith("@pytest.mark.parametrize") and "rows(" in line for line in lines)
    assert page.text().count("\n|---|") == drawn > 15
