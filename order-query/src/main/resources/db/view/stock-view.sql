-- fold: 1
-- One row a stock item.
create table stock_view (
    item_id     varchar(200) not null primary key,
    sku         varchar(200) not null unique,
    -- so few are available that it is to be ordered again
    low         boolean      not null,
    on_hand     bigint       not null,
    reserved    bigint       not null,
    backordered bigint       not null,
    version     bigint       not null,
    state       varchar      not null
);

create index stock_view_by_sku on stock_view (sku, item_id);
