"""Which unit each polygon of a file is: by code, then by name, then by a table made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pandas as pd

from data_loaders.geography import tcvn3, unit_names

ENOUGH = 0.5
"""A column is the code (or name) column when at least this share of its rows is on the list."""


@dataclass(frozen=True)
class Vintage:
    """A list of units that a file may be of: code, name, parent_name. aliases: codes of units merged earlier → into."""

    key: str
    level: str
    units: pd.DataFrame
    aliases: dict[str, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return int(self.units["code"].str.len().mode().iloc[0])


@dataclass(frozen=True)
class Match:
    """`code` and `how` ('code', 'name', 'hand' or missing) of each row; `label`: what the file calls the row."""

    vintage: Vintage
    code: pd.Series
    how: pd.Series
    label: pd.Series
    named: pd.Series
    spelling: str

    @property
    def units(self) -> set[str]:
        return {self.vintage.aliases.get(code, code) for code in self.code.dropna()}

    @property
    def missing(self) -> pd.DataFrame:
        """Units of the list that no row is; merged ones are not missed."""
        return self.vintage.units[~self.vintage.units["code"].isin({*self.units, *self.vintage.aliases})]

    @property
    def contradicted(self) -> pd.Series:
        """True where a row's code and its name lead to different units."""
        return (self.how == "code") & self.named.notna() & (self.named != self.code)

    @property
    def score(self) -> float:
        """Units found, of the list's and the file's together: 1 when each row is a unit and each unit has a row."""
        wanted = len(self.vintage.units) - len(self.vintage.aliases)
        return len(self.units) / (wanted + int(self.code.isna().sum()))


def match(attributes: pd.DataFrame, vintage: Vintage, *, by_hand: dict[str, str] | None = None) -> Match:
    """Find each row's unit. `attributes`: the file's columns, any types. `by_hand`: name as in the file → code."""
    listed = set(vintage.units["code"])
    codes = _best(_codes(attributes, width=vintage.width), lambda values: values.where(values.isin(listed)))
    named, label, spelling = _names(attributes, vintage)
    if codes is None:
        codes = pd.Series(None, index=attributes.index, dtype=object)
    hand = _by_hand(attributes, by_hand or {})
    code = codes.fillna(named).fillna(hand)
    how = pd.Series(None, index=attributes.index, dtype=object)
    for kind, found in (("hand", hand), ("name", named), ("code", codes)):
        how = how.mask(found.notna(), kind)
    return Match(vintage, code, how, label, named, spelling)


def _codes(attributes: pd.DataFrame, *, width: int) -> Iterable[pd.Series]:
    for column in attributes:
        yield attributes[column].map(lambda value: unit_names.code(value, width=width))


def _best(columns: Iterable[pd.Series], found: Callable[[pd.Series], pd.Series]) -> pd.Series | None:
    """The column with most different units, when at least half of its rows are units."""
    tried = [found(column) for column in columns]
    good = [one for one in tried if one.notna().mean() >= ENOUGH]
    return max(good, key=lambda one: one.nunique(), default=None)


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
