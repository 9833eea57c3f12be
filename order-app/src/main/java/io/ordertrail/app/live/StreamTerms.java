package io.ordertrail.app.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a stream has of the one who opened it.
 *
 * @param threads on which is asked and answered
 * @param later runs something after a second
 * @param isKnown whether the caller's key or token is still accepted, with the same roles
 * @param until when the stream ends by itself
 * @param onClose is run once
 */
record StreamTerms(
        Executor threads,
        Executor later,
        JsonMapper json,
        Duration patience,
        BooleanSupplier isKnown,
        @Nullable Long until,
        Runnable onClose) {}
