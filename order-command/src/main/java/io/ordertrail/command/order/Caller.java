package io.ordertrail.command.order;

import io.ordertrail.api.RequestRefusal.MissingRole;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Refused;
import java.util.Set;
import org.axonframework.messaging.MetaData;

/** Who asks, as far as rules care. */
record Caller(Set<String> roles) {

    static final String STAFF = "STAFF";
    static final String SUPERVISOR = "SUPERVISOR";

    static Caller of(MetaData metaData) {
        String roles = (String) metaData.getOrDefault(MetaKeys.ROLES, "");
        return new Caller(Set.of(roles.split(",")));
    }

    /** @throws Refused with {@link MissingRole} */
    void mustBe(String role) {
        if (!roles.contains(role)) {
            throw new Refused(new MissingRole(role));
        }
    }
}
