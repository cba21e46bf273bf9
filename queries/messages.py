"""What a question that cannot be answered says, in Vietnamese: one clear sentence each."""

from __future__ import annotations

NO_SCOPE = "Chưa xác định phạm vi được xem."
WHOLE_PROVINCE_ONLY = "Câu hỏi này chỉ dành cho người được xem toàn tỉnh."
OPERATION_ONLY = "Người trực kỹ thuật chỉ xem tình trạng vận hành, không xem số liệu."
NOT_AN_OPERATOR = (
    "Tài khoản máy chủ «{name}» không có trong phần [operators] của tệp phân vai nên không được lấy số liệu."
)
UNKNOWN_ROLE = "Vai «{role}» không có; vai viết như trong tệp phân vai, ví dụ office, technician, area_leader:683."
MORE_THAN_GIVEN = "Tài khoản này có vai «{role}», không làm việc được với vai «{wanted}»."
OFFICE_ONLY = (
    "Vai «{role}» không lấy số tố cáo bằng lệnh này: chỉ văn phòng lập biểu theo đơn vị (Luật Tố cáo, Điều 8)."
)
WITHOUT_DENUNCIATIONS = "Vai «{role}»: các số trên không tính tố cáo (Luật Tố cáo, Điều 8)."
NO_BRIEFING = "Vai «{role}» không lấy tệp giao ban."
BAD_ROLES = "Tệp phân vai (ACCESS_ROLES) không dùng được nên chưa biết tài khoản này được xem gì."
OUT_OF_SCOPE = "Địa bàn này nằm ngoài phạm vi được xem."
NO_QUESTION = "Không có câu hỏi «{name}». Xem danh sách: python -m queries --list"
NO_QUESTION_OR_FIGURE = "Không có câu hỏi hay chỉ số «{name}». Xem danh sách: python -m queries --list"
UNKNOWN_PARAMETERS = "Câu hỏi «{name}» không có tham số {parameters}."
MISSING_PARAMETER = "Câu hỏi «{name}» cần tham số {parameter}."
WRONG_TYPE = "Tham số {parameter} của «{name}» không đúng kiểu {type}."

NO_SNAPSHOT = "Chưa có bản số liệu. Chạy: python -m data_loaders refresh"
BAD_FLAGS = "Tham số viết theo dạng --ten gia_tri."
NAME_VALUE = "TÊN=GIÁ_TRỊ"
WINDOW = "từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y}"
UNTIL = "đến ngày {as_of:%d/%m/%Y}"
STAMP = "Số liệu tính {dates}; cập nhật lúc {taken_at}."
