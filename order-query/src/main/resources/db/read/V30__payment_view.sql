-- Projection payment-view: the whole payment, as state of its fold.
create table payment_view (
    payment_id varchar(200)             not null primary key,
    order_id   varchar(200)             not null,
    created_at timestamp with time zone not null,
    version    bigint                   not null,
    state      varchar                  not null
);
create index payment_view_by_order on payment_view (order_id, created_at);
