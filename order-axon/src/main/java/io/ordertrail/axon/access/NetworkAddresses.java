package io.ordertrail.axon.access;

import java.util.function.Supplier;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * How the network addresses that requests come from are kept: as they are, or as a hash, which is the same for the same
 * address, and of no use to whoever does not have the service's own secret.
 */
public final class NetworkAddresses {

    private static final String SECRET = "addresses";
    private static final int DIGITS = 16;

    private final Supplier<ServiceSecrets> secrets;
    private final boolean hashed;

    public NetworkAddresses(Supplier<ServiceSecrets> secrets, boolean hashed) {
        this.secrets = secrets;
        this.hashed = hashed;
    }

    /** {@code address} itself, or 16 hexadecimal digits. */
    public String kept(String address) {
        if (!hashed) {
            return address;
        }
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secrets.get().of(SECRET))
                .hmacHex(address)
                .substring(0, DIGITS);
    }
}
