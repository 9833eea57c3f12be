package io.ordertrail.command.chain;

import io.ordertrail.axon.audit.ChainMac;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Some events of the chain: those that were found at one look.
 *
 * @param first how many events the chain had before
 * @param positions of its events in the event store, in the order of the chain: 8 bytes each
 * @param macs what its events must hash to: {@link #MAC} bytes each
 * @param chainedAt when it was made, to the millisecond
 * @param hash over all this and the hash of the block before
 */
record Block(long first, byte[] positions, byte[] macs, Instant chainedAt, byte[] hash) {

    /** Half of an HMAC-SHA-256 is enough for who cannot try (RFC 2104, 5). */
    static final int MAC = 16;

    static Block of(long first, List<StoredEvent> events, Instant at, byte[] before, ChainMac key) {
        ByteBuffer positions = ByteBuffer.allocate(events.size() * Long.BYTES);
        ByteBuffer macs = ByteBuffer.allocate(events.size() * MAC);
        for (StoredEvent event : events) {
            positions.putLong(event.position());
            macs.put(event.mac());
        }
        return new Block(
                first,
                positions.array(),
                macs.array(),
                at,
                hash(first, positions.array(), macs.array(), at, before, key));
    }

    /** Whether it is as the service has made it, behind the block with the hash {@code before}. */
    boolean follows(byte[] before, ChainMac key) {
        return macs.length == size() * MAC
                && positions.length == size() * Long.BYTES
                && MessageDigest.isEqual(hash, hash(first, positions, macs, chainedAt, before, key));
    }

    int size() {
        return Math.min(positions.length / Long.BYTES, macs.length / MAC);
    }

    /** Of its event {@code n}, from 0. */
    long position(int n) {
        return ByteBuffer.wrap(positions).getLong(n * Long.BYTES);
    }

    byte[] mac(int n) {
        return Arrays.copyOfRange(macs, n * MAC, (n + 1) * MAC);
    }

    private static byte[] hash(
            long first, byte[] positions, byte[] macs, Instant chainedAt, byte[] before, ChainMac key) {
        return key.of("block", before, first, positions, macs, chainedAt);
    }
}
