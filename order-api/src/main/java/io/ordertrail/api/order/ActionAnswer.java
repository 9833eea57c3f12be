package io.ordertrail.api.order;

import org.jspecify.annotations.Nullable;

/** Whether an action may be done now; where not, the refusal it would meet. */
public record ActionAnswer(
        OrderAction action,
        boolean allowed,
        @Nullable String code,
        @Nullable String reason) {}
