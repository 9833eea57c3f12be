package io.ordertrail.app.access;

import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one address from taking all of a secured service, whatever it shows: before anything is looked up. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class AddressLimitFilter extends OncePerRequestFilter {

    private final Buckets addresses;
    private final ObjectProvider<Access> access;
    private final EarlyProblems problems;
    private final int limit;

    AddressLimitFilter(ObjectProvider<Access> access, EarlyProblems problems, LimitProperties settings) {
        this.access = access;
        this.problems = problems;
        this.limit = settings.addressRequestsPerSecond();
        this.addresses = Buckets.perSecond(Math.max(limit, 1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return limit == 0 || access.getObject().isLocal();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (addresses.take(request.getRemoteAddr()).isConsumed()) {
            chain.doFilter(request, response);
        } else {
            String detail = "An address may send " + limit + " requests a second to this service.";
            problems.answer(request, response, Rejected.tooMany(detail, Duration.ofSeconds(1)));
        }
    }
}
