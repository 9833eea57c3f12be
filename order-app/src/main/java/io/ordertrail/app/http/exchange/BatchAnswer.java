package io.ordertrail.app.http.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordertrail.app.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a line of a batch is answered.
 *
 * @param line its number, from 1; lines that are blank do not count
 * @param idempotencyKey its own; left out where it could not be read
 * @param status what the request would have been answered alone
 * @param replayed whether it is a repeat, answered as the first time
 * @param version of {@code result}, as its ETag
 * @param result what was made; or
 * @param problem why it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchAnswer(
        int line,
        @Nullable String idempotencyKey,
        int status,
        boolean replayed,
        @Nullable Long version,
        @Nullable Object result,
        @Nullable Problem problem) {

    static BatchAnswer done(int line, String key, ChangeAnswer<?> answer) {
        return new BatchAnswer(
                line, key, HttpStatus.CREATED.value(), answer.replayed(), answer.version(), answer.body(), null);
    }

    static BatchAnswer no(int line, String key, Problem problem, boolean replayed) {
        return new BatchAnswer(line, key.isEmpty() ? null : key, problem.status(), replayed, null, null, problem);
    }
}
