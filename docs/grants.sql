-- An account that reads and can do nothing else (PostgreSQL). Run it in the case database, as its owner or an
-- administrator; it may be run again. Replace the password and, where the tables lie elsewhere, the schema `public`.
do $$
begin
    if not exists (select from pg_roles where rolname = 'dashboard_reader') then
        create role dashboard_reader login connection limit 5;
    end if;
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant connect on database %I to dashboard_reader', current_database());
end
$$;
alter role dashboard_reader password 'doi-mat-khau-nay';
alter role dashboard_reader set default_transaction_read_only = on;
alter role dashboard_reader set statement_timeout = '30min';
revoke create on schema public from public;
grant usage on schema public to dashboard_reader;
grant select on all tables in schema public to dashboard_reader;
