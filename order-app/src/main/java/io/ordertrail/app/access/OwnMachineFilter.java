package io.ordertrail.app.access;

import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A local service asks nobody who they are: whoever reaches it is believed. Programs of other machines cannot reach it,
 * but the pages of any web site can, in the browser of somebody who works on this machine. So a request must name this
 * machine as its host, which a site that had its own name point here (DNS rebinding) does not; and what a browser sends
 * on behalf of a page must be from a page of the service itself. A link from anywhere may be followed.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OwnMachineFilter extends OncePerRequestFilter {

    private static final Pattern OWN_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?", Pattern.CASE_INSENSITIVE);

    /** What browsers say of a request that no other site has to do with. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /** Says of every answer of a local service that it asked nobody who they are. */
    private static final String MODE_HEADER = "Ordertrail-Mode";

    private final ObjectProvider<Access> access;
    private final EarlyProblems problems;

    OwnMachineFilter(ObjectProvider<Access> access, EarlyProblems problems) {
        this.access = access;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !access.getObject().isLocal();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(MODE_HEADER, "local");
        try {
            check(request);
        } catch (Rejected no) {
            problems.answer(request, response, no);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void check(HttpServletRequest request) {
        if (!OWN_MACHINE.matcher(request.getServerName()).matches()) {
            throw Rejected.foreignHost();
        }
        @Nullable String origin = request.getHeader("Origin");
        if (origin != null && !origin.equalsIgnoreCase(request.getScheme() + "://" + request.getHeader("Host"))) {
            throw Rejected.foreignSite();
        }
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site) && !isLinkFollowed(request)) {
            throw Rejected.foreignSite();
        }
    }

    /** The page that is left learns nothing of the one that is shown instead. */
    private static boolean isLinkFollowed(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
