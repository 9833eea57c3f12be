-- fold: 1
-- The whole shipment, as state of its fold, and what lists look for.
create table shipment_view (
    shipment_id varchar(200)             not null primary key,
    order_id    varchar(200)             not null,
    -- approved or packed, and not yet gone
    to_ship     boolean                  not null,
    approved_at timestamp with time zone not null,
    version     bigint                   not null,
    state       varchar                  not null
);

-- One for each list, because a page begins where the last one ended.
create index shipment_view_by_order on shipment_view (order_id, approved_at, shipment_id);

-- when filled
create index shipment_view_by_age on shipment_view (approved_at, shipment_id);
create index shipment_view_to_ship on shipment_view (to_ship, approved_at, shipment_id);
