-- fold: 1
-- The whole payment, as state of its fold.
create table payment_view (
    payment_id varchar(200)             not null primary key,
    order_id   varchar(200)             not null,
    created_at timestamp with time zone not null,
    -- how far it has come
    status     varchar(40)              not null,
    method     varchar(100)             not null,
    reference  varchar(400),
    -- whether nobody knows what became of what its provider was asked
    is_unknown boolean                  not null,
    version    bigint                   not null,
    state      varchar                  not null
);
create index payment_view_by_order on payment_view (order_id, created_at);

-- when filled
create index payment_view_by_created_at on payment_view (created_at, payment_id);
create index payment_view_by_status on payment_view (status, created_at, payment_id);
create index payment_view_by_method on payment_view (method, created_at, payment_id);
create index payment_view_by_reference on payment_view (reference);
create index payment_view_by_unknown on payment_view (is_unknown, created_at, payment_id);
