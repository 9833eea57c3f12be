package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.axon.deadletter.RetryPatience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a row of {@link ParkedTable}, of its columns in their order. */
final class ParkedRow {

    private ParkedRow() {}

    static Parked read(ResultSet row, RetryPatience patience) throws SQLException {
        Instant parkedAt = row.getObject(10, OffsetDateTime.class).toInstant();
        Instant triedAt = row.getObject(11, OffsetDateTime.class).toInstant();
        return new Parked(
                new DeadLetter(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(8),
                        row.getString(9),
                        parkedAt,
                        triedAt,
                        patience.next(parkedAt, triedAt)),
                row.getLong(6),
                row.getLong(7));
    }
}
