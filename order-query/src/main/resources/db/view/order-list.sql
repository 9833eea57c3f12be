-- fold: 1
-- What a list shows, filters and sorts by.
create table order_list (
    order_id          varchar(200)             not null primary key,
    number            varchar(200)             not null,
    -- number with its last digits padded, so that 2026-1000000 comes after 2026-999999
    number_key        varchar(220)             not null,
    external_ref      varchar(400),
    channel           varchar(400)             not null,
    customer_id       varchar(400)             not null,
    currency          varchar(3)               not null,
    lifecycle         varchar(40)              not null,
    hold_reason       varchar,
    on_hold           boolean                  not null,
    -- totals at placement
    goods_total       numeric(24, 4)           not null,
    shipping_total    numeric(24, 4)           not null,
    grand_total       numeric(24, 4)           not null,
    line_count        integer                  not null,
    -- words derived from the facts when the row is written
    payment_status    varchar(40)              not null,
    fulfilment_status varchar(40)              not null,
    return_status     varchar(40)              not null,
    display_status    varchar(40)              not null,
    -- what the words are derived from, as JSON
    facts             varchar                  not null,
    -- those of order_list_word once more, each behind a blank: of a row that is read anyway, whether it has one
    words             varchar                  not null,
    created_at        timestamp with time zone not null,
    updated_at        timestamp with time zone not null,
    version           bigint                   not null
);

create table order_list_sku (
    sku        varchar(400)             not null,
    order_id   varchar(200)             not null,
    -- the order's
    created_at timestamp with time zone not null,
    primary key (sku, order_id)
);
create index order_list_sku_by_order on order_list_sku (order_id);

-- The words of an order's number, external reference, customer and name on the shipping address, as UTF-8, folded to one form: bytes,
-- because databases differ in the order of texts, and words are looked for by how they begin.
create table order_list_word (
    word       bytea                    not null,
    order_id   varchar(200)             not null,
    primary key (word, order_id)
);
create index order_list_word_by_order on order_list_word (order_id);

-- What shops keep with an order for themselves.
create table order_list_metadata (
    order_id varchar(200) not null,
    name     varchar(40)  not null,
    text     varchar(500) not null,
    primary key (order_id, name)
);

-- when filled

-- One for each order of a list, because a page begins where the last one ended.
create index order_list_by_created_at on order_list (created_at, order_id);
create index order_list_by_updated_at on order_list (updated_at, order_id);
create index order_list_by_number on order_list (number_key, order_id);
create index order_list_by_grand_total on order_list (grand_total, order_id);
create index order_list_by_exact_number on order_list (number);
create index order_list_by_external_ref on order_list (external_ref);
create index order_list_by_customer on order_list (customer_id, created_at, order_id);

-- Of a word that a list asks for, in the order in which lists are read by far most often. Other orders need none: of a rare word all orders
-- are sorted, and of a frequent one a page is found soon by the order alone (ListFilter).
create index order_list_by_lifecycle on order_list (lifecycle, created_at, order_id);
create index order_list_by_payment on order_list (payment_status, created_at, order_id);
create index order_list_by_fulfilment on order_list (fulfilment_status, created_at, order_id);
create index order_list_by_return on order_list (return_status, created_at, order_id);
create index order_list_by_display on order_list (display_status, created_at, order_id);
create index order_list_by_hold on order_list (on_hold, created_at, order_id);
create index order_list_by_channel on order_list (channel, created_at, order_id);
create index order_list_by_currency on order_list (currency, created_at, order_id);
create index order_list_sku_by_created_at on order_list_sku (sku, created_at, order_id);
create index order_list_metadata_by_text on order_list_metadata (name, text, order_id);
