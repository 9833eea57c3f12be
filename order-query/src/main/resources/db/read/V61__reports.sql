-- Projection daily-figures: sums over a day (UTC) and a currency, of each SKU sold and of each way of giving money back.
create table daily_figure (
    figure_id varchar(500)             not null primary key,
    -- SALES or REFUNDS
    report    varchar(20)              not null,
    -- its first moment
    day_start timestamp with time zone not null,
    -- the SKU, or the way of giving back
    subject   varchar(400)             not null,
    version   bigint                   not null,
    state     varchar                  not null
);
create index daily_figure_by_day on daily_figure (report, day_start, figure_id);
create index daily_figure_by_subject on daily_figure (report, subject, day_start, figure_id);

-- Projection open-to-ship: every order; open are those confirmed of which not all has left.
create table open_to_ship (
    order_id varchar(200)             not null primary key,
    open     boolean                  not null,
    since    timestamp with time zone not null,
    version  bigint                   not null,
    state    varchar                  not null
);
create index open_to_ship_by_since on open_to_ship (open, since, order_id);
