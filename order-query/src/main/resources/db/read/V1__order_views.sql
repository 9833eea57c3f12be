-- The read side. Every table here can be emptied and filled again from the events; none is a source of truth.
-- Lengths are those of the contract with room to spare: what is longer is a fault of the event that holds it.

-- Projection order-view: the whole order, as state of its fold.
create table order_view (
    order_id   varchar(200)             not null primary key,
    number     varchar(200)             not null unique,
    version    bigint                   not null,
    updated_at timestamp with time zone not null,
    state      varchar                  not null
);

-- Projection order-list: what a list shows, filters and sorts by.
create table order_list (
    order_id          varchar(200)             not null primary key,
    number            varchar(200)             not null,
    -- number with its last digits padded, so that 2026-1000000 comes after 2026-999999
    number_key        varchar(220)             not null,
    external_ref      varchar(400),
    channel           varchar(400)             not null,
    customer_id       varchar(400)             not null,
    currency          varchar(3)               not null,
    payment_terms     varchar(40)              not null,
    lifecycle         varchar(40)              not null,
    hold_reason       varchar,
    waived            boolean                  not null,
    -- units of all lines together
    ordered           bigint                   not null,
    cancelled         bigint                   not null,
    approved          bigint                   not null,
    shipped           bigint                   not null,
    delivered         bigint                   not null,
    returned          bigint                   not null,
    -- what the order is worth now, and the money that moved
    worth             numeric(24, 4)           not null,
    authorized        numeric(24, 4)           not null,
    captured          numeric(24, 4)           not null,
    refunded          numeric(24, 4)           not null,
    -- totals at placement
    goods_total       numeric(24, 4)           not null,
    shipping_total    numeric(24, 4)           not null,
    grand_total       numeric(24, 4)           not null,
    line_count        integer                  not null,
    -- words derived from the columns above when the row is written
    payment_status    varchar(40)              not null,
    fulfilment_status varchar(40)              not null,
    return_status     varchar(40)              not null,
    display_status    varchar(40)              not null,
    -- number, external reference, customer and name on the shipping address, folded to one case
    search_text       varchar                  not null,
    created_at        timestamp with time zone not null,
    updated_at        timestamp with time zone not null,
    version           bigint                   not null
);

-- One for each order of a list, because a page begins where the last one ended.
create index order_list_by_created_at on order_list (created_at, order_id);
create index order_list_by_updated_at on order_list (updated_at, order_id);
create index order_list_by_number on order_list (number_key, order_id);
create index order_list_by_grand_total on order_list (grand_total, order_id);
create index order_list_by_exact_number on order_list (number);
create index order_list_by_external_ref on order_list (external_ref);
create index order_list_by_customer on order_list (customer_id, created_at, order_id);

create table order_list_sku (
    sku      varchar(400) not null,
    order_id varchar(200) not null,
    primary key (sku, order_id)
);
create index order_list_sku_by_order on order_list_sku (order_id);

-- Projection order-history: one row an event.
create table order_history (
    order_id       varchar(200)             not null,
    version        bigint                   not null,
    event_id       varchar(255)             not null,
    event_type     varchar(255)             not null,
    happened_at    timestamp with time zone not null,
    recorded_at    timestamp with time zone not null,
    actor          varchar                  not null,
    roles          varchar                  not null,
    reason         varchar,
    summary        varchar                  not null,
    data           varchar                  not null,
    correlation_id varchar,
    causation_id   varchar,
    trace_id       varchar,
    primary key (order_id, version)
);

-- Replays of projections, running and done.
create table replay (
    projection    varchar(100)             not null,
    replay_id     varchar(255)             not null,
    -- the projection while the replay runs, null afterwards: the constraint lets one run at a time
    running       varchar(100) unique,
    events_total  bigint                   not null,
    events_done   bigint                   not null,
    -- where the store ended when it began
    head_position bigint                   not null,
    started_at    timestamp with time zone not null,
    finished_at   timestamp with time zone,
    primary key (projection, replay_id)
);
