"""The invented units as `units`, `unit_changes`, `unit_groups`, and as seeds of the schematic map."""

from __future__ import annotations

import numpy as np

from data_loaders.demo import names
from data_loaders.demo.clock import NONE, REFORM, day
from data_loaders.demo.mix import Table
from data_loaders.demo.places import KM_LAT, KM_LON, LAT, LON, NEW_COMMUNES, PROVINCE_CODE, Places


def second_heir(places: Places) -> int:
    """The commune that receives the rest of the split old commune: the nearest one of the same former district."""
    home = places.old_new[places.split]
    same = (places.new_district == places.new_district[home]) & (np.arange(NEW_COMMUNES) != home)
    gap = np.where(same, ((places.km - places.km[home]) ** 2).sum(axis=1), np.inf)
    return int(np.argmin(gap))


def unit_rows(places: Places) -> Table:
    """The table `units`."""
    closed, opened, counted_old, counted_new = REFORM - 1, REFORM, day(2024, 12, 31), day(2025, 12, 31)
    born = day(2008, 1, 1)
    olds, news, districts = len(places.old_code), len(places.new_code), len(places.district_code)
    district_people = np.bincount(places.old_district, places.old_people, minlength=districts).astype(np.int64)
    people = [int(places.new_people.sum()), *district_people, *places.old_people, *places.new_people]
    zones = [*places.district_zone[places.old_district], *places.district_zone[places.new_district]]
    unknown = {1 + districts + olds + c for c in (17, 88, 141)}
    return {
        "unit_code": [PROVINCE_CODE, *places.district_code, *places.old_code, *places.new_code],
        "name": [names.PROVINCE, *places.district_name, *places.old_name, *places.new_name],
        "level": ["province"] + ["district"] * districts + ["commune"] * (olds + news),
        "parent_code": [None]
        + [PROVINCE_CODE] * districts
        + [*places.district_code[places.old_district]]
        + [PROVINCE_CODE] * news,
        "valid_from": np.array([born] * (1 + districts + olds) + [opened] * news),
        "valid_to": np.array([NONE] + [closed] * (districts + olds) + [NONE] * news),
        "population": [None if i in unknown else int(p) for i, p in enumerate(people)],
        "population_as_of": np.where(
            np.isin(np.arange(len(people)), list(unknown)),
            NONE,
            np.array([counted_new] + [counted_old] * (districts + olds) + [counted_new] * news),
        ),
        "zone": [None, *places.district_zone, *zones],
    }


def change_rows(places: Places) -> Table:
    """The table `unit_changes`: whole old communes into new ones, and one split 0.62 to 0.38."""
    cut, heir = places.split, second_heir(places)
    share: list[float | None] = [1.0] * len(places.old_code)
    share[cut] = 0.62
    return {
        "old_code": [*places.old_code, places.old_code[cut]],
        "new_code": [*places.new_code[places.old_new], places.new_code[heir]],
        "changed_on": np.full(len(places.old_code) + 1, REFORM),
        "share": [*share, 0.38],
    }


def group_rows(places: Places) -> Table:
    """The table `unit_groups`: today's communes by former district."""
    news = len(places.new_code)
    return {
        "group_set": ["huyen_cu"] * news,
        "group_code": [*places.district_code[places.new_district]],
        "group_name": [*places.district_name[places.new_district]],
        "unit_code": [*places.new_code],
        "valid_from": np.full(news, REFORM),
        "valid_to": np.full(news, NONE),
    }


def seeds(places: Places) -> dict[str, list]:
    """Cells for the schematic: today's communes, and neighbours' seeds outside the province."""
    km = np.vstack([places.km, places.outside_km])
    outside = len(places.outside_km)
    return {
        "code": [*places.new_code] + [f"outside-{i}" for i in range(outside)],
        "lon": (LON + km[:, 0] / KM_LON).tolist(),
        "lat": (LAT + km[:, 1] / KM_LAT).tolist(),
        "area_km2": np.concatenate([places.area, places.outside_area]).tolist(),
        "group": [*places.district_code[places.new_district]] + [None] * outside,
        "inside": [True] * len(places.km) + [False] * outside,
    }
