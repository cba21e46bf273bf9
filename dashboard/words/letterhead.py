"""What the two administrative layouts say at their head and foot, and their sizes.

party: Hướng dẫn 36-HD/VPTW of 03/04/2018, Phụ lục 3 (Đảng Cộng sản Việt Nam). state: Nghị định 30/2020/NĐ-CP, Phụ lục I
(quốc hiệu, tiêu ngữ).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """Lines of the head and of the foot, with their sizes in points.

    Attributes:
        issuer, issuer_mark, number: on the left; without a mark a rule stands below the issuer.
        nation: on the right, as (text, size); `nation_rule` is as long (cm) as the last of them.
        kind, subject: sizes of BÁO CÁO and of what it is about; `subject_mark` stands below, else a rule.
        indent: of a paragraph, cm.
        section, topic: how a section and a topic in it are numbered.
        signer: (text, bold) of whoever signs; `receivers_look`: (size, bold, italic, underlined) of that word.
        of: whose report it is, as its annex names it.
    """

    issuer: str
    number: str
    nation: tuple[tuple[str, float], ...]
    nation_rule: float
    signer: tuple[tuple[str, bool], ...]
    receivers: tuple[str, ...]
    receivers_look: tuple[float, bool, bool, bool]
    receiver_size: float
    of: str
    head_size: float
    kind: float
    subject: float
    subject_mark: str
    indent: float
    section: str
    topic: str
    issuer_mark: str = ""
    issuer_rule: float = 0.0
    subject_starts_small: bool = False


LAYOUTS = {
    "party": Layout(
        issuer="TỈNH ỦY {place}",
        number="Số        -BC/TU",
        nation=(("ĐẢNG CỘNG SẢN VIỆT NAM", 15),),
        nation_rule=6.5,
        signer=(("T/M BAN THƯỜNG VỤ", True), ("PHÓ BÍ THƯ", False)),
        receivers=("Thường trực Tỉnh ủy,", "Các cơ quan dự giao ban,", "Lưu Văn phòng Tỉnh ủy."),
        receivers_look=(14, False, False, True),
        receiver_size=12,
        of="Tỉnh ủy {place}",
        head_size=14,
        kind=16,
        subject=14,
        subject_mark="-----",
        indent=1.0,
        section="{roman}- {title}",
        topic="{number}- {title}",
        issuer_mark="*",
        subject_starts_small=True,
    ),
    "state": Layout(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH {place}",
        number="Số:        /BC-UBND",
        nation=(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13), ("Độc lập - Tự do - Hạnh phúc", 14)),
        nation_rule=5.7,
        signer=(("TM. ỦY BAN NHÂN DÂN", True), ("KT. CHỦ TỊCH", True), ("PHÓ CHỦ TỊCH", True)),
        receivers=("Thường trực Tỉnh ủy;", "Chủ tịch, các Phó Chủ tịch UBND tỉnh;", "Lưu: VT."),
        receivers_look=(12, True, True, False),
        receiver_size=11,
        of="Ủy ban nhân dân tỉnh {place}",
        head_size=13,
        kind=14,
        subject=14,
        subject_mark="",
        indent=1.27,
        section="{roman}. {title}",
        topic="{number}. {title}",
        issuer_rule=1.8,
    ),
}
RECEIVERS = "Nơi nhận:"
REPORT = "BÁO CÁO"
DATE = "{place}, ngày      tháng {month} năm {year}"
SIGNED_NAME = "(Họ và tên)"
PLACE_KINDS = ("Tỉnh ", "Thành phố ")
ROMAN = ("I", "II", "III", "IV")
SITUATION = "TÌNH HÌNH, KẾT QUẢ"
TO_WRITE = ("NHẬN XÉT, ĐÁNH GIÁ", "NGUYÊN NHÂN")
PROPOSED = "KIẾN NGHỊ, ĐỀ XUẤT"
ANNEX = "PHỤ LỤC"
ANNEX_TITLE = "Bảng, biểu đồ và nguồn số liệu"
ANNEX_OF = "(kèm theo Báo cáo {number}, ngày      tháng {month} năm {year} của {of})"
SOURCES = "Nguồn số liệu"


def month(number: int) -> str:
    """'02', '7': of the months the first two alone bear a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    return f"{number:02d}" if number < 3 else str(number)
