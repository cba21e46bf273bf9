"""A real province with far islands, a matter late in every place that went whole into one of today's communes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.published.case_file import Province


def build(code: str, path: Path) -> None:
    """The case database of the province `code`."""
    province = Province(code)
    for number, (commune, _) in enumerate(province.places, start=1):
        province.add(
            "dossiers",
            dossier_id=f"V{number:04d}",
            kind="complaint",
            field_code="land",
            instance=1,
            complexity="normal",
            remote_area=False,
            received_on=date(2026, 7, 1),
            accepted_on=date(2026, 7, 6),
            agency_code=f"{code}-UB",
            place_unit_code=commune,
        )
    province.write(path)
