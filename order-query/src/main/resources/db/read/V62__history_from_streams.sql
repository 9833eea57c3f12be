-- The history of an order is read from the streams of its events, which have all of it.
drop table order_history;
