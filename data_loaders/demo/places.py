"""Units of the invented province: old and new communes, former districts, their shapes' seeds and their people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from data_loaders.demo import names

PROVINCE_CODE = "99"
OLD_COMMUNES, NEW_COMMUNES, DISTRICTS, OUTSIDE = 500, 160, 24, 110
STRADDLERS = 6
LON, LAT, KM_LON, KM_LAT = 104.9, 18.4, 105.4, 110.7  # the south-west corner; km per degree
OUTLINE = [(118, 84), (124, 72), (121, 60), (126, 46), (119, 32), (122, 20), (114, 6), (98, 2), (80, 9), (61, 3)]
OUTLINE += [(42, 10), (24, 4), (8, 14), (0, 30), (9, 44), (2, 60), (12, 76), (28, 84), (46, 80), (63, 92)]
OUTLINE += [(82, 86), (100, 92)]
COAST, PLAIN, MOUNTAIN = "Ven biển", "Đồng bằng", "Miền núi"


@dataclass(frozen=True)
class Places:
    """Arrays by index. Old communes point to their old district and to today's commune."""

    district_code: np.ndarray
    district_name: np.ndarray
    district_zone: np.ndarray
    new_code: np.ndarray
    new_name: np.ndarray
    new_district: np.ndarray
    new_people: np.ndarray
    new_urban: np.ndarray
    old_code: np.ndarray
    old_name: np.ndarray
    old_district: np.ndarray
    old_new: np.ndarray
    old_people: np.ndarray
    split: int  # the old commune that two new ones share
    km: np.ndarray  # (communes, 2) km east and north of the corner
    area: np.ndarray  # km²
    outside_km: np.ndarray
    outside_area: np.ndarray


def invent(seed: int) -> Places:
    """The whole province, from a seed."""
    rng = np.random.default_rng([seed, 1])
    km, area, outside_km, outside_area = _centroids(rng)
    district = _districts(rng, km)
    east = np.array([km[district == d, 0].mean() for d in range(DISTRICTS)])
    zone = np.select([np.argsort(np.argsort(-east)) < len(names.COAST) - 1, east > 64], [COAST, PLAIN], MOUNTAIN)
    town = int(np.argmin(np.where(zone == PLAIN, -east, 0)))
    people = _people(rng, zone[district], district == town)
    urban = (district == town) | (rng.random(NEW_COMMUNES) < 0.06)
    old_new, split = _old_communes(rng, people)
    old_district = district[old_new].copy()
    for old, other in _straddling(km, district, old_new, split):
        old_district[old] = other
    share = rng.dirichlet(np.full(OLD_COMMUNES, 8.0)) * OLD_COMMUNES
    old_people = people[old_new] / np.bincount(old_new)[old_new] * (0.5 + 0.5 * share)
    old_name = np.array(names.commune_names(rng, OLD_COMMUNES), dtype=object)
    keeps = np.array([rng.choice(np.flatnonzero(old_new == c)) for c in range(NEW_COMMUNES)])
    return Places(
        district_code=np.array([str(975 + d) for d in range(DISTRICTS)], dtype=object),
        district_name=_district_names(zone, town),
        district_zone=zone,
        new_code=np.array([str(92001 + 3 * c) for c in range(NEW_COMMUNES)], dtype=object),
        new_name=np.where(urban, "Phường ", "Xã ").astype(object) + old_name[keeps],
        new_district=district,
        new_people=people,
        new_urban=urban,
        old_code=np.array([str(90001 + 3 * c) for c in range(OLD_COMMUNES)], dtype=object),
        old_name=np.where(urban[old_new], "Phường ", "Xã ").astype(object) + old_name,
        old_district=old_district,
        old_new=old_new,
        old_people=old_people.astype(np.int64) // 10 * 10,
        split=split,
        km=km,
        area=area,
        outside_km=outside_km,
        outside_area=outside_area,
    )


def _lloyd(rng: np.random.Generator, points: np.ndarray, count: int, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """k-means: (centres, the centre of each point)."""
    centres = points[rng.permutation(len(points))[:count]]
    for _ in range(rounds):
        nearest = np.argmin(((points[:, None, :] - centres[None]) ** 2).sum(axis=2), axis=1)
        size = np.maximum(np.bincount(nearest, minlength=count), 1)[:, None]
        moved = np.column_stack([np.bincount(nearest, points[:, k], minlength=count) for k in (0, 1)]) / size
        centres = np.where(np.bincount(nearest, minlength=count)[:, None] > 0, moved, centres)
    return centres, nearest


def _centroids(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Commune centroids (km) and areas (km²): many small ones by the sea, few wide ones in the mountains."""
    shape = shapely.Polygon(OUTLINE)
    cloud = rng.random((60_000, 2)) * [150, 130] + [-20, -18]
    inside = shapely.contains_xy(shape, cloud[:, 0], cloud[:, 1])
    land = (cloud[:, 0] < 112) & shapely.contains_xy(shape.buffer(16), cloud[:, 0], cloud[:, 1]) & ~inside
    dense = rng.random(len(cloud)) < 0.12 + 0.88 * (np.clip(cloud[:, 0], 0, 126) / 126) ** 1.7
    km, _ = _lloyd(rng, cloud[inside & dense][:9000], NEW_COMMUNES, 6)
    outside_km, _ = _lloyd(rng, cloud[land][:5000], OUTSIDE, 4)
    unit = 150 * 130 / len(cloud)
    return km, _areas(cloud[inside], km, unit), outside_km, _areas(cloud[land], outside_km, unit)


def _areas(points: np.ndarray, centres: np.ndarray, unit: float) -> np.ndarray:
    """km² of the points nearest to each centre."""
    nearest = np.concatenate(
        [np.argmin(((p[:, None] - centres[None]) ** 2).sum(axis=2), axis=1) for p in np.array_split(points, 8)]
    )
    return np.maximum(np.bincount(nearest, minlength=len(centres)), 1) * unit


def _districts(rng: np.random.Generator, km: np.ndarray) -> np.ndarray:
    """The former district of each commune."""
    _, nearest = _lloyd(rng, km, DISTRICTS, 20)
    while np.bincount(nearest, minlength=DISTRICTS).min() < 3:
        _, nearest = _lloyd(rng, km, DISTRICTS, 20)
    return nearest


def _people(rng: np.random.Generator, zone: np.ndarray, in_town: np.ndarray) -> np.ndarray:
    """Population of today's communes: about 2,4 million in all."""
    typical = np.select([in_town, zone == COAST, zone == PLAIN], [24_000, 18_500, 16_000], 7_200)
    return (typical * rng.lognormal(0, 0.28, len(zone))).astype(np.int64)


def _old_communes(rng: np.random.Generator, people: np.ndarray) -> tuple[np.ndarray, int]:
    """(today's commune of each old one, the old commune to be split)."""
    extra = rng.choice(NEW_COMMUNES, OLD_COMMUNES - NEW_COMMUNES, p=people / people.sum())
    old_new = np.sort(np.concatenate([np.arange(NEW_COMMUNES), extra]))
    big = int(np.argmax(np.bincount(old_new)[:-1]))
    return old_new, int(np.flatnonzero(old_new == big)[0])


def _straddling(km: np.ndarray, district: np.ndarray, old_new: np.ndarray, split: int) -> list[tuple[int, int]]:
    """Old communes (index, their own old district) merged across a district line; never the split one."""
    gap = np.where(district[:, None] == district[None], np.inf, ((km[:, None] - km[None]) ** 2).sum(axis=2))
    found: list[tuple[int, int]] = []
    for commune in np.argsort(gap.min(axis=1)):
        members = np.flatnonzero(old_new == commune)
        if len(members) >= 3 and split not in members and len(found) < STRADDLERS:
            found.append((int(members[-1]), int(district[np.argmin(gap[commune])])))
    return found


def _district_names(zone: np.ndarray, town: int) -> np.ndarray:
    pools = {COAST: list(names.COAST), PLAIN: list(names.PLAIN), MOUNTAIN: list(names.MOUNTAIN)}
    spare = [name for pool in pools.values() for name in pool]
    taken: list[str] = []
    for index, kind in enumerate(zone):
        pool = [n for n in pools[str(kind)] if n not in taken] or [n for n in spare if n not in taken]
        taken.append(names.CITY if index == town else pool[0])
    return np.array([("Thành phố " if i == town else "Huyện ") + n for i, n in enumerate(taken)], dtype=object)
