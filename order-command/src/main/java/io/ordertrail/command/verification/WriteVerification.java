package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.verification.EventLog.UnreadableLog;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.SerializationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Answers whether the write side is whole (I1, I2, I5, I6 of processes, I7, I8): one pass over all events, then over
 * the rows that go with them.
 */
final class WriteVerification {

    private final EventLog log;
    private final EventStore store;
    private final JdbcClient jdbc;
    private final StoredTokens tokens;
    private final List<ClaimsOfEvents> names;
    private final Supplier<Stream<EventCheck>> checks;
    private final ProcessHeads heads;
    private final TransactionOperations transactions;

    /** @param checks those of subjects, made anew for each verification */
    WriteVerification(
            EventLog log,
            EventStore store,
            JdbcClient jdbc,
            StoredTokens tokens,
            List<ClaimsOfEvents> names,
            Supplier<Stream<EventCheck>> checks,
            ProcessHeads heads,
            TransactionOperations transactions) {
        this.log = log;
        this.store = store;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.names = names;
        this.checks = checks;
        this.heads = heads;
        this.transactions = transactions;
    }

    @QueryHandler
    Verification handle(VerifyWrites query) {
        List<EventCheck> eventChecks = Stream.concat(
                        Stream.of(
                                new ClaimsCheck(jdbc, store, names),
                                new SubjectsCheck(jdbc, tokens.processed(Policy.PROCESSOR))),
                        checks.get())
                .toList();
        EventScan events = new EventScan(eventChecks);
        try {
            log.forEach(events);
        } catch (UnreadableLog | SerializationException e) {
            events.stopped(e);
        }
        // PostgreSQL hands out rows piece by piece in a transaction only.
        Check kept = transactions.execute(tx -> new IdempotencyCheck(jdbc, store, events).check());
        Stream<Check> more = eventChecks.stream().flatMap(each -> transactions.execute(tx -> each.checks(events)));
        return new Verification(Stream.of(Stream.of(kept), events.checks(), more, Stream.of(heads.check()))
                .flatMap(s -> s)
                .toList());
    }
}
