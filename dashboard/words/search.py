"""Finding a place, a body, a post, a matter from any page."""

from __future__ import annotations

SEARCH = "Tìm"
TYPED = "Tên xã, phường, huyện cũ, cơ quan, chức danh"
TYPED_NUMBERS = "Tên xã, phường, huyện cũ, cơ quan, chức danh, số hồ sơ"
PLACEHOLDER = "Gõ không cần dấu"
RECENT = "Xem gần đây"
NOTHING = "Không tìm thấy “{typed}”. Hãy gõ một phần của tên, không cần dấu."
KINDS = {"commune": "địa bàn", "district": "địa bàn", "agency": "cơ quan", "post": "người đứng đầu", "dossier": "hồ sơ"}
LABEL = "{name} · {kind}"
AREA = "Tìm xã, phường, huyện cũ"
POST = "Tìm chức danh"


def label(name: str, kind: str) -> str:
    """'UBND xã Lam Khê · cơ quan'"""
    return LABEL.format(name=name, kind=KINDS[kind])
