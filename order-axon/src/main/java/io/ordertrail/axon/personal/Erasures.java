package io.ordertrail.axon.personal;

import io.ordertrail.api.customer.CustomerEvent.CustomerErased;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/** The events after which nobody can read any more what a person told. */
public final class Erasures {

    /** Of a customer without orders there is the first only. */
    private static final Set<Class<?>> ALL = Set.of(CustomerErased.class, OrderDataErased.class);

    private Erasures() {}

    /** Whether {@code event} is one; it reads no payload. */
    public static boolean isOne(EventMessage<?> event) {
        return ALL.contains(event.getPayloadType());
    }
}
