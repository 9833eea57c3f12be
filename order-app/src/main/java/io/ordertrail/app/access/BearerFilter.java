package io.ordertrail.app.access;

import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Identity;
import io.ordertrail.app.http.problem.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for an API key or a token where the service is secured ({@code Authorization: Bearer …}). Open to everybody are
 * whether the service is up, what a problem means, and the webhooks, which are signed.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class BearerFilter extends OncePerRequestFilter {

    private static final Pattern OPEN = Pattern.compile(
            "/actuator/health/(liveness|readiness)|/problems(/[a-z-]+)?|/api/v1/payment-providers/[^/]+/webhooks"
                    + "|/api/v1/guest/orders/[^/]+");

    private final ObjectProvider<Access> access;
    private final Bearers bearers;
    private final FailedAttempts failed;
    private final Arrivals arrivals;
    private final EarlyProblems problems;

    /** @param access is decided after the filters are made, so that a start that is refused is refused in peace */
    BearerFilter(
            ObjectProvider<Access> access,
            Bearers bearers,
            FailedAttempts failed,
            Arrivals arrivals,
            EarlyProblems problems) {
        this.access = access;
        this.bearers = bearers;
        this.failed = failed;
        this.arrivals = arrivals;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return access.getObject().isLocal();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Identity.NOBODY.putInto(request);
            if (!isOpen(request)) {
                Identity known = identity(request);
                known.putInto(request);
                arrivals.tell(known, request.getRemoteAddr());
            }
        } catch (Rejected no) {
            if (no.status() == HttpStatus.UNAUTHORIZED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ordertrail\"");
            }
            problems.answer(request, response, no);
            return;
        } catch (RuntimeException e) {
            // Such as the database or the provider, which is away.
            problems.answer(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether {@code request} is for everybody. */
    static boolean isOpen(HttpServletRequest request) {
        return OPEN.matcher(request.getRequestURI()).matches();
    }

    private Identity identity(HttpServletRequest request) {
        String header = Caller.single(request, HttpHeaders.AUTHORIZATION).orElse("");
        if (header.isEmpty()) {
            failed.silent(request.getRemoteAddr());
            throw unknown(header);
        }
        return failed.found(request.getRemoteAddr(), header, () -> bearers.identity(header), () -> unknown(header));
    }

    private Rejected unknown(String header) {
        String wanted = bearers.mayBeTokens() ? "API key or token" : "API key";
        return Rejected.unauthorized(
                header.isEmpty()
                        ? "This service wants an " + wanted + ": Authorization: Bearer …"
                        // Which of these it is is nobody's business who has none.
                        : "The " + wanted + " is unknown, expired or withdrawn, or not for this service.");
    }
}
