package io.ordertrail.query.projection;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.axon.message.MetaKeys;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;

/** The staff of the shop, who may see and replay its views. */
public final class Staff {

    private static final String STAFF = "STAFF";
    private static final String SUPERVISOR = "SUPERVISOR";
    private static final String SERVICE = "SERVICE";

    private Staff() {}

    /**
     * Who asks.
     *
     * @throws Refused with {@link MissingRole}: the caller is not staff of the shop
     */
    static String of(MetaData asked) {
        if (!hasOneOf(asked, STAFF, SUPERVISOR)) {
            throw new Refused(new MissingRole(STAFF));
        }
        return String.valueOf(asked.getOrDefault(MetaKeys.ACTOR, "unknown"));
    }

    /** Whether the shop asks, in person or by the service itself. */
    public static boolean isTheShop(MetaData asked) {
        return hasOneOf(asked, STAFF, SUPERVISOR, SERVICE);
    }

    private static boolean hasOneOf(MetaData asked, String... roles) {
        List<String> asking =
                List.of(String.valueOf(asked.getOrDefault(MetaKeys.ROLES, "")).split(","));
        return Stream.of(roles).anyMatch(asking::contains);
    }
}
