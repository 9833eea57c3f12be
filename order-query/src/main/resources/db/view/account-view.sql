-- fold: 1
-- One row an account.
create table account_view (
    account_id varchar(200)             not null primary key,
    owner_id   varchar(400)             not null,
    currency   varchar(3)               not null,
    balance    numeric(38, 4)           not null,
    created_at timestamp with time zone not null,
    version    bigint                   not null,
    state      varchar                  not null
);

-- when filled
create index account_view_by_created_at on account_view (created_at, account_id);
create index account_view_by_owner on account_view (owner_id, created_at, account_id);
