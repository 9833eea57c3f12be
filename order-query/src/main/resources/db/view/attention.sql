-- fold: 2
-- What needs a person, or needed one.
create table attention (
    -- names an order and a problem of it, which is the longest of them
    attention_id varchar(600)             not null primary key,
    resolved     boolean                  not null,
    kind         varchar(40)              not null,
    -- that it belongs to; null if to none
    order_id     varchar(200),
    -- that it is about
    subject      varchar(255)             not null,
    since        timestamp with time zone not null,
    version      bigint                   not null,
    state        varchar                  not null
);
create index attention_by_order on attention (order_id);
create index attention_by_subject on attention (subject);
create index attention_by_since on attention (resolved, since, attention_id);
