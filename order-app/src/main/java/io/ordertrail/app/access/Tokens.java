package io.ordertrail.app.access;

import io.ordertrail.api.message.Role;
import io.ordertrail.app.http.problem.Identity;
import io.ordertrail.axon.failure.Unavailable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The people whom an OpenID provider knows: reads their JSON Web Tokens. A token must be signed with a key that the
 * provider publishes, be from the configured issuer and for the configured audience, have an end that has not come, and
 * not be an ID token, which tells a client who has logged in and is no key to a service. The provider is asked for its
 * keys when the first token comes, and again when one is signed with a key that is not known yet.
 */
@Component
@ConditionalOnWebApplication
final class Tokens {

    /** What can stand in a line of a log, and be the id of a customer. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]{1,200}");

    /** Three parts in base64, with their dots: what is none is not looked at. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /** In the header; the second is that of RFC 9068. */
    private static final List<String> TYPES = List.of("JWT", "at+jwt", "application/at+jwt");

    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    /** Names under which the service acts itself, or knows programs: no person can have one. */
    private static final Pattern RESERVED =
            Pattern.compile("(key|token|payment-provider):.*|local|shop|anonymous|verify|metrics|link");

    /** So long a provider that did not answer is not asked again. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final AccessProperties settings;
    private final @Nullable JwtDecoder decoder;
    private volatile long away = System.nanoTime();

    Tokens(AccessProperties settings) {
        this.settings = settings;
        URI issuer = settings.issuer();
        this.decoder =
                issuer == null ? null : new SupplierJwtDecoder(() -> decoder(issuer.toString(), settings.audience()));
    }

    private static JwtDecoder decoder(String issuer, @Nullable String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
        JwtTypeValidator types = new JwtTypeValidator(TYPES);
        types.setAllowEmpty(true);
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(
                types,
                new JwtIssuerValidator(issuer),
                new JwtTimestampValidator(),
                Tokens::isForServices,
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)))));
        return decoder;
    }

    /**
     * Keycloak says so itself. Of others' tokens those are ID tokens that hold what only they are for: the nonce of a
     * log-in, and hashes of what was given out with them.
     */
    private static OAuth2TokenValidatorResult isForServices(Jwt token) {
        boolean isForServices = token.hasClaim("typ")
                ? "Bearer".equalsIgnoreCase(token.getClaimAsString("typ"))
                : OF_ID_TOKENS.stream().noneMatch(token::hasClaim);
        return isForServices
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }

    /** Whether anybody may come with a token. */
    boolean areAccepted() {
        return decoder != null;
    }

    /**
     * Whom {@code token} is about.
     *
     * @return empty where it is no valid token
     * @throws Unavailable the provider cannot be asked for its keys
     */
    Optional<Identity> read(String token) {
        if (decoder == null || !FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        if (System.nanoTime() - away < 0) {
            throw new Unavailable("The OpenID provider does not answer");
        }
        try {
            return identity(decoder.decode(token), token);
        } catch (BadJwtException e) {
            return Optional.empty();
        } catch (JwtException | JwtDecoderInitializationException e) {
            // Whoever sends tokens must not make this service ask it again with each of them.
            away = System.nanoTime() + PAUSE_NANOS;
            throw new Unavailable("The OpenID provider does not answer", e);
        }
    }

    private Optional<Identity> identity(Jwt token, String text) {
        String subject = token.getSubject();
        if (subject == null
                || !SUBJECT.matcher(subject).matches()
                || RESERVED.matcher(subject).matches()) {
            return Optional.empty();
        }
        String id = token.getId() == null || !SUBJECT.matcher(token.getId()).matches()
                ? DigestUtils.sha256Hex(text).substring(0, 16)
                : token.getId();
        return Optional.of(new Identity(subject, roles(token), "token:" + id, null));
    }

    private List<String> roles(Jwt token) {
        return Claims.texts(token.getClaims(), settings.rolesClaim()).stream()
                .flatMap(name -> role(name).stream())
                // The inside's alone, whatever a provider says.
                .filter(role -> role != Role.SERVICE)
                .map(Role::name)
                .distinct()
                .toList();
    }

    private Optional<Role> role(String name) {
        Role mapped = settings.roleNames().get(name);
        return mapped == null ? Role.of(name.toUpperCase(Locale.ROOT)) : Optional.of(mapped);
    }
}
