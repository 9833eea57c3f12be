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
import java.util.Optional;
import java.util.regex.Matcher;
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
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class BearerFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "/actuator/health/(liveness|readiness)|/problems(/[a-z-]+)?|/api/v1/payment-providers/[^/]+/webhooks"
                    + "|/api/v1/guest/orders/[^/]+");

    private final ObjectProvider<Access> access;
    private final ObjectProvider<ApiKeys> keys;
    private final Tokens tokens;
    private final FailedAttempts failed;
    private final EarlyProblems problems;

    /** @param access is decided after the filters are made, so that a start that is refused is refused in peace */
    BearerFilter(
            ObjectProvider<Access> access,
            ObjectProvider<ApiKeys> keys,
            Tokens tokens,
            FailedAttempts failed,
            EarlyProblems problems) {
        this.access = access;
        this.keys = keys;
        this.tokens = tokens;
        this.failed = failed;
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
            if (!OPEN.matcher(request.getRequestURI()).matches()) {
                identity(request).putInto(request);
            }
        } catch (Rejected no) {
            if (no.status() == HttpStatus.TOO_MANY_REQUESTS) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(FailedAttempts.AGAIN_AFTER.toSeconds()));
            } else {
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

    private Identity identity(HttpServletRequest request) {
        failed.mayTry(request.getRemoteAddr());
        String header = Caller.single(request, HttpHeaders.AUTHORIZATION)
                .orElseThrow(() -> Rejected.unauthorized("This service wants an API key"
                        + (tokens.areAccepted() ? " or a token" : "") + ": Authorization: Bearer …"));
        Matcher bearer = BEARER.matcher(header);
        Optional<Identity> known = bearer.matches() ? identity(bearer.group(1)) : Optional.empty();
        return known.orElseThrow(() -> {
            failed.add(request.getRemoteAddr());
            // Which of these it is is nobody's business who has none.
            return Rejected.unauthorized(
                    tokens.areAccepted()
                            ? "The API key or token is unknown, expired or withdrawn, or not for this service."
                            : "The API key is unknown, expired or withdrawn.");
        });
    }

    private Optional<Identity> identity(String bearer) {
        return bearer.startsWith(KeyText.PREFIX)
                ? KeyText.read(bearer)
                        .flatMap(text -> keys.stream().findFirst().flatMap(all -> all.find(text)))
                        .map(BearerFilter::identity)
                : tokens.read(bearer);
    }

    private static Identity identity(ApiKey key) {
        String name = "key:" + key.id();
        return new Identity(
                name,
                key.roles(),
                name,
                key.grants() == null ? null : key.grants().text());
    }
}
