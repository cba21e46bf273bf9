"""What the loader says, in Vietnamese: one clear sentence for each thing that can go wrong."""

from __future__ import annotations

from datetime import datetime


class LoaderError(Exception):
    """Something the person at the keyboard must know; ``str`` is one Vietnamese sentence without any value of a row."""

    entry: str | None = None  # the number of its entry in the log


def moment(at: datetime) -> str:
    """07:30 ngày 22/11/2026."""
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"


def count(number: int) -> str:
    """1.234.567."""
    return f"{number:,}".replace(",", ".")


ENTRY = "(nhật ký: {entry})"
UNEXPECTED = "Có lỗi ngoài dự kiến khi chạy lệnh."
REFRESH_UNEXPECTED = "Lần cập nhật không xong vì một lỗi ngoài dự kiến; bản số liệu cũ được giữ nguyên."
BAD_URL = "CASE_DATABASE_URL không phải là một địa chỉ SQLAlchemy đọc được (ví dụ: sqlite:///duong/dan/case.sqlite)."
BAD_SETTING = "Biến môi trường {name} có giá trị không dùng được."
NO_FILE = "Không thấy tệp cơ sở dữ liệu {name}; hãy kiểm tra CASE_DATABASE_URL."
NO_DRIVER = "Chưa cài trình điều khiển {driver} cho nguồn này; hãy cài thêm gói Python đó rồi chạy lại."
NO_CONNECTION = "Không kết nối được nguồn {label}: {hint}."
NO_TABLE = "Nguồn thiếu bảng bắt buộc {table}."
NO_COLUMN = "Bảng {table} của nguồn thiếu cột bắt buộc {columns}."
HEADING_TWICE = "{where} có hai cột cùng tên {column}; hãy bỏ hoặc đổi tên một cột rồi chạy lại."
NO_RIGHT = "Tài khoản không có quyền đọc bảng {table}; hãy cấp quyền SELECT cho tài khoản đó."
READ_FAILED = "Đọc bảng {table} từ nguồn {label} không xong: {hint}."
HINT_REFUSED = "máy chủ không trả lời"
HINT_PASSWORD = "sai tên đăng nhập hoặc mật khẩu"  # noqa: S105
HINT_NO_DATABASE = "không có cơ sở dữ liệu mang tên đó"
HINT_OPTIONS = "máy chủ không nhận tham số trong địa chỉ (options)"
HINT_NO_COLUMN = "câu lệnh nêu một cột không có"
HINT_NO_TABLE = "câu lệnh nêu một bảng, khung nhìn hoặc schema không có"
HINT_NO_FUNCTION = "câu lệnh gọi một hàm, hoặc so sánh hai kiểu dữ liệu, mà máy chủ không có"
HINT_BAD_SELECT = "câu SELECT sai cú pháp hoặc không rõ nghĩa"
HINT_BAD_VALUE = "một giá trị không đổi được sang kiểu mà câu SELECT yêu cầu"
HINT_TIMEOUT = "quá thời gian chờ"
HINT_CUT = "đường truyền bị ngắt giữa chừng"
HINT_NOT_DATABASE = "tệp không phải là cơ sở dữ liệu SQLite hoặc đã hỏng"
HINT_LOCKED = "cơ sở dữ liệu đang bị khóa"
HINT_OTHER = "lỗi {kind}"
SNAPSHOT_DIR_FAILED = "Không ghi được vào thư mục SNAPSHOT_DIR: {hint}."
HINT_DISK_FULL = "đĩa đã đầy"
HINT_NO_WRITE = "không có quyền ghi"
NOT_SHARED = "Chưa nạp được bản số liệu lên máy chủ ANALYTICS_URL; các trang tiếp tục đọc tệp trong SNAPSHOT_DIR."
SHARED = "Đã nạp bản số liệu {name} lên máy chủ ANALYTICS_URL."
SHARED_BEFORE = "Máy chủ ANALYTICS_URL đã có bản số liệu {name}."
NO_ANALYTICS = "Chưa đặt ANALYTICS_URL (địa chỉ PostgreSQL hoặc ClickHouse trả lời các trang)."
BUSY = "Một lần cập nhật khác đang chạy; hãy đợi lần đó xong."
EMPTY_SOURCE = "Nguồn không có đơn vị hành chính nào dùng được (bảng units trống hoặc bị từ chối hết)."
NO_SNAPSHOT = "Chưa có bản số liệu nào; hãy chạy: python -m data_loaders refresh"
BAD_SNAPSHOT = "Tệp số liệu {name} đã hỏng hoặc không còn; hãy chạy: python -m data_loaders refresh"

READING = "{table}: {read}/{total} dòng, còn khoảng {seconds} giây"
READ = "{table}: {read} dòng"
ABSENT = "{table}: nguồn không có bảng này (không bắt buộc)"
BUILDING_DEMO = "Dựng tỉnh mẫu (lần đầu, khoảng một phút)"
SHAPING = "Sắp xếp số liệu, tính thời hạn và lịch tiếp công dân"
UNCHANGED = "Nguồn không có gì được ghi thêm, sửa hay xóa từ {taken}: giữ nguyên bản số liệu lấy lúc đó"
DONE = "Xong: số liệu đến {as_of}, {accepted} dòng nhận, {refused} dòng từ chối, {seconds} giây"

REASONS = {
    "missing_key": "thiếu mã",
    "unreadable_text": "mã có chữ không đọc được (sai bảng mã)",
    "duplicate_key": "trùng mã",
    "missing_value": "thiếu giá trị bắt buộc",
    "broken_date": "ngày không hợp lệ",
    "broken_number": "số không đọc được hoặc vượt mức hợp lý",
    "broken_boolean": "giá trị đúng/sai không hợp lệ",
    "outside_vocabulary": "ngoài danh mục",
    "dangling_reference": "mã tham chiếu không tồn tại",
    "reference_refused": "tham chiếu tới dòng đã bị loại",
    "ring_reference": "trỏ về chính mình hoặc thành vòng",
    "personal_data": "có số định danh hoặc số điện thoại",
    "future_date": "ngày ở tương lai",
    "accepted_before_received": "thụ lý trước khi tiếp nhận",
    "closed_before_accepted": "kết thúc trước khi thụ lý",
    "closed_before_received": "kết thúc trước khi tiếp nhận",
    "processed_before_received": "xử lý trước khi tiếp nhận",
    "ends_before_start": "ngày cuối trước ngày đầu",
}

HIDDEN = "(ẩn)"
"""Stands for a code or value that could be a citizen's."""

HELP = "Đọc cơ sở dữ liệu vụ việc (chỉ đọc) và tạo bản số liệu cho bảng giám sát."
HELP_REFRESH = "tạo bản số liệu mới"
HELP_SHARE = "nạp bản số liệu đang dùng lên máy chủ ANALYTICS_URL"
HELP_STATUS = "cho biết số liệu đang có"
HELP_JSON = "in ra dạng JSON"
DEMO = "DỮ LIỆU MẪU"
NO_PROVINCE = "chưa rõ tỉnh"
STATUS_AS_OF = "Số liệu đến ngày {as_of}, lấy lúc {taken}"
STATUS_SOURCE = "Nguồn: {source}; {province}"
STATUS_ROWS = "Đã đọc {read} dòng: nhận {accepted}, từ chối {quarantined}"
STATUS_TABLE = "  {table}: {read} dòng, từ chối {quarantined}"
STATUS_ABSENT = "  {table}: nguồn không có"
STATUS_REASON = "  từ chối vì {reason}: {rows} dòng"
STATUS_LEFT_OUT = "  bỏ trống {cell} vì {reason}: {cells} ô"
STATUS_FAILED = "Lần cập nhật {at} không xong: {sentence}"

NO_FOLDER = "Không thấy thư mục {name}."
EMPTY_FOLDER = "Thư mục CASE_SOURCE {name} không có tệp .sql nào."
NOT_STANDARD = "Tệp {name} trong CASE_SOURCE không mang tên một bảng chuẩn ({tables})."
UNREADABLE = "Không đọc được tệp {name}; tệp phải là văn bản UTF-8."
NOT_SQL = "Tệp {name} có lỗi cú pháp SQL ở dòng {line}."
NOT_ONE = "Tệp {name} phải có đúng một câu SELECT, hiện có {count} câu."
NOT_SELECT = "Tệp {name} chỉ được có một câu SELECT đọc dữ liệu, không có lệnh ghi, khóa hay tạo bảng."
NO_SELECTS_ON_FILES = "CASE_SOURCE chỉ dùng với cơ sở dữ liệu, không dùng với tệp CSV hay Excel."
BAD_FILE = "Không đọc được tệp {name}; hãy kiểm tra định dạng, dòng tên cột và bảng mã UTF-8."
BAD_ENCODING = "Không đọc được tệp {name}: dòng {line} không phải chữ UTF-8; hãy lưu lại tệp ở dạng CSV UTF-8."
RAGGED = "Không đọc được tệp {name}: dòng {line} có {found} giá trị, dòng tên cột có {expected}."
OPEN_QUOTE = "Không đọc được tệp {name}: dấu nháy kép mở ở dòng {line} không được đóng đúng chỗ."
FILE_TWICE = "Bảng {table} có nhiều hơn một nơi ({names}); hãy bỏ bớt, chỉ để một."
NO_WORKBOOK = (
    "Không đọc được tệp {name}: không phải sổ tính .xlsx còn nguyên vẹn; hãy mở bằng Excel và lưu lại dạng .xlsx."
)
LOCKED_WORKBOOK = "Không đọc được tệp {name}: sổ tính có mật khẩu; hãy bỏ mật khẩu và lưu lại dạng .xlsx."
OLD_WORKBOOK = "Không đọc được tệp {name}: sổ tính kiểu cũ (.xls); hãy mở bằng Excel và lưu lại dạng .xlsx."
SHEET_OF = "Tệp {name}, trang {sheet}"
CELL_FORMULA = (
    "Tệp {name}, trang {sheet}, dòng {row}, cột {column} (ô {cell}): công thức chưa được tính; "
    "hãy mở bằng Excel, lưu lại rồi chạy lại."
)
CELL_ERROR = (
    "Tệp {name}, trang {sheet}, dòng {row}, cột {column} (ô {cell}): ô báo lỗi {value}; "
    "hãy sửa hoặc xóa giá trị đó rồi chạy lại."
)
HIDDEN_SHEET = "Tệp {name}: trang {sheet} đang bị ẩn, vẫn được đọc"
HIDDEN_ROWS = "Tệp {name}, trang {sheet}: {rows} dòng đang bị ẩn, vẫn được đọc"
WRITABLE = (
    "Tài khoản đọc nguồn có quyền ghi ({right}); hãy dùng một tài khoản chỉ có quyền SELECT (docs/install.md), "
    "hoặc đặt CASE_ALLOW_WRITABLE=1 nếu chấp nhận điều đó."
)
SUPERUSER = "quyền quản trị máy chủ"
RIGHT_TO_WRITE = "ghi vào"
RIGHT_TO_CREATE = "tạo bảng trong schema"
RIGHT_ON = "{right} trên {what}"

CHECK_TABLE = "{table}: xem {read} dòng, {refused} dòng sẽ bị từ chối"
CHECK_REASON = "  - cột {column}: {reason}, {rows} dòng"
CHECK_LEFT_OUT = "  - cột {column}: {reason}, {cells} ô sẽ bỏ trống, dòng vẫn được nhận"
CHECK_LATER = "{table}: thêm {rows} dòng sẽ bị từ chối khi đối chiếu các bảng, cột {column}: {reason}"
CHECK_UNMAPPED = "  - cột {column} có giá trị chưa quy về mã chuẩn: {values}"
CHECK_ABSENT = "  - chưa có cột không bắt buộc: {columns}"
CHECK_EXTRA = "  - {count} cột ngoài hợp đồng số liệu: không đọc"
CHECK_STOPS = "{table}: KHÔNG DÙNG ĐƯỢC. {sentence}"
CHECK_GOOD = "Nguồn dùng được; chạy tiếp: python -m data_loaders refresh"
CHECK_PARTLY = (
    "Chưa thấy lỗi trong {limit} dòng đầu của mỗi bảng; phần còn lại và việc đối chiếu các bảng chưa xem. "
    "Xem hết trước khi cập nhật: python -m data_loaders check --limit 0"
)
CHECK_BAD = "Nguồn chưa dùng được: {count} bảng cần sửa."
HELP_CHECK = "xem thử nguồn từng bảng, chưa tạo bản số liệu"
HELP_LIMIT = "số dòng xem ở mỗi bảng (mặc định 10000; 0: tất cả)"
HELP_LOCK = "chốt số liệu của một kỳ đã kết thúc"
HELP_PERIOD = "mã kỳ, ví dụ 2026-Q3"
HELP_CALENDAR = "inspectorate (15 đến 14, mặc định) hoặc calendar"
HELP_BY = "người chốt (mặc định: tài khoản đang đăng nhập)"
COMMAND = "LỆNH"
PERIOD = "KỲ"
HELP_GEOGRAPHY = "dựng sơ đồ hoặc nhập bản đồ của tỉnh"

TOO_MANY_REFUSED = (
    "Bảng {table} bị từ chối {refused} trong {read} dòng, nhiều nhất vì {reason} ({rows} dòng); "
    "chưa công bố bản số liệu mới, bản cũ (nếu có) được giữ nguyên. "
    "Nếu vẫn dùng được như vậy, đặt CASE_ACCEPT_REFUSED=1 rồi chạy lại."
)
HALF_GONE = (
    "Bảng {table} chỉ còn {now} dòng, lần trước có {before} dòng; bản số liệu cũ được giữ nguyên. "
    "Nếu đúng là như vậy, đặt CASE_ACCEPT_LOSS=1 rồi chạy lại."
)
BAD_PERIOD = "Mã kỳ {code} không đọc được; ví dụ: 2026-Q3, 2026-H1, 2026-9M, 2026-Y, 2026-M05."
NOT_OVER = "Kỳ {code} kết thúc ngày {end}, số liệu mới đến ngày {as_of}: chưa chốt được."
ALREADY_LOCKED = "Kỳ {code} đã chốt lúc {at}; số đã chốt không thay đổi."
LOCKED = "Đã chốt kỳ {code} ({start} đến {end}): {files} tệp, {rows} dòng, người chốt {by}"
STATUS_LOCK = "Đã chốt kỳ {code} ({calendar}) lúc {at}, người chốt {by}: {state}"
LOCK_WHOLE = "nguyên vẹn"
LOCK_DAMAGED = "ĐÃ HỎNG ({files})"
LOCK_BROKEN = "Số đã chốt của kỳ {code} đã hỏng ({files}); hãy lấy lại từ bản sao lưu."

HELP_TRAIL = "kiểm tra nhật ký truy cập"
HELP_ANCHOR = "ghi thêm mốc vào TRAIL_ANCHOR khi nhật ký nguyên vẹn"
NO_TRAIL = "Chưa đặt TRAIL_DIR nên không có nhật ký truy cập để kiểm tra."
NO_ANCHOR = "Chưa đặt TRAIL_ANCHOR nên không có nơi ghi mốc của nhật ký truy cập."
TRAIL_FAILED = "Không ghi được nhật ký truy cập nên việc này dừng lại; hãy báo người quản trị kiểm tra TRAIL_DIR."
TRAIL_UNREADABLE = "Không đọc được {name} của nhật ký truy cập."
TRAIL_NO_ANCHOR = "Không ghi được mốc của nhật ký truy cập vào TRAIL_ANCHOR."
TRAIL_NO_CHECK = "Không ghi được kết quả kiểm tra nhật ký truy cập bên cạnh mốc (TRAIL_ANCHOR)."
TRAIL_BROKEN = "Nhật ký truy cập bị đứt ở tệp {file}, dòng {line}: {why}."
TRAIL_CHANGED = "nội dung dòng đã bị sửa"
TRAIL_GAP = "chờ bản ghi số {expected} nối tiếp dòng trước nhưng gặp bản ghi số {found}"
TRAIL_REWRITTEN = "bản ghi số {number} khác với mốc đã lưu"
TRAIL_CUT = "Nhật ký truy cập bị cắt mất phần cuối: chỉ còn đến bản ghi số {last}, mốc đã lưu là số {anchored}."
TRAIL_UNFINISHED = "  tệp {file}, dòng {line}: dòng ghi dở do bị ngắt, không ảnh hưởng các dòng khác"
TRAIL_WHOLE = "Nhật ký truy cập nguyên vẹn: {count} bản ghi, mã cuối {head}"
