package io.ordertrail.axon.access;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a key is good for, where that is less than its roles allow: for each resource to read, or to read and to write.
 * A resource that is not named is closed to it.
 *
 * @param levels by resource, which is what the names of messages begin with: {@code order}, {@code stock}
 */
public record Grants(Map<String, Level> levels) {

    private static final Pattern ONE = Pattern.compile("([a-z]{1,32})=(none|read|write)");

    /** How much of a resource; each includes the one before. */
    public enum Level {
        NONE,
        READ,
        WRITE;

        /** As {@link Grants#text} writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Grants {
        levels = Map.copyOf(levels);
    }

    /**
     * Reads {@code order=read,stock=write}.
     *
     * @throws IllegalArgumentException it is not such a text, or names a resource twice
     */
    public static Grants read(String text) {
        Map<String, Level> levels = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            Matcher one = ONE.matcher(part.strip());
            if (!one.matches()) {
                throw new IllegalArgumentException(
                        "A grant is a resource, = and none, read or write, not \"" + part + "\"");
            }
            if (levels.put(one.group(1), Level.valueOf(one.group(2).toUpperCase(Locale.ROOT))) != null) {
                throw new IllegalArgumentException("There are two grants for " + one.group(1));
            }
        }
        return new Grants(levels);
    }

    /** As {@link #read} reads it, in the order of the resources. */
    public String text() {
        return new TreeMap<>(levels)
                .entrySet().stream()
                        .map(grant -> grant.getKey() + "=" + grant.getValue().word())
                        .collect(Collectors.joining(","));
    }

    /** Whether a message of {@code resource} may be sent that needs {@code level}. */
    boolean allow(String resource, Level level) {
        return levels.getOrDefault(resource, Level.NONE).compareTo(level) >= 0;
    }
}
