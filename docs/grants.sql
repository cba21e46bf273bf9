-- An account that reads and can do nothing else (PostgreSQL). Run as the owner of the case database.
-- Replace the password, the database name and, where the tables lie elsewhere, the schema name.
create role dashboard_reader login password 'doi-mat-khau-nay' connection limit 5;
alter role dashboard_reader set default_transaction_read_only = on;
alter role dashboard_reader set statement_timeout = '30min';
revoke create on schema public from public;
revoke temporary on database kntc_database from public;
grant connect on database kntc_database to dashboard_reader;
grant usage on schema public to dashboard_reader;
grant select on all tables in schema public to dashboard_reader;
