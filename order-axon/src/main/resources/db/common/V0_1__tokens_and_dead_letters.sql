-- Whoever has event processors needs these: the write side for its policies, the read side for its views. In one database
-- both histories come past here, hence "if not exists".
create table if not exists token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    claimed_at     varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

create table if not exists dead_letter (
    dead_letter_id      varchar(255) not null primary key,
    processing_group    varchar(255) not null,
    sequence_id         varchar(255) not null,
    sequence_index      bigint       not null,
    message_type        varchar(255) not null,
    event_id            varchar(255) not null,
    recorded_at         varchar(255) not null,
    payload_type        varchar(255) not null,
    payload_revision    varchar(255),
    payload             bytea        not null,
    metadata            bytea,
    aggregate_type      varchar(255),
    aggregate_id        varchar(255),
    sequence_number     bigint,
    token_type          varchar(255),
    token               bytea,
    enqueued_at         varchar(255) not null,
    last_touched        varchar(255),
    processing_started  varchar(255),
    cause_type          varchar(255),
    cause_message       varchar,
    diagnostics         bytea,
    unique (processing_group, sequence_id, sequence_index)
);
