"""Clusters equal esda's own on its published examples (issue D, done 5)."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from data_loaders.geography import clusters
from data_loaders.statistics.discoveries import discoveries

COLUMBUS = json.loads((Path(__file__).parent / "data" / "columbus.json").read_text())


def links(table: dict) -> pd.DataFrame:
    rows = [(str(code), str(other)) for code, others in table.items() for other in others]
    return pd.DataFrame(rows, columns=["code", "neighbour"])


def values(numbers: list, *, first: int = 0) -> pd.DataFrame:
    return pd.DataFrame({"code": [str(index) for index in range(first, first + len(numbers))], "value": numbers})


def test_gi_star_equals_esdas_published_example():
    """esda.getisord.G_Local, docstring: six points, distance band 15, `transform='B', star=True` → lg_star.Zs."""
    six = values([2, 3, 3.2, 5, 8, 7])
    near = links({0: [1, 3], 1: [0, 3, 4], 2: [4], 3: [0, 1, 4], 4: [1, 2, 3, 5], 5: [4]})
    found = clusters.clusters(six, near)
    published = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    assert found["gi_z"].tolist() == pytest.approx(published, abs=1e-8)
    # esda's p_norm is one-sided.
    one_sided = [0.08116526, 0.38622273, 0.25763634, 0.38622273, 0.10850443, 0.02147256]
    assert (found["gi_p"] / 2).tolist() == pytest.approx(one_sided, abs=1e-8)


def test_local_moran_equals_esdas_published_example():
    """esda.moran.Moran_Local, docstring: desmith.gal and desmith.txt, `transformation='r'`; values by esda 2.9.0."""
    z = values([2.24, 3.1, 4.55, -5.15, -4.39, 0.46, 5.54, 9.02, -2.09, -3.06], first=1)
    near = links(
        {
            1: [2, 4], 2: [1, 5], 3: [4, 7], 4: [1, 3, 5, 8], 5: [2, 4, 6, 9],
            6: [5, 10], 7: [3, 8], 8: [4, 7, 9], 9: [5, 8, 10], 10: [6, 9],
        }
    )  # fmt: skip
    found = clusters.clusters(z, near)
    published = [
        -0.11409277, -0.19940543, -0.13351408, -0.51770383, 0.48095009,
        0.12208113, 1.19148298, -0.58144305, 0.07101383, 0.34314301,
    ]  # fmt: skip
    assert found["moran_i"].tolist() == pytest.approx(published, abs=1e-8)
    one_sided = [0.27643, 0.27643, 0.47213, 0.24593, 0.06873, 0.08214, 0.02776, 0.36784, 0.35171, 0.24944]
    # Ten areas leave 36 pairs of neighbours: the observed pair itself falls on either side by its last bit, 2/36.
    assert found["moran_p"].tolist() == pytest.approx([2 * p for p in one_sided], abs=2 / 36 + 0.005)


def test_both_equal_esdas_on_columbus():
    found = clusters.clusters(values(COLUMBUS["crime"], first=1), links(COLUMBUS["neighbours"]))
    assert found["gi_z"].tolist() == pytest.approx(COLUMBUS["esda"]["Zs"], abs=2e-6)
    assert found["moran_i"].tolist() == pytest.approx(COLUMBUS["esda"]["Is"], abs=2e-6)
    # Two seeded runs of 9.999 and 99.999 deals differ by chance: at most three standard errors.
    assert found["moran_p"].tolist() == pytest.approx([2 * p for p in COLUMBUS["esda"]["p_sim"]], abs=0.03)


def test_the_false_discovery_bound_equals_esdas():
    """esda.fdr of esda's own p-values on Columbus: 0.0040816 (local Moran, two-sided), so four neighbourhoods stand."""
    p = pd.Series([2 * p for p in COLUMBUS["esda"]["p_sim"]])
    assert np.flatnonzero(discoveries(p)).tolist() == [15, 23, 24, 28]
    found = clusters.clusters(values(COLUMBUS["crime"], first=1), links(COLUMBUS["neighbours"]))
    standing = np.flatnonzero(discoveries(found["gi_p"]))
    assert found["gi_p"].iloc[standing].max() <= 0.009183673
    assert found["verdict"].iloc[standing].isin(["high", "low"]).all()
    assert found["verdict"].isin(["high", "low"]).sum() == len(standing)


def grid(size: int) -> pd.DataFrame:
    rows = []
    for index in range(size * size):
        row, column = divmod(index, size)
        for other_row, other_column in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
            if 0 <= other_row < size and 0 <= other_column < size:
                rows.append((str(index), str(other_row * size + other_column)))
    return pd.DataFrame(rows, columns=["code", "neighbour"])


def test_a_block_of_high_values_is_found_and_an_even_spread_is_not():
    noise = np.random.default_rng(4).normal(10, 1, 144)
    assert set(clusters.clusters(values(list(noise)), grid(12))["verdict"]) == {"none"}
    block = noise.copy()
    for row in range(3, 7):
        block[row * 12 + 3 : row * 12 + 7] += 6
    found = clusters.clusters(values(list(block)), grid(12)).set_index("code")["verdict"]
    inner = [str(row * 12 + column) for row in (4, 5) for column in (4, 5)]
    assert (found[inner] == "high").all()
    assert (found == "high").sum() <= 24
    lone = noise.copy()
    lone[5 * 12 + 5] = -40
    lonely = clusters.clusters(values(list(lone)), grid(12)).set_index("code")["verdict"]
    assert set(lonely) <= {"none", "low", "low_among_high"}


def test_chance_alone_is_kept_in_check():
    """Among fifty maps of pure noise, hardly any area may be called a cluster."""
    called = [
        (clusters.clusters(values(list(np.random.default_rng(seed).normal(size=144))), grid(12), permutations=999))
        ["verdict"].ne("none").any()
        for seed in range(50)
    ]  # fmt: skip
    assert np.mean(called) <= 0.12


def test_it_is_deterministic_and_leaves_out_what_is_missing():
    some = values([*COLUMBUS["crime"][:48], None], first=1)
    first, again = (clusters.clusters(some, links(COLUMBUS["neighbours"])) for _ in range(2))
    pd.testing.assert_frame_equal(first, again)
    assert len(first) == 48


def test_no_spread_or_no_neighbours_is_no_evidence():
    level = clusters.clusters(values([3.0] * 9), grid(3))
    assert set(level["verdict"]) == {"none"}
    assert level["gi_z"].isna().all()
    alone = clusters.clusters(values([1.0, 2.0, 9.0, 4.0]), pd.DataFrame(columns=["code", "neighbour"]))
    assert alone[["gi_z", "gi_p", "moran_i", "moran_p"]].isna().all().all()
    assert set(alone["verdict"]) == {"none"}
    assert clusters.clusters(values([]), grid(2)).empty


def boundary(basis: str) -> pd.DataFrame:
    """Four squares in a row, the last one apart."""
    west = [0, 1, 2, 4]
    return pd.DataFrame(
        {
            "code": list("abcd"),
            "geojson": [shapely.to_geojson(shapely.box(x, 0, x + 1, 1)) for x in west],
            "label_lon": [x + 0.5 for x in west],
            "label_lat": 0.5,
            "basis": basis,
        }
    )


def test_neighbours_touch_on_official_boundaries_and_are_nearest_on_a_schematic():
    touching = clusters.neighbours(boundary("official"))
    assert set(touching.itertuples(index=False, name=None)) == {("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")}
    nearest = clusters.neighbours(boundary("schematic"), nearest=1)
    assert ("d", "c") in set(nearest.itertuples(index=False, name=None))
    assert ("c", "d") in set(nearest.itertuples(index=False, name=None))
    assert clusters.neighbours(boundary("official").head(0)).empty
