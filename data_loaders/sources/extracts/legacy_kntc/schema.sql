-- What the SELECTs beside this file expect: a case system as provinces run it, with Vietnamese names (PostgreSQL).
-- Never run by the loader. The traps are real ones: dates as text dd/mm/yyyy, unit codes as numbers without their
-- leading zeros, rows marked as deleted, labels with stray blanks, stored time limits that nobody may trust,
-- and columns about citizens that no SELECT may name.
create table DmDiaBan (
    MaDiaBan integer, Cap smallint, TenDiaBan text, MaDiaBanCha integer, HieuLucTu text, HieuLucDen text,
    DanSo integer, NgayDanSo text, Vung text
);
create table DmSapNhap (MaCu integer, CapCu smallint, MaMoi integer, CapMoi smallint, NgaySapNhap text, TyLe numeric);
create table DmNhomDiaBan (
    BoNhom text, MaNhom text, TenNhom text, MaDiaBan integer, Cap smallint, TuNgay text, DenNgay text
);
create table DmCoQuan (
    CoQuanID integer primary key, MaCoQuan text, TenCoQuan text, CapCoQuan text, MaDiaBan integer, CapDiaBan smallint,
    TuNgay text, DenNgay text
);
create table DmChucDanh (
    ChucDanhID integer primary key, MaChucDanh text, TenChucDanh text, LoaiChucDanh text, CoQuanID integer,
    MaDiaBan integer, CapDiaBan smallint, TuNgay text, DenNgay text
);
create table LanhDao (ChucDanhID integer, HoTen text, TuNgay text, DenNgay text);
create table VuViec (
    VuViecID bigint primary key, SoHoSo text, LoaiKhieuTo1 text, LinhVuc text, CoQuanGiaiQuyet integer,
    MaHuyen integer, MaXa integer, NgayTiepNhan text, NgayThuLy text, LanGiaiQuyet smallint, MucDo text, VungSauXa text,
    SoNguoi integer, VuotCap text, HanGiaiQuyetFirst text, HanGiaiQuyetMoi text, HanTheoChiDao text, NgayKetThuc text,
    HinhThucKetThuc text, PhanTichKQ text, KetQuaGQLan2 text, TrungVoiID bigint, NhapVaoID bigint,
    VuViecTruocID bigint, TrangThaiDon text, NgayCapNhat timestamp, DaXoa boolean default false,
    HoTenNguoiKhieuNai text, SoCCCD text, DienThoai text, DiaChi text, NoiDung text
);
create table XuLyDon (
    XuLyDonID bigint primary key, SoDonThu text, LoaiKhieuTo1 text, LinhVuc text, NgayNhapDon date, NguonDonDen text,
    CoQuanID integer, MaHuyen integer, MaXa integer, HinhThucDungTen text, DuDieuKien smallint, ThuocThamQuyen text,
    HuongGiaiQuyet text, NgayXuLy date, CoPhucDap text, CQChuyenDonDen text, VuotCap text, VuViecID bigint,
    HanXuLy date, DaXoa boolean default false,
    HoTenNguoiViet text, SoCCCD text, DienThoai text, DiaChi text, NoiDungDon text
);
create table GiaHan (VuViecID bigint, NgayQuyetDinh date, SoNgay integer, LyDo text);
create table TamDinhChi (VuViecID bigint, TuNgay date, DenNgay date, LyDo text);
create table ChuyenDon (
    ChuyenDonID bigint primary key, VuViecID bigint, XuLyDonID bigint, TuCoQuan integer, DenCoQuan integer,
    NgayChuyen date, HinhThuc text
);
create table LichSuTrangThai (VuViecID bigint, TrangThaiCu text, TrangThaiMoi text, ThoiDiem timestamp, NguoiXuLy text);
create table VuViecPhucTap (
    VuViecID bigint, TenVuViec text, NgayVaoDanhSach date, NgayRaDanhSach date, CanCu text, CoQuanChuTri integer
);
create table LichTiep (
    LichTiepID bigint primary key, SoLich text, LoaiTiepDan text, ChucDanhID integer, CoQuanID integer,
    NgayDuKien timestamp, NgayTiep timestamp, UyQuyenTiep smallint, TrucTuyen smallint, NuaNgay smallint
);
create table TiepDan (
    TiepDanID bigint primary key, SoTiepDan text, LichTiepID bigint, SoLuong integer, VuViecCu smallint,
    SoVuViec integer, LoaiKhieuTo1 text, XuLyDonID bigint, VuViecID bigint, KetQuaTiep text,
    HoTenCongDan text, SoCCCD text, DiaChi text, NoiDungTiep text
);
create table VanBanChiDao (
    VanBanID bigint primary key, MaVanBan text, SoHieu text, NgayBanHanh date, CoQuanBanHanh text,
    CoQuanThucHien integer, TrichYeu text, HanThucHien date, NgayHoanThanh date, VuViecID bigint
);
create table NopBaoCao (CoQuanID integer, MaKy text, ThoiDiemNop timestamp);
