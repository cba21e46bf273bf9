"""What a viewer may see, decided where the data is asked and never in a page."""

from __future__ import annotations

from dataclasses import dataclass

from queries.errors import ScopeError


@dataclass(frozen=True)
class Scope:
    """A viewer's reach: the whole province, or one area (a former district's or a commune's code)."""

    viewer: str
    area: str | None = None

    @classmethod
    def everything(cls, viewer: str = "") -> Scope:
        return cls(viewer=viewer)

    def narrow(self, params: dict[str, object], *, accepted: set[str]) -> dict[str, object]:
        """The parameters as this viewer may ask them.

        Raises:
            ScopeError: a question without an area, or another area than the viewer's own.
        """
        if self.area is None:
            return params
        if "area" not in accepted:
            raise ScopeError("Câu hỏi này chỉ dành cho người được xem toàn tỉnh.")
        if params.get("area") not in (None, self.area):
            raise ScopeError("Địa bàn này nằm ngoài phạm vi được xem.")
        return params | {"area": self.area}
