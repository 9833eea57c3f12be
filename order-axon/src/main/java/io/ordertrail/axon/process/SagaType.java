package io.ordertrail.axon.process;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * A saga, declared as a bean: it gets an event processor of its own, which reads every event from the first on. The class itself
 * must not be a bean.
 *
 * @param name of its processor and, for ever, of its type in the store, such as {@code fulfilment}
 * @param type a public class with a public constructor without parameters. Its fields are its state and are stored as JSON, so
 *     none may be final
 */
public record SagaType(String name, Class<?> type) {

    /** @throws IllegalArgumentException Axon could not make one (docs/reference/axon-pitfalls.md, 8), or its state would be lost */
    public SagaType {
        if (!Modifier.isPublic(type.getModifiers()) || !hasPublicConstructor(type)) {
            throw new IllegalArgumentException(type + " must be public, with a public constructor without parameters");
        }
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers)) {
                throw new IllegalArgumentException(field + " must not be final, for it could not be read back");
            }
        }
    }

    private static boolean hasPublicConstructor(Class<?> type) {
        for (var constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == 0) {
                return true;
            }
        }
        return false;
    }
}
