"""What is imported is pinned, what is pinned is locked, and the lock names no place to fetch from."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires, version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OWN = ("data_loaders", "queries", "dashboard", "pages", "tests", "benchmarks")
RUNS = ("data_loaders", "queries", "dashboard", "pages")
PINNED = ("requirements.txt", "requirements-pilot.txt", "requirements-dev.txt")
"""Each asks for those before it; the parts of the lock stand in the same order."""


def named(package: str) -> str:
    """One spelling of a package's name: PyMySQL, pymysql; resvg_py, resvg-py."""
    return re.sub(r"[-_.]+", "-", package).lower()


def pins(*files: str) -> dict[str, str]:
    lines = [line for file in files for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    found = [re.fullmatch(r"([\w.-]+)(?:\[\w+\])?==(\S+)", line) for line in lines if not line.startswith(("#", "-r"))]
    assert all(found), "a line that pins nothing"
    return {named(pin[1]): pin[2] for pin in found if pin}


def locked(text: str) -> dict[str, str]:
    return {named(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE)}


def imported(folder: str) -> Iterator[str]:
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module


@pytest.mark.parametrize("folder", OWN)
def test_what_is_imported_is_pinned(folder):
    files = ["requirements.txt"] if folder in RUNS else PINNED
    pinned, homes = pins(*files), packages_distributions()
    roots = {name.split(".")[0] for name in imported(folder)} - sys.stdlib_module_names - set(OWN)
    assert [root for root in roots if not {named(home) for home in homes.get(root, [])} & pinned.keys()] == []


def parts() -> list[dict[str, str]]:
    """What runs, what a pilot needs beside it, what only tests and checks need."""
    return [locked(text) for text in (ROOT / "requirements.lock").read_text(encoding="utf-8").split("# Below")]


def test_what_is_pinned_is_locked_in_the_same_version():
    assert len(parts()) == len(PINNED)
    for count, file in enumerate(PINNED, start=1):
        assert pins(file).items() <= {item for part in parts()[:count] for item in part.items()}, file


@pytest.mark.parametrize("count", [1, 2])
def test_a_machine_with_the_first_parts_of_the_lock_lacks_nothing(count):
    """Each package of them finds there what it always asks for, the identity service also what signing in needs."""
    held = {name for part in parts()[:count] for name in part}
    here = {named(each) for homes in packages_distributions().values() for each in homes} & held
    asked = {
        (name, named(need[1]))
        for name in here
        for line in requires(name) or ()
        if (need := re.match(r"([\w.-]+)[^;]*(;\s*extra == [\"']oidc[\"'])?\s*$", line))
        and (not need[2] or name == "canaille")
    }
    assert len(asked) > 50
    assert [(name, need) for name, need in asked if need not in held] == []


def test_every_locked_package_has_hashes_and_no_address():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.findall(r"^[A-Za-z0-9].*\n(?:[ ].*\n)*", text, flags=re.MULTILINE)
    assert len(entries) > 100
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"://|^\s*-", re.sub(r"--hash=\S+", "", text), flags=re.MULTILINE) == []


def test_an_installation_takes_the_lock_as_it_stands():
    """Resolving anew fails as soon as a package that another one asks for with extras has a newer release."""
    files = [ROOT / "Makefile", ROOT / ".ci" / "wheelhouse", ROOT / "deploy" / "Containerfile"]
    lines = [
        line for file in files for line in file.read_text(encoding="utf-8").splitlines() if "--require-hashes" in line
    ]
    assert len(lines) == 4
    assert [line for line in lines if "--no-deps" not in line] == []


def test_the_tests_run_on_what_is_locked():
    """An environment that has moved on proves nothing about the one that is installed."""
    pinned = pins(*PINNED)
    assert {name: re.sub(r"\b0+(?=\d)", "", version(name)) for name in pinned} == pinned
