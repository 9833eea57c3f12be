package io.ordertrail.app.access;

import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.EarlyProblems;
import io.ordertrail.app.http.problem.Identity;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.access.ApiKey;
import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.KeyText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for an API key where the service is secured ({@code Authorization: Bearer otk_…}). Open to everybody are whether
 * the service is up, what a problem means, and the webhooks, which are signed.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class KeyFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFilter.class);
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN =
            Pattern.compile("/actuator/health/(liveness|readiness)|/problems(/[a-z-]+)?|/api/v1/webhooks/[^/]+");
    private static final Identity NOBODY = new Identity("anonymous", List.of());

    private final ObjectProvider<Access> access;
    private final ObjectProvider<ApiKeys> keys;
    private final EarlyProblems problems;

    /** @param access is decided after the filters are made, so that a start that is refused is refused in peace */
    KeyFilter(ObjectProvider<Access> access, ObjectProvider<ApiKeys> keys, EarlyProblems problems) {
        this.access = access;
        this.keys = keys;
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
            NOBODY.putInto(request);
            if (!OPEN.matcher(request.getRequestURI()).matches()) {
                identity(request).putInto(request);
            }
        } catch (Rejected no) {
            LOG.info("Not let in: {} {} from {}", request.getMethod(), path(request), request.getRemoteAddr());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ordertrail\"");
            problems.answer(request, response, no);
            return;
        } catch (RuntimeException e) {
            // Such as the database, which is away.
            problems.answer(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private Identity identity(HttpServletRequest request) {
        String header = Caller.single(request, HttpHeaders.AUTHORIZATION)
                .orElseThrow(() -> Rejected.unauthorized("This service wants an API key: Authorization: Bearer otk_…"));
        Matcher bearer = BEARER.matcher(header);
        Optional<ApiKey> key = bearer.matches()
                ? KeyText.read(bearer.group(1))
                        .flatMap(text -> keys.stream().findFirst().flatMap(all -> all.find(text)))
                : Optional.empty();
        return key.map(known -> new Identity("key:" + known.id(), known.roles()))
                // Which of these it is is nobody's business who has none.
                .orElseThrow(() -> Rejected.unauthorized("The API key is unknown, expired or withdrawn."));
    }

    /** A path may hold what looks like a line of a log. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().replaceAll("[^\\x21-\\x7E]", "?");
    }
}
