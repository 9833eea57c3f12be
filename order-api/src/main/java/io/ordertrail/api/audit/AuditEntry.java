package io.ordertrail.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was refused or denied; of the same thing several times within a moment there is one entry. It holds
 * neither what the request said, nor a secret.
 *
 * @param sequence its number, from 1
 * @param at when, the first of {@code times}
 * @param code of the refusal, in upper snake case; {@code DROPPED} of what there was no room to write down
 * @param request the stored name of the message, such as {@code order.CancelOrder}; of what was denied at the door, the
 *     method, and the address where it is one of the service
 * @param actor who asked; null where nobody was known
 * @param credential by what they were known, such as {@code key:} and the id of an API key
 * @param subject the id of what a command was about
 * @param address of the network, or its hash; null where nobody came in from outside
 * @param times how often
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String code,
        String request,
        @Nullable String actor,
        @Nullable String credential,
        @Nullable String subject,
        @Nullable String address,
        long times) {}
