package io.ordertrail.api.order;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a shop keeps with an order for itself: names and values that mean nothing to the service. */
public final class Metadata {

    /** The most names of an order. */
    public static final int MAX_NAMES = 50;

    /** The most characters of a value. */
    public static final int MAX_VALUE = 500;

    /** What a name looks like. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private Metadata() {}

    /** The same, for ever, and in the order of the names: what is stored of it is always the same text. */
    static Map<String, String> copyOf(Map<String, String> metadata) {
        return Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
}
