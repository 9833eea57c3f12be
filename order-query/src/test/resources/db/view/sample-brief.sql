-- fold: 1
-- A read model that only tests have.
create table sample_brief (
    order_id   varchar(200)             not null primary key,
    number     varchar(200)             not null,
    updated_at timestamp with time zone not null,
    version    bigint                   not null,
    state      varchar                  not null
);
