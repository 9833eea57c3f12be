package io.ordertrail.app.http.render;

import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its {@link Trace}, in the log too, and every answer the headers that all of them carry. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter extends OncePerRequestFilter {

    /** What of the request the answer depends on, besides its address. */
    private static final String VARY = "Accept, Authorization, " + Caller.ACTOR_HEADER + ", " + Caller.ROLES_HEADER;

    /** No page shows an answer in a frame, and a page of the service loads what is the service's own alone. */
    private static final String OWN_PAGES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = isAsyncDispatch(request) ? Trace.of(request) : begin(request, response);
        MDC.put("traceId", trace.traceId());
        MDC.put("correlationId", trace.correlationId());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("traceId");
            MDC.remove("correlationId");
        }
    }

    private static Trace begin(HttpServletRequest request, HttpServletResponse response) {
        Trace trace = Trace.of(request.getHeader(Trace.PARENT_HEADER), request.getHeader(Trace.CORRELATION_HEADER));
        trace.keepIn(request);
        response.setHeader(Trace.CORRELATION_HEADER, trace.correlationId());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", OWN_PAGES);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (request.getRequestURI().startsWith("/api/")) {
            // A browser may keep it, nobody between, and asks each time whether it still holds: If-None-Match.
            response.setHeader("Cache-Control", "private, no-cache");
            response.addHeader("Vary", VARY);
        }
        return trace;
    }

    /** What waited (WaitingReads) is handled on another thread. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
