-- Tokens of an OpenID provider that are refused although they have not ended: what was issued to the subject until then.
create table token_withdrawal (
    withdrawal_id varchar(8)               not null primary key,
    subject       varchar(200)             not null,
    reason        varchar(4000)            not null,
    withdrawn_at  timestamp with time zone not null,
    withdrawn_by  varchar(255)             not null
);
create index token_withdrawal_by_subject on token_withdrawal (subject, withdrawn_at);
