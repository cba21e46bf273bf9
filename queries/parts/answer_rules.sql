-- part: within how many days a paper of each kind brought to a reception is answered: the rule of stage processing for
--   the kind, else the one for petitions, which the law on receiving citizens makes for every paper
select
    k.kind,
    r.unit,
    r.roll_forward,
    cast(r.days as integer) as days,
    cast(r.valid_from as date) as valid_from,
    coalesce(cast(r.valid_to as date), date '9999-12-31') as valid_to
from (values ('complaint'), ('denunciation'), ('petition')) as k (kind)
inner join
    deadline_rule as r
    on
        r.stage = 'processing'
        and (
            r.kind = k.kind
            or (
                r.kind = 'petition'
                and k.kind not in (
                    select o.kind
                    from deadline_rule as o
                    where o.stage = 'processing'
                )
            )
        )
