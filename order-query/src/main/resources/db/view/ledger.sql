-- fold: 1
-- Two rows a movement, one on each side, and a row for what a transfer has under way, from the position at
-- which it left the one account until that at which it reached the other. 9223372036854775807 is "not yet".
create table ledger_row (
    row_key        varchar(255)   not null primary key,
    side           varchar(40)    not null,
    account        varchar(255)   not null,
    currency       varchar(3)     not null,
    amount         numeric(38, 4) not null,
    position       bigint         not null,
    until_position bigint         not null,
    version        bigint         not null,
    state          varchar        not null
);
create index ledger_row_by_position on ledger_row (position);
