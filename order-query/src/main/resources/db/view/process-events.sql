-- fold: 1
-- What events of processes tell of customers.
create table step_text (
    event_id varchar(255)             not null primary key,
    subject  varchar(255)             not null,
    -- that it belongs to; null if to none
    order_id varchar(200),
    told_at  timestamp with time zone not null,
    version  bigint                   not null,
    state    varchar                  not null
);
create index step_text_by_subject on step_text (subject, told_at, event_id);
create index step_text_by_order on step_text (order_id);
