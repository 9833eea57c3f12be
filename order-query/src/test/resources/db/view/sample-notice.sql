-- fold: 1
-- A read model that only tests have.
create table sample_notice (
    id      varchar(200) not null primary key,
    open    boolean      not null,
    version bigint       not null,
    state   varchar      not null
);
