-- Nộp báo cáo.
select
    q.MaCoQuan as agency_code,
    n.MaKy as period_code,
    n.ThoiDiemNop as submitted_at
from NopBaoCao as n
left join DmCoQuan as q on n.CoQuanID = q.CoQuanID
