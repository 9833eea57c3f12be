package io.ordertrail.axon.audit;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain ends.
 *
 * @param chain {@link ChainHeads#EVENTS} or {@link ChainHeads#AUDIT}
 * @param size how many things it has
 * @param position of the last of them in the event store; of the audit log, its size
 * @param hash of its last link; empty while it has none
 * @param mac of all this: who cuts the end off cannot make the head of what is left; null before the first link
 */
public record ChainHead(String chain, long size, long position, byte[] hash, byte @Nullable [] mac) {

    /** Where it ends with another link. */
    public ChainHead moved(long size, long position, byte[] hash, ChainMac key) {
        return new ChainHead(chain, size, position, hash, mac(size, position, hash, key));
    }

    /** Whether it is as the service has made it. */
    public boolean isWhole(ChainMac key) {
        return mac == null
                ? size == 0 && position == 0 && hash.length == 0
                : MessageDigest.isEqual(mac, mac(size, position, hash, key));
    }

    private byte[] mac(long size, long position, byte[] hash, ChainMac key) {
        return key.of("head", chain, size, position, hash);
    }
}
