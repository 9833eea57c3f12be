package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.query.projection.fold.Change;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.Provable;
import io.ordertrail.query.projection.table.RowValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Compares the rows of one view with the fold of the events that it has processed. An event that it has not processed
 * yet is no breach here: I6 reports a projection that lags.
 */
final class Proof<R> {

    /** So many rows are expected at a time before those that are done are let go. */
    static final int MOST_EXPECTED = 10_000;

    private static final int COMPARED_AT_ONCE = 500;
    private static final int BRIEF = 200;

    private final Provable<R> model;
    private final ProcessedPositions takenIn;
    private final Map<String, R> expected = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> parked = new HashSet<>();
    private final Tally tally = new Tally();
    private final int mostExpected;
    private int next;

    /** @param mostExpected see {@link #MOST_EXPECTED} */
    Proof(Provable<R> model, ProcessedPositions takenIn, int mostExpected) {
        this.model = model;
        this.takenIn = takenIn;
        this.mostExpected = mostExpected;
        this.next = mostExpected;
    }

    /** Position of the last event that counts. */
    long last() {
        return takenIn.last();
    }

    void take(TrackedEventMessage<?> event) {
        if (takenIn.has(Positions.of(event)) && model.concerns(event)) {
            fold(event);
            if (expected.size() >= next && model.changesWithEveryEvent()) {
                letGo();
                // What is left will be here for long, and is not to be looked at again and again.
                next = Math.max(mostExpected, 2 * expected.size());
            }
        }
    }

    /** A row that equals the fold now has no more events; else it would have another version. */
    private void letGo() {
        List<String> keys = List.copyOf(expected.keySet());
        for (int from = 0; from < keys.size(); from += COMPARED_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + COMPARED_AT_ONCE));
            // A table may give more rows than those.
            model.rows(some).forEach((key, row) -> {
                R should = expected.get(key);
                if (should != null
                        && model.written(key, should)
                                .differenceFrom(row, model.columns())
                                .isEmpty()) {
                    expected.remove(key);
                    done.add(key);
                }
            });
        }
    }

    /** An event that cannot be processed is parked, with all later events of its stream. */
    private void fold(EventMessage<?> event) {
        String stream =
                event instanceof DomainEventMessage<?> stored ? stored.getAggregateIdentifier() : event.getIdentifier();
        if (parked.contains(stream)) {
            return;
        }
        try {
            if (model.keys(event).stream().anyMatch(done::contains)) {
                parked.add(stream);
                tally.breach(stream + ": its row does not hold event " + event.getIdentifier());
                return;
            }
            expected.putAll(Change.of(model, event, expected::get));
        } catch (RuntimeException e) {
            parked.add(stream);
            tally.breach(stream + ": event " + event.getIdentifier() + " cannot be processed: " + e.getMessage());
        }
    }

    void compareRows() {
        model.forEachRow(row -> {
            String key = model.key(row);
            R should = expected.remove(key);
            tally.checked(1);
            if (done.contains(key)) {
                return;
            }
            if (should == null) {
                tally.breach(key + " has a row but no event");
            } else {
                RowValues values = model.written(key, should);
                values.differenceFrom(row, model.columns())
                        .ifPresent(column -> tally.breach(key + ": " + column + " is " + brief(row, values, column)
                                + ", the fold of its events says " + brief(values, row, column)));
            }
        });
        expected.keySet().forEach(key -> tally.breach(key + " has events but no row"));
        model.forEachStray(tally::breach);
    }

    /** @param lastSeen position of the last event that the store gave */
    Check check(long lastSeen) {
        if (lastSeen < takenIn.last()) {
            tally.breach("the store gave events to " + lastSeen + " only, of " + takenIn.last());
        }
        return tally.check("I3", claim(model.name()));
    }

    static String claim(String view) {
        return "every row of " + view + " equals the fold of its events";
    }

    /** From a little before the first character in which the two differ. */
    private String brief(RowValues row, RowValues other, String column) {
        String text = text(row, column);
        String second = text(other, column);
        int same = 0;
        while (same < Math.min(text.length(), second.length()) && text.charAt(same) == second.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - BRIEF / 2);
        int to = Math.min(text.length(), from + BRIEF);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private String text(RowValues row, String column) {
        return String.valueOf(row.at(Arrays.asList(model.columns().split(", ")).indexOf(column)));
    }
}
