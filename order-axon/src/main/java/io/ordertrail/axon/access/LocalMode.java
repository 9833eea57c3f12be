package io.ordertrail.axon.access;

import java.net.InetAddress;
import org.springframework.core.env.Environment;

/**
 * Whether whoever reaches this service is its operator. It is, if it listens to its own machine only, and settings say
 * so, or they say nothing, nobody else says who people are, and there never was a key: a service that asked for keys
 * does not stop asking because the last of them has ended. Decided once, at the start.
 *
 * @param isOwnMachineOnly whether nobody else can reach it
 */
public record LocalMode(boolean isOn, boolean isOwnMachineOnly) {

    /** @param anyKey whether there ever was one */
    public static LocalMode of(Environment settings, boolean anyKey) {
        InetAddress address = settings.getProperty("server.address", InetAddress.class);
        boolean ownMachineOnly = address != null && address.isLoopbackAddress();
        String mode = settings.getProperty("ordertrail.security.mode");
        boolean meant = mode == null
                ? !anyKey && settings.getProperty("ordertrail.security.issuer") == null
                : mode.equalsIgnoreCase("local");
        return new LocalMode(meant && ownMachineOnly, ownMachineOnly);
    }
}
