package io.ordertrail.app.access;

import io.github.bucket4j.ConsumptionProbe;
import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Identity;
import io.ordertrail.app.http.problem.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one caller of a secured service from taking all of it. Who is not known counts by their address. Each answer
 * tells the limit and what is left of it (IETF draft-ietf-httpapi-ratelimit-headers).
 */
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(LimitProperties.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class LimitFilter extends OncePerRequestFilter {

    private final Buckets callers;
    private final ObjectProvider<Access> access;
    private final EarlyProblems problems;
    private final int limit;

    LimitFilter(ObjectProvider<Access> access, EarlyProblems problems, LimitProperties settings) {
        this.access = access;
        this.problems = problems;
        this.limit = settings.requestsPerSecond();
        this.callers = Buckets.perSecond(Math.max(limit, 1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return limit == 0 || access.getObject().isLocal();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = callers.take(caller(request));
        response.setHeader("RateLimit-Policy", "\"caller\";q=" + limit + ";w=1");
        response.setHeader("RateLimit", "\"caller\";r=" + probe.getRemainingTokens() + ";t=1");
        if (!probe.isConsumed()) {
            String detail = "A caller may send " + limit + " requests a second to this service.";
            problems.answer(request, response, Rejected.tooMany(detail, Duration.ofSeconds(1)));
            return;
        }
        chain.doFilter(request, response);
    }

    private static String caller(HttpServletRequest request) {
        return Identity.of(request)
                .filter(known -> !known.equals(Identity.NOBODY))
                .map(Identity::actor)
                .orElseGet(request::getRemoteAddr);
    }
}
