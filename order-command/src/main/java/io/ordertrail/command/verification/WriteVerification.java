package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.command.verification.EventLog.UnreadableLog;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.SerializationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Answers whether the write side is whole (I1, I2): one pass over all events, then over the rows that go with them. */
final class WriteVerification {

    private final EventLog log;
    private final EventStore store;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    WriteVerification(EventLog log, EventStore store, JdbcClient jdbc, TransactionOperations transactions) {
        this.log = log;
        this.store = store;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @QueryHandler
    Verification handle(VerifyWrites query) {
        ClaimsCheck claims = new ClaimsCheck(jdbc, store);
        EventPass events = new EventPass(claims::expect);
        try {
            log.forEach(events);
        } catch (UnreadableLog | SerializationException e) {
            events.stopped(e);
        }
        // PostgreSQL hands out rows piece by piece in a transaction only.
        Check kept = transactions.execute(tx -> new KeptAnswersCheck(jdbc, store, events).check());
        Stream<Check> names = transactions.execute(tx -> claims.checks(events));
        return new Verification(Stream.of(Stream.of(kept), events.checks(), names)
                .flatMap(s -> s)
                .toList());
    }
}
