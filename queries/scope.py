"""What a viewer may see, decided where the data is asked and never in a page."""

from __future__ import annotations

from dataclasses import dataclass, fields

from queries import messages
from queries.errors import ScopeError
from queries.question import Question

Reach = tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class Scope:
    """A viewer's reach: the whole province, or one area (a former district's or a commune's code).

    `operation`: no figure at all, only what was read and what is missing, for whoever keeps the dashboard running.
    A new dimension of reach is a new field with a default that means everything; its values must be hashable.
    """

    viewer: str
    area: str | None = None
    operation: bool = False

    @classmethod
    def everything(cls, viewer: str = "") -> Scope:
        return cls(viewer=viewer)

    @property
    def reach(self) -> Reach:
        """What decides an answer, for the keys of caches: every field but who it is."""
        return tuple((field.name, getattr(self, field.name)) for field in fields(self) if field.name != "viewer")

    @property
    def is_narrowed(self) -> bool:
        """Whether this viewer sees less than everything."""
        return self.reach != type(self).everything().reach

    def allows(self, asked: Question) -> bool:
        """Whether this viewer may put the question at all: everybody may where it holds no rows of areas."""
        if self.operation:
            return asked.for_everybody or asked.is_of_operation
        return self.area is None or asked.for_everybody or "area" in asked.accepts

    def narrow(self, params: dict[str, object], asked: Question) -> dict[str, object]:
        """The parameters as this viewer may ask them.

        Raises:
            ScopeError: a question without an area, another area than the viewer's own, or a figure asked by
                whoever only keeps the dashboard running.
        """
        if not self.allows(asked):
            raise ScopeError(messages.OPERATION_ONLY if self.operation else messages.WHOLE_PROVINCE_ONLY)
        if self.area is None or "area" not in asked.accepts:
            return params
        if params.get("area") not in (None, self.area):
            raise ScopeError(messages.OUT_OF_SCOPE)
        return params | {"area": self.area}
