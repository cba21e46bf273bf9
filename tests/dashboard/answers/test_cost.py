"""What withholding denunciations costs is counted, and none of their numbers is told below the province."""

from data_loaders.snapshot.publish import SnapshotRef
from queries.ask import open_snapshot
from tests.dashboard.answers import cost


def test_no_count_of_denunciations_is_told_below_the_province(tiny_ref: SnapshotRef) -> None:
    told = cost.cells(open_snapshot(tiny_ref.path))
    assert {"area_measures", "balance_by_agency", "overdue_by_field", "results"} <= set(told["question"])
    assert told["told"].sum() == 0
    assert told["small"].sum() > 0
    assert (told["withheld"] >= told["small"]).all()


def test_visits_are_told_by_kind_for_the_province_alone_and_those_about_complaints(tiny_ref: SnapshotRef) -> None:
    told = cost.cells(open_snapshot(tiny_ref.path)).set_index("question")
    below, whole = told.loc["reception_by_area"], told.loc["reception_volume"]
    assert below["small"] > 0
    assert 0 < whole["withheld"] / whole["cells"] < below["withheld"] / below["cells"] < 1
