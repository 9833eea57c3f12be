-- What proves that nothing stored was changed (docs/adr/0021).
-- The ends of the chains. A row each, which whoever adds a link has locked.
create table chain_head (
    chain    varchar(16) not null primary key,
    size     bigint      not null,
    position bigint      not null,
    hash     bytea       not null,
    -- null before the first link
    mac      bytea
);
insert into chain_head (chain, size, position, hash) values ('events', 0, 0, '');
insert into chain_head (chain, size, position, hash) values ('audit', 0, 0, '');

-- A block of the chain of events: which events it has, in their order (8 bytes each), and what each must hash to (16 bytes each).
create table event_chain (
    first_event bigint                   not null primary key,
    events      integer                  not null,
    positions   bytea                    not null,
    macs        bytea                    not null,
    hash        bytea                    not null,
    chained_at  timestamp with time zone not null
);

-- Positions at which no event was seen when the chain came past: one that is committed late is chained when it comes.
create table chain_gap (
    first_position bigint                   not null primary key,
    last_position  bigint                   not null,
    seen_at        timestamp with time zone not null
);

create table chain_checkpoint (
    sequence  bigint                   not null primary key,
    events    bigint                   not null,
    sealed_at timestamp with time zone not null,
    signature varchar                  not null
);
create index chain_checkpoint_by_events on chain_checkpoint (events);

-- What was refused and denied. No secret, and nothing of what a request said.
create table audit_entry (
    sequence   bigint                   not null primary key,
    refused_at timestamp with time zone not null,
    code       varchar(200)             not null,
    request    varchar(200)             not null,
    actor      varchar(200),
    credential varchar(200),
    subject    varchar(200),
    address    varchar(200),
    times      bigint                   not null,
    hash       bytea                    not null
);
