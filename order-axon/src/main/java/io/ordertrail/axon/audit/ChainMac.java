package io.ordertrail.axon.audit;

import io.ordertrail.axon.personal.ServiceKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 (RFC 2104) with the service's key for chains. Each part goes in with its length, so that no two lists of
 * parts look the same. For one thread at a time.
 */
public final class ChainMac {

    private static final String KEY = "chain";
    private static final int NOTHING = -1;

    private final Mac mac;

    private ChainMac(byte[] key) {
        mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
    }

    /** With the service's key, which is made if there is none. */
    public static ChainMac of(ServiceKeys keys) {
        return new ChainMac(keys.of(KEY));
    }

    /** The same; empty where the service has made no chain yet. */
    public static Optional<ChainMac> ifMade(ServiceKeys keys) {
        return keys.find(KEY).map(ChainMac::new);
    }

    /**
     * @param kind what is hashed, so that nothing of one kind can stand for something of another
     * @param parts texts, numbers, bytes, moments (to the millisecond) and nulls
     * @return 32 bytes
     */
    public byte[] of(String kind, @Nullable Object... parts) {
        add(kind);
        for (Object part : parts) {
            add(part);
        }
        return mac.doFinal();
    }

    private void add(@Nullable Object part) {
        if (part == null) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(NOTHING).flip());
            return;
        }
        byte[] bytes = bytes(part);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }

    private static byte[] bytes(Object part) {
        if (part instanceof byte[] bytes) {
            return bytes;
        }
        if (part instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        long number = part instanceof Instant moment ? moment.toEpochMilli() : ((Number) part).longValue();
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
