"""What the two administrative layouts say at their head and foot.

party: Hướng dẫn 36-HD/VPTW (Đảng Cộng sản Việt Nam). state: Nghị định 30/2020/NĐ-CP (quốc hiệu, tiêu ngữ).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """Lines of the head (issuer and its mark, number, nation or Party) and of the foot (signer, receivers)."""

    issuer: str
    number: str
    nation: tuple[str, ...]
    signer: tuple[str, ...]
    receivers: tuple[str, ...]
    issuer_mark: str = ""


LAYOUTS = {
    "party": Layout(
        issuer="TỈNH ỦY {place}",
        number="Số:        -BC/TU",
        nation=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        signer=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        receivers=("Thường trực Tỉnh ủy,", "Các cơ quan dự giao ban,", "Lưu Văn phòng Tỉnh ủy."),
        issuer_mark="*",
    ),
    "state": Layout(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH {place}",
        number="Số:        /BC-UBND",
        nation=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        signer=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        receivers=("Thường trực Tỉnh ủy;", "Chủ tịch, các Phó Chủ tịch UBND tỉnh;", "Lưu: VT."),
    ),
}
RECEIVERS = "Nơi nhận:"
REPORT = "BÁO CÁO"
DATE = "{place}, ngày {day:02d} tháng {month:02d} năm {year}"
PLACE_KINDS = ("Tỉnh ", "Thành phố ")
