package io.ordertrail.model.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What each event of a subject does to a state. A fold mentions every event of its sealed type, if only to ignore it:
 * with an event that it does not mention, it cannot be made, and the build fails.
 *
 * @param <S> the state, immutable
 * @param <E> the sealed type of the events
 */
public final class Fold<S, E> {

    private final Map<Class<?>, BiFunction<S, E, S>> steps;

    private Fold(Map<Class<?>, BiFunction<S, E, S>> steps) {
        this.steps = Map.copyOf(steps);
    }

    /** Begins the table of a fold over all events of this sealed type. */
    public static <S, E> Table<S, E> over(Class<E> events) {
        return new Table<>(events);
    }

    /** {@code state} after one more event. */
    public S next(S state, E event) {
        BiFunction<S, E, S> step = steps.get(event.getClass());
        if (step == null) {
            throw new IllegalArgumentException("No fold knows " + event);
        }
        return step.apply(state, event);
    }

    /** A fold while it is written down. */
    public static final class Table<S, E> {

        private final Class<E> events;
        private final Map<Class<?>, BiFunction<S, E, S>> steps = new HashMap<>();

        private Table(Class<E> events) {
            this.events = events;
        }

        public <T extends E> Table<S, E> on(Class<T> event, BiFunction<S, T, S> step) {
            if (steps.put(event, (state, happened) -> step.apply(state, event.cast(happened))) != null) {
                throw new IllegalStateException(event.getSimpleName() + " is mentioned twice");
            }
            return this;
        }

        /** The event that begins the stream. The state is made of it, so no state can process it. */
        public Table<S, E> first(Class<? extends E> event) {
            return on(event, (state, happened) -> {
                throw new IllegalStateException("A stream cannot go on with " + happened);
            });
        }

        /** Events that change nothing of this state. */
        @SafeVarargs
        public final Table<S, E> ignoring(Class<? extends E>... ignored) {
            for (Class<? extends E> event : ignored) {
                on(event, (state, happened) -> state);
            }
            return this;
        }

        /** @throws IllegalStateException an event is not mentioned */
        public Fold<S, E> complete() {
            Set<Class<?>> missing = leaves(events);
            missing.removeAll(steps.keySet());
            if (!missing.isEmpty()) {
                List<String> names = new ArrayList<>();
                missing.forEach(event -> names.add(event.getSimpleName()));
                throw new IllegalStateException(
                        "The fold of " + events.getSimpleName() + " does not mention " + String.join(", ", names));
            }
            return new Fold<>(steps);
        }

        private static Set<Class<?>> leaves(Class<?> type) {
            Set<Class<?>> leaves = new LinkedHashSet<>();
            if (!type.isSealed()) {
                leaves.add(type);
                return leaves;
            }
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                leaves.addAll(leaves(permitted));
            }
            return leaves;
        }
    }
}
