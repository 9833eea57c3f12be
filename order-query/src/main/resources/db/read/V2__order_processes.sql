-- An order's facts are now more than columns can hold: units line by line, money payment by payment. Whatever is filtered or
-- sorted by keeps its column. Both projections are filled again from the events.
delete from order_view;
delete from order_list_sku;
delete from order_list;
delete from token_entry where processor_name in ('order-view', 'order-list');

alter table order_list drop column payment_terms;
alter table order_list drop column waived;
alter table order_list drop column ordered;
alter table order_list drop column cancelled;
alter table order_list drop column approved;
alter table order_list drop column shipped;
alter table order_list drop column delivered;
alter table order_list drop column returned;
alter table order_list drop column worth;
alter table order_list drop column authorized;
alter table order_list drop column captured;
alter table order_list drop column refunded;
-- what the words are derived from, as JSON
alter table order_list add column facts varchar not null;
