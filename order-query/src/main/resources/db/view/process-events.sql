-- fold: 1
-- What processes tell of their steps and of events that they could not process. It is in no stream.
create table process_event (
    event_id varchar(255)             not null primary key,
    subject  varchar(255)             not null,
    -- that it belongs to; null if to none
    order_id varchar(200),
    told_at  timestamp with time zone not null,
    version  bigint                   not null,
    state    varchar                  not null
);
create index process_event_by_subject on process_event (subject, told_at, event_id);
create index process_event_by_order on process_event (order_id);
