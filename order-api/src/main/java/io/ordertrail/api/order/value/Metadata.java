package io.ordertrail.api.order.value;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a shop keeps with an order for itself: names and values that mean nothing to the service. */
public final class Metadata {

    /** The most names of an order. */
    public static final int MAX_NAMES = 50;

    /** The most characters of a value. */
    public static final int MAX_VALUE = 500;

    /** What a name looks like, as a regular expression. */
    public static final String NAME = "[A-Za-z0-9_.-]{1,40}";

    private Metadata() {}

    /** The same, for ever, and in the order of the names: what is stored of it is always the same text. */
    public static Map<String, String> copyOf(Map<String, String> metadata) {
        return Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
}
