-- Tables that Python computes from the rules of law; filled after the cases are in.
create table calendar_day (
    day date, is_working boolean, holiday_name varchar, next_working date, working_index integer
);

create table reporting_period (
    calendar varchar, code varchar, kind varchar, start_on date, end_on date,
    previous_code varchar, last_year_code varchar
);

create table stage.dossier_due (
    dossier_id varchar, from_date date, to_date date, due_on date, basis varchar, rule_id varchar,
    late_extension boolean
);

create table duty_month (
    post_code varchar, month_on date, required integer, note varchar, rule_id varchar
);

create table boundary (
    level varchar, code varchar, name varchar, geojson varchar, label_lon double, label_lat double, basis varchar
);

create table cluster (
    level varchar, measure varchar, code varchar, value double, gi_z double, gi_p double, moran_i double,
    moran_p double, verdict varchar
);

create table outlook (
    level varchar, code varchar, measure varchar, start_on date, end_on date, value double, low double, high double,
    held integer, tried integer, error double, naive_error double, origins integer, unpublished varchar
);

create table watch (
    rule_id varchar, measure varchar, level varchar, code varchar, value double, base double, threshold integer,
    since_on date, gone_on date
);

create table watch_chance (rule_id varchar, units integer, expected double, compared_on date);
