package io.ordertrail.app.http.problem;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Role;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import io.ordertrail.axon.message.RequestContext.Origin;
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
public record Caller(String actor, List<String> roles, Trace trace, Origin origin) {

    /** Whoever reaches a local service, and by what they are known to it. */
    private static final String LOCAL = "local";

    public static final String ACTOR_HEADER = "X-Actor";
    public static final String ROLES_HEADER = "X-Roles";

    /** Of whoever works on the machine of a local service: everything that a person can be allowed. */
    private static final List<Role> OPERATOR = List.of(Role.SUPERVISOR, Role.ADMIN);

    private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,99}");

    public static Caller of(HttpServletRequest request) {
        return Identity.of(request)
                .map(known -> new Caller(
                        known.actor(),
                        known.roles(),
                        Trace.of(request),
                        new Origin(known.credential(), request.getRemoteAddr(), known.grants())))
                .orElseGet(() -> claimed(request));
    }

    private static Caller claimed(HttpServletRequest request) {
        String actor = single(request, ACTOR_HEADER).orElse(LOCAL);
        if (!ACTOR.matcher(actor).matches()) {
            throw malformed(ACTOR_HEADER, "must be 1 to 100 letters, digits or ._:@+-");
        }
        List<String> roles = single(request, ROLES_HEADER).map(Caller::roles).orElse(OPERATOR).stream()
                .map(Role::name)
                .toList();
        return new Caller(actor, roles, Trace.of(request), new Origin(LOCAL, request.getRemoteAddr(), null));
    }

    private static List<Role> roles(String header) {
        if (header.isBlank()) {
            return List.of();
        }
        List<Role> roles = Arrays.stream(header.split(",", -1))
                .map(name -> Role.of(name.strip())
                        .orElseThrow(
                                () -> malformed(ROLES_HEADER, "must be roles such as SUPPORT, separated by commas")))
                .distinct()
                .toList();
        if (roles.contains(Role.SERVICE)) {
            throw Rejected.reservedRole(Role.SERVICE.name());
        }
        return roles;
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
        return new RequestContext(
                actor, roles, trace.correlationId(), trace.traceId(), idempotency, expectedVersion, null, origin);
    }
}
