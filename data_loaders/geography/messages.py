"""What the geography command says, in Vietnamese."""

# The official list and the schematic
NO_PACKAGE = "Chưa cài gói vietnamadminunits (danh mục đơn vị hành chính)."
BROKEN_PACKAGE = "Không đọc được dữ liệu của gói vietnamadminunits; hãy cài lại gói này."
UNKNOWN_PROVINCE = "Không có tỉnh nào mang mã {code!r} (các mã hiện hành: {known})."
BUILT = (
    "{province}: {communes} xã, phường; {districts} huyện cũ; {straddlers} xã, phường nằm trên nhiều huyện cũ.\n"
    "Bản đồ là sơ đồ dựng tự động, không phải ranh giới chính thức."
)
NOTHING_TO_DRAW = "Không có xã nào để dựng sơ đồ."
REPEATED_CODE = "Mã xã lặp lại: {code}."
NO_PLACE = "Có xã thiếu tọa độ hoặc diện tích nên không dựng được sơ đồ."
SAME_PLACE = "Không dựng được sơ đồ: hai xã có cùng một tọa độ ({codes})."
BROKEN_BOUNDARY = "Không đọc được tệp ranh giới {file}; hãy dựng hoặc nhập lại bản đồ."

# Command line
HELP_PROVINCE = "mã tỉnh, ví dụ 38; để trống: tỉnh đã dựng bản đồ lần trước"
HELP_IMPORT = "tệp ranh giới của tỉnh: Shapefile (cả tệp .zip), GeoPackage, GeoJSON, MapInfo TAB hoặc MIF"
HELP_CRS = "hệ tọa độ của tệp, ví dụ EPSG:5897 (VN-2000, kinh tuyến 105°00′)"
HELP_LAYER = "tên lớp cần nhập khi tệp có nhiều lớp"
HELP_NAMES = "bảng đối chiếu CSV hai cột name,code cho các tên không tự khớp được"
HELP_YES = "đồng ý với mọi đề xuất, không hỏi lại"
HELP_OUT = "thư mục lưu kết quả"
BAD_ARGUMENTS = "Không hiểu lệnh: xem cách dùng bằng python -m data_loaders geography --help."
CANNOT_WRITE = "Không đọc hoặc ghi được {file}; hãy kiểm tra đường dẫn và quyền truy cập."
NEEDS_PROVINCE = "Cần cho biết mã tỉnh: --province MÃ."
QUESTION = "{question} [c = có, k = không] "
YES_ANSWERS = ("c", "có", "co", "y", "yes")
ANSWERED_YES = "{question} → có (--yes)"
NOT_CONFIRMED = "Chưa nhập gì vì chưa được xác nhận: {question} Chạy lại và trả lời, hoặc thêm --yes."

# Reading the file
NO_FILE = "Không có tệp {file}."
UNKNOWN_FORMAT = (
    "Không nhập được tệp {file}: chỉ nhận Shapefile (.shp hoặc .zip), GeoPackage, GeoJSON, MapInfo TAB hoặc MIF."
)
BROKEN_FILE = "Không đọc được tệp {file}; tệp hỏng hoặc không đúng định dạng."
MISSING_SIDECAR = "Không nhập được tệp {file}: thiếu tệp đi kèm {missing} (cần chép đủ bộ tệp cùng tên)."
BROKEN_ZIP = "Không đọc được tệp nén {file}."
ZIP_TOO_LARGE = "Tệp nén {file} bung ra quá lớn nên không nhập."
EMPTY_ZIP = "Trong tệp nén {file} không có tệp bản đồ nào."
NO_POLYGONS = "Tệp {file} không có vùng (polygon) nào; ranh giới phải là vùng khép kín, không phải đường hay điểm."
ABSURD = (
    "Lớp {layer!r} trong tệp có hình với tọa độ không dùng được (vô hạn hoặc quá lớn); hãy sửa hình đó rồi nhập lại."
)
NO_LAYER = "Tệp không có lớp {layer!r}; các lớp có vùng: {known}."
NULL_SHAPES = "Bỏ {count} dòng không có hình."
CHOOSE_LAYER = "Tệp có {count} lớp ({names}); dùng lớp {chosen!r}?"

# Matching
BROKEN_HAND_TABLE = "Không đọc được bảng đối chiếu {file}; cần tệp CSV có hai cột name và code."
UNKNOWN_HAND_CODE = "Bảng đối chiếu {file} có mã {code!r} không thuộc danh mục của tỉnh."
VINTAGES = {
    "commune_new": "xã, phường hiện nay (từ 1/7/2025)",
    "commune_old": "xã, phường cũ (trước 1/7/2025)",
    "district_old": "huyện cũ (trước 1/7/2025)",
}
NOT_THIS_PROVINCE = "Tệp không khớp với danh mục đơn vị hành chính của {province}: chỉ nhận ra {matched}/{rows} vùng."
READ_AS = "Đọc {file}: {rows} vùng, nhận là {vintage}."
TEXT_REPAIRED = {
    "tcvn3": "Tên trong tệp theo bảng mã TCVN3 (ABC), đã đổi sang Unicode.",
    "utf-8": "Tên trong tệp là UTF-8 nhưng tệp không khai báo như vậy, đã đọc lại.",
    "cp1258": "Tên trong tệp theo bảng mã Windows 1258, đã đổi sang Unicode.",
}
MATCHED = "Khớp {units}/{listed} đơn vị: {by_code} theo mã, {by_name} theo tên, {by_hand} theo bảng đối chiếu."
ALIAS = "{name} ({code}) trong danh mục cũ được tính vào {into}."
MERGED_ROWS = "{count} đơn vị gồm nhiều vùng trong tệp, đã gộp."
UNMATCHED_ROWS = "Không khớp {count} vùng trong tệp: {names}."
MISSING_UNITS = "Thiếu {count} đơn vị trong tệp: {names}."
OTHER_NAMES = "{count} đơn vị có mã và tên trong tệp không thuộc cùng một đơn vị: {names}."
AND_MORE = "{shown} và {more} mục khác"
ASK_INCOMPLETE = "Tệp {vintage} chưa khớp đủ (thiếu {missing} đơn vị), bản đồ có thể có chỗ trống; vẫn nhập?"
OTHER_PROVINCE = "Bỏ {count} vùng của tỉnh khác."
NAMESAKES = "Bỏ {count} vùng trùng tên nhưng nằm ở tỉnh khác: {names}."
ASK_FAR_PARTS = "Có đơn vị gồm những phần cách nhau xa hơn cả bề rộng của tỉnh: {names}; vẫn gộp?"
NOT_ENOUGH = "Tệp {vintage} chỉ có {units}/{listed} đơn vị của {province} nên không dùng được."
CODE_PAGE = " Chữ trong tệp hiện sai dấu: hãy kiểm tra bảng mã (tệp .cpg)."
ASK_OTHER_NAMES = "Mã và tên mâu thuẫn; lấy theo mã?"

# Projection
BAD_CRS = "Không hiểu hệ tọa độ {crs!r}; ví dụ đúng: EPSG:5897."
CRS_GIVEN = "Hệ tọa độ theo yêu cầu: {name}."
CRS_DECLARED = "Hệ tọa độ trong tệp: {name}."
CRS_TRAP = (
    "Tệp khai hệ tọa độ {declared!r} nhưng lưới chiếu là VN-2000 {name}: đã dùng VN-2000, "
    "nếu không mọi ranh giới lệch khoảng 224 m."
)
VN2000_NAME = "VN-2000, {kind}kinh tuyến {degrees}°{minutes:02d}′"
CRS_MISSING = (
    "Tệp không khai hệ tọa độ. Khớp nhất với sơ đồ của tỉnh là {name} (trùng {overlap:.0%}{ties}). Dùng hệ này?"
)
CRS_WRONG = (
    "Hệ tọa độ khai trong tệp ({declared}) đặt bản đồ lệch khỏi tỉnh (trùng {declared_overlap:.0%}). "
    "Khớp nhất với sơ đồ của tỉnh là {name} (trùng {overlap:.0%}{ties}). Dùng hệ này?"
)
CRS_TIE = "; {name} chỉ cách {metres} m, nếu đúng là hệ đó thì thêm --crs {code}"
CRS_SWAPPED = (
    "Tọa độ trong tệp ghi ngược trục (vĩ độ hoặc hướng bắc trước). Đổi lại trục thì khớp với {name} "
    "(trùng {overlap:.0%}{ties}). Đổi trục và dùng hệ này?"
)
CRS_NONE_FITS = "Không hệ tọa độ nào đặt được bản đồ trong tệp vào đúng địa phận tỉnh; hãy kiểm tra lại tệp."

# Cleaning and the result
REPAIRED = "Đã sửa {invalid} vùng lỗi hình học, {overlaps} chỗ chồng lấn và {gaps} khe hở."
ISLETS = "{count} đảo nhỏ không còn trên bản đồ vì nhỏ hơn nét vẽ."
SAVED = "Đã lưu {units} {level} ({size} KB) vào {file}; ranh giới chính thức."
KEPT_SCHEMATIC = "Tệp không có ranh giới xã: bản đồ xã vẫn là sơ đồ dựng tự động."
LEVELS = {"commune": "xã, phường", "district": "huyện cũ"}
NOT_CLEANED = "Không nhập được tệp {file}: có hình không dựng lại được; hãy kiểm tra hình học của tệp."
EMPTIED = "Không nhập: sau khi làm sạch, {names} không còn diện tích."
