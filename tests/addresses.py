"""What an address may hold, found in the code that reads it: the views of each page, and every part of an address."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.screen import address, tabs
from tests import shown

READERS = {
    "choice.segments": 1,
    "choice.select": 1,
    "choice.current": 1,
    "choice.text": None,
    "state.asked": None,
    "tabs.Choice": 1,
}
"""Functions that read the part named first; where the mapping of its values stands."""
KEPT = re.compile(r"choice-([a-z-]+)")
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


def _views(path: Path) -> tuple[str, ...]:
    found = [values for source in (path, *_shown_by(path)) for name, values in _read(source) if name == tabs.NAME]
    return tuple(dict.fromkeys(code for values in found for code in values)) or ("",)


def _shown_by(path: Path) -> Iterator[Path]:
    """The module named `view` that a page hands everything to."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and "view" in {name.name for name in node.names}:
            yield shown.ROOT.joinpath(*node.module.split(".")) / "view.py"


def _read(path: Path) -> list[tuple[str, Mapping[str, str]]]:
    """Each part of an address that a file reads, with its values where they are fixed."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = _known(path, tree)
    found: list[tuple[str, Mapping[str, str]]] = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        named = ast.unparse(call.func)
        if named == "tabs.show":
            found.append((tabs.NAME, _value(call.args[3], known) or {}))
        elif named in READERS and path not in OTHERS:
            name, at = _value(call.args[0], known), READERS[named]
            values = (_value(call.args[at], known) or {}) if at else {}
            names = [name] if isinstance(name, str) else _looped(call.args[0], tree, known)
            found += [(name, values) for name in names]
    return found


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
