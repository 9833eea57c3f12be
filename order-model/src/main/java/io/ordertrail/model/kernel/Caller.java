package io.ordertrail.model.kernel;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import java.util.Map;
import java.util.Set;

/** Who asks, as far as rules care. */
public record Caller(Set<String> roles) {

    /** Who works in the shop. */
    public static final String STAFF = "STAFF";

    /** Who may overrule the shop's rules of money. */
    public static final String SUPERVISOR = "SUPERVISOR";

    /** What the service's own processes act as. */
    public static final String SERVICE = "SERVICE";

    /** Who sent the message of this metadata: its {@code roles} stand in one text, with commas. */
    public static Caller of(Map<String, ?> metaData) {
        Object roles = metaData.get("roles");
        return new Caller(roles == null ? Set.of() : Set.of(roles.toString().split(",")));
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** @throws Refused with {@link MissingRole}: it is neither the shop's people nor the service itself */
    public void mustBeStaffOrService() {
        if (!is(SERVICE)) {
            mustBe(STAFF);
        }
    }

    /** @throws Refused with {@link MissingRole}: it is nobody of the shop */
    public void mustBeStaffOrSupervisor() {
        if (!is(SUPERVISOR)) {
            mustBe(STAFF);
        }
    }

    /** @throws Refused with {@link MissingRole} */
    public void mustBe(String role) {
        if (!is(role)) {
            throw new Refused(new MissingRole(role));
        }
    }
}
