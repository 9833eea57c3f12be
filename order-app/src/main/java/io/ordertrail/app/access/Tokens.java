package io.ordertrail.app.access;

import io.ordertrail.api.access.TokenCommand;
import io.ordertrail.api.message.Role;
import io.ordertrail.app.http.problem.Identity;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.access.TokenWithdrawals;
import io.ordertrail.axon.failure.Unavailable;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The people whom an OpenID provider knows: reads their JSON Web Tokens. A token must be signed with a key that the
 * provider publishes, be from the configured issuer and for the configured audience, have an end that has not come, and
 * not be an ID token, which tells a client who has logged in and is no key to a service; and it must not be withdrawn.
 * The provider is asked for its keys when the first token comes, and again when one is signed with a key that is not
 * known yet.
 */
@Component
@ConditionalOnWebApplication
final class Tokens {

    private static final Pattern SUBJECT = Pattern.compile(TokenCommand.SUBJECT);

    /** Three parts in base64, with their dots: what is none is not looked at. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /** In the header; the second is that of RFC 9068. */
    private static final List<String> TYPES = List.of("JWT", "at+jwt", "application/at+jwt");

    private static final MappedJwtClaimSetConverter CLAIMS = MappedJwtClaimSetConverter.withDefaults(Map.of());

    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    /** Names under which the service acts itself, or knows programs: no person can have one. */
    private static final Pattern RESERVED =
            Pattern.compile("(key|token|payment-provider):.*|local|shop|anonymous|verify|metrics|link");

    /** So long a provider that did not answer is not asked again. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final AccessProperties settings;
    private final ObjectProvider<TokenWithdrawals> withdrawals;
    private final @Nullable JwtDecoder decoder;
    private volatile long away = System.nanoTime();

    Tokens(AccessProperties settings, ObjectProvider<TokenWithdrawals> withdrawals) {
        this.settings = settings;
        this.withdrawals = withdrawals;
        URI issuer = settings.issuer();
        this.decoder =
                issuer == null ? null : new SupplierJwtDecoder(() -> decoder(issuer.toString(), settings.audience()));
    }

    private static JwtDecoder decoder(String issuer, @Nullable String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(ProviderClient.create())
                .build();
        decoder.setClaimSetConverter(Tokens::asItSays);
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

    /** The converter makes up when a token was issued, from its end, where it does not say so. */
    private static Map<String, Object> asItSays(Map<String, Object> claims) {
        Map<String, Object> converted = new HashMap<>(CLAIMS.convert(claims));
        converted.keySet().retainAll(claims.keySet());
        return converted;
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
     * @throws Rejected it is one that was withdrawn
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
        withdrawals.getObject().until(subject).ifPresent(until -> mustBeNewer(token, until));
        String id = token.getId() == null || !SUBJECT.matcher(token.getId()).matches()
                ? DigestUtils.sha256Hex(text).substring(0, 16)
                : token.getId();
        return Optional.of(new Identity(subject, roles(token), "token:" + id, null));
    }

    private static void mustBeNewer(Jwt token, Instant until) {
        Instant issued = token.getIssuedAt();
        if (issued == null || !issued.isAfter(until)) {
            throw Rejected.withdrawn("The tokens of " + token.getSubject() + " that were issued until " + until
                    + " are withdrawn, and this one "
                    + (issued == null ? "does not say when it was issued" : "was issued at " + issued)
                    + ". Log in again for a new one.");
        }
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
