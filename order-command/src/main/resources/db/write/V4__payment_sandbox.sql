-- What the sandbox payment provider was asked and did, by the key of the request: one row is one effect, if any.
create table sandbox_operation (
    provider_key varchar(255)             not null primary key,
    payment_id   varchar(255)             not null,
    operation    varchar(32)              not null,
    token        varchar(255)             not null,
    amount       decimal(30, 5)           not null,
    currency     varchar(3)               not null,
    -- SUCCEEDED, FAILED, or LOST: it never arrived.
    outcome      varchar(16)              not null,
    reference    varchar(255)             not null,
    done_at      timestamp with time zone not null,
    -- Before this the sandbox does not say what it did.
    told_from    timestamp with time zone not null
);
create index sandbox_operation_by_payment on sandbox_operation (payment_id);
