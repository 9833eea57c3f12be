package io.ordertrail.api.message;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a caller is to the shop. What each may send, and for whose things, says the table of access. */
public enum Role {

    /** Buys: their own orders, accounts and returns, and nothing else. */
    CUSTOMER,

    /** Answers customers, and acts for them. */
    SUPPORT,

    /** Handles goods. */
    WAREHOUSE,

    /** Handles money. */
    FINANCE,

    /** May do what these three may, and overrule the shop's rules of money. */
    SUPERVISOR,

    /** Reads everything, and changes nothing. */
    AUDITOR,

    /** Another program of the shop, which places and imports orders. */
    INTEGRATION,

    /** Runs the service: its views, its processes and its keys. */
    ADMIN,

    /** The service itself. Nobody outside can have it. */
    SERVICE;

    private static final Map<String, Role> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));

    /** The role of this name. */
    public static Optional<Role> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The roles of a text with commas. A name that is no role counts for nothing. */
    public static Set<Role> among(String names) {
        return Stream.of(names.split(","))
                .flatMap(name -> of(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
