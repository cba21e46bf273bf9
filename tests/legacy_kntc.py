"""Fills the legacy schema of data_loaders/sources/extracts/legacy_kntc from a snapshot, rows among them that a
translation can get wrong.

fill(url, snapshot) creates the tables in an empty PostgreSQL database and writes into them what the snapshot holds,
in the legacy form: dates as text dd/mm/yyyy, unit codes as numbers, labels instead of codes, ids instead of numbers.
Besides, it plants deleted rows, time limits that lie, labels with blanks, a suspended case with a closing date,
and citizens' names, numbers and addresses in every column that has room for them. Unit codes must be numbers.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import psycopg
import sqlalchemy as sa

FOLDER = Path(__file__).resolve().parents[1] / "data_loaders/sources/extracts/legacy_kntc"

LABELS = {
    "kind": {"complaint": "Khiếu nại", "denunciation": "Tố cáo", "petition": "Kiến nghị, phản ánh"},
    "field": {
        "land": "Đất đai, nhà cửa",
        "land.clearance": "Bồi thường, giải phóng mặt bằng",
        "land.certificate": "Cấp giấy chứng nhận",
        "land.dispute": "Tranh chấp đất đai",
        "policy": "Chế độ, chính sách",
        "policy.merit": "Người có công",
        "civil_service": "Công chức, công vụ",
        "admin_other": "Hành chính khác",
        "corruption": "Tham nhũng",
        "judicial": "Tư pháp",
        "party": "Đảng, đoàn thể",
        "environment": "Môi trường",
        "other": "Khác",
    },
    "level": {
        "province": "Tỉnh",
        "department": "Sở, ngành",
        "district": "Huyện",
        "commune": "Xã",
        "party": "Cơ quan đảng",
        "justice": "Tư pháp",
        "central": "Trung ương",
    },
    "duty": {
        "province_party_secretary": "Bí thư tỉnh ủy",
        "district_party_secretary": "Bí thư huyện ủy",
        "commune_party_secretary": "Bí thư đảng ủy xã",
        "province_chair": "Chủ tịch UBND tỉnh",
        "district_chair": "Chủ tịch UBND huyện",
        "commune_chair": "Chủ tịch UBND xã",
        "agency_head": "Thủ trưởng cơ quan",
    },
    "closing": {
        "decision": "Ban hành quyết định giải quyết",
        "conclusion": "Kết luận nội dung tố cáo",
        "withdrawn": "Rút đơn",
        "discontinued": "Đình chỉ",
        "to_investigation": "Chuyển cơ quan điều tra",
        "merged": "Nhập vụ việc",
    },
    "result": {"right": "Đúng", "partly": "Đúng một phần", "wrong": "Sai"},
    "result2": {"upheld": "Công nhận", "amended": "Sửa quyết định", "annulled": "Hủy quyết định"},
    "complexity": {"normal": "Bình thường", "complex": "Phức tạp", "very_complex": "Đặc biệt phức tạp"},
    "channel": {
        "reception": "Trực tiếp",
        "post": "Bưu chính",
        "online": "Trực tuyến",
        "transferred": "Cơ quan khác chuyển",
        "other": "Khác",
    },
    "signatories": {"one": "Một người đứng tên", "many": "Nhiều người đứng tên", "other": "Khác"},
    "processing": {
        "accepted": "Thụ lý",
        "guided": "Hướng dẫn",
        "transferred": "Chuyển đơn",
        "urged": "Đôn đốc giải quyết",
        "returned": "Trả đơn",
        "filed": "Lưu đơn",
    },
    "move": {"transfer": "Chuyển đơn", "guidance": "Hướng dẫn", "urge": "Đôn đốc", "handover": "Bàn giao"},
    "step": {
        "received": "Chưa xử lý",
        "accepted": "Chưa giao xác minh",
        "verification": "Chưa duyệt báo cáo xác minh",
        "dialogue": "Chưa ban hành quyết định",
        "decision": "Đã ban hành quyết định",
        "execution": "Đang thi hành quyết định giải quyết",
        "closed": "Đã hoàn thành",
        "reopened": "Giải quyết lại",
    },
    "session": {"periodic": "Định kỳ", "ad_hoc": "Đột xuất", "regular": "Thường xuyên"},
    "outcome": {"guided": "Hướng dẫn", "taken": "Tiếp nhận đơn", "resolved": "Giải quyết tại chỗ"},
}

PLANTED = ("Nguyễn Thị Đơn Thư", "038301004567", "0912 345 678", "Số 12 ngõ 34 phố Hàng Mẫu")
CITIZEN = ", ".join(f"'{value}'" for value in (*PLANTED, "Ông Nguyễn Văn Bị tố cáo bà hàng xóm, gọi 0987654321"))


def _label(column: str, name: str) -> str:
    listed = " ".join(f"when '{code}' then '{label}'" for code, label in LABELS[name].items())
    return f"case {column} {listed} else {column} end"


def _day(column: str) -> str:
    return f"strftime({column}, '%d/%m/%Y')"


def _yes(column: str) -> str:
    return f"case when {column} then 'Có' when not {column} then 'Không' end"


def _bit(column: str) -> str:
    return f"cast({column} as integer)"


def _unit(column: str) -> str:
    return f"cast({column} as integer), {_level(column)}"


def _level(column: str) -> str:
    return f"case length({column}) when 2 then 1 when 3 then 2 else 3 end"


KEYS = """
create temp table co_quan as select row_number() over (order by agency_code) as id, agency_code as code from s.agencies;
create temp table chuc_danh as select row_number() over (order by post_code) as id, post_code as code from s.posts;
create temp table vu_viec as
select 900 + row_number() over (order by dossier_id) as id, dossier_id as code from s.dossiers;
create temp table don as
select 700 + row_number() over (order by petition_id) as id, petition_id as code from s.petitions;
create temp table lich as
select row_number() over (order by session_id) as id, session_id as code from s.reception_sessions;
"""

_COMMUNE = "case when length(place_unit_code) = 5 then cast(place_unit_code as integer) end"
_DISTRICT = "case when length(place_unit_code) = 3 then cast(place_unit_code as integer) end"


def _id(table: str, column: str) -> str:
    return f"(select k.id from {table} as k where k.code = {column})"


FILL = {
    "DmDiaBan": f"""select cast(unit_code as integer), {_level("unit_code")}, name, cast(parent_code as integer),
        {_day("valid_from")}, {_day("valid_to")}, population, {_day("population_as_of")}, zone from s.units""",
    "DmSapNhap": f"select {_unit('old_code')}, {_unit('new_code')}, {_day('changed_on')}, share from s.unit_changes",
    "DmNhomDiaBan": f"""select group_set, group_code, group_name, {_unit("unit_code")}, {_day("valid_from")},
        {_day("valid_to")} from s.unit_groups""",
    "DmCoQuan": f"""select {_id("co_quan", "agency_code")}, agency_code, name, {_label("level", "level")},
        {_unit("unit_code")}, {_day("valid_from")}, {_day("valid_to")} from s.agencies""",
    "DmChucDanh": f"""select {_id("chuc_danh", "post_code")}, post_code, title, {_label("duty_code", "duty")},
        {_id("co_quan", "agency_code")}, {_unit("unit_code")}, {_day("valid_from")}, {_day("valid_to")} from s.posts""",
    "LanhDao": f"""select {_id("chuc_danh", "post_code")}, holder_name, {_day("from_date")}, {_day("to_date")}
        from s.post_holders""",
    "VuViec": f"""select {_id("vu_viec", "dossier_id")}, dossier_id, '  ' || {_label("kind", "kind")} || ' ',
        {_label("field_code", "field")}, {_id("co_quan", "agency_code")}, {_DISTRICT}, {_COMMUNE},
        {_day("received_on")}, {_day("accepted_on")}, instance, {_label("complexity", "complexity")},
        case when remote_area then 'X ' end, people_count, {_yes("escalated")}, '01/01/2001', '31/12/2099',
        {_day("due_on")}, {_day("closed_on")}, {_label("closing", "closing")},
        case when instance = 1 then {_label("result", "result")} else 'Đúng' end,
        case when instance = 2 then {_label("result", "result2")} else 'Công nhận' end,
        {_id("vu_viec", "duplicate_of")}, {_id("vu_viec", "merged_into")}, {_id("vu_viec", "previous_dossier_id")},
        'Đang xác minh', updated_at, false, {CITIZEN} from s.dossiers""",
    "XuLyDon": f"""select {_id("don", "petition_id")}, petition_id, {_label("kind", "kind")} || ' ',
        {_label("field_code", "field")}, received_on, {_label("channel", "channel")}, {_id("co_quan", "agency_code")},
        {_DISTRICT}, {_COMMUNE}, {_label("signatories", "signatories")}, {_bit("eligible")},
        {_yes("within_authority")}, {_label("processing", "processing")}, processed_on, {_yes("reply_received")},
        forwarded_by, {_yes("escalated")}, {_id("vu_viec", "dossier_id")}, date '2001-01-01', false, {CITIZEN}
        from s.petitions""",
    "GiaHan": f"select {_id('vu_viec', 'dossier_id')}, decided_on, days, {PLANTED[1]!r} from s.extensions",
    "TamDinhChi": f"select {_id('vu_viec', 'dossier_id')}, from_date, to_date, {PLANTED[0]!r} from s.suspensions",
    "ChuyenDon": f"""select row_number() over (order by rowid), {_id("vu_viec", "dossier_id")},
        {_id("don", "petition_id")}, {_id("co_quan", "from_agency_code")}, {_id("co_quan", "to_agency_code")}, moved_on,
        {_label("kind", "move")} from s.transfers""",
    "LichSuTrangThai": f"""select {_id("vu_viec", "dossier_id")}, 'Đã trình', ' ' || {_label("step", "step")},
        happened_on + time '16:30:00', {PLANTED[0]!r} from s.dossier_steps""",
    "VuViecPhucTap": f"""select {_id("vu_viec", "dossier_id")}, label, listed_on, delisted_on, basis,
        {_id("co_quan", "lead_agency_code")} from s.complex_list""",
    "LichTiep": f"""select {_id("lich", "session_id")}, session_id, {_label("kind", "session")},
        {_id("chuc_danh", "post_code")}, {_id("co_quan", "agency_code")}, scheduled_on + time '07:30:00',
        held_on + time '13:30:00', case chaired when 'delegated' then 1 when 'in_person' then 0 end, {_bit("online")},
        {_bit("half_day")} from s.reception_sessions""",
    "TiepDan": f"""select row_number() over (), visit_id, {_id("lich", "session_id")}, people,
        1 - {_bit("first_time")}, matters, {_label("kind", "kind")}, {_id("don", "petition_id")},
        {_id("vu_viec", "dossier_id")}, {_label("outcome", "outcome")}, {PLANTED[0]!r}, {PLANTED[1]!r}, {PLANTED[3]!r},
        {PLANTED[2]!r} from s.reception_visits""",
    "VanBanChiDao": f"""select row_number() over (), directive_id, number, issued_on, issued_by,
        {_id("co_quan", "agency_code")}, summary, due_on, done_on, {_id("vu_viec", "dossier_id")} from s.directives""",
    "NopBaoCao": f"select {_id('co_quan', 'agency_code')}, period_code, submitted_at from s.submissions",
}

TRAPS = """
insert into VuViec
(VuViecID, SoHoSo, LoaiKhieuTo1, CoQuanGiaiQuyet, NgayTiepNhan, NgayThuLy, LanGiaiQuyet, MucDo, DaXoa)
values (1, 'DA-XOA-1', 'Khiếu nại', 1, '01/03/2026', '05/03/2026', 1, 'Bình thường', true);
insert into LichSuTrangThai values (1, null, 'Đã thụ lý', '2026-03-05 08:00', null);
insert into GiaHan values (1, '2026-03-20', 30, null);
insert into ChuyenDon values (0, 1, null, 1, 2, '2026-03-21', 'Chuyển đơn');
insert into XuLyDon (XuLyDonID, SoDonThu, LoaiKhieuTo1, NgayNhapDon, NguonDonDen, CoQuanID, DuDieuKien, DaXoa)
values (1, 'DON-XOA-1', 'Khiếu nại', '2026-03-01', 'Bưu chính', 1, 1, true);
update VuViec set NgayKetThuc = '01/11/2026', HinhThucKetThuc = 'Đình chỉ', TrangThaiDon = 'Đang tạm đình chỉ'
where VuViecID in (select VuViecID from VuViec where NgayKetThuc is null and VuViecID > 1 order by 1 limit 3);
"""


def fill(url: str, snapshot: Path) -> None:
    """See above. ``url``: a SQLAlchemy address of an empty PostgreSQL database."""
    address = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with duckdb.connect() as db, psycopg.connect(address) as target:
        db.execute(f"attach '{snapshot}' as s (read_only)")
        db.execute(KEYS)
        target.execute((FOLDER / "schema.sql").read_text(encoding="utf-8"))
        for table, query in FILL.items():
            with target.cursor().copy(f"copy {table} from stdin") as copy:
                for row in db.execute(query).fetchall():
                    copy.write_row(row)
        target.execute(TRAPS)
