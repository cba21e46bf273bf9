"""Which unit each polygon of a file is: by code, then by name, then by a table made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from data_loaders.geography import tcvn3, unit_names

ENOUGH = 0.5
"""A column is the code (or name) column when at least this share of its rows is on the list."""
NEARLY_ALL = 0.9


@dataclass(frozen=True)
class Vintage:
    """A list of units that a file may be of: code, name, parent_name. aliases: codes of units merged earlier → into.

    country: codes of such units anywhere in the country.
    """

    key: str
    level: str
    units: pd.DataFrame
    aliases: dict[str, str] = field(default_factory=dict)
    country: frozenset[str] = frozenset()

    @property
    def width(self) -> int:
        return int(self.units["code"].str.len().mode().iloc[0])


@dataclass(frozen=True)
class Match:
    """`code` and `how` ('code', 'name', 'hand' or missing) of each row; `label`: what the file calls the row.

    foreign: True where the row carries the code of another province's unit; such a row is matched by nothing else.
    """

    vintage: Vintage
    code: pd.Series
    how: pd.Series
    label: pd.Series
    named: pd.Series
    spelling: str
    foreign: pd.Series

    @property
    def unknown(self) -> pd.Series:
        """True for rows of the province, as far as one can tell, that are no unit of the list."""
        return self.code.isna() & ~self.foreign

    @property
    def units(self) -> set[str]:
        return {self.vintage.aliases.get(code, code) for code in self.code.dropna()}

    @property
    def missing(self) -> pd.DataFrame:
        """Units of the list that no row is; merged ones are not missed."""
        return self.vintage.units[~self.vintage.units["code"].isin({*self.units, *self.vintage.aliases})]

    @property
    def names(self) -> dict[str, str]:
        """Code → name on the list."""
        return dict(zip(self.vintage.units["code"], self.vintage.units["name"], strict=True))

    @property
    def contradicted(self) -> pd.Series:
        """True where a row's code and its name lead to different units."""
        return (self.how == "code") & self.named.notna() & (self.named != self.code)

    @property
    def score(self) -> float:
        """Units found, of the list's and the file's together: 1 when each row is a unit and each unit has a row."""
        wanted = len(self.vintage.units) - len(self.vintage.aliases)
        return len(self.units) / (wanted + int(self.unknown.sum()))


def match(attributes: pd.DataFrame, vintage: Vintage, *, by_hand: dict[str, str] | None = None) -> Match:
    """Find each row's unit. `attributes`: the file's columns, any types. `by_hand`: name as in the file → code."""
    written = _code_column(attributes, vintage)
    codes = written.where(written.isin(set(vintage.units["code"])))
    foreign = written.isin(vintage.country) & codes.isna()
    named, label, spelling = _names(attributes, vintage)
    named = named.mask(foreign)
    hand = _by_hand(attributes, by_hand or {})
    code = codes.fillna(named).fillna(hand)
    how = pd.Series(None, index=attributes.index, dtype=object)
    for kind, found in (("hand", hand), ("name", named), ("code", codes)):
        how = how.mask(found.notna(), kind)
    return Match(vintage, code, how, label, named, spelling, foreign)


def _code_column(attributes: pd.DataFrame, vintage: Vintage) -> pd.Series:
    """The column of codes, with their zeros; without one, nothing in any row."""
    listed = set(vintage.units["code"])
    columns = [
        attributes[column].map(lambda value: unit_names.code(value, width=vintage.width)) for column in attributes
    ]
    good = [column for column in columns if _holds_codes(column, listed, vintage.country)]
    nothing = pd.Series(None, index=attributes.index, dtype=object)
    return max(good, key=lambda column: column[column.isin(listed)].nunique(), default=nothing)


def _holds_codes(column: pd.Series, listed: set[str], country: frozenset[str]) -> bool:
    """Half of the rows are units of the list; or, in a file of many provinces, nearly all are units of the country.

    A column that only counts its rows has codes of some province too: then at least half of the list must be there.
    """
    if column.isin(listed).mean() >= ENOUGH:
        return True
    whole = column[column.isin(listed)].nunique() >= ENOUGH * len(listed)
    return bool(whole and column.isin(country).mean() >= NEARLY_ALL)


def _names(attributes: pd.DataFrame, vintage: Vintage) -> tuple[pd.Series, pd.Series, str]:
    """The unit that each row's name leads to, the name column as text, and the encoding it had to be read in."""
    nothing = pd.Series(None, index=attributes.index, dtype=object)
    best, label, spelling, most = nothing, _first_text(attributes), "", 0.0
    for texts in _texts(attributes):
        for kind, spelled in tcvn3.spellings(texts).items():
            found = _by_name(spelled, attributes, vintage)
            # A right decoding also has accents in their places, so exact names break ties between spellings.
            exact = spelled.map(unit_names.plain).isin(set(vintage.units["name"].map(unit_names.plain))).sum()
            weight = 2 * found.nunique() + exact / (len(found) + 1)
            if found.notna().any() and weight > most:
                best, label, spelling, most = found, spelled, kind, weight
    return best, label, spelling


def _texts(attributes: pd.DataFrame) -> Iterable[pd.Series]:
    for column in attributes:
        values = attributes[column]
        if not pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_datetime64_any_dtype(values):
            yield values.map(lambda value: "" if pd.isna(value) else str(value))


def _first_text(attributes: pd.DataFrame) -> pd.Series:
    return next(iter(_texts(attributes)), pd.Series("", index=attributes.index))


def _by_name(texts: pd.Series, attributes: pd.DataFrame, vintage: Vintage) -> pd.Series:
    """Codes by exact name, by folded name, then by name without its kind; only where one unit alone has it."""
    units = vintage.units
    found = pd.Series(None, index=texts.index, dtype=object)
    for fold in (unit_names.plain, unit_names.folded, unit_names.short):
        found = found.fillna(texts.map(fold).map(_alone(units["name"].map(fold), units["code"])))
    return found.fillna(_with_parent(texts, attributes, units)) if found.isna().any() else found


def _alone(names: pd.Series, codes: pd.Series) -> dict[str, str]:
    """Name → code of names that one unit alone has."""
    once = ~names.duplicated(keep=False) & (names != "")
    return dict(zip(names[once], codes[once], strict=True))


def _with_parent(texts: pd.Series, attributes: pd.DataFrame, units: pd.DataFrame) -> pd.Series:
    """Names that several units share, told apart by the column that holds the district's name."""
    nothing = pd.Series(None, index=texts.index, dtype=object)
    parents = units["parent_name"].map(unit_names.short)
    best = nothing
    for column in _texts(attributes):
        for spelled in tcvn3.spellings(column).values():
            above = spelled.map(unit_names.short)
            if above.isin(set(parents)).mean() < ENOUGH:
                continue
            found = nothing
            for fold in (unit_names.folded, unit_names.short):
                pairs = _alone(parents + "/" + units["name"].map(fold), units["code"])
                found = found.fillna((above + "/" + texts.map(fold)).map(pairs))
            best = found if found.notna().sum() > best.notna().sum() else best
    return best


def _by_hand(attributes: pd.DataFrame, table: dict[str, str]) -> pd.Series:
    keyed = {unit_names.folded(name): code for name, code in table.items()}
    found = pd.Series(None, index=attributes.index, dtype=object)
    for column in attributes:
        for spelled in tcvn3.spellings(
            attributes[column].map(lambda value: "" if pd.isna(value) else str(value))
        ).values():
            found = found.fillna(spelled.map(unit_names.folded).map(keyed))
    return found
