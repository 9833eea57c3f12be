-- fold: 1
-- The whole order, as state of its fold.
create table order_view (
    order_id   varchar(200)             not null primary key,
    number     varchar(200)             not null unique,
    version    bigint                   not null,
    updated_at timestamp with time zone not null,
    state      varchar                  not null
);
