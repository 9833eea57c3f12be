package io.ordertrail.app.http.problem;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the {@link Identity} that they have proved, or on a local service whoever they say they are. The service
 * itself has no need to come in by its own front door, so nobody is believed to be it.
 */
public record Caller(String actor, List<String> roles, Trace trace) {

    public static final String ACTOR_HEADER = "X-Actor";
    public static final String ROLES_HEADER = "X-Roles";

    /** What the service's own processes act as. */
    public static final String SERVICE = "SERVICE";

    private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,99}");
    private static final Pattern ROLES = Pattern.compile("(?:[A-Z][A-Z0-9_]{0,39}(?:\\s*,\\s*(?=[A-Z])|$)){0,20}");

    public static Caller of(HttpServletRequest request) {
        return Identity.of(request)
                .map(known -> new Caller(known.actor(), known.roles(), Trace.of(request)))
                .orElseGet(() -> claimed(request));
    }

    private static Caller claimed(HttpServletRequest request) {
        String actor = single(request, ACTOR_HEADER).orElse("local");
        if (!ACTOR.matcher(actor).matches()) {
            throw malformed(ACTOR_HEADER, "must be 1 to 100 letters, digits or ._:@+-");
        }
        String roles = single(request, ROLES_HEADER).orElse("STAFF").strip();
        if (!ROLES.matcher(roles).matches()) {
            throw malformed(ROLES_HEADER, "must be role names such as STAFF, separated by commas");
        }
        List<String> named = roles.isEmpty()
                ? List.of()
                : Arrays.stream(roles.split(",")).map(String::strip).distinct().toList();
        if (named.contains(SERVICE)) {
            throw Rejected.reservedRole(SERVICE);
        }
        return new Caller(actor, named, Trace.of(request));
    }

    /** The one value of a header; a header that may come once and came twice means nothing. */
    public static Optional<String> single(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            throw malformed(name, "must be sent once");
        }
        return values.stream().findFirst();
    }

    public static Rejected malformed(String header, String rule) {
        return Rejected.malformed(
                Fault.header(header, FaultCode.MALFORMED_HEADER, "The header " + header + " " + rule + "."));
    }

    public RequestContext context() {
        return context(null, null);
    }

    public RequestContext context(@Nullable Idempotency idempotency, @Nullable Long expectedVersion) {
        return new RequestContext(actor, roles, trace.correlationId(), trace.traceId(), idempotency, expectedVersion);
    }
}
