"""What stands around every page: names of pages, banners, freshness, and why a page is not shown."""

from __future__ import annotations

import datetime as dt

from dashboard.words import numbers as vi

APP_NAME = "Giám sát tiếp công dân, giải quyết đơn thư"
APP_ABOUT = "Bảng giám sát chỉ đọc: tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh."
DEMO_BANNER = "DỮ LIỆU MẪU"
DEMO_NOTE = "Tỉnh, cán bộ và số liệu do máy tạo ra."
OTHER_PAGES = "Trang khác"
NO_SUCH_PAGE = "Không có trang nào ở địa chỉ vừa mở; đây là trang đầu."
LOOPBACK_NOTE = "Chưa cài đăng nhập: chỉ mở được trên máy này."
INSTEAD = {  # of the words that Streamlit's own parts bring
    "Open": "Mở danh sách",
    "Close": "Đóng",
    "Clear": "Xóa",
    "Clear all": "Xóa hết",
    "Search": "Tìm",
    "Choose an option": "Chọn",
    "Choose options": "Chọn",
    "No results": "Không tìm thấy",
    "Type to search": "Gõ để tìm",
    "Select date": "Chọn ngày",
    "Select a date range": "Chọn khoảng ngày",
    "Main menu": "Mục lục",
    "Skip to main content": "Tới nội dung chính",
    "Copy to clipboard": "Sao chép",
    "Dismiss": "Đóng",
    "Clear value": "Xóa",
    "Clear entry": "Xóa",
    "Clear date": "Xóa ngày",
    "Clear dates": "Xóa ngày",
    "Choose date": "Chọn ngày",
    "Choose date range": "Chọn khoảng ngày",
    "Selectbox options": "Các lựa chọn",
    "Date range": "Khoảng ngày",
    "Quick select a date range": "Chọn nhanh khoảng ngày",
    "Previous": "Trước",
    "Next": "Sau",
    "Previous month": "Tháng trước",
    "Next month": "Tháng sau",
    "month": "tháng",
    "year": "năm",
    "Upload": "Chọn tệp",
    "file upload": "Chọn tệp",
    "Add files": "Thêm tệp",
    "Uploading": "Đang gửi",
    "Error:": "Chưa gửi được:",
    "Connecting": "Đang kết nối",
    "Running...": "Đang tính",
    "Click to start selecting date range": "Chạm để chọn ngày đầu",
    "Click to finish selecting date range": "Chạm để chọn ngày cuối",
    "Show password": "Hiện mật khẩu",
    "Hide password": "Ẩn mật khẩu",
    "Connection error": "Mất kết nối với máy chủ",
    "Connection timed out.": "Máy chủ trả lời quá chậm; hãy đợi rồi tải lại trang.",
    "Connection lost. Please wait for the app to reconnect, then try again.": "Mất kết nối; hãy đợi rồi thử lại.",
    "Drag and drop a file here": "Thả tệp vào đây",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
        "Phím mũi tên để chuyển ngày, Enter để chọn, Escape để đóng."
    ),
}
LARGE_FILE = "tệp lớn hơn {most} {unit}."
INSTEAD_OF = {  # the same where a part of the text changes: regular expression, what is said
    r"(?:Streamlit server is not|Is Streamlit still|Cannot connect to Streamlit|Connection failed).*": (
        "Máy chủ chưa trả lời. Trang tự kết nối lại; nếu lâu không được, hãy báo người quản trị."
    ),
    r"Bad message format.*|Unknown [Ee]rror": "Trang nhận dữ liệu không đọc được; hãy tải lại trang.",
    r"Press (?:Ctrl|⌘)\+Enter to (?:apply|submit form)": "Ctrl+Enter để ghi",
    r"Press Enter to (?:apply|submit form)": "Enter để ghi",
    r"(\d+) options? available\.": "$1 lựa chọn.",
    r"(.+), selected": "$1, đang chọn",
    r"Choose date range, (.+)": "Chọn khoảng ngày, $1",
    r"Choose date, (.+)": "Chọn ngày, $1",
    r"Selected Date: (.+)": "Ngày đã chọn: $1",
    r"Selected Range: (.+) to (.+), (.+) selected": "Khoảng đã chọn: $1 đến $2; $3",
    r"Selected Range: (.+)": "Khoảng đã chọn: $1",
    r"(?:Today, )?(.+) selected": "$1, đang chọn",
    r"Today, (.+)": "Hôm nay, $1",
    r"(\d+)(?:\.0)?([KMG]B) per file.*": "Mỗi tệp không quá $1 $2",
    r"File must be (\d+)(?:\.0)?([KMG]B) or smaller\.": LARGE_FILE.format(most="$1", unit="$2"),
    r".*status code 413.*": "tệp quá lớn.",
    r"AxiosError.*|Network [Ee]rror|Unexpected error.*": "máy chủ không nhận được tệp; hãy thử lại.",
    r".* files are not allowed\.": "không nhận loại tệp này.",
    r"Only one file is allowed\.": "chỉ nhận một tệp.",
    r"Remove (.+)": "Bỏ $1",
}
STAMP = "Số liệu đến {as_of}"
TAKEN = ", cập nhật lúc {taken_at}"
NOT_READY_TITLE = "Chưa có số liệu để hiển thị"
NOT_READY_HELP = "Người quản trị chạy lệnh sau trên máy chủ rồi tải lại trang này:"
NOT_READY_COMMAND = "python -m data_loaders refresh"
FAILED_TITLE = "Trang này gặp lỗi"
FAILED_HELP = "Số liệu không bị ảnh hưởng; hãy mở lại trang hoặc báo người quản trị."
FILE_FAILED = "Chưa tạo được tệp này; hãy thử lại hoặc báo người quản trị."
BROKEN_TITLE = "Chưa mở được bản số liệu"
BROKEN_HELP = "Số liệu gốc không bị ảnh hưởng. Hãy tải lại trang; nếu vẫn lỗi, báo người quản trị lấy lại số liệu."
CLOSED_TITLE = "Trang này chưa được phép mở"
CLOSED_HELP = "Máy chủ nhận kết nối từ bên ngoài nhưng chưa cài đặt đăng nhập. Hãy báo người quản trị."
LAST_ATTEMPT_FAILED = "Lần cập nhật số liệu gần nhất ({at}) không thành công: {sentence}"
NEWS = "Đã có số liệu mới đến {taken_at}."
NEWS_TAKE = "Xem số liệu mới"
SOURCE_SILENT = "Số liệu đến {taken_at}, nguồn không kết nối được từ {since}."
NOT_RENEWED = "Số liệu đến {taken_at}, chưa lấy được số liệu mới từ {since}."
OLDER_SHOWN = (
    "Bản số liệu mới nhất không mở được nên đang hiển thị bản trước đó. Hãy báo người quản trị lấy lại số liệu."
)
WHY = "Vì sao"
MORE = "Xem chi tiết"
MORE_OF = "Xem chi tiết: {label}"
PAGES = {
    "waiting": "Chờ giải quyết",
    "bodies": "So sánh đơn vị, chuyển vòng",
    "unit": "Một xã, phường, huyện cũ",
    "dossier": "Đường đi của một vụ việc",
    "supervision": "Giám sát vụ việc, đơn chuyển đến",
    "conclusions": "Kết luận, chỉ đạo",
    "overview": "Tổng quan",
    "hotspots": "Bản đồ vụ việc",
    "backlog": "Vụ việc chưa giải quyết xong",
    "reception": "Tiếp công dân",
    "comparison": "So sánh các kỳ",
    "presentation": "Trình chiếu",
    "definitions": "Số này tính thế nào",
    "quality": "Chất lượng dữ liệu",
    "ledger": "Người đứng đầu tiếp công dân",
    "locked": "Số đã chốt",
    "briefing": "Chuẩn bị giao ban",
    "trail": "Nhật ký truy cập",
}
NAVIGATION = {
    "waiting": "Chờ giải quyết",
    "bodies": "Đơn vị",
    "unit": "Một đơn vị",
    "dossier": "Một vụ việc",
    "supervision": "Giám sát",
    "conclusions": "Kết luận",
    "overview": "Tổng quan",
    "hotspots": "Địa bàn",
    "backlog": "Vụ việc",
    "reception": "Tiếp dân",
    "comparison": "So sánh",
    "presentation": "Trình chiếu",
    "definitions": "Định nghĩa",
    "quality": "Dữ liệu",
    "locked": "Số đã chốt",
    "briefing": "Giao ban",
    "trail": "Nhật ký",
}


def stamp(as_of: dt.date, taken_at: dt.datetime) -> str:
    """'Số liệu đến 22/11/2026, cập nhật lúc 07:30 ngày 22/11/2026'."""
    return STAMP.format(as_of=vi.date(as_of)) + taken(taken_at)


def taken(taken_at: dt.datetime) -> str:
    """', cập nhật lúc 07:30 ngày 22/11/2026'"""
    return TAKEN.format(taken_at=vi.moment(taken_at))
