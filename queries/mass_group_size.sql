-- question: How many people made a visit one of a mass group when the snapshot was taken?
-- grain: one row
-- key: mass_group_size
-- scope: province
select mass_group_size
from snapshot_info
