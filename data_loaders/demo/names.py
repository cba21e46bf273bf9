"""Invented names: no real district, commune or official of Viet Nam carries them on purpose."""

# ruff: noqa: SIM905

from __future__ import annotations

import numpy as np

PROVINCE = "Tỉnh Hoa Lam"
CITY = "Hoa Lam"
COAST = ("Cửa Nhạn", "Hải Khuê", "Sa Trạch", "Bến Hạc", "Nam Khuê", "Bắc Nhạn", "Lộc Vân")
PLAIN = (
    "Trúc Giang",
    "Diệp Hà",
    "Liễu Khê",
    "Yên Diệp",
    "An Khuê",
    "Phúc Trúc",
    "Vân Mộc",
    "Thượng Khuê",
    "Đông Diệp",
    "Tây Khuê",
    "Hạ Nhạn",
    "Kim Liễu",
)
MOUNTAIN = ("Khê Lâm", "Hạc Lĩnh", "Ngàn Trúc", "Pù Lam", "Mường Khuê", "Đá Vân", "Suối Hạc", "Bản Diệp", "Đèo Liễu")

FIRST = (
    "Khuê Diệp Trúc Nhạn Hạc Liễu Mộc Lam Vân Trạch Khê Đan Quế Sen Ngọc Bích Thạch Tùng Hòe Đào Lan Huệ Mai Yến"
).split()
SECOND = (
    "Khuê Diệp Nhạn Hạc Liễu Lĩnh Trạch Khê Đôn Quế Phố Điền Lãng Cốc Ngạn Đường Thượng Hạ Đoài Trung Nội "
    "Ngoại Hải Giang Sơn Hà"
).split()
# Pairs that real communes bear.
TAKEN = frozenset(
    (
        "Khuê Trung,Lam Hạ,Lam Sơn,Lam Điền,Mai Giang,Mai Hạ,Mai Sơn,Mai Trung,Mộc Sơn,Ngọc Hà,Ngọc Khê,"
        "Ngọc Lĩnh,Ngọc Sơn,Ngọc Trung,Ngọc Đường,Quế Sơn,Sen Thượng,Thạch Hà,Thạch Hạ,Thạch Hải,Thạch Khê,"
        "Thạch Sơn,Thạch Trung,Trúc Sơn,Tùng Khê,Vân Giang,Vân Hà,Vân Lĩnh,Vân Nội,Vân Sơn,Vân Trung,Yến Sơn,"
        "Đan Hải,Đan Thượng,Đan Điền"
    ).split(",")
)

FAMILY = ("Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Cao Hà Tạ Lương Mạc").split()
MIDDLE = ("Văn Thị Hữu Đức Minh Quang Thanh Ngọc Xuân Công Đình Bá Thế Duy Khắc Hồng Kim Như").split()
GIVEN = (
    "Khuê Trúc Diệp Nhạn Liễu Mộc Lam Thạch Tùng Bách Quế Sâm Trầm Cẩn Nghị Thuận Khiêm Hoà Đoan Chính "
    "Lạc Bình Viễn Trường Giang Hải Sơn Lâm Vân Hạc"
).split()


def commune_names(rng: np.random.Generator, count: int) -> list[str]:
    """`count` different two-syllable names, none of a real commune."""
    free = [f"{a} {b}" for a in FIRST for b in SECOND if a != b and f"{a} {b}" not in TAKEN]
    return [free[i] for i in rng.permutation(len(free))[:count]]


def person_names(rng: np.random.Generator, count: int) -> np.ndarray:
    """`count` invented names of officials (repeats are possible, as in life)."""
    parts = (np.array(part, dtype=object)[rng.integers(0, len(part), count)] for part in (FAMILY, MIDDLE, GIVEN))
    family, middle, given = parts
    return family + " " + middle + " " + given
