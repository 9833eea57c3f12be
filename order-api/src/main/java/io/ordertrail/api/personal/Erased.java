package io.ordertrail.api.personal;

import org.jspecify.annotations.Nullable;

/** What stands where personal data was. */
public final class Erased {

    public static final String TEXT = "[erased]";

    private Erased() {}

    /** What is left of {@code text}: that there was one. */
    public static @Nullable String of(@Nullable String text) {
        return text == null ? null : TEXT;
    }
}
