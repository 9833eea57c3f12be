package io.ordertrail.app;

import io.ordertrail.api.projection.DeadLetterRetry;
import io.ordertrail.api.projection.DeadLetters;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionError;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What stubs say of read models. */
final class SampleProjections {

    static final String DEAD_LETTER_ID = "0c7f3b0e-0000-3000-8000-000000000001";

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    static final DeadLetters DEAD_LETTERS = new DeadLetters(
            List.of(new DeadLetters.Item(
                    DEAD_LETTER_ID,
                    "stock-view",
                    "stock-TEE-M",
                    "event-1",
                    "stock.StockReceived",
                    41,
                    1100,
                    ProjectionError.ROW_UNREADABLE,
                    THEN,
                    THEN)),
            1,
            1100);

    static final Map<Class<?>, Object> ANSWERS = Map.of(
            RetryDeadLetter.class,
            new DeadLetterRetry("stock-view", "stock-TEE-M", 3, 1097, ProjectionError.EVENT_UNREADABLE),
            DiscardDeadLetter.class,
            DEAD_LETTERS.items().get(0));

    private SampleProjections() {}
}
