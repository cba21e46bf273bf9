"""What an import tells its user: what matched, what did not, and what it will not decide alone."""

from __future__ import annotations

from data_loaders.geography import messages as say
from data_loaders.geography.boundary_file import Layer
from data_loaders.geography.projection_choice import Confirm, Say
from data_loaders.geography.unit_matching import Match

SHOWN = 12
"""Names in one list before the rest is only counted."""
SUSPICIOUS = 0.1
"""Share of rows whose code and name disagree above which the user is asked."""


def matching(layer: Layer, match: Match, *, file: str, tell: Say, confirm: Confirm) -> None:
    """Say what was recognised; ask before drawing a map with holes or trusting codes against names."""
    vintage = match.vintage
    tell(say.READ_AS.format(file=file, rows=len(layer.rows), vintage=say.VINTAGES[vintage.key]))
    if layer.without_shape:
        tell(say.NULL_SHAPES.format(count=layer.without_shape))
    if match.foreign.any():
        tell(say.OTHER_PROVINCE.format(count=int(match.foreign.sum())))
    if match.spelling:
        tell(say.TEXT_REPAIRED[match.spelling])
    ways = {f"by_{way}": int((match.how == way).sum()) for way in ("code", "name", "hand")}
    listed = len(vintage.units) - len(vintage.aliases)
    tell(say.MATCHED.format(units=len(match.units), listed=listed, **ways))
    _merged(match, tell)
    _contradictions(match, tell=tell, confirm=confirm)
    _incomplete(match, tell=tell, confirm=confirm)


def _merged(match: Match, tell: Say) -> None:
    names = match.names
    for code in sorted(set(match.code.dropna()) & set(match.vintage.aliases)):
        tell(say.ALIAS.format(name=names[code], code=code, into=names[match.vintage.aliases[code]]))
    several = match.code.dropna().value_counts()
    if (several > 1).any():
        tell(say.MERGED_ROWS.format(count=int((several > 1).sum())))


def _contradictions(match: Match, *, tell: Say, confirm: Confirm) -> None:
    odd = match.contradicted
    if odd.any():
        names = match.names
        pairs = [
            f"{label} ≠ {names[code]} ({code})" for label, code in zip(match.label[odd], match.code[odd], strict=True)
        ]
        tell(say.OTHER_NAMES.format(count=int(odd.sum()), names=listing(pairs)))
        if odd.mean() > SUSPICIOUS:
            confirm(say.ASK_OTHER_NAMES)


def _incomplete(match: Match, *, tell: Say, confirm: Confirm) -> None:
    unknown, missing = match.label[match.unknown], match.missing
    if len(unknown):
        tell(say.UNMATCHED_ROWS.format(count=len(unknown), names=listing(list(unknown))))
    if len(missing):
        shown = [f"{name} ({code})" for code, name in missing[["code", "name"]].itertuples(index=False)]
        tell(say.MISSING_UNITS.format(count=len(missing), names=listing(shown)))
    if len(unknown) or len(missing):
        confirm(say.ASK_INCOMPLETE.format(vintage=say.VINTAGES[match.vintage.key], missing=len(missing)))


def listing(names: list[str]) -> str:
    """At most a dozen names, and how many more."""
    shown = ", ".join(name or "?" for name in names[:SHOWN])
    return shown if len(names) <= SHOWN else say.AND_MORE.format(shown=shown, more=len(names) - SHOWN)
