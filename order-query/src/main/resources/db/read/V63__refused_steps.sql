-- Steps that were refused are on the list now, those of before as well: it is filled again from the events.
delete from attention;
delete from token_entry where processor_name = 'attention';
