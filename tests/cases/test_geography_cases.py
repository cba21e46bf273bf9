"""Boundary files from the field: fed to the command as they are, and what is right about each."""

import json
from pathlib import Path

import pytest
import shapely

from data_loaders.geography import boundary
from data_loaders.geography import command as geography

DATA = Path(__file__).parent / "data"
CASES = sorted(path.parent.name for path in DATA.glob("g*/right.json"))


@pytest.mark.parametrize("case", CASES)
def test_case(case, tmp_path, capsys):
    told = json.loads((DATA / case / "right.json").read_text("utf-8"))
    command = ["--province", told["province"], "--import", str(DATA / case / told["file"]), "--out", str(tmp_path)]
    code = geography.main(command + ["--yes"] * bool(told.get("yes")))
    said = capsys.readouterr().err.strip()
    stored = boundary.stored(tmp_path)
    assert any(_holds(right, code, said, stored) for right in told["right"]), f"{code}: {said}"


def _holds(right, code, said, stored) -> bool:
    """One outcome, whole: exit, words of the sentence, levels of official boundaries, bounds of units."""
    if code != right["exit"]:
        return False
    if code:
        words = right.get("says_any", [""])
        return (
            len(said.splitlines()) == 1
            and any(word in said for word in words)
            and not any(word in said for word in right.get("says_none", []))
        )
    official = stored[stored["basis"] == boundary.OFFICIAL]
    shapes = dict(zip(official["code"], shapely.from_geojson(official["geojson"].to_numpy()), strict=True))
    inside = all(shapely.box(*box).contains(shapes[unit]) for unit, box in right.get("bounds", {}).items())
    return inside and set(right.get("levels", ())) <= set(official["level"])


def test_the_four_cases_of_boundary_files_are_here():
    assert len(CASES) == 4
