"""The specification of the law as a page: `python -m tests.spec.page` writes docs/law.md (`make law`).

A file of the specification is a section, a test with a drawn table is its sentence and the table, the other tests are
sentences. What the page says is therefore what is tested, and nothing else.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "law.md"
ORDER = (
    *("time_limits", "days_off", "every_rule_is_read", "change_of_law", "law_changes", "reporting_periods"),
    *("reception_days", "ledger_months", "ledger_bands", "ledger_outcome", "two_readings"),
)
HEAD = """# The law as it is counted

Made from `tests/spec/` by `make law`; every line is a test that holds. The rows of law themselves, each with its
article and its days, stand in `data_loaders/law/` (CSV) and can be replaced by a province's own (`RULES_DIR`,
[operate.md](operate.md)).
"""


def text() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for name in ORDER for line in _section(HERE / f"test_{name}.py"))])


def _section(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield f"## {_flat(ast.get_docstring(tree) or path.stem)}\n"
    drawn = {name: table for node in tree.body for name, table in _drawn(node)}
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    plain = [test for test in tests if not _tables(test, drawn)]
    yield from (f"- {_sentence(test)}" for test in plain)
    yield ""
    for test in tests:
        for name in _tables(test, drawn):
            yield f"**{_sentence(test)}**\n"
            yield from _markdown(drawn[name])
            yield ""


def _drawn(node: ast.stmt) -> Iterator[tuple[str, str]]:
    """The module's drawn tables by name."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        table = node.value.value.strip()
        if "\n" in table and "|" in table.splitlines()[0]:
            yield from ((target.id, table) for target in node.targets if isinstance(target, ast.Name))


def _tables(test: ast.FunctionDef, drawn: dict[str, str]) -> list[str]:
    names = [node.id for each in test.decorator_list for node in ast.walk(each) if isinstance(node, ast.Name)]
    return [name for name in names if name in drawn]


def _sentence(test: ast.FunctionDef) -> str:
    said = test.name.removeprefix("test_").replace("_", " ")
    more = _flat(ast.get_docstring(test) or "")
    return f"{said[0].upper()}{said[1:]}" + (f": {more}" if more else "")


def _markdown(table: str) -> Iterator[str]:
    head, *body = ([cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip())
    yield f"| {' | '.join(name.replace('_', ' ') for name in head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join('' if cell == '-' else cell for cell in cells)} |" for cells in body)


def _flat(said: str) -> str:
    return " ".join(inspect.cleandoc(said).split()).rstrip(".")


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
