package io.ordertrail.app;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterInspection.Change;
import io.ordertrail.api.deadletter.DeadLetterInspection.Row;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.deadletter.DiscardedLetters;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What stubs say of read models. */
final class SampleProjections {

    static final String DEAD_LETTER_ID = "0c7f3b0e-0000-3000-8000-000000000001";

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    static final DeadLetters DEAD_LETTERS = new DeadLetters(
            List.of(new DeadLetter(
                    DEAD_LETTER_ID,
                    "stock-view",
                    "stock-TEE-M",
                    "event-1",
                    "stock.StockReceived",
                    1100,
                    "ROW_UNREADABLE",
                    THEN,
                    THEN,
                    THEN)),
            1,
            1100);

    static final DeadLetterGroups GROUPS = new DeadLetterGroups(List.of(
            new DeadLetterGroups.Group("stock-view", "ROW_UNREADABLE", "stock.StockReceived", 1, 1100, THEN, THEN)));
    static final DeadLetterInspection INSPECTED = new DeadLetterInspection(
            DEAD_LETTERS.items().get(0),
            new DeadLetterInspection.Event(
                    "event-1", "stock.StockReceived", "1", 41L, THEN, Map.of("quantity", 1), Map.of("actor", "anna")),
            List.of(new Row(
                    "stock-TEE-M",
                    true,
                    Map.of("onHand", 3),
                    List.of(new Change("/onHand", 3, 4), new Change("/name", null, "Tee M")))),
            new DeadLetterRetry("stock-view", "stock-TEE-M", 1100, 0, null));
    static final DiscardedLetters DISCARDED = new DiscardedLetters(List.of(new DiscardedLetters.Item(
            DEAD_LETTER_ID, "stock-view", "stock-TEE-M", 1100, 41, "anna", "It was a test", THEN)));

    static final Map<Class<?>, Object> ANSWERS = Map.of(
            RetryDeadLetter.class,
            new DeadLetterRetry("stock-view", "stock-TEE-M", 3, 1097, "EVENT_UNREADABLE"),
            RetryDeadLetters.class,
            new DeadLetterRetries(1, 1, 1100, 0, 0),
            DiscardDeadLetter.class,
            DEAD_LETTERS.items().get(0));

    private SampleProjections() {}
}
