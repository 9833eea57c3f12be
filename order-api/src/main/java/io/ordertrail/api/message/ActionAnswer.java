package io.ordertrail.api.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an action may be done now; where not, the refusal it would meet.
 *
 * @param action a name of what can be done to the subject: {@link io.ordertrail.api.order.OrderAction} of an order,
 *     {@link io.ordertrail.api.payment.PaymentAction} of a payment, and so on
 */
public record ActionAnswer(
        String action,
        boolean allowed,
        @Nullable String code,
        @Nullable String reason) {

    /** @param no the refusal that {@code action} would meet; empty if it may be done */
    public static ActionAnswer of(Enum<?> action, Optional<? extends Refusal> no) {
        return no.map(refusal -> new ActionAnswer(action.name(), false, refusal.code(), refusal.detail()))
                .orElseGet(() -> new ActionAnswer(action.name(), true, null, null));
    }
}
