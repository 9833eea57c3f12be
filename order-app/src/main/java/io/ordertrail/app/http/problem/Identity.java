package io.ordertrail.app.http.problem;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as they have proved.
 *
 * @param credential by what they are known
 * @param grants what the credential is good for; null where the roles alone decide
 */
public record Identity(
        String actor,
        List<String> roles,
        String credential,
        @Nullable String grants) {

    /** Whoever comes where nobody is asked. */
    public static final Identity NOBODY = new Identity("anonymous", List.of(), "none", null);

    private static final String ATTRIBUTE = Identity.class.getName();

    public Identity {
        roles = List.copyOf(roles);
    }

    /** From now on the request is theirs. */
    public void putInto(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Empty where nobody was asked: the service is local. */
    public static Optional<Identity> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Identity identity ? Optional.of(identity) : Optional.empty();
    }
}
