package io.ordertrail.app.access;

import io.ordertrail.api.message.Role;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in.
 *
 * @param mode local or secured; without it a service on the loopback address is local until there is an API key or an
 *     issuer
 * @param issuer of JSON Web Tokens, as an OpenID provider names itself; null: there are only API keys
 * @param audience that a token must be for; needed with an issuer
 * @param rolesClaim where a token names the roles of its bearer: the name of a claim, or names with dots between them
 * @param roleNames roles by the name that the provider has for them; a role's own name needs no entry
 */
@ConfigurationProperties("ordertrail.security")
record AccessProperties(
        @Nullable AccessMode mode,
        @Nullable URI issuer,
        @Nullable String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Role> roleNames) {

    AccessProperties {
        roleNames = Map.copyOf(roleNames);
    }
}
