package io.ordertrail.app.access;

import io.ordertrail.app.http.problem.Identity;
import io.ordertrail.axon.access.ApiKey;
import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.KeyText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Who shows an API key or a token. */
@Component
@ConditionalOnWebApplication
public final class Bearers {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final ObjectProvider<ApiKeys> keys;
    private final Tokens tokens;

    Bearers(ObjectProvider<ApiKeys> keys, Tokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /**
     * Whom a header {@code Authorization} is about now; empty where it has nothing that is accepted.
     *
     * @throws io.ordertrail.app.http.problem.Rejected it is a token that was withdrawn
     * @throws io.ordertrail.axon.failure.Unavailable an OpenID provider cannot be asked for its keys
     */
    public Optional<Identity> identity(String header) {
        return secret(header).flatMap(this::known);
    }

    /** What a header {@code Authorization: Bearer …} shows; empty where it is none. */
    public static Optional<String> secret(String header) {
        Matcher bearer = BEARER.matcher(header);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private Optional<Identity> known(String secret) {
        return secret.startsWith(KeyText.PREFIX)
                ? KeyText.read(secret)
                        .flatMap(text -> keys.stream().findFirst().flatMap(all -> all.find(text)))
                        .map(Bearers::identity)
                : tokens.read(secret);
    }

    /** Whether a token of an OpenID provider can be accepted. */
    boolean mayBeTokens() {
        return tokens.areAccepted();
    }

    private static Identity identity(ApiKey key) {
        String name = "key:" + key.id();
        return new Identity(name, key.roles(), name, key.grantText());
    }
}
