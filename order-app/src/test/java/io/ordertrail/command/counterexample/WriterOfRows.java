package io.ordertrail.command.counterexample;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What it writes stays where its command is refused. */
final class WriterOfRows {

    private final JdbcClient jdbc;

    WriterOfRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write() {
        jdbc.sql("insert into claimed_name (kind, name, owner) values ('a', 'b', 'c')")
                .update();
    }
}
