package io.ordertrail.axon.failure;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The failures behind a failure, itself first. */
public final class CauseChain {

    /** A chain that is longer than this goes round in a circle. */
    private static final int LONGEST = 50;

    private CauseChain() {}

    static boolean any(Throwable failure, Predicate<Throwable> fault) {
        return of(failure).anyMatch(fault);
    }

    /** The one with which it began. */
    public static Throwable innermost(Throwable failure) {
        return of(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(LONGEST);
    }
}
