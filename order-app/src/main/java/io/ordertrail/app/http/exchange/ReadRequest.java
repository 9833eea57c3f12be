package io.ordertrail.app.http.exchange;

import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.message.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A request that changes nothing: who asks, which version they already have, and which one they want to see at least.
 *
 * @param minVersion {@code X-Min-Version}: the version that a command answered and that must be contained, or null
 */
public record ReadRequest(RequestContext context, @Nullable Long minVersion, Conditions conditions) {

    public static final String MIN_VERSION_HEADER = "X-Min-Version";
    public static final String IF_NONE_MATCH = "If-None-Match";

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    /** What the caller makes the answer depend on. */
    record Conditions(Optional<EntityTags> ifMatch, Optional<EntityTags> ifNoneMatch) {}

    public static ReadRequest of(HttpServletRequest request) {
        Long minVersion = Caller.single(request, MIN_VERSION_HEADER)
                .map(text -> {
                    if (!VERSION.matcher(text).matches()) {
                        throw Caller.malformed(MIN_VERSION_HEADER, "must be a version, 0 or more");
                    }
                    return Long.valueOf(text);
                })
                .orElse(null);
        return new ReadRequest(
                Caller.of(request).context(),
                minVersion,
                new Conditions(
                        EntityTags.of(WriteRequest.IF_MATCH, joined(request, WriteRequest.IF_MATCH)),
                        EntityTags.of(IF_NONE_MATCH, joined(request, IF_NONE_MATCH))));
    }

    /** A header that is a list may come in several lines (RFC 9110, 5.3). */
    static @Nullable String joined(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(",", values);
    }

    /** 200 with {@code body}, or 304 where the caller has this version already, or 412 where they insist on another. */
    public <T> ResponseEntity<T> answer(long version, T body) {
        conditions.ifMatch().filter(tags -> !tags.matchStrongly(version)).ifPresent(tags -> {
            throw Rejected.stale(version);
        });
        String etag = EntityTags.of(version);
        if (conditions.ifNoneMatch().filter(tags -> tags.matchWeakly(version)).isPresent()) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        return ResponseEntity.ok().eTag(etag).body(body);
    }
}
