package io.ordertrail.model.kernel;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who asks, as far as rules care. Who may send a command at all is decided before any rule is asked; a rule asks only
 * where that depends on the state of its subject.
 *
 * @param actor by what they are known; empty if that is not told
 */
public record Caller(String actor, Set<Role> roles) {

    private static final Set<Role> SHOP =
            EnumSet.of(Role.SUPPORT, Role.WAREHOUSE, Role.FINANCE, Role.SUPERVISOR, Role.INTEGRATION);

    /**
     * Who sent the message of this metadata: its {@code roles} stand in one text, with commas. A name that is no role
     * counts for nothing.
     */
    public static Caller of(Map<String, ?> metaData) {
        Object roles = metaData.get("roles");
        Object actor = metaData.get("actor");
        return new Caller(
                actor == null ? "" : actor.toString(), roles == null ? Set.of() : Role.among(roles.toString()));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether somebody asks who acts for the shop, neither a customer nor the service itself. */
    public boolean isOfTheShop() {
        return roles.stream().anyMatch(SHOP::contains);
    }

    /** Whether a customer asks, who acts for themselves alone. */
    public boolean isCustomer() {
        return is(Role.CUSTOMER) && !isOfTheShop();
    }

    /** @throws Refused with {@link MissingRole}: nobody of the shop asks */
    public void mustBeOfTheShop() {
        if (!isOfTheShop()) {
            throw new Refused(new MissingRole(SHOP.stream().toList()));
        }
    }

    /** @throws Refused with {@link MissingRole} */
    public void mustBe(Role role) {
        if (!is(role)) {
            throw new Refused(MissingRole.of(role));
        }
    }
}
