package io.ordertrail.app.http.input;

import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request before anything else does, and no more of it than allowed, whether its length was
 * announced or it comes in chunks. Jackson knows no bound of a document's length, and an idempotency key needs the
 * whole body's hash. Of who may not come in at all nothing is read.
 */
@Component
@EnableConfigurationProperties(HttpProperties.class)
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class BodyFilter extends OncePerRequestFilter {

    /** Characters of an address, and of all headers together, at most. */
    private static final int MAX_HEAD = 8192;

    /** How the addresses end that take many documents at once. */
    private static final String BATCH = "/batch";

    private final int maxBytes;
    private final int maxBatchBytes;
    private final EarlyProblems problems;

    BodyFilter(HttpProperties settings, EarlyProblems problems) {
        this.maxBytes = Math.toIntExact(settings.maxRequestSize().toBytes());
        this.maxBatchBytes = Math.toIntExact(settings.maxBatchSize().toBytes());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CachedBodyRequest read;
        try {
            read = read(request);
        } catch (Rejected | IOException no) {
            problems.answer(request, response, no);
            return;
        }
        chain.doFilter(read, response);
    }

    private CachedBodyRequest read(HttpServletRequest request) throws IOException {
        checkHead(request);
        @Nullable String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Rejected.encoded(encoding);
        }
        int most = request.getRequestURI().endsWith(BATCH) ? maxBatchBytes : maxBytes;
        if (request.getContentLengthLong() > most) {
            throw Rejected.tooLarge(most);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw Rejected.tooLarge(most);
        }
        return new CachedBodyRequest(request, body);
    }

    /** Tomcat takes more, for what it refuses itself it calls malformed. */
    private static void checkHead(HttpServletRequest request) {
        String query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > MAX_HEAD) {
            throw Rejected.tooLong(HttpStatus.URI_TOO_LONG, "The address", MAX_HEAD);
        }
        int length = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                length += name.length() + value.length();
            }
        }
        if (length > MAX_HEAD) {
            throw Rejected.tooLong(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers of a request", MAX_HEAD);
        }
    }
}
