"""Invented names: no real district, commune or official of Viet Nam carries them on purpose."""

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

FIRST = ["Khuê", "Diệp", "Trúc", "Nhạn", "Hạc", "Liễu", "Mộc", "Lam", "Vân", "Trạch", "Khê", "Đan", "Quế", "Sen", "Ngọc", "Bích", "Thạch", "Tùng", "Hòe", "Đào", "Lan", "Huệ", "Mai", "Yến"]
SECOND = ["Khuê", "Diệp", "Nhạn", "Hạc", "Liễu", "Lĩnh", "Trạch", "Khê", "Đôn", "Quế", "Phố", "Điền", "Lãng", "Cốc", "Ngạn", "Đường", "Thượng", "Hạ", "Đoài", "Trung", "Nội", "Ngoại", "Hải", "Giang", "Sơn", "Hà"]
# Pairs that real communes bear.
TAKEN = frozenset(
    ["Khuê Trung", "Trúc Sơn", "Mộc Sơn", "Lam Điền", "Lam Hạ", "Lam Sơn", "Vân Lĩnh", "Vân Trung", "Vân Nội", "Vân Giang", "Vân Sơn", "Vân Hà", "Đan Điền", "Đan Thượng", "Đan Hải", "Quế Sơn", "Sen Thượng", "Ngọc Lĩnh", "Ngọc Khê", "Ngọc Đường", "Ngọc Trung", "Ngọc Sơn", "Ngọc Hà", "Thạch Khê", "Thạch Hạ", "Thạch Trung", "Thạch Hải", "Thạch Sơn", "Thạch Hà", "Tùng Khê", "Mai Hạ", "Mai Trung", "Mai Giang", "Mai Sơn", "Yến Sơn"]
)

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Cao", "Hà", "Tạ", "Lương", "Mạc"]
MIDDLE = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Quang", "Thanh", "Ngọc", "Xuân", "Công", "Đình", "Bá", "Thế", "Duy", "Khắc", "Hồng", "Kim", "Như"]
GIVEN = ["Khuê", "Trúc", "Diệp", "Nhạn", "Liễu", "Mộc", "Lam", "Thạch", "Tùng", "Bách", "Quế", "Sâm", "Trầm", "Cẩn", "Nghị", "Thuận", "Khiêm", "Hoà", "Đoan", "Chính", "Lạc", "Bình", "Viễn", "Trường", "Giang", "Hải", "Sơn", "Lâm", "Vân", "Hạc"]


def commune_names(rng: np.random.Generator, count: int) -> list[str]:
    """`count` different two-syllable names, none of a real commune."""
    free = [f"{a} {b}" for a in FIRST for b in SECOND if a != b and f"{a} {b}" not in TAKEN]
    return [free[i] for i in rng.permutation(len(free))[:count]]


def person_names(rng: np.random.Generator, count: int) -> np.ndarray:
    """`count` invented names of officials (repeats are possible, as in life)."""
    parts = (np.array(part, dtype=object)[rng.integers(0, len(part), count)] for part in (FAMILY, MIDDLE, GIVEN))
    family, middle, given = parts
    return family + " " + middle + " " + given
