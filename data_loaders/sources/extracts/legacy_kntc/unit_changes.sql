-- Sáp nhập, chia tách.
select
    lpad(cast(MaCu as text), case CapCu when 1 then 2 when 2 then 3 else 5 end, '0') as old_code,
    lpad(cast(MaMoi as text), case CapMoi when 1 then 2 when 2 then 3 else 5 end, '0') as new_code,
    case when NgaySapNhap ~ '^\d\d/\d\d/\d{4}$' then
        substr(NgaySapNhap, 7, 4) || '-' || substr(NgaySapNhap, 4, 2) || '-' || substr(NgaySapNhap, 1, 2)
    else NgaySapNhap end as changed_on,
    TyLe as share
from DmSapNhap
