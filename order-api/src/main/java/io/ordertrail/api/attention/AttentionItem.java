package io.ordertrail.api.attention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs a person, or needed one.
 *
 * @param id names it for ever: where the same thing comes again, it is the same item
 * @param subject what it is about: the id of an order or a payment, a SKU
 * @param code for programs, in upper snake case
 * @param detail one sentence for a person
 * @param since business time at which it began
 * @param resolved whether it needs nobody any more
 * @param resolvedAt business time from which on; null while it is not resolved
 */
public record AttentionItem(
        String id,
        AttentionKind kind,
        String subject,
        String code,
        String detail,
        Instant since,
        boolean resolved,
        @Nullable Instant resolvedAt) {}
