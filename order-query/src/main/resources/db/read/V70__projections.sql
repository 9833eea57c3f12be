-- Of each view the tables are in db/view, for every generation has its own. These are made by what a view was before; its rows are made
-- again from the events.
drop table if exists account_view, account_statement, account_entry, ledger_row, transfer_view, order_view, order_list, order_list_sku,
    order_list_word, order_list_metadata, order_history, stock_view, stock_reservation, payment_view, shipment_view, return_view, attention,
    figure, open_to_ship, shared_view, replay, parked_sequence, discarded_sequence;

-- The projections that event processor "views" keeps, all in one transaction. Every other one has a processor of its own name,
-- until that has processed what "views" has. A token of its own beside a row here says what it had processed more than "views".
create table shared_view (
    projection varchar(100) not null primary key
);

-- The tables that a view has, each time a whole set of them. Readers and event processors use that which is LIVE.
create table view_generation (
    projection varchar(100)             not null,
    -- part of the names of its tables, but for the first
    generation integer                  not null,
    -- NEW: its tables are being made. FILLING: a rebuild makes its rows. LIVE. KEPT: what was live before. DROPPED: its tables can go.
    -- PREPARING: a release that is not at work yet makes its rows. PREPARED: they are as far as the live ones were a moment ago.
    state      varchar(20)              not null,
    -- that of the script in db/view
    made_by    varchar(64)              not null,
    -- with a comma between
    tables     varchar                  not null,
    since      timestamp with time zone not null,
    primary key (projection, generation)
);

-- Rebuilds of views, asked for, running and over.
create table rebuild (
    projection      varchar(100)             not null,
    rebuild_id      varchar(255)             not null,
    -- the projection until the rebuild is over, null afterwards: the constraint lets one wait or run at a time
    unfinished      varchar(100) unique,
    -- ASKED, FILLING, COMPARING, DONE, CANCELLED
    state           varchar(20)              not null,
    -- what somebody wants of it: PAUSE or CANCEL
    wish            varchar(20),
    asked_by        varchar(255)             not null,
    asked_at        timestamp with time zone not null,
    -- the rebuild that it takes back
    takes_back      varchar(255),
    -- which it fills, and which was live before; null where there is none yet, or was none
    generation      integer,
    replaces        integer,
    events_total    bigint default 0         not null,
    -- where the store began and ended when it began
    start_position  bigint default -1        not null,
    head_position   bigint default -1        not null,
    started_at      timestamp with time zone,
    finished_at     timestamp with time zone,
    -- of the rows that were live and of the new ones, at one moment; null before they were compared, or if there were none
    rows_before     bigint,
    rows_after      bigint,
    checksum_before varchar(16),
    checksum_after  varchar(16),
    different_rows  bigint,
    -- some of them in words, a line each
    differences     varchar,
    -- why it could not go on, when it was last tried
    error           varchar(40),
    primary key (projection, rebuild_id)
);

-- What projections could not take in, one row a sequence (an aggregate, or an event of none): from its first event that failed on
-- all wait, up to the last position. The events themselves are in the store.
create table parked_sequence (
    parked_id      varchar(36)              not null primary key,
    projection     varchar(100)             not null,
    generation     integer                  not null,
    sequence_id    varchar(255)             not null,
    -- the first that waits
    event_id       varchar(255)             not null,
    event_type     varchar(255)             not null,
    first_position bigint                   not null,
    last_position  bigint                   not null,
    events         bigint                   not null,
    -- one of a fixed set of words
    error          varchar(40)              not null,
    parked_at      timestamp with time zone not null,
    tried_at       timestamp with time zone not null,
    unique (projection, generation, sequence_id)
);

-- What staff said need not be taken in.
create table discarded_sequence (
    parked_id      varchar(36)              not null,
    projection     varchar(100)             not null,
    sequence_id    varchar(255)             not null,
    first_position bigint                   not null,
    last_position  bigint                   not null,
    events         bigint                   not null,
    actor          varchar(255)             not null,
    reason         varchar(500)             not null,
    discarded_at   timestamp with time zone not null
);
