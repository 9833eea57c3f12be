package io.ordertrail.api.capsule;

import io.ordertrail.api.message.Named;

/** Queries about capsules. For staff only; other callers are refused. */
public sealed interface CapsuleQuery {

    /** The {@link Capsule} of an order as it is now. An unknown order is refused. */
    @Named("capsule.GetCapsule")
    record GetCapsule(String orderId) implements CapsuleQuery {}
}
