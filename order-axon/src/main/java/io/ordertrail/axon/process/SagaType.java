package io.ordertrail.axon.process;

/**
 * A saga, declared as a bean: it gets an event processor of its own, which reads every event from the first on.
 *
 * @param name of its processor and, for ever, of its type in the store, such as {@code fulfilment}
 * @param type a public class with a public constructor without parameters, its state in fields that JSON can tell
 */
public record SagaType(String name, Class<?> type) {

    /** @throws IllegalArgumentException Axon could not make one (docs/reference/axon-pitfalls.md, 8) */
    public SagaType {
        if (!java.lang.reflect.Modifier.isPublic(type.getModifiers()) || type.getConstructors().length != 1) {
            throw new IllegalArgumentException(type + " must be public, with one public constructor");
        }
    }
}
