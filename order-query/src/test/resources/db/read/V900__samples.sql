-- Tables of read models that only tests have.
create table sample_brief (
    order_id   varchar(200)             not null primary key,
    number     varchar(200)             not null,
    updated_at timestamp with time zone not null,
    version    bigint                   not null,
    state      varchar                  not null
);

create table sample_sold (
    id      varchar(400)   not null primary key,
    sku     varchar(200)   not null,
    units   bigint         not null,
    worth   numeric(24, 4) not null,
    version bigint         not null,
    state   varchar        not null
);

create table sample_notice (
    id      varchar(200) not null primary key,
    open    boolean      not null,
    version bigint       not null,
    state   varchar      not null
);
