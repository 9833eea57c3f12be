package io.ordertrail.query.projection;

import io.ordertrail.api.RequestRefusal.MissingRole;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Refused;
import java.util.List;
import org.axonframework.messaging.MetaData;

/** Who works in the shop, and may see and change how its views are kept. */
final class Staff {

    private static final String STAFF = "STAFF";
    private static final String SUPERVISOR = "SUPERVISOR";

    private Staff() {}

    /**
     * Who asks.
     *
     * @throws Refused with {@link MissingRole}: it is nobody of the shop
     */
    static String of(MetaData asked) {
        List<String> roles =
                List.of(String.valueOf(asked.getOrDefault(MetaKeys.ROLES, "")).split(","));
        if (!roles.contains(STAFF) && !roles.contains(SUPERVISOR)) {
            throw new Refused(new MissingRole(STAFF));
        }
        return String.valueOf(asked.getOrDefault(MetaKeys.ACTOR, "unknown"));
    }
}
