"""A question file: its header, its parameters, and the SQL it stands for once its staging parts are put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from queries import messages
from queries.errors import QueryError

FOLDER = Path(__file__).parent
HEADER = re.compile(r"^-- (?P<key>[a-z ]+): (?P<value>.*)$")
PLACEHOLDER = re.compile(r"(?<![:\w]):(?P<name>[a-z_]+)")
NEEDED = re.compile(r"(\w+)(?: \(([^)]*)\))?")
SQL_TYPES = {"date": "date", "text": "varchar", "int": "integer", "number": "double precision", "bool": "boolean"}


@dataclass(frozen=True)
class Parameter:
    """A declared parameter; `type` is date, text, int, number or bool; `default` is None where it must be given."""

    name: str
    type: str
    optional: bool
    default: str | None = None


@dataclass(frozen=True)
class Question:
    """One SQL file: what it asks, the grain of its rows, its parameters and its text."""

    name: str
    header: dict[str, str]
    parameters: tuple[Parameter, ...]
    sql: str

    @property
    def accepts(self) -> set[str]:
        return {parameter.name for parameter in self.parameters}

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the answer that together name one row of it."""
        return tuple(part.strip() for part in self.header["key"].split(","))

    @property
    def for_everybody(self) -> bool:
        """Declared `scope: province`: the same for every viewer, because it holds no rows of areas."""
        return self.header.get("scope") == "province"

    @property
    def needs(self) -> dict[str, tuple[str, ...]]:
        """Declared `needs: dossiers (open_count overdue), petitions`: tables of events that columns are counted from.

        A table without columns is needed by every row.
        """
        return self._columns("needs")

    @property
    def carries(self) -> dict[str, tuple[str, ...]]:
        """Declared `carries: dossiers (opening)`: columns that count what was open in a table when the window began."""
        return self._columns("carries")

    def _columns(self, key: str) -> dict[str, tuple[str, ...]]:
        found = NEEDED.findall(self.header.get(key, ""))
        return {table: tuple(columns.split()) for table, columns in found}

    @property
    def is_of_operation(self) -> bool:
        """Declared `about: operation`: what was read and what is missing, for whoever keeps the dashboard running."""
        return self.header.get("about") == "operation"

    @property
    def is_whole(self) -> bool:
        """Declared `cells: whole`: no cell is withheld, because an official form, which guards itself, is filled."""
        return self.header.get("cells") == "whole"

    @property
    def is_of_visits(self) -> bool:
        """Declared `kinds: of visits`: only visits have kinds, and below the province they are counted together."""
        return self.header.get("kinds") == "of visits"

    def divides_by(self, division: str) -> bool:
        """Whether the question knows it: the default, or one that its SQL names; others fall to the default."""
        return f"'{division}'" in self.sql or any(
            (each.name, each.default) == ("division", division) for each in self.parameters
        )

    def render(self, placeholder: str) -> str:
        """The SQL with every parameter cast to its declared type; `placeholder` is `:{}` or `${}`."""
        types = {parameter.name: SQL_TYPES[parameter.type] for parameter in self.parameters}
        return PLACEHOLDER.sub(lambda m: f"cast({placeholder.format(m['name'])} as {types[m['name']]})", self.sql)


def names() -> list[str]:
    """All questions, in alphabetical order."""
    return sorted(path.stem for path in FOLDER.glob("*.sql"))


@cache
def load(name: str) -> Question:
    """The question of that name.

    Raises:
        QueryError: there is no such file.
    """
    if name not in names():
        raise QueryError(messages.NO_QUESTION.format(name=name))
    header, body = _read(FOLDER / f"{name}.sql")
    parts = _staging(header.get("uses", ""))
    declared = ", ".join(
        filter(None, [header.get("parameters", "")] + [part[1].get("parameters", "") for part in parts])
    )
    return Question(name, header, _parameters(declared), _compose(parts, body))


def _read(path: Path) -> tuple[dict[str, str], str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    header: dict[str, str] = {}
    key = ""
    for line in lines:
        if match := HEADER.match(line):
            key = match["key"]
            header[key] = match["value"].strip()
        elif key and line.startswith("--   "):
            header[key] += " " + line[2:].strip()
        else:
            key = ""
    return header, "\n".join(line for line in lines if not line.lstrip().startswith("--")).strip()


def _staging(uses: str) -> list[tuple[str, dict[str, str], str]]:
    """The staging parts named, each after the parts it uses itself, none twice."""
    found: dict[str, tuple[str, dict[str, str], str]] = {}
    for name in filter(None, (part.strip() for part in uses.split(","))):
        header, body = _read(FOLDER / "parts" / f"{name}.sql")
        for part in _staging(header.get("uses", "")):
            found.setdefault(part[0], part)
        found.setdefault(name, (name, header, body))
    return list(found.values())


def _compose(parts: list[tuple[str, dict[str, str], str]], body: str) -> str:
    if not parts:
        return body
    ctes = ",\n".join(f"{name} as (\n{sql}\n)" for name, _, sql in parts)
    rest = body.removeprefix("with ") if body.startswith("with ") else ""
    return f"with {ctes},\n{rest}" if rest else f"with {ctes}\n{body}"


def _parameters(declared: str) -> tuple[Parameter, ...]:
    """`as_of date, kind text?, days int=30`: a question mark makes it optional, `=` gives its default."""
    found: dict[str, Parameter] = {}
    for part in filter(None, (piece.strip() for piece in declared.split(","))):
        name, kind = part.split()
        kind, _, default = kind.partition("=")
        found.setdefault(name, Parameter(name, kind.rstrip("?"), kind.endswith("?"), default or None))
    return tuple(found.values())
