-- fold: 1
-- Where each statement ends, and its entries.
create table account_statement (
    account_id varchar(200)   not null primary key,
    currency   varchar(3)     not null,
    balance    numeric(38, 4) not null,
    version    bigint         not null
);

create table account_entry (
    account_id      varchar(200)             not null,
    version         bigint                   not null,
    -- of its event in the event store
    position        bigint                   not null,
    happened_at     timestamp with time zone not null,
    kind            varchar(40)              not null,
    currency        varchar(3)               not null,
    -- above zero what came in
    amount          numeric(38, 4)           not null,
    counter_account varchar(200)             not null,
    journal_id      varchar(255)             not null,
    order_id        varchar(400),
    reference       varchar(400),
    balance_after   numeric(38, 4)           not null,
    primary key (account_id, position)
);
create index account_entry_by_time on account_entry (account_id, happened_at, position);
