"""Where Vietnamese stands: in the rooms of words, nowhere else; and every word there is said somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LETTER = re.compile("[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea"
                    "\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169"
                    "\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")  # fmt: skip
ROOMS = ("dashboard/words/", "dashboard/metrics/", "data_loaders/demo/")
DATA = {
    "data_loaders/contract/privacy.py": "what a citizen's number, and a code, look like in a text",
    "data_loaders/geography/administrative_list.py": "names of units",
    "data_loaders/geography/tcvn3.py": "a table of letters",
    "data_loaders/geography/unit_names.py": "letters with and without marks",
}
PRODUCT = [path for room in ("data_loaders", "queries", "dashboard", "pages") for path in (ROOT / room).rglob("*.py")]
WORDS = [p for p in PRODUCT if "dashboard/words/" in p.as_posix() or p.name == "messages.py"]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module, those that only explain it left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explains = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explains:
            yield node.lineno, node.value


def is_room_of_words(path: Path) -> bool:
    return name(path).startswith(ROOMS) or path.name == "messages.py" or name(path) in DATA


def test_vietnamese_stands_in_the_rooms_of_words():
    outside = [
        f"{name(path)}:{line}: {text}"
        for path in PRODUCT
        if not is_room_of_words(path)
        for line, text in texts(path)
        if LETTER.search(text)
    ]
    assert not outside, "\n".join(outside)


@pytest.mark.parametrize("path", DATA)
def test_what_may_hold_vietnamese_as_data_does(path):
    assert any(LETTER.search(text) for _, text in texts(ROOT / path))


def public(tree: ast.Module) -> list[str]:
    found = []
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets = [each for target in node.targets for each in getattr(target, "elts", [target])]
            found += [each.id for each in targets if isinstance(each, ast.Name)]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append(node.name)
    return [each for each in found if not each.startswith("_")]


def read(tree: ast.Module) -> set[str]:
    """What a module reads by name: its own names, attributes of others, what it imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            found |= {each.name for each in node.names}
    return found


def test_every_word_is_said_somewhere():
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PRODUCT}
    said = set().union(*(read(tree) for tree in trees.values()))
    assert not [f"{name(path)}: {word}" for path in WORDS for word in public(trees[path]) if word not in said]
