-- question: What is this snapshot: taken when, from where, true as of which day?
-- grain: one row
-- key: snapshot_id
-- scope: province
select
    snapshot_id,
    taken_at,
    as_of,
    source_label,
    is_demo,
    province_code,
    province_name,
    contract_version
from snapshot_info
