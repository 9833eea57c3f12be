-- The keys of customers, encrypted with a master key. A customer who was forgotten has a row without a key, so that
-- nobody makes them another one. May be a database of its own.
create table personal_key (
    key_id     varchar(16)              not null primary key,
    subject    varchar(400)             not null unique,
    master_key varchar(500)             not null,
    secret     bytea,
    made_at    timestamp with time zone not null,
    erased_at  timestamp with time zone
);
-- One row: by it the database of the events knows whether this is the one that it belongs to.
create table key_database (
    id varchar(64) not null primary key
);
create index personal_key_by_master_key on personal_key (master_key);

-- Keys that the service signs and chains with, encrypted in the same way.
create table service_key (
    name       varchar(100) not null primary key,
    master_key varchar(500) not null,
    secret     bytea        not null
);
