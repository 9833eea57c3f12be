package io.ordertrail.app.access;

import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.LocalMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * In which {@link AccessMode} this process runs, decided once at its start. A service that anybody could reach, and
 * that would ask nobody, does not start; nor does one that nobody could enter.
 */
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(AccessProperties.class)
public final class Access {

    private final AccessMode mode;

    /** @param keys is there where this node has a database */
    Access(AccessProperties settings, LocalMode local, Environment environment, ObjectProvider<ApiKeys> keys) {
        mustHaveOneDoor(environment);
        this.mode = mode(settings, local, keys.stream().anyMatch(ApiKeys::isAnyLive));
    }

    /** Spring Boot gives a port of its own a server of its own, where nobody is asked who they are. */
    private static void mustHaveOneDoor(Environment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            throw new StartRefused(
                    "management.server.port is set: /actuator would have a port of its own, on all addresses unless"
                            + " management.server.address says otherwise, where nobody is asked for a key.",
                    "Leave management.server.port out. /actuator answers on server.port, in secured mode to keys and"
                            + " tokens of AUDITOR and ADMIN; /actuator/health/liveness and /readiness to everybody.");
        }
    }

    private static AccessMode mode(AccessProperties settings, LocalMode local, boolean anyKey) {
        boolean issuer = settings.issuer() != null;
        if (issuer && settings.audience() == null) {
            throw new StartRefused(
                    "ordertrail.security.issuer is set, and ordertrail.security.audience is not: tokens for any other"
                            + " service of this issuer would be good for this one.",
                    "Set ordertrail.security.audience to what the provider calls this service.");
        }
        if (settings.mode() == AccessMode.LOCAL && !local.isOwnMachineOnly()) {
            throw new StartRefused(
                    "ordertrail.security.mode is local, and server.address is not a loopback address: everybody who"
                            + " reaches it would be the operator.",
                    "Leave ordertrail.security.mode out, or set server.address to 127.0.0.1.");
        }
        if (local.isOn()) {
            return AccessMode.LOCAL;
        }
        if (!anyKey && !issuer) {
            throw new StartRefused(
                    "It would ask everybody for an API key or a token, and there is neither a key nor an issuer.",
                    "Make one with the same data folder or database: ./ordertrail keys create --name=till --role=INTEGRATION"
                            + " (or set ordertrail.security.issuer and .audience)"
                            + (local.isOwnMachineOnly() ? "" : ". Or set server.address to 127.0.0.1."));
        }
        return AccessMode.SECURED;
    }

    public AccessMode mode() {
        return mode;
    }

    boolean isLocal() {
        return mode == AccessMode.LOCAL;
    }
}
