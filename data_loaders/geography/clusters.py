"""Where high (or low) values lie together more than chance would put them: Getis-Ord Gi* and local Moran.

Both are worked out in NumPy when the snapshot is built: esda and libpysal take seconds and 300 MB to import. They are
held against esda's own published results in the tests. So many areas are tested at once that some would stand out by
chance alone: verdicts keep the false-discovery rate of Benjamini and Hochberg (1995).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.special import ndtr

from data_loaders.statistics.discoveries import FALSE_DISCOVERIES, discoveries

Floats = NDArray[np.float64]

PERMUTATIONS = 9_999
NEAREST = 6
SEED = 20250701
COLUMNS = ["code", "gi_z", "gi_p", "moran_i", "moran_p", "verdict"]
HIGH, LOW, NONE = "high", "low", "none"
HIGH_AMONG_LOW, LOW_AMONG_HIGH = "high_among_low", "low_among_high"


def clusters(
    values: pd.DataFrame,
    neighbours: pd.DataFrame,
    *,
    false_discoveries: float = FALSE_DISCOVERIES,
    permutations: int = PERMUTATIONS,
) -> pd.DataFrame:
    """One row an area that has a value: code, gi_z, gi_p, moran_i, moran_p, verdict.

    `values`: code, value (missing ones are left out, as neighbours too). `neighbours`: code, neighbour, both ways.
    gi_p is two-sided from the normal law, moran_p two-sided from conditional permutations. Verdicts: 'high' and 'low'
    (Gi*), else 'high_among_low' and 'low_among_high' (outliers of the local Moran), else 'none': no evidence. An area
    without neighbours has no statistic. Deterministic: the permutations are seeded.
    """
    known = values[values["value"].notna()].drop_duplicates("code").reset_index(drop=True)
    links = _links(known["code"], neighbours)
    x = known["value"].to_numpy(dtype=float)
    found = known[["code"]].assign(gi_z=np.nan, gi_p=np.nan, moran_i=np.nan, moran_p=np.nan, verdict=NONE)
    if len(x) < 3 or np.ptp(x) == 0:
        return found[COLUMNS]
    found["gi_z"] = _gi_star(x, links)
    found["gi_p"] = 2 * ndtr(-found["gi_z"].abs())
    found["moran_i"] = _moran(x, links)
    found["moran_p"] = _permuted(x, links, permutations)
    return _judged(found, x, links, false_discoveries)[COLUMNS]


def _links(codes: pd.Series, neighbours: pd.DataFrame) -> NDArray[np.bool_]:
    """Square matrix: is the column's area a neighbour of the row's."""
    place = {code: index for index, code in enumerate(codes)}
    both = neighbours[neighbours["code"].isin(place) & neighbours["neighbour"].isin(place)]
    links = np.zeros((len(place), len(place)), dtype=bool)
    links[both["code"].map(place), both["neighbour"].map(place)] = True
    np.fill_diagonal(links, val=False)
    return links


def _gi_star(x: Floats, links: NDArray[np.bool_]) -> Floats:
    """Standard scores of the sum over an area and its neighbours (Ord and Getis 1995), binary weights."""
    weights = links.astype(float) + np.eye(len(x))
    members = weights.sum(axis=1)
    spread = x.std() * np.sqrt((len(x) * members - members**2) / (len(x) - 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        score = (weights @ x - x.mean() * members) / spread
    return np.where(links.any(axis=1) & (spread > 0), score, np.nan)


def _moran(x: Floats, links: NDArray[np.bool_]) -> Floats:
    """Local Moran's I (Anselin 1995), row-standardised weights, scaled as esda does."""
    z = x - x.mean()
    return (len(x) - 1) * z * _lag(z, links) / (z**2).sum()


def _lag(z: Floats, links: NDArray[np.bool_]) -> Floats:
    """The mean of the neighbours; missing where there are none."""
    count = links.sum(axis=1)
    return np.where(count > 0, links @ z / np.maximum(count, 1), np.nan)


def _permuted(x: Floats, links: NDArray[np.bool_], permutations: int) -> Floats:
    """Two-sided pseudo p of each area's I: its own value stays, the others' are dealt to its neighbours anew."""
    size, counts = len(x), links.sum(axis=1)
    z = x - x.mean()
    observed = _lag(z, links)
    most = int(counts.max())
    if most == 0:
        return np.full(size, np.nan)
    draw = np.random.default_rng(SEED).random((permutations, size - 1))
    dealt = np.argsort(draw, axis=1)[:, :most]
    p = np.full(size, np.nan)
    for area in np.flatnonzero(counts):
        others = np.delete(z, area)
        simulated = others[dealt[:, : counts[area]]].mean(axis=1)
        # As esda counts: I at least the observed one (give or take the last bit), or the rest where that is fewer.
        larger = int((z[area] * (simulated - observed[area]) >= -1e-12 * (z**2).max()).sum())
        p[area] = min(1.0, 2 * (min(larger, permutations - larger) + 1) / (permutations + 1))
    return p


def _judged(found: pd.DataFrame, x: Floats, links: NDArray[np.bool_], rate: float) -> pd.DataFrame:
    z = x - x.mean()
    outlier = discoveries(found["moran_p"], rate=rate) & (found["moran_i"] < 0).to_numpy()
    together = discoveries(found["gi_p"], rate=rate)
    verdict = np.select(
        [together & (found["gi_z"] > 0), together, outlier & (z > 0), outlier],
        [HIGH, LOW, HIGH_AMONG_LOW, LOW_AMONG_HIGH],
        default=NONE,
    )
    return found.assign(verdict=verdict)


def neighbours(boundary: pd.DataFrame, *, nearest: int = NEAREST) -> pd.DataFrame:
    """code, neighbour, both ways, from rows of one level of the `boundary` table.

    Official boundaries: areas that touch. A schematic's borders are drawn, not real, so there: the nearest label
    points, and no statistic depends on a drawn line.
    """
    if len(boundary) and (boundary["basis"] == "official").all():
        pairs = _touching(boundary)
    else:
        pairs = _nearest(boundary, nearest)
    codes = boundary["code"].to_numpy()
    both = np.unique(np.vstack([pairs, pairs[:, ::-1]]), axis=0)
    return pd.DataFrame({"code": codes[both[:, 0]], "neighbour": codes[both[:, 1]]})


def _touching(boundary: pd.DataFrame) -> NDArray[np.int64]:
    shapes = shapely.from_geojson(boundary["geojson"].to_numpy())
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    return np.column_stack([first, second])[first != second]


def _nearest(boundary: pd.DataFrame, count: int) -> NDArray[np.int64]:
    """Each area with its nearest ones by label point; at these latitudes a degree east is cos(lat) of one north."""
    lon, lat = (boundary[column].to_numpy(dtype=float) for column in ("label_lon", "label_lat"))
    east = lon * np.cos(np.deg2rad(lat.mean() if len(lat) else 0.0))
    distance = np.hypot(east[:, None] - east, lat[:, None] - lat)
    np.fill_diagonal(distance, np.inf)
    near = np.argsort(distance, axis=1, kind="stable")[:, : min(count, max(len(lat) - 1, 0))]
    return np.column_stack([np.repeat(np.arange(len(lat)), near.shape[1]), near.ravel()])
