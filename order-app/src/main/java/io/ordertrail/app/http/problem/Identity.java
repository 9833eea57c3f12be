package io.ordertrail.app.http.problem;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Optional;

/** Who asks, as they have proved. */
public record Identity(String actor, List<String> roles) {

    private static final String ATTRIBUTE = Identity.class.getName();

    public Identity {
        roles = List.copyOf(roles);
    }

    /** From now on the request is theirs. */
    public void putInto(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Empty where nobody was asked: the service is local. */
    static Optional<Identity> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Identity identity ? Optional.of(identity) : Optional.empty();
    }
}
