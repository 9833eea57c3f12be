package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of waiting steps, the oldest first; {@code next} is an opaque cursor, null at the end. */
@Named("process.StepPage")
public record StepPage(List<Item> items, @Nullable String next) {

    /**
     * A step that waits.
     *
     * @param id names it in an address, without a character that must be escaped there
     * @param step its name: process, subject, kind, of and number with slashes between
     * @param command the stored name of what it sends
     * @param dueAt when it is sent, or tried again; one that waits in its subject's queue may come later
     * @param failures tries in a row that were not accepted
     * @param stuck whether it fails so often that a person should look
     * @param code why it was not accepted when it was last tried, in upper snake case; null if it was not tried
     * @param detail the same as one sentence for a person
     * @param createdAt when the process sent it
     */
    @Named("process.Step")
    public record Item(
            String id,
            String step,
            String process,
            String subject,
            String command,
            Instant dueAt,
            long failures,
            boolean stuck,
            @Nullable String code,
            @Nullable String detail,
            Instant createdAt) {}
}
