"""Every Vietnamese text of the product as one document to be read, a file a chapter, its placeholders filled in.

`make words` prints it. A template stands with an example where its placeholders have one, else with '…'.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.test_words import LETTER, PRODUCT, WORDS, name

CHAPTERS = [path for path in PRODUCT if path in WORDS or "dashboard/metrics/" in path.as_posix()]
PLACEHOLDER = re.compile(r"\{(\w*)(?:[.:\[][^{}]*)?\}")
EXAMPLES = {
    **dict.fromkeys(("against",), "so với 69 ngày đầu quý III/2026"),
    **dict.fromkeys(("agency", "body"), "Sở Xây dựng"),
    **dict.fromkeys(("areas", "names", "parts", "named"), "xã Lam Khê, xã Sen Lãng"),
    **dict.fromkeys(("as_of", "day", "end", "since", "start", "until"), "22/11/2026"),
    **dict.fromkeys(("at", "taken_at"), "07:30 ngày 22/11/2026"),
    **dict.fromkeys(("base", "before"), "229"),
    **dict.fromkeys(("cases", "due", "people", "received", "required", "total", "visits", "whole"), "1.096"),
    **dict.fromkeys(("count", "days", "least", "number", "without"), "12"),
    **dict.fromkeys(("after", "credited", "groups", "matters", "notes", "now", "open", "overdue"), "245"),
    "dossier": "HS-2026-001011",
    "fields": "đất đai, môi trường",
    "label": "Vụ việc về đất đai",
    "measure": "số vụ việc quá hạn",
    "month": "11/2026",
    "months": "tháng 9 và 10/2026",
    "name": "xã Lam Khê",
    "noun": "số vụ việc mới",
    "period": "quý IV/2026",
    "place": "tỉnh Hoa Lam",
    "share": "229/1.096 vụ việc, đạt 20,9%",
    "step": ", tăng 139 vụ việc (4,8%) so với cùng kỳ năm trước (2.899 vụ việc)",
    "steps": ", tăng 139 vụ việc (4,8%) so với cùng kỳ năm trước (2.899 vụ việc)",
    "time": "gần 08 năm",
    "verb": "tăng",
    "window": "từ ngày 15/09/2026 đến ngày 22/11/2026",
    "year": "2026",
}


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The Vietnamese texts of a module in their order, pieces of one text together, what only explains it left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    left_out |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        said = _said(node) if id(node) not in left_out else None
        if said and LETTER.search(said):
            yield node.lineno, said  # type: ignore[attr-defined]


def _said(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def filled(text: str) -> str:
    return PLACEHOLDER.sub(lambda found: EXAMPLES.get(found[1], "…"), text)


def document() -> Iterator[str]:
    """Line by line, a chapter a file."""
    for path in CHAPTERS:
        found = sorted(texts(path))
        if found:
            yield f"\n## {name(path)}\n"
        yield from (f"{line:>5}  {filled(text)}" for line, text in found)


if __name__ == "__main__":
    print("\n".join(document()))
