"""How a figure is explained on the spot, and the page of definitions."""

from __future__ import annotations

HOW = "Số này tính thế nào"
HOW_MANY = "Các số này tính thế nào"
HOW_NUMERATOR = "Tử số"
HOW_COUNT = "Cách đếm"
HOW_DENOMINATOR = "Mẫu số"
HOW_EXCLUSIONS = "Không tính"
HOW_LEGAL = "Căn cứ"
HOW_LEAST = "Mẫu số dưới {least} thì chỉ nêu số đếm, không nêu tỷ lệ."
HOW_OWNER = "Đầu mối"
HOW_DAYS = "Kỳ so sánh trên thẻ"
HOW_QUERY = "Câu lệnh"
GROUPS = {"dossiers": "Vụ việc", "petitions": "Đơn", "reception": "Tiếp công dân"}
HEADLINE = "Mỗi con số trên bảng này có một định nghĩa, một căn cứ và một câu lệnh kiểm tra lại được."
MORE = (
    "Chạm vào một chỉ số để xem cách đếm. Cùng một số có thể lấy lại bằng lệnh: "
    "python -m queries TÊN_CHỈ_SỐ --period 2026-Q3"
)
SQL = "Câu lệnh SQL phía sau các số này"
HOW_DIRECTION, HOW_SMALL, HOW_REVIEWED = "Ý nghĩa tăng, giảm", "Mẫu số nhỏ", "Rà soát ngày"
DIRECTIONS = {
    "up_good": "Tăng là tốt",
    "up_bad": "Giảm là tốt",
    "neutral": "Tăng hay giảm chưa nói lên tốt, xấu",
}
