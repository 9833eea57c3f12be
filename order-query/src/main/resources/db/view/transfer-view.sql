-- fold: 1
-- One row a transfer.
create table transfer_view (
    transfer_id  varchar(200)             not null primary key,
    status       varchar(40)              not null,
    from_account varchar(200)             not null,
    to_account   varchar(200)             not null,
    created_at   timestamp with time zone not null,
    version      bigint                   not null,
    state        varchar                  not null
);
create index transfer_view_by_from on transfer_view (from_account, created_at, transfer_id);

-- when filled
create index transfer_view_by_created_at on transfer_view (created_at, transfer_id);
create index transfer_view_by_status on transfer_view (status, created_at, transfer_id);
create index transfer_view_by_to on transfer_view (to_account, created_at, transfer_id);
