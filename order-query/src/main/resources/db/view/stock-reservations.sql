-- fold: 1
-- One row a line of an order, kept when its units have left or were taken back.
create table stock_reservation (
    reservation_id varchar(600) not null primary key,
    item_id        varchar(200) not null,
    order_id       varchar(200) not null,
    is_open        boolean      not null,
    reserved       bigint       not null,
    backordered    bigint       not null,
    -- version of the event that asked for it, by which it stands in the queue
    since          bigint       not null,
    since_at       timestamp with time zone not null,
    version        bigint       not null,
    state          varchar      not null
);

-- when filled
create index stock_reservation_by_time on stock_reservation (is_open, since_at, reservation_id);
create index stock_reservation_by_order on stock_reservation (order_id, is_open, since_at, reservation_id);
create index stock_reservation_by_item on stock_reservation (item_id, is_open, since, reservation_id);
