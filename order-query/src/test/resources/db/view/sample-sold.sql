-- fold: 1
-- A read model that only tests have.
create table sample_sold (
    id      varchar(400)   not null primary key,
    sku     varchar(200)   not null,
    units   bigint         not null,
    worth   numeric(24, 4) not null,
    version bigint         not null,
    state   varchar        not null
);
