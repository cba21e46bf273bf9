"""What stands at the door: sign-in, who is inside, and why somebody is not let in."""

from __future__ import annotations

TITLE = "Đăng nhập để xem số liệu"
HELP = "Dùng tài khoản công vụ của đồng chí. Sau khi đăng nhập, trang vừa mở sẽ trở lại đúng như trước."
BUTTON = "Đăng nhập"
AGAIN = "Đăng nhập lại"
RETRY = "Thử lại"
OUT = "Thoát"
INSIDE = "{name} · {role}"
AWAY = (
    "Hệ thống định danh của tỉnh chưa trả lời nên chưa đăng nhập được. Người đang xem không bị ảnh hưởng; "
    "hãy thử lại sau ít phút hoặc báo người quản trị."
)
AWAY_INSIDE = (
    "Hệ thống định danh của tỉnh chưa trả lời để xác nhận lại phiên này. Đồng chí vẫn xem tiếp được; "
    "nếu đến {until} vẫn vậy, bảng sẽ đề nghị đăng nhập lại."
)
CLOCK = (
    "Đồng hồ máy chủ lệch {seconds} giây so với hệ thống định danh nên đăng nhập có thể không thành công. "
    "Hãy báo người quản trị chỉnh giờ (NTP)."
)
NOT_ACCEPTED = (
    "Lần đăng nhập vừa rồi không dùng được: phiên đã hết hạn, hoặc đồng hồ của hai hệ thống lệch nhau. "
    "Hãy đăng nhập lại; nếu vẫn không được, báo người quản trị."
)
ENDED_TITLE = "Đồng chí đã thoát"
ENDED_HELP = "Phiên này đã kết thúc trên mọi cửa sổ của trình duyệt."
EXPIRED_TITLE = "Cần đăng nhập lại"
EXPIRED_HELP = "Hệ thống định danh không còn xác nhận phiên này: đã quá giờ, đã thoát, hoặc tài khoản đã bị khóa."
RENEWING = "Đang xác nhận lại tài khoản…"
NO_RIGHT_TITLE = "Tài khoản chưa được phân quyền"
NO_ROLE = (
    "Tài khoản này chưa có vai nào của bảng giám sát. Đề nghị người quản trị hệ thống định danh "
    "thêm tài khoản vào một trong các nhóm: {groups}."
)
NO_CLAIM = (
    "Hệ thống định danh không gửi mục «{claim}» trong thẻ đăng nhập nên chưa biết vai của đồng chí. "
    "Đề nghị người quản trị đưa mục này vào ID token."
)
NO_AREA = (
    "Vai {role} cần đúng một địa bàn, tài khoản này có {count}. Đề nghị người quản trị hệ thống định danh "
    "thêm tài khoản vào một nhóm dạng «{prefix}mã địa bàn»."
)
UNKNOWN_AREA = "Địa bàn «{area}» của tài khoản không có trong số liệu. Hãy báo người quản trị hệ thống định danh."
NO_FILE = "Chưa có tệp phân vai (biến ACCESS_ROLES). Hãy báo người quản trị."
BAD_FILE = "Tệp phân vai không dùng được ({why}). Hãy báo người quản trị."
WHY = {
    "unreadable": "không đọc được",
    "syntax": "sai cú pháp TOML",
    "roles": "phần [roles] phải ghi nhóm = vai",
    "unknown": "có vai không biết",
}
NOT_FOR_ROLE_TITLE = "Trang này không thuộc phần việc của đồng chí"
NOT_FOR_ROLE = "Vai {role} không mở trang này. Nếu cần, đề nghị người quản trị đổi vai."
NOT_IN_SCOPE = "Phần này nằm ngoài phạm vi đồng chí được xem."
ROLES = {
    "standing": "Thường trực",
    "bureau": "Ban Thường vụ",
    "internal_affairs": "Ban Nội chính",
    "office": "Văn phòng",
    "analyst": "chuyên viên",
    "area_leader": "lãnh đạo địa phương",
    "technician": "kỹ thuật",
}
