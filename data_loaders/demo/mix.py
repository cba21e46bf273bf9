"""Shares and chances from which the demo draws. Invented, near to what provinces report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from data_loaders.demo.clock import day

Rows = dict[str, np.ndarray]


@dataclass(frozen=True)
class Column:
    """A column whose values are made a piece at a time: what `of` says of some numbers of `rows`."""

    rows: np.ndarray
    of: Callable[[np.ndarray], list]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, piece: slice | np.ndarray) -> list:
        return self.of(self.rows[piece])


Table = dict[str, list | np.ndarray | Column]  # days as integer arrays until they are written
KINDS = ("complaint", "denunciation", "petition")
COMPLAINT, DENUNCIATION, PETITION = range(3)
DOSSIER_KINDS = (0.305, 0.08, 0.615)
PROJECT_KINDS = (0.6, 0.06, 0.34)

COMMUNE, DISTRICT, DEPARTMENT, PROVINCE, PARTY = range(5)
# Who bears the first instance: by kind, before and after the district level ended.
BEARER = {
    False: np.array([(0.33, 0.45, 0.08, 0.14, 0), (0.18, 0.43, 0.14, 0.12, 0.13), (0.53, 0.32, 0.08, 0.05, 0.02)]),
    True: np.array([(0.70, 0, 0.14, 0.16, 0), (0.46, 0, 0.2, 0.19, 0.15), (0.78, 0, 0.11, 0.08, 0.03)]),
}

FIELDS: tuple[Mapping[str, float], ...] = (
    {
        "land.clearance": 0.12,
        "land.compensation": 0.13,
        "land.certificate": 0.17,
        "land.dispute": 0.15,
        "land.price": 0.02,
        "land": 0.09,
        "policy": 0.07,
        "policy.merit": 0.06,
        "civil_service": 0.05,
        "admin_other": 0.08,
        "environment": 0.02,
        "judicial": 0.012,
        "other": 0.013,
        "construction": 0.012,
        "": 0.003,
    },
    {
        "civil_service": 0.34,
        "corruption": 0.1,
        "land.allocation": 0.12,
        "land": 0.1,
        "land.clearance": 0.06,
        "party": 0.08,
        "policy": 0.06,
        "judicial": 0.03,
        "admin_other": 0.08,
        "other": 0.02,
        "finance.contribution": 0.008,
        "": 0.002,
    },
    {
        "land.dispute": 0.17,
        "land.certificate": 0.17,
        "land.clearance": 0.06,
        "land.compensation": 0.07,
        "land": 0.08,
        "land.forestry": 0.02,
        "environment": 0.11,
        "policy": 0.09,
        "policy.merit": 0.07,
        "admin_other": 0.09,
        "civil_service": 0.03,
        "judicial": 0.01,
        "other": 0.012,
        "construction": 0.012,
        "transport.toll": 0.004,
        "": 0.004,
    },
)
PROJECT_FIELDS = {"land.clearance": 0.58, "land.compensation": 0.3, "land.price": 0.06, "environment": 0.06}
UNRELATED_DEPARTMENTS = {
    "99-S02": 0.22,
    "99-S03": 0.08,
    "99-S04": 0.2,
    "99-S05": 0.06,
    "99-S06": 0.06,
    "99-S07": 0.1,
    "99-S08": 0.08,
    "99-S09": 0.04,
    "99-S11": 0.1,
    "99-S12": 0.03,
    "99-S13": 0.03,
}
COMPLEXITY = ("normal", "complex", "very_complex")
# Chance to run late, by kind; and how the districts and the years weigh on it.
LATE = np.array([0.125, 0.11, 0.125])
STUCK = np.array([0.0045, 0.0035, 0.018, 0.0045])  # petitions without a day of their own, and with one
AFTER_REFORM = 1.45
REFORM_SPAN = (day(2025, 5, 20), day(2026, 8, 31))


@dataclass(frozen=True)
class Project:
    """A project that takes land: around a district (any of the zone where the name is not given out), and when."""

    name: str
    near: str
    zone: str
    communes: int
    first: int
    last: int
    weight: float


PROJECTS = (
    Project("Khu kinh tế ven biển Sa Trạch", "Sa Trạch", "Ven biển", 5, day(2019, 9, 1), day(2022, 4, 30), 1.0),
    Project("Hồ chứa nước Ngàn Trúc", "Ngàn Trúc", "Miền núi", 4, day(2020, 6, 1), day(2023, 1, 31), 0.6),
    Project("Đường ven biển Hoa Lam", "Bến Hạc", "Ven biển", 7, day(2022, 9, 1), day(2025, 9, 30), 1.3),
    Project("Khu công nghiệp Liễu Khê", "Liễu Khê", "Đồng bằng", 5, day(2024, 8, 1), day(2026, 12, 31), 1.4),
)
PROJECT_SHARE = 0.085
NARROW = {
    "agency", "agency_1", "agency_2", "bearer", "channel", "closing", "commune", "complexity", "dossier", "duplicate",
    "eligible", "extended", "final", "heir", "instance", "kind", "matters", "merged", "old_commune", "outcome",
    "petition", "previous", "processing", "project", "reply", "result", "sender", "session", "signed", "within",
}  # fmt: skip


def choose(rng: np.random.Generator, table: Mapping[str, float], count: int) -> np.ndarray:
    """`count` draws from {value: weight}, as text."""
    weight = np.array(list(table.values()))
    return np.array(list(table), dtype=object)[rng.choice(len(table), count, p=weight / weight.sum())]


def joined(*parts: Rows) -> Rows:
    """All rows of the parts, a column at a time: each part gives away its own."""
    return {name: np.concatenate([part.pop(name) for part in parts]) for name in list(parts[0])}


def taken(rows: Rows, which: np.ndarray) -> Rows:
    """Those rows in that order, a column at a time: what they are taken from gives away its own."""
    return {name: rows.pop(name)[which] for name in list(rows)}


def narrowed(rows: Rows) -> Rows:
    """Numbers of rows and of words in four bytes; days keep eight, as NONE needs them."""
    return {name: _narrow(rows.pop(name)) if name in NARROW else rows.pop(name) for name in list(rows)}


def _narrow(column: np.ndarray) -> np.ndarray:
    return column.astype(np.int32) if column.dtype == np.int64 else column


def choose_row(rng: np.random.Generator, chances: np.ndarray) -> np.ndarray:
    """One draw per row of an (n, k) array of chances (rows need not sum to 1)."""
    edges = np.cumsum(chances, axis=1)
    return (rng.random(len(edges))[:, None] * edges[:, -1:] >= edges).sum(axis=1)
