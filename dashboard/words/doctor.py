"""What the doctor says: one sentence a part, and what to do where something is wrong."""

from __future__ import annotations

GOOD, BAD, ABSENT = "TỐT", "HỎNG", "CHƯA ĐẶT"
LINE = "{state:9}{part}: {said}"
DO = "         Việc cần làm: {do}"
ALL_GOOD = "Mọi phần đã đặt đều dùng được."
SOME_BAD = "{count} phần cần sửa."

PARTS = {
    "settings": "Thiết đặt",
    "source": "Nguồn số liệu",
    "tables": "Bảng của nguồn",
    "folders": "Thư mục",
    "disk": "Đĩa",
    "snapshot": "Bản số liệu",
    "locks": "Số đã chốt",
    "trail": "Nhật ký truy cập",
    "roles": "Tệp phân vai",
    "secrets": "Tệp đăng nhập",
    "provider": "Hệ thống định danh",
    "clock": "Đồng hồ",
    "proxy": "Máy chủ chuyển tiếp",
    "certificate": "Chứng thư",
}
DEMO = "chưa đặt CASE_DATABASE_URL, đang dùng tỉnh mẫu"
SOURCE_GOOD = "{label} trả lời, tài khoản chỉ đọc"
TABLES_GOOD = "đủ {count} bảng bắt buộc, đọc được; {others} bảng không bắt buộc chưa có"
TABLES_DO = "python -m data_loaders check cho biết từng bảng, từng cột; sửa khung nhìn hoặc câu SELECT, cấp quyền đọc"
SOURCE_DO = "xem lại CASE_DATABASE_URL, đường mạng và tài khoản của nguồn (docs/install.md)"
SETTINGS_GOOD = "đọc được"
SETTINGS_DO = "sửa biến đó trong settings.env (docs/operate.md có danh sách)"
FOLDERS_GOOD = "ghi được: {names}"
FOLDER_BAD = "không ghi được vào {name}"
FOLDER_FULL = "đĩa chứa {name} đã đầy"
FOLDER_OPEN = "mọi tài khoản trên máy ghi được vào {name}"
FOLDERS_DO = "đổi chủ cho tài khoản chạy bảng giám sát, quyền 0750 (chown, chmod)"
FULL_DO = "dọn đĩa chứa thư mục đó; nhật ký truy cập đầy thì không trang, tệp nào mở được"
DISK_GOOD = "còn {free} MB, cần {need} MB cho ba bản số liệu"
DISK_BAD = "chỉ còn {free} MB, cần {need} MB cho ba bản số liệu"
DISK_DO = "dọn đĩa hoặc giảm SNAPSHOT_KEEP_DAYS"
SNAPSHOT_GOOD = "đến ngày {as_of}, lấy lúc {taken}"
SNAPSHOT_OLD = "lấy lúc {taken}, đã quá {hours} giờ"
SNAPSHOT_AHEAD = "lấy lúc {taken}, sau giờ của máy này"
SNAPSHOT_FAILED = "lần cập nhật gần nhất không xong: {sentence}"
SNAPSHOT_DO = "chạy python -m data_loaders refresh rồi xem lịch cập nhật (giam-sat-refresh.timer hoặc cron)"
AHEAD_DO = "chỉnh giờ máy này (NTP)"
LOCKS_GOOD = "{count} kỳ, nguyên vẹn"
LOCKS_NONE = "chưa chốt kỳ nào"
LOCKS_BAD = "kỳ {codes} đã hỏng"
LOCKS_DO = "lấy lại thư mục locks từ bản sao lưu"
TRAIL_ABSENT = "chưa đặt TRAIL_DIR"
TRAIL_GOOD = "{count} bản ghi, nguyên vẹn"
TRAIL_UNANCHORED = "{count} bản ghi, nối liền; chưa có mốc nên không biết phần cuối có bị cắt"
TRAIL_DO = "giữ nguyên hiện trạng, sao chép TRAIL_DIR và mốc, báo người phụ trách"
ROLES_DO = "chép deploy/roles.example.toml, ghi tên nhóm của tỉnh, đặt đường dẫn vào ACCESS_ROLES"
ROLES_GOOD = "{count} nhóm có vai"
SECRETS_ABSENT = "chưa có phần [auth] trong {name}: bảng chỉ mở được trên chính máy này"
SECRETS_GOOD = "đủ mục"
SECRETS_MISSING = "thiếu {names}"
SECRETS_SHORT = "cookie_secret ngắn hơn 32 ký tự"
SECRETS_BACK = "redirect_uri phải là địa chỉ công khai (https) kết thúc bằng /oauth2callback"
SECRETS_READ = "mọi tài khoản trên máy đọc được tệp này"
SECRETS_UNREADABLE = "không đọc được hoặc sai cú pháp TOML"
SECRETS_DO = "sửa {name} theo docs/operate.md; quyền của tệp là 0640"
PROVIDER_GOOD = "{name} trả lời"
PROVIDER_SILENT = "{name} không trả lời"
PROVIDER_NOT = "{name} trả lời nhưng không phải tài liệu cấu hình OpenID Connect"
PROVIDER_MISSING = "tài liệu cấu hình thiếu {names}"
PROVIDER_DO = "mở server_metadata_url bằng trình duyệt trên máy này; xem đường mạng, tên miền, chứng thư"
CLOCK_GOOD = "lệch {seconds} giây so với hệ thống định danh"
CLOCK_BAD = "lệch {seconds} giây so với hệ thống định danh, quá {most} giây thì đăng nhập không thành công"
CLOCK_ABSENT = "không có hệ thống định danh để so giờ"
CLOCK_DO = "bật đồng bộ giờ (NTP) trên cả hai máy"
PROXY_GOOD = "chuyển tiếp tới bảng giám sát, đóng các cửa phụ, chính sách nội dung khớp"
PROXY_SILENT = "{name} không trả lời"
PROXY_NO_APP = "{name} trả lời nhưng không tới được tiến trình nào của bảng giám sát (mã {status})"
PROXY_OPEN = "{path} còn mở cho người ngoài"
PROXY_OLD = "chính sách nội dung không khớp phiên bản đang chạy"
PROXY_SILENT_DO = "xem dịch vụ caddy hoặc nginx, cổng 443, tên miền trỏ về máy này"
PROXY_APP_DO = "systemctl status 'giam-sat@*'; xem APPS có đúng cổng không"
PROXY_FILE_DO = "dùng tệp Caddyfile hoặc nginx.conf đi kèm phiên bản này"
CERTIFICATE_GOOD = "còn {days} ngày"
CERTIFICATE_LATE = "chỉ còn {days} ngày"
CERTIFICATE_OVER = "đã hết hạn ngày {day}"
CERTIFICATE_NAME = "không cấp cho tên {name}"
CERTIFICATE_DO = "gia hạn hoặc cấp lại chứng thư cho đúng tên, rồi nạp lại máy chủ chuyển tiếp"
NO_ADDRESS = "không biết địa chỉ công khai vì chưa bật đăng nhập"
