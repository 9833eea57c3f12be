-- fold: 1
-- Sums over a quarter of an hour and a currency, of each SKU sold, of shipping, and of each way of giving money
-- back. Days of every zone are whole quarters.
create table figure (
    figure_id       varchar(500)   not null primary key,
    -- SALES, SHIPPING or REFUNDS
    report          varchar(20)    not null,
    -- counted from the beginning of 1970, in UTC
    quarter         bigint         not null,
    -- the SKU, the way of shipping, or the way of giving back
    subject         varchar(400)   not null,
    currency        varchar(3)     not null,
    units           bigint         not null,
    amount          numeric(24, 4) not null,
    cancelled_units bigint         not null,
    cancelled       numeric(24, 4) not null,
    version         bigint         not null,
    state           varchar        not null
);
create index figure_by_quarter on figure (report, quarter, subject);
create index figure_by_subject on figure (report, subject, quarter);
