package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.fold.Change;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.ProcessedPositions;
import io.ordertrail.query.projection.table.Provable;
import io.ordertrail.query.projection.table.RowValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of one view with the fold of the events that it has processed. An event that it has not processed yet is no
 * breach here: I6 reports a projection that lags.
 */
final class Proof<R> {

    private static final int BRIEF = 200;

    private final Provable<R> model;
    private final ProcessedPositions takenIn;
    private final Map<String, R> expected = new HashMap<>();
    private final Set<String> parked = new HashSet<>();
    private final Tally tally = new Tally();

    Proof(Provable<R> model, ProcessedPositions takenIn) {
        this.model = model;
        this.takenIn = takenIn;
    }

    /** Position of the last event that counts. */
    long last() {
        return takenIn.last();
    }

    void take(TrackedEventMessage<?> event) {
        if (takenIn.has(Positions.of(event)) && model.concerns(event)) {
            fold(event);
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
            if (should == null) {
                tally.breach(key + " has a row but no event");
            } else {
                RowValues values = model.written(key, should);
                values.differenceFrom(row, model.columns())
                        .ifPresent(column -> tally.breach(key + ": " + column + " is " + brief(row, column)
                                + ", the fold of its events says " + brief(values, column)));
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
        return tally.check("I3", "every row of " + model.name() + " equals the fold of its events");
    }

    private @Nullable String brief(RowValues row, String column) {
        String text =
                String.valueOf(row.at(Arrays.asList(model.columns().split(", ")).indexOf(column)));
        return text.length() > BRIEF ? text.substring(0, BRIEF) + "…" : text;
    }
}
