package io.ordertrail.api.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The project's own name of a message: the name it has in the store, on the wire and in the Axon Server dashboard. It
 * outlives the Java class, which may be renamed or moved at will (docs/adr/0003-stored-names-are-our-own.md).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Named {

    /** Subject, dot, simple name: {@code order.OrderCreated}. Never changed once released. */
    String value();

    /** Raised with every change of an event's shape; an upcaster then lifts what is stored from the one before. */
    String revision() default "1";
}
