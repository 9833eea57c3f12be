-- Projection account-view: one row an account.
create table account_view (
    account_id varchar(200)             not null primary key,
    owner_id   varchar(400)             not null,
    currency   varchar(3)               not null,
    balance    numeric(38, 4)           not null,
    created_at timestamp with time zone not null,
    version    bigint                   not null,
    state      varchar                  not null
);
create index account_view_by_created_at on account_view (created_at, account_id);
create index account_view_by_owner on account_view (owner_id, created_at, account_id);

-- Projection account-entries: where each statement ends, and its entries.
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

-- Projection ledger: two rows a movement, one on each side, and a row for what a transfer has under way, from the position at
-- which it left the one account until that at which it reached the other. 9223372036854775807 is "not yet".
create table ledger_row (
    row_key        varchar(255)   not null primary key,
    side           varchar(40)    not null,
    account        varchar(255)   not null,
    currency       varchar(3)     not null,
    amount         numeric(38, 4) not null,
    position       bigint         not null,
    until_position bigint         not null,
    version        bigint         not null,
    state          varchar        not null
);
create index ledger_row_by_position on ledger_row (position);

-- Projection transfer-view: one row a transfer.
create table transfer_view (
    transfer_id  varchar(200)             not null primary key,
    status       varchar(40)              not null,
    from_account varchar(200)             not null,
    to_account   varchar(200)             not null,
    created_at   timestamp with time zone not null,
    version      bigint                   not null,
    state        varchar                  not null
);
create index transfer_view_by_created_at on transfer_view (created_at, transfer_id);
create index transfer_view_by_status on transfer_view (status, created_at, transfer_id);
create index transfer_view_by_from on transfer_view (from_account, created_at, transfer_id);
create index transfer_view_by_to on transfer_view (to_account, created_at, transfer_id);
