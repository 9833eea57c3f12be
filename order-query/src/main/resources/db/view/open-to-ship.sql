-- fold: 1
-- Every order; open are those confirmed of which not all has left.
create table open_to_ship (
    order_id varchar(200)             not null primary key,
    open     boolean                  not null,
    since    timestamp with time zone not null,
    version  bigint                   not null,
    state    varchar                  not null
);
create index open_to_ship_by_since on open_to_ship (open, since, order_id);
