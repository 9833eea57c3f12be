-- How far a replay has come is told from where its projection stands.
alter table replay drop column events_done;
alter table replay add column start_position bigint default 0 not null;
