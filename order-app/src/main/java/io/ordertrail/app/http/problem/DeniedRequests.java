package io.ordertrail.app.http.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.axon.access.NetworkAddresses;
import io.ordertrail.axon.audit.AuditLog;
import io.ordertrail.axon.audit.AuditRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Counts and logs what callers were denied: {@code ordertrail.denied}, by code. A line of the log has neither a secret,
 * which is in a header, nor anything that could end it, nor the part of an address behind the question mark.
 */
@Component
@ConditionalOnWebApplication
public final class DeniedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedRequests.class);

    /** What follows is a secret. */
    private static final Pattern GUEST = Pattern.compile("^(/api/v1/guest/orders/).*");

    private static final int LONGEST_NAME = 100;

    private final ObjectProvider<MeterRegistry> meters;
    private final ObjectProvider<AuditLog> audit;
    private final ObjectProvider<NetworkAddresses> addresses;

    /** @param audit is there where this node has a database */
    DeniedRequests(
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<AuditLog> audit,
            ObjectProvider<NetworkAddresses> addresses) {
        this.meters = meters;
        this.audit = audit;
        this.addresses = addresses;
    }

    /**
     * To be told of every problem; it knows which of them are denials.
     *
     * @param atTheDoor whether nothing behind it was asked: then nobody else writes it down
     */
    public void tell(Problem problem, HttpServletRequest request, boolean atTheDoor) {
        HttpStatus status = HttpStatus.valueOf(problem.status());
        if (status == HttpStatus.UNAUTHORIZED
                || status == HttpStatus.FORBIDDEN
                || status == HttpStatus.TOO_MANY_REQUESTS) {
            meters.ifAvailable(all ->
                    all.counter("ordertrail.denied", "code", problem.code()).increment());
            if (atTheDoor) {
                audit.ifAvailable(log -> log.add(entry(problem, request)));
            }
            if (status == HttpStatus.TOO_MANY_REQUESTS) {
                // Whoever sends so many would fill the log as well.
                return;
            }
            String actor = Identity.of(request).map(Identity::actor).orElseGet(() -> claimed(request));
            LOG.info(
                    "Denied ({}): {} {} by {} from {}",
                    problem.code(),
                    plain(request.getMethod()),
                    path(request.getRequestURI()),
                    actor,
                    request.getRemoteAddr());
        }
    }

    /** With the address where it is one of the service; else it may be anything. */
    private AuditRecord entry(Problem problem, HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        String name = Arrays.asList(HttpMethod.values()).contains(method) ? method.name() : "?";
        Optional<Identity> known = Identity.of(request).filter(identity -> !identity.equals(Identity.NOBODY));
        String from = request.getRemoteAddr();
        return new AuditRecord(
                problem.code(),
                pattern == null ? name : name + " " + pattern,
                known.map(Identity::actor).orElse(null),
                known.map(Identity::credential).orElse(null),
                null,
                addresses.stream().map(all -> all.kept(from)).findFirst().orElse(null));
    }

    /** Whom somebody on this machine plays. */
    private static String claimed(HttpServletRequest request) {
        String actor = request.getHeader(Caller.ACTOR_HEADER);
        return actor == null || actor.length() > LONGEST_NAME ? "local" : plain(actor);
    }

    /** {@code uri} without what is secret in it, and without what could end a line. */
    public static String path(String uri) {
        return plain(GUEST.matcher(uri).replaceFirst("$1…"));
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\x21-\\x7E…]", "?");
    }
}
