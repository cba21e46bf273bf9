"""What an address may hold, found in the code that reads it: the views of each page, and every part of an address."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.screen import address, tabs
from tests import shown

READERS = {
    "choice.segments": 1,
    "choice.select": 1,
    "choice.current": 1,
    "choice.named": None,
    "choice.text": None,
    "state.asked": None,
    "tabs.Choice": 1,
    "tabs.show": 3,
}
"""Functions that read the part named first, or that of the views; where the mapping of its values stands."""
KEPT = re.compile(r"choice-([a-z-]+)")
ASKED = "state.asked"
"""The reader that offers nothing to choose."""
OTHERS = {shown.ROOT / "dashboard" / "screen" / f"{name}.py" for name in ("choice", "tabs")}
"""Readers themselves: the name is handed in."""


@cache
def views() -> dict[str, tuple[str, ...]]:
    """Of each page the codes of its views; one without a choice of views has the usual alone, ''."""
    return {key: _views(shown.ROOT / "pages" / f"{key}.py") for key in shown.PAGES}


@cache
def parts() -> tuple[str, ...]:
    """Every part of an address that anything in the dashboard reads."""
    found = {address.UNIT, *address.NAMES}
    for path in _files():
        found |= {name for name, _ in _read(path)} | set(KEPT.findall(path.read_text(encoding="utf-8")))
    return tuple(sorted(found))


@cache
def offered() -> set[str]:
    """The parts that are a choice on some page: a box, a row of buttons, a field."""
    return {name for path in _files() for name, _ in _read(path, set(READERS) - {ASKED})}


@cache
def looked_at(room: Path = shown.ROOT) -> set[str]:
    """The parts that the files of a room read where they offer no choice."""
    return {name for path in _files() if path.is_relative_to(room) for name, _ in _read(path, {ASKED})}


def _views(path: Path) -> tuple[str, ...]:
    found = [values for source in (path, *_shown_by(path)) for name, values in _read(source) if name == tabs.NAME]
    return tuple(dict.fromkeys(code for values in found for code in values)) or ("",)


def _shown_by(path: Path) -> Iterator[Path]:
    """The module named `view` that a page hands everything to."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and "view" in {name.name for name in node.names}:
            yield shown.ROOT.joinpath(*node.module.split(".")) / "view.py"


def _read(path: Path, by: Collection[str] = tuple(READERS)) -> list[tuple[str, Mapping[str, str]]]:
    """Each part of an address that a file reads by these readers, with its values where they are fixed."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = _known(path, tree)
    found: list[tuple[str, Mapping[str, str]]] = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        named = ast.unparse(call.func)
        if named in by and path not in OTHERS:
            at = READERS[named]
            name = tabs.NAME if named == "tabs.show" else _value(call.args[0], known)
            values = (_value(call.args[at], known) or {}) if at else {}
            names = [name] if isinstance(name, str) else _several(call.args[0], tree, known)
            found += [(name, values) for name in names]
    return found


def _several(name: ast.expr, tree: ast.Module, known: Mapping[str, Any]) -> list[str]:
    """The names that stand in one place: those of a mapping, or those a loop goes over."""
    if isinstance(name, ast.Subscript):
        return list((_value(name.value, known) or {}).values())
    return _looped(name, tree, known)


def _looped(name: ast.expr, tree: ast.Module, known: Mapping[str, Any]) -> list[str]:
    """The values of a name that a loop over a list of rows gives it, written in its place or under a name."""
    found = []
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For | ast.comprehension)):
        targets = [ast.unparse(target) for target in loop.target.elts] if isinstance(loop.target, ast.Tuple) else []
        if ast.unparse(name) in targets:
            at = targets.index(ast.unparse(name))
            found += [row[at] for row in _rows(loop.iter, known)]
    return found


def _rows(written: ast.expr, known: Mapping[str, Any]) -> list[Sequence[Any]]:
    """The rows a loop goes over; none where they are known only when run."""
    if isinstance(written, ast.Tuple):
        return [[_value(each, known) for each in row.elts] for row in written.elts if isinstance(row, ast.Tuple)]
    rows = _value(written, known)
    return [row for row in rows if isinstance(row, tuple)] if isinstance(rows, tuple) else []


def _known(path: Path, tree: ast.Module) -> dict[str, Any]:
    """The names of a module; of a page, which runs when it is imported, what it imports."""
    if path.parent.name != "pages":
        return vars(importlib.import_module(".".join(path.relative_to(shown.ROOT).with_suffix("").parts)))
    known: dict[str, Any] = {}
    brought = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    exec(compile(ast.Module(brought, []), str(path), "exec"), known)
    return known


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:
    """A constant, or what a name or a dotted name of the module stands for; None where it is known only when run."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Attribute):
        return getattr(_value(node.value, known), node.attr, None)
    return None


def _files() -> list[Path]:
    found = [*(shown.ROOT / "pages").glob("*.py"), *(shown.ROOT / "dashboard").rglob("*.py")]
    return sorted(path for path in found if path.name not in {"app.py", "__main__.py", "__init__.py"})
