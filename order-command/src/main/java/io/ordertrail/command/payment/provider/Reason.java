package io.ordertrail.command.payment.provider;

import org.jspecify.annotations.Nullable;

/** A provider's words, as they can be stored and shown: of {@link #MAX} characters, without control characters. */
public final class Reason {

    /** The most characters that are kept. */
    public static final int MAX = 200;

    private static final String NONE = "The provider gave no reason.";
    private static final String CUT = "…";

    private Reason() {}

    /** A sentence, also where nothing was said. */
    public static String of(@Nullable String words) {
        String clean = words == null ? "" : clean(words);
        return clean.isEmpty() ? NONE : shortened(clean);
    }

    /** The same, where nothing may have been said: then null. */
    public static @Nullable String ofOptional(@Nullable String words) {
        return words == null ? null : of(words);
    }

    /** A surrogate that is a code point of its own has lost its other half and cannot be stored as UTF-8. */
    private static String clean(String words) {
        return words.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String shortened(String clean) {
        if (clean.length() <= MAX) {
            return clean;
        }
        int end = MAX - CUT.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
