package io.ordertrail.command.chain;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The blocks of the chain, a row each. */
final class BlockTable {

    private final JdbcClient jdbc;

    BlockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Block block) {
        jdbc.sql("insert into event_chain (first_event, events, positions, macs, hash, chained_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        block.first(),
                        block.size(),
                        block.positions(),
                        block.macs(),
                        block.hash(),
                        Timestamp.from(block.chainedAt()))
                .update();
    }

    /** Up to {@code most} blocks from the event with the number {@code first} on. */
    List<Block> from(long first, int most) {
        return jdbc.sql("select first_event, positions, macs, chained_at, hash from event_chain where first_event >= ?"
                        + " order by first_event limit " + most)
                .param(first)
                .query((row, n) -> new Block(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getBytes(3),
                        row.getTimestamp(4).toInstant(),
                        row.getBytes(5)))
                .list();
    }
}
