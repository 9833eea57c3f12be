package io.ordertrail.app.access;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Identity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Of a secured service, numbers of the whole shop, and how it is built, are for who runs it or audits it. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class InsideFilter extends OncePerRequestFilter {

    private static final List<Role> INSIDE = List.of(Role.AUDITOR, Role.ADMIN);

    private final ObjectProvider<Access> access;
    private final EarlyProblems problems;

    InsideFilter(ObjectProvider<Access> access, EarlyProblems problems) {
        this.access = access;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Decoded, as whoever answers it reads it.
        return !request.getServletPath().startsWith("/actuator")
                || BearerFilter.isOpen(request)
                || access.getObject().isLocal();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean may = Identity.of(request).stream()
                .flatMap(known -> known.roles().stream())
                .anyMatch(INSIDE.stream().map(Role::name).toList()::contains);
        if (may) {
            chain.doFilter(request, response);
        } else {
            problems.answer(request, response, new Refused(new MissingRole(INSIDE)));
        }
    }
}
