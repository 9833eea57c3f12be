package io.ordertrail.app.http;

import io.ordertrail.api.message.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1). The entity tag of a resource is its version.
 *
 * @param any {@code *}: any version at all
 */
record EntityTags(boolean any, List<Tag> tags) {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(?:,|$)");
    private static final int MAX_TAGS = 50;

    record Tag(boolean weak, String opaque) {

        boolean means(long version) {
            return opaque.equals(Long.toString(version));
        }
    }

    /** Reads the header {@code name}; empty where it was not sent. */
    static Optional<EntityTags> of(String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        List<Tag> tags = new ArrayList<>();
        Matcher form = TAG.matcher(value);
        int end = 0;
        while (end < value.length() && tags.size() < MAX_TAGS && form.find(end) && form.start() == end) {
            tags.add(new Tag(form.group(1) != null, form.group(2)));
            end = form.end();
        }
        if (tags.isEmpty() || end < value.length() || value.stripTrailing().endsWith(",")) {
            throw Rejected.malformed(Problem.Fault.header(
                    name, FaultCode.MALFORMED_ENTITY_TAG, name + " must be * or quoted entity tags, such as \"3\"."));
        }
        return Optional.of(new EntityTags(false, List.copyOf(tags)));
    }

    static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** Strong comparison, as If-Match asks for: a weak tag never matches. */
    boolean matchStrongly(long version) {
        return any || tags.stream().anyMatch(tag -> !tag.weak && tag.means(version));
    }

    /** Weak comparison, as If-None-Match asks for. */
    boolean matchWeakly(long version) {
        return any || tags.stream().anyMatch(tag -> tag.means(version));
    }

    /** The version, if one and only one is meant. */
    Optional<Long> onlyVersion() {
        if (any || tags.size() != 1 || tags.get(0).weak) {
            return Optional.empty();
        }
        String opaque = tags.get(0).opaque;
        return opaque.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(opaque)) : Optional.empty();
    }
}
