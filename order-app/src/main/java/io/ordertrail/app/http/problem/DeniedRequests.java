package io.ordertrail.app.http.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

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

    DeniedRequests(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    /** To be told of every problem; it knows which of them are denials. */
    public void tell(Problem problem, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(problem.status());
        if (status == HttpStatus.UNAUTHORIZED
                || status == HttpStatus.FORBIDDEN
                || status == HttpStatus.TOO_MANY_REQUESTS) {
            meters.ifAvailable(all ->
                    all.counter("ordertrail.denied", "code", problem.code()).increment());
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
