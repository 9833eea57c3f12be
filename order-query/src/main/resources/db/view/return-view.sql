-- fold: 1
-- The whole return, as state of its fold, and what lists look for.
create table return_view (
    return_id    varchar(200)             not null primary key,
    order_id     varchar(200)             not null,
    status       varchar(40)              not null,
    requested_at timestamp with time zone not null,
    version      bigint                   not null,
    state        varchar                  not null
);

-- One for each list, because a page begins where the last one ended.
create index return_view_by_order on return_view (order_id, requested_at, return_id);

-- when filled
create index return_view_by_age on return_view (requested_at, return_id);
create index return_view_by_status on return_view (status, requested_at, return_id);
