package io.ordertrail.app.http.exchange;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem;
import io.ordertrail.app.http.problem.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1). The entity tag of a resource is its version.
 */
record EntityTags(List<ETag> tags) {

    private static final String TAG = "\\s*(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"\\s*";

    /** {@link ETag#parse} skips what it does not understand; a condition that is half understood is none. */
    private static final Pattern FORM = Pattern.compile("\\s*\\*\\s*|" + TAG + "(?:," + TAG + "){0,49}");

    /** Reads the header {@code name}; empty where it was not sent. */
    static Optional<EntityTags> of(String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(value).matches()) {
            throw Rejected.malformed(Problem.Fault.header(
                    name, FaultCode.MALFORMED_ENTITY_TAG, name + " must be * or quoted entity tags, such as \"3\"."));
        }
        return Optional.of(new EntityTags(ETag.parse(value)));
    }

    static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** Whether any version will do. */
    boolean any() {
        return tags.stream().anyMatch(ETag::isWildcard);
    }

    /** Strong comparison, as If-Match asks for: a weak tag never matches. */
    boolean matchStrongly(long version) {
        return any() || tags.stream().anyMatch(tag -> !tag.weak() && means(tag, version));
    }

    /** Weak comparison, as If-None-Match asks for. */
    boolean matchWeakly(long version) {
        return any() || tags.stream().anyMatch(tag -> means(tag, version));
    }

    /** The version, if one and only one is meant. */
    Optional<Long> onlyVersion() {
        return tags.size() == 1 && !tags.get(0).weak() && tags.get(0).tag().matches("0|[1-9][0-9]{0,17}")
                ? Optional.of(Long.valueOf(tags.get(0).tag()))
                : Optional.empty();
    }

    private static boolean means(ETag tag, long version) {
        return tag.tag().equals(Long.toString(version));
    }
}
