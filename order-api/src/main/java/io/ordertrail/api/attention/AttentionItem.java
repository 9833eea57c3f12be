package io.ordertrail.api.attention;

import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs a person, or needed one.
 *
 * @param id names it for ever: where the same thing comes again, it is the same item
 * @param subject what it is about: the id of an order or a payment, a SKU
 * @param code for programs, in upper snake case
 * @param detail one sentence for a person
 * @param since business time at which it began
 * @param resolution what ends it: requests to the API, each as method and path, in the order in which they are to be
 *     thought of; empty if it ends by itself
 * @param resolved whether it no longer needs a person
 * @param resolvedAt business time from which on; null while it is not resolved
 */
public record AttentionItem(
        String id,
        AttentionKind kind,
        String subject,
        String code,
        @PersonalData String detail,
        Instant since,
        List<String> resolution,
        boolean resolved,
        @Nullable Instant resolvedAt) {}
