"""What was found of one part."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.words import doctor as words


@dataclass(frozen=True)
class Finding:
    """A part of `words.PARTS`; what is said of it; what to do where it is wrong; `is_set`: it is set up at all."""

    part: str
    said: str
    do: str = ""
    is_set: bool = True

    @property
    def is_bad(self) -> bool:
        return bool(self.do)

    def lines(self) -> list[str]:
        state = words.BAD if self.is_bad else words.GOOD if self.is_set else words.ABSENT
        said = words.LINE.format(state=state, part=words.PARTS[self.part], said=self.said.removesuffix("."))
        return [said, words.DO.format(do=self.do)] if self.is_bad else [said]


def absent(part: str, said: str) -> Finding:
    """Not set up, and no fault."""
    return Finding(part, said, is_set=False)
